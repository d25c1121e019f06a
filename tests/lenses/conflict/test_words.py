"""The conflict lens in words: why the status quo holds or not, each verdict derived by hand."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.session import OpenCase

# North can do or leave a, South b; states are named a then b: NN, NY, YN, YY; the status quo is NN.
# From NN, North's only move is to YN, and South's only answer there is YY; South's only move is to NY.
# South never gains by leaving NN, as it ranks NN first: what happens to North's move decides.
SOUTH_GAINS = "[[NN], [YY], [NY], [YN]]"  # from YN to YY it gains
SOUTH_LOSES = "[[NN], [YN], [NY], [YY]]"  # from YN to YY it loses
VERDICTS = [
    # YN is below NN for North: nobody has a better move, so Nash and with it every other concept.
    ("[[NN], [YY], [NY], [YN]]", SOUTH_GAINS, "nobody gains", "nash gmr smr seq sseq", "nothing it can do"),
    # North gains at YN, but South gains by going on to YY, which North likes less than NN: SEQ. From YY North
    # could go to NY, still below NN, so it cannot escape either: SMR and SSEQ.
    (
        "[[YN], [NN], [NY], [YY]]",
        SOUTH_GAINS,
        "own interest would undo that",
        "gmr smr seq sseq",
        "acting in their own",
    ),
    # The same with South losing by the answer: no longer credible, so GMR and SMR only.
    ("[[YN], [NN], [NY], [YY]]", SOUTH_LOSES, "stays only for fear", "gmr smr", "not in the others' own interest"),
    # As before, but North escapes from YY to NY, above NN: GMR alone.
    ("[[YN], [NY], [NN], [YY]]", SOUTH_LOSES, "stays only for fear", "gmr", "not in the others' own interest"),
    # YY is above NN too: no answer takes the gain away.
    ("[[YN], [YY], [NN], [NY]]", SOUTH_LOSES, "does not hold", "", "stands whatever the others answer, so it leaves"),
]


def model(north: str, south: str, more: str = "") -> str:
    return f"""
        case: {{id: demo, as_of: 2025-07-10}}
        actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
        conflict:
          decision_makers:
            - {{actor: north, options: [{{id: do-a, text: Do a}}], preferences: {{assumption: n, ranking: {north}}}}}
            - {{actor: south, options: [{{id: do-b, text: Do b}}], preferences: {{assumption: s, ranking: {south}}}}}
          status_quo: []
          named_states: {{the-deal: [do-a, do-b], quiet: []}}
          {more}
    """


@pytest.mark.parametrize(("north", "south", "verdict", "concepts", "reason"), VERDICTS)
def test_the_verdict_on_the_status_quo(  # noqa: PLR0917
    north: str, south: str, verdict: str, concepts: str, reason: str, opened: Opener
) -> None:
    findings = opened(model(north, south)).at().conflict()
    impasse, standing = chapter(findings, "impasse"), chapter(findings, "standing")
    held = [key for key, found in findings.document["equilibria"].items() if "NN" in found]
    of_north, of_south = rows(standing, "status-quo")

    assert verdict in impasse.headline
    assert sorted(held) == sorted(concepts.split())
    assert reason in standing.statements[1].text
    assert standing.statements[2].text == "South stays: nothing it can do alone gives it a state it prefers."
    assert of_north["stays"] == (tuple("Nash" if key == "nash" else key.upper() for key in held) or "none")
    assert (of_south["rank"], of_south["levels"], of_south["improvements"]) == (1, 4, 0)


def test_moves_and_states_are_said_in_the_words_of_the_options(opened: Opener) -> None:
    impasse = chapter(opened(model("[[YN], [YY], [NN], [NY]]", SOUTH_LOSES)).at().conflict(), "impasse")

    assert impasse.because[0].text == "The status quo: none of the options is taken."
    assert impasse.statements[0].text == (
        "North would gain, acting alone, if it were to take “Do a”; that gain stands whatever the others answer, so it "
        "leaves."
    )


TWO_GAINS = """
    case: {id: demo, as_of: 2025}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: a, text: A}, {id: c, text: C}]
          preferences: {assumption: n, ranking: [[YNN], [NYN], [NYY], [NNN], [NNY, YNY, YYN, YYY]]}
        - {actor: south, options: [{id: b, text: B}], preferences: {assumption: s, weights: {b: -1}}}
      status_quo: []
