"""A conflict that cannot be modelled is a diagnostic at its line."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

from detente.session import CaseError

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
"""
TWO = """  decision_makers:
    - {actor: north, options: [{id: sign}, {id: amend}], preferences: {weights: {}, assumption: a}}
    - {actor: south, options: [{id: pay}], preferences: {weights: {}, assumption: a}}
"""


def ranked(groups: str) -> str:
    return f"""  decision_makers:
    - {{actor: north, options: [{{id: sign}}], preferences: {{ranking: {groups}, assumption: a}}}}
    - {{actor: south, options: [{{id: pay}}], preferences: {{weights: {{}}, assumption: a}}}}
"""


def graph(moves: str, ranking: str, rest: str = "") -> str:
    return f"""  graph: {{states: [1, 2], moves: {moves}}}
  decision_makers: [{{actor: north, preferences: {{ranking: {ranking}, assumption: a}}}}]
{rest}"""


BROKEN = {
    "DT500 a condition that breaks off": (TWO + '  infeasible: [{when: "sign and»"}]', "DT500"),
    "DT500 a pattern of the wrong length": (TWO + '  infeasible: [{when: "»{Y-}"}]', "DT500"),
    "DT501 an option misspelt": (TWO + '  infeasible: [{when: "sign and »py"}]', "DT501 no option has the id 'py'"),
    "DT501 an option misspelt, unquoted": (
        TWO + "  infeasible: [{when: not »sgn}]",
        "DT501 no option has the id 'sgn'",
    ),
    "DT501 a status quo of nothing": (TWO + "  status_quo: [»sgn]", "DT501 no option has the id 'sgn'"),
    "DT501 a named state of nothing": (
        TWO + "  named_states: {deal: [sign, »sgn]}",
        "DT501 no option has the id 'sgn'",
    ),
    "DT502 a ranking that misses a state": (
        ranked("»[[NN], [YN], [NY]]"),
        "DT502 the ranking misses 1 feasible state: YY",
    ),
    "DT502 a state ranked twice": (ranked("[[NN], [YN, »NN], [NY], [YY]]"), "DT502 'NN' is ranked twice"),
    "DT502 a state that is no state": (
        ranked("[[NN], [YN], [NY], [YY], [»YYY]]"),
        "DT502 'YYY' is not a feasible state",
    ),
    "DT503 no preferences at all": (
        "  decision_makers: [»{actor: north, options: [{id: sign}]}]",
        "DT503 'north' has no preferences: it counts as indifferent",
    ),
    "DT504 a status quo that cannot be": (
        TWO + "  infeasible: [{when: sign}]\n  status_quo: »[sign]",
        "DT504 the status quo cannot be: it is ruled out as infeasible",
    ),
    "DT504 a move to a state that is not listed": (
        graph("{north: {1: [»3]}}", "[[1], [2]]"),
        "DT504 the graph has no state '3'",
    ),
    "DT504 a status quo that is not listed": (
        graph("{}", "[[1], [2]]", "  status_quo: »7"),
        "DT504 the graph has no state '7'",
    ),
    "DT505 a named state that can never be": (
        TWO + "  infeasible: [{when: sign}]\n  named_states: {deal: »[sign]}",
        "DT505 'deal' can never be",
    ),
    "DT505 a named state that can never be, with a text": (
        TWO + "  infeasible: [{when: sign}]\n  named_states: {deal: »{text: The deal, take: [sign]}}",
        "DT505 'deal' can never be",
    ),
    "DT544 two named states of one text": (
        TWO + "  named_states: {deal: {text: The deal, take: [sign]}, other: {text: »The deal., take: [pay]}}",
        "DT544 'other' and 'deal' are both called “The deal”",
    ),
    "DT544 a named state called like the name of another": (
        TWO + "  named_states: {the-deal: [sign], other: {text: »the deal, take: [pay]}}",
        "DT544 'other' and 'the-deal' are both called “the deal”",
    ),
    "DT545 a named state that the status quo would be asked about by": (
        TWO + "  named_states: {»status-quo: [sign]}",
        "DT545 'status-quo' means the state of 'status_quo'",
    ),
    "DT501 an outcome of an issue": (
        TWO + "  infeasible: [{when: not »treaty is signed}]",
        "DT501 'treaty is signed' speaks of an outcome, and conditions of the conflict of options",
    ),
    "DT504 a named state that is not listed, with a text": (
        graph("{}", "[[1], [2]]", "  named_states: {deal: {text: The deal, take: »7}}"),
        "DT504 the graph has no state '7'",
    ),
    "DT205 an option twice in a named state with a text": (
        TWO + "  named_states: {deal: {text: The deal, take: [sign, »sign]}}",
        "DT205 'sign' stands twice in this list",
    ),
    "DT506 options and a graph": (
        "  graph: {states: [1], moves: {}}\n"
        "  decision_makers: [{actor: north, options: »[{id: a}], preferences: {ranking: [[1]], assumption: a}}]",
        "DT506 a conflict with a graph has no options",
    ),
    "DT506 no options and no graph": (
        "  »decision_makers: [{actor: north, preferences: {weights: {}, assumption: a}}]",
        "DT506 no decision maker has an option, and there is no graph",
    ),
    "DT506 a move to itself": (
        graph("{north: {1: [»1]}}", "[[1], [2]]"),
        "DT506 a move from '1' to itself is no move",
    ),
    "DT506 moves of one who does not decide": (
        graph("{south: »{1: [2]}}", "[[1], [2]]"),
        "DT506 'south' is not a decision maker",
    ),
    "DT506 weights in graph form": (
        "  graph: {states: [1], moves: {}}\n"
        "  decision_makers: [{actor: north, preferences: »{weights: {}, assumption: a}}]",
        "DT506 in graph form preferences are a ranking",
    ),
    "DT508 nothing can be": (
        TWO + "  infeasible: »[{when: sign}, {when: not sign}]",
        "DT508 the infeasible combinations leave no state",
    ),
    "DT509 a pattern that nothing matches": (
        TWO + "  infeasible: [{when: sign}]\n  coalesce: [»'{Y--}']",
        "DT509 '{Y--}' is no pattern that a feasible state matches",
    ),
    "DT509 states that somebody distinguishes": (
        TWO.replace("weights: {}", "weights: {pay: 1}", 1) + "  coalesce: [»'{Y--}']",
        "DT509",
    ),
    "DT509 two patterns that share states": (TWO + "  coalesce: ['{Y--}', »'{-Y-}']", "DT509"),
    "DT510 a decision maker listed twice": (
        TWO + "    - {actor: »south, options: [{id: veto}], preferences: {weights: {}, assumption: a}}",
        "DT510 'south' decides twice",
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_conflict_that_cannot_be_modelled(text: str, expected: str, opened: Opener) -> None:
    text, places = marked(HEAD + text)

    found = problems(opened(text))

    assert len(found) == len(places) == 1
    assert found[0].startswith(f"{places[0]} {expected}")


def test_whether_states_can_become_one_is_decided_at_the_date(opened: Opener) -> None:
    text = TWO.replace("weights: {}", "weights: {amend: 1}", 1).replace("{id: amend}", "{id: amend, available: 2026}")
    case = opened(HEAD + text + "  coalesce: ['{Y--}']")

    assert problems(case) == []
    assert case.at("2025-12-31").conflict().document["states"]["list"] == ["NNN", "NNY", "Y--"]
    with pytest.raises(CaseError, match="'north' prefers some to others"):
        case.at("2026-12-31").conflict()


def many(preferences: str, *, options: int = 80, rest: str = "") -> str:
    """Return the text of a conflict of so many options of one decision maker."""
    listed = ", ".join(f"{{id: o{k}}}" for k in range(options))
    return f"{HEAD}  decision_makers: [{{actor: north, options: [{listed}], preferences: {preferences}}}]\n{rest}"


LARGE = {
    "none": ("{weights: {o3: 0.1}, assumption: a}", "", []),
    "a ranking": (
        "{ranking: [[Y], [N]], assumption: a}",
        "",
        ["DT507 a ranking lists states, but 80 options make 2^80"],
    ),
    "states that merge": (
        "{weights: {}, assumption: a}",
        "  coalesce: ['{Y-}']",
        ["DT507 states that are merged are listed, but 80 options make 2^80"],
    ),
    "a short pattern": ("{statements: ['{Y-}'], assumption: a}", "", ["DT500 this pattern has 2 marks for 80 options"]),
    "an unknown option": ("{statements: ['not o80'], assumption: a}", "", ["DT501 no option has the id 'o80'"]),
    "too many digits": (
        "{weights: {o1: 1e30, o2: 1e-30}, assumption: a}",
        "",
        ["DT502 the weights have too many digits to be added exactly: round them"],
    ),
    "an unknown option in the status quo": (
        "{weights: {}, assumption: a}",
        "  status_quo: [p1]",
        ["DT501 no option has the id 'p1'"],
    ),
    "a status quo ruled out": (
        "{weights: {}, assumption: a}",
        "  infeasible: [{when: o1 and o2}]\n  status_quo: [o1, o2]",
        ["DT504 the status quo cannot be: it is ruled out as infeasible"],
    ),
    "a named state that can never be": (
        "{weights: {}, assumption: a}",
        "  infeasible: [{when: o1 and o2}]\n  named_states: {both: [o1, o2], one: [o1]}",
        ["DT505 'both' can never be"],
    ),
    "nothing at all": (
        "{weights: {}, assumption: a}",
        "  infeasible: [{at_least_one: [o1, o2]}, {when: o1}, {when: o2}]",
        ["DT508 the infeasible combinations leave no state"],
    ),
}


@pytest.mark.parametrize(("preferences", "rest", "expected"), LARGE.values(), ids=list(LARGE))
def test_a_conflict_too_large_to_list_is_read_all_the_same(
    preferences: str, rest: str, expected: list[str], opened: Opener
) -> None:
    found = [problem.partition(" ")[2] for problem in problems(opened(many(preferences, rest=rest)))]

    assert len(found) == len(expected)
    assert all(said.startswith(wanted) for said, wanted in zip(found, expected, strict=True)), found


def test_the_problems_of_a_large_conflict_stand_at_their_lines(opened: Opener) -> None:
    found = problems(opened(many("{ranking: [[Y]], assumption: a}", rest="  status_quo: []\n  coalesce: ['{Y-}']\n")))

    assert [problem.split(":")[0] for problem in found] == ["4", "6"]


def test_a_large_conflict_may_have_no_state_at_a_date_only(opened: Opener) -> None:
    text = many("{weights: {}, assumption: a}", options=30, rest="  infeasible: [{when: not o1}]\n  from: 2024\n")
    case = opened(text.replace("{id: o1}", "{id: o1, available: 2026}"))

    assert problems(case) == ["5:15 DT508 the infeasible combinations leave no state at this date"]
    later = opened(text.replace("{id: o1}", "{id: o1, available: 2025-06}"))
    assert problems(later) == []
    with pytest.raises(CaseError, match="DT508 the infeasible combinations leave no state at this date"):
        later.at("2025-01-01").conflict()


def test_all_conditions_are_read_before_anything_is_said(opened: Opener) -> None:
    case = opened(HEAD + TWO + "  infeasible: [{when: sgn}, {when: py}, {take: sign, only_if: nobdy}]")

    assert [problem.split()[1] for problem in problems(case)] == ["DT501"] * 3


def test_an_option_that_is_not_yet_available_may_be_ranked(opened: Opener) -> None:
    text = ranked("[[NN], [YN], [NY], [YY]]").replace("{id: sign}", "{id: sign, available: 2026-01}")

    case = opened(HEAD + text)
    assert problems(case) == []
    assert case.at("2025-12-31").conflict().document["states"]["list"] == ["NN", "NY"]
    assert case.at("2026-01-15").conflict().document["states"]["list"] == ["NN", "NY"]
    assert case.at("2026-01-31").conflict().document["states"]["list"] == ["NN", "NY", "YN", "YY"]


@pytest.mark.parametrize("word", ["not", "and", "or", "if", "implies", "iff"])
def test_an_option_cannot_be_named_like_a_word_of_conditions(word: str, opened: Opener) -> None:
    text, places = marked(HEAD + TWO.replace("{id: sign}", f"{{id: »{word}}}"))

    assert problems(opened(text)) == [f"{places[0]} DT511 '{word}' is a word of conditions and cannot name an option"]


def test_a_ranking_may_leave_out_what_no_date_asked_for_makes_possible(opened: Opener) -> None:
    text = ranked("[[NN], [NY]]").replace("{id: sign}", "{id: sign, available: 2026-01-01}")
    case = opened(HEAD + text)

    assert problems(case) == []
    assert case.at("2025-12-31").conflict().document["rank"]["north"] == {"NN": 1, "NY": 2}
    with pytest.raises(CaseError, match="DT502 the ranking misses 2 feasible states: YN, YY"):
        case.at("2026-01-01").conflict()


def test_an_option_twice_is_told_and_nothing_is_worked_out_from_it(opened: Opener) -> None:
    case = opened("""
        actors: [{id: a, name: A, kind: state}]
        conflict:
          decision_makers:
            - {actor: a, options: [{id: p}], preferences: {statements: [p], assumption: x}}
            - {actor: a, options: [{id: p}], preferences: {statements: [not p], assumption: x}}
    """)
    assert [found.code for found in case.diagnostics] == ["DT510", "DT200"]