"""


def test_the_greatest_gain_need_not_be_the_one_that_stands(opened: Opener) -> None:
    """South can answer YNN by YNY, below NNN for North; but NYN and its answer NYY both lie above NNN."""
    impasse = chapter(opened(TWO_GAINS).at().conflict(), "impasse")

    assert impasse.headline.startswith("In the model, the status quo does not hold: North would leave it")
    assert impasse.statements[0].text == (
        "North would gain most, acting alone, if it were to take “A” (2 of its moves would gain); the others could "
        "take that gain away, but if it were to take “C”, its gain would stand whatever they answer, so it leaves."
    )


def test_a_move_that_drops_and_takes(opened: Opener) -> None:
    text = TWO_GAINS.replace("status_quo: []", "status_quo: [c, b]").replace("[YNN], [NYN]", "[YNY], [YNN], [NYN]")
    text = text.replace("[NNY, YNY, YYN", "[NNY, YYN")
    impasse = chapter(opened(text).at().conflict(), "impasse")

    assert impasse.because[0].text == "The status quo: North: C; South: B."
    assert "if it were to take “A” and drop “C”" in impasse.statements[0].text


HEADLINES = [
    # Nobody ever gains: all four states hold.
    ("[[NN, NY, YN, YY]]", "[[NN, NY, YN, YY]]", "4 of 4 possible states would be left by nobody, as nobody gains"),
    (
        "[[NN, NY, YN, YY]]",
        "[[NN, NY, YN, YY]]",
        "No other holds. Left by nobody as nobody gains, of the outcomes asked about: the deal.",
    ),
    # Each wants the other to change the roles, round and round: matching pennies has no Nash equilibrium.
    (
        "[[NN, YY], [NY, YN]]",
        "[[NY, YN], [NN, YY]]",
        "In each of the 4 possible states somebody gains by a move of its",
    ),
    # A prisoner's dilemma (Y is to cooperate): NN is Nash; YY holds only because a gain would be answered.
    (
        "[[NY], [YY], [NN], [YN]]",
        "[[YN], [YY], [NN], [NY]]",
        "1 of 4 possible states would be left by nobody, as nobody",
    ),
    ("[[NY], [YY], [NN], [YN]]", "[[YN], [YY], [NN], [NY]]", "1 more holds only because a gain would be answered."),
]


@pytest.mark.parametrize(("north", "south", "words"), HEADLINES)
def test_equilibria_in_words(north: str, south: str, words: str, opened: Opener) -> None:
    found = chapter(opened(model(north, south)).at().conflict(), "equilibria")

    assert words in " ".join([found.headline, *(said.text for said in found.statements)])


def test_a_conflict_with_a_single_state(opened: Opener) -> None:
    text = model("[[NN]]", "[[NN]]", "infeasible: [do-a, do-b]")
    findings = opened(text.replace("the-deal: [do-a, do-b], ", "")).at().conflict()

    assert chapter(findings, "equilibria").headline.startswith("1 of 1 possible state would be left by nobody")
    assert chapter(findings, "standing").statements[-1].text.startswith("1 of 1 possible state is an equilibrium")


def dated(opened: Opener) -> OpenCase:
    return opened("""
        case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
        actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
        steps: [{id: vote, name: The vote, status: scheduled, date: 2026-06}]
        events: [{id: summit, date: 2025-07, what: The summit}]
        conflict:
          assumption: whole
          decision_makers:
            - actor: north
              assumption: maker
              options:
                - {id: give-way, text: Give way, available: "step:vote", assumption: option}
                - {id: wait, text: Wait, available: {after: summit, by: 2 days}}
              preferences: {assumption: all, statements: [{when: "not {Y--}", assumption: first}, {when: wait if pay}]}
            - {actor: south, options: [{id: pay, text: Pay, assumption: silent}]}
          infeasible: [{when: give-way and wait, why: Both at once is absurd., assumption: rule}]
          status_quo: []
          named_states: {the-deal: [give-way, pay], fee: [pay]}
    """)


def test_named_states_may_not_be_possible_yet(opened: Opener) -> None:
    case = dated(opened)
    before = rows(chapter(case.at().conflict(), "equilibria"), "named-states")
    after = rows(chapter(case.at("2026-07-01").conflict(), "equilibria"), "named-states")

    assert [(row["name"], row["possible"]) for row in before] == [("the deal", False), ("fee", True)]
    assert before[0]["taken"] == ("North: Give way", "South: Pay")
    assert (before[0]["concepts"], before[0]["rank-0"]) == ("not possible at this date", None)
    assert [row["possible"] for row in after] == [True, True]


def test_every_assumption_used_is_printed_once_with_each_result(opened: Opener) -> None:
    findings = dated(opened).at("2026-07-01").conflict()
    used = [(said.text, said.assumption) for said in chapter(findings, "impasse").assumptions]

    assert used == [
        ("The conflict as a whole.", "whole"),
        ("North as a decision maker.", "maker"),
        ("North can: Give way.", "option"),
        ("North prefers not “Give way”.", "first"),
        ("The preferences of North.", "all"),
        ("South can: Pay.", "silent"),
        ("Cannot be: “Give way” and “Wait” (Both at once is absurd).", "rule"),
        ("South is indifferent between all states.", "the case states no preferences"),
        (
            "Option “Give way”: assumes that 'The vote' came about as planned (2026-06).",
            "the date decides which options are open",
        ),
    ]
    assert chapter(findings, "equilibria").assumptions == chapter(findings, "impasse").assumptions


def test_an_option_of_uncertain_date_counts_as_closed_and_says_so(opened: Opener) -> None:
    findings = dated(opened).at().conflict()
    give_way, wait, pay = rows(chapter(findings, "model"), "options")

    assert (give_way["open"], give_way["reason"]) == (False, "'The vote' is not met")
    assert wait["reason"] == (
        "it opens 2 days after 'The summit', which may lie before or after 2025-07-10; it counts as closed"
    )
    assert (pay["open"], pay["reason"], pay["assumed"]) == (True, "it can be taken at any time", "silent")
    assert any("Option “Wait”" in said.text for said in chapter(findings, "impasse").assumptions)


def test_conditions_are_said_in_the_words_of_the_options(opened: Opener) -> None:
    wants = rows(chapter(dated(opened).at().conflict(), "model"), "preferences")

    assert [row["when"] for row in wants] == ["not “Give way”", "“Wait” if “Pay”"]


RULES = [
    ("{when: not do-a}", "Cannot be: not “Do a”."),
    ("{at_most_one: [do-a, do-b]}", "At most one of: “Do a”, “Do b”."),
    ("{at_least_one: [do-a, do-b], why: or else}", "At least one of: “Do a”, “Do b” (or else)."),
    ("{together: [do-a, do-b]}", "Only together: “Do a”, “Do b”."),
    ("{take: do-a, only_if: do-b}", "Only: “Do a” if “Do b”."),
    ("{when: '{YN}'}", "Cannot be: (“Do a” and not “Do b”)."),
    ("{when: 'not {-Y}'}", "Cannot be: not “Do b”."),
]


@pytest.mark.parametrize(("rule", "words"), RULES)
def test_rules_in_words(rule: str, words: str, opened: Opener) -> None:
    text = model("[]", "[]", f"infeasible: [{rule}]")
    text = text.replace(", preferences: {assumption: n, ranking: []}", "").replace("status_quo: []", "")
    text = text.replace(", preferences: {assumption: s, ranking: []}", "")
    found = opened(text.replace("named_states: {the-deal: [do-a, do-b], quiet: []}", "")).at().conflict()

    assert [said.text for said in chapter(found, "model").statements] == [words]


MODELS = [
    ("weights: {do-a: 1}", "weights: {do-a: 1, do-b: 2}", "2 decision makers and 2 options, with 3 weights."),
    ("statements: [do-a]", "weights: {do-b: 1}", "options, with 1 preference statement and 1 weight."),
    ("ranking: [[NN, NY, YN, YY]]", "statements: [do-a, do-b]", "options, with 2 preference statements and 1 ranking."),
]


@pytest.mark.parametrize(("north", "south", "words"), MODELS)
def test_what_the_model_rests_on(north: str, south: str, words: str, opened: Opener) -> None:
    text = model("NORTH", "SOUTH").replace("ranking: NORTH", north).replace("ranking: SOUTH", south)

    assert chapter(opened(text).at().conflict(), "model").headline.endswith(words)


def test_graph_form(opened: Opener) -> None:
    """North moves from 1 to 2 and gains; South answers by 3, where it gains and North is worse off: SEQ."""
    findings = (
        opened("""
        case: {id: demo, as_of: 2025}
        actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
        conflict:
          decision_makers:
            - {actor: north, preferences: {assumption: a, ranking: [[2], [1], [3]]}}
            - {actor: south, preferences: {assumption: a, ranking: [[3], [1, 2]]}}
          graph: {states: [1, 2, 3], moves: {north: {1: [2]}, south: {2: [3]}}}
          status_quo: 1
          named_states: {ruin: 3}
    """)
        .at()
        .conflict()
    )
    impasse = chapter(findings, "impasse")

    assert impasse.headline.startswith("In the model, North would gain by moving first, but the others' own interest")
    assert impasse.because[0].text == "The status quo: state 1."
    assert "if it were to go to state 2. It stays because" in impasse.statements[0].text
    assert chapter(findings, "model").headline == "A model of 2 decision makers and 3 states, with 2 rankings."
    assert rows(chapter(findings, "model"), "preferences")[0]["when"] == "2"
    assert findings.document["named"] == {"ruin": "3"}
    assert findings.document["equilibria"]["seq"] == ["1", "3"]
    assert rows(chapter(findings, "equilibria"), "named-states")[0]["taken"] == ("state 3",)


def test_merged_states(opened: Opener) -> None:
    text = model("[[NN], [NY], [YN, YY]]", "[[NN, NY], [YN, YY]]", "coalesce: ['{Y-}']")
    findings = opened(text).at().conflict()

    assert findings.document["states"]["list"] == ["NN", "NY", "Y-"]
    assert findings.document["named"] == {"the-deal": "Y-", "quiet": "NN"}
    named = rows(chapter(findings, "equilibria"), "named-states")
    assert named[0]["taken"] == ("North: Do a", "South: Do b, or not")
    assert findings.document["rank"]["north"] == {"NN": 1, "NY": 2, "Y-": 3}


def test_a_named_state_that_was_merged_with_nothing_possible(opened: Opener) -> None:
    """Doing a opens next year: until then the deal is no state, but is still asked about in words."""
    text = model("[[NN, NY], [YN], [YY]]", "[[NN, NY], [YN], [YY]]", "coalesce: ['{N-}']")
    findings = opened(text.replace("text: Do a}", "text: Do a, available: 2026}")).at().conflict()
    deal, quiet = rows(chapter(findings, "equilibria"), "named-states")

    assert findings.document["named"] == {"the-deal": None, "quiet": "N-"}
    assert (deal["taken"], deal["possible"]) == (("Do a", "Do b"), False)
    assert (quiet["taken"], quiet["possible"]) == (("South: Do b, or not",), True)
