"""Ways and reasons in words, derived by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.ways import found as ways
from detente.lenses.conflict.why import chapter as why
from detente.lenses.look import AskError

# Options in order: North's give and (from 2026 on) reform, South's open. The status quo is NNN.
# North wants the crossing open, then not to give for nothing, then not to give. South opens only against a gift.
CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options:
            - {id: give, text: Give way, direction: take-only}
            - {id: reform, text: Reform, available: 2026}
          preferences:
            statements:
              - {when: open, why: it needs the trade, cites: [paper ¶1]}
              - {when: not give, cites: [paper ¶2]}
        - actor: south
          options: [{id: open, text: Open}]
          preferences:
            statements:
              - {when: open iff give, why: it pays like with like, cites: [paper ¶3]}
      status_quo: []
      named_states: {the-deal: [give, open], a-gift: [open], reformed: [reform, open], quo: []}
"""


def test_ways_at_a_cost_say_whose_and_in_which_order(opened: Opener) -> None:
    """Nobody gains at NNN. If North gives (a loss: it likes YNN less), South gains by opening.

    If South opens (a loss), North stands at its best state and loses by giving: it does not do so by itself, so
    only North can lead to the deal alone. The gift is South's own loss, one move.
    """
    found = chapter(opened(CASE).at().conflict(), "ways")

    assert found.headline == (
        "From the status quo, no outcome is reached by gains alone: somebody has to move without one."
    )
    assert [said.text for said in found.statements] == [
        "No way leads to “reformed” at this date: “Reform” is not open (it opens on 2026).",
    ]
    assert [(row["name"], row["moves"], row["givers"], row["steps"]) for row in rows(found, "ways")] == [
        (
            "the deal",
            2,
            ("North",),
            ("North would take “Give way” (against its own preference)", "South would take “Open”"),
        ),
        ("a gift", 1, ("South",), ("South would take “Open” (against its own preference)",)),
        ("reformed", None, None, "“Reform” is not open (it opens on 2026)"),
    ]


def test_the_deciding_preferences_stand_behind_each_step_with_their_sources(opened: Opener) -> None:
    """North dislikes giving (its second statement; the first is false both ways); South likes to pay in kind."""
    found = chapter(opened(CASE).at().conflict(), "ways")

    assert [(said.text, [str(cite.at) for cite in said.cites]) for said in found.because] == [
        ("The status quo: none of the options is taken.", []),
        ("North prefers not “Give way”.", ["¶2"]),
        ("South prefers “Open” iff “Give way”. It pays like with like.", ["¶3"]),
    ]


def test_from_another_state_gains_lead_on(opened: Opener) -> None:
    """At YNN South gains by opening: the deal. What North gave cannot be taken back: no way to NNY or NNN."""
    sight = opened(CASE).at()
    found = chapter(sight.look("conflict", ConflictOptions(start="YNN")), "ways")

    assert found.headline == "Moves that each gain their mover lead from state YNN to: the deal."
    assert [said.text for said in found.statements] == [
        "No way leads to “a gift” or “quo”: “Give way” cannot be dropped.",
        "No way leads to “reformed” at this date: “Reform” is not open (it opens on 2026).",
    ]
    first = rows(found, "ways")[0]
    assert (first["way"], first["givers"], first["steps"]) == (
        "as each mover gains",
        "nobody",
        ("South would take “Open”",),
    )


def test_either_may_go_first(opened: Opener) -> None:
    """Both like YY most and everything else alike: whoever goes first gains nothing, the other then does."""
    text = CASE.replace("direction: take-only", "direction: both").replace(
        "{when: not give, cites: [paper ¶2]}", "open"
    )
    text = text.replace("{when: open, why: it needs the trade, cites: [paper ¶1]}", "give and open")
    text = text.replace("when: open iff give", "when: give and open").replace("              - open\n", "")
    text = text.replace("a-gift: [open], reformed: [reform, open], ", "")
    found = chapter(opened(text).at().conflict(), "ways")

    assert [row["steps"] for row in rows(found, "ways")] == [
        ("North would take “Give way” (without a gain)", "South would take “Open”"),
        ("South would take “Open” (without a gain)", "North would take “Give way”"),
    ]


def test_both_may_have_to_give(opened: Opener) -> None:
    """North would rather not give, South rather not open, whatever the other does: neither step gains its mover."""
    text = CASE.replace("available: 2026", "available: false").replace("when: open iff give", "when: not open")
    text = text.replace("when: open, why", "when: not give, why").replace(
        "{when: not give, cites", "{when: open, cites"
    )
    text = text.replace("reformed: [reform, open], ", "")
    found = chapter(opened(text).at().conflict(), "ways")

    first = rows(found, "ways")[0]
    assert first["givers"] == ("North", "South")
    assert first["steps"] == (
        "South would take “Open” (against its own preference)",
        "North would take “Give way” (against its own preference)",
    )


def test_an_answer_is_told_move_by_move(opened: Opener) -> None:
    """At YNY (the deal with North's reform closed: YNY) with giving revocable, North gains by dropping it: NNY.

    South then gains by closing: NNN, which North likes less than the deal, and from which it can only give.
    """
    text = CASE.replace("direction: take-only", "direction: both").replace("status_quo: []", "status_quo: [give, open]")
    found = chapter(opened(text).at().conflict(), "impasse")

    assert found.statements[0].text == (
        "North would gain, acting alone, if it were to drop “Give way”. It stays because the others, acting in their "
        "own interest, would answer it: South would drop “Open”, which leaves North no better off, even after one more "
        "move of its own."
    )
    assert [said.text for said in found.because[1:3]] == [
        "North prefers not “Give way”.",
        "South prefers “Open” iff “Give way”. It pays like with like.",
    ]


def test_an_answer_against_ones_own_interest_says_so(opened: Opener) -> None:
    """As before, but South wants above all an open crossing: it could still close, to its own loss."""
    text = CASE.replace("direction: take-only", "direction: both").replace("status_quo: []", "status_quo: [give, open]")
    found = chapter(opened(text.replace("when: open iff give", "when: open")).at().conflict(), "impasse")

    assert found.statements[0].text == (
        "North would gain, acting alone, if it were to drop “Give way”. It stays only if it fears answers that are not "
        "in the others' own interest: South would drop “Open” (against its own preference), which leaves North no "
        "better off, even after one more move of its own."
    )


def test_a_state_asked_about_has_a_chapter_of_its_own(opened: Opener) -> None:
    """At YNN South gains by opening, and North, who cannot take back what it gave, has no move left to answer."""
    found = chapter(opened(CASE).at().look("conflict", ConflictOptions(why="YNN")), "why")

    assert found.headline == "South would leave this state, whatever the others answer."
    assert [said.text for said in found.statements] == [
        "The state asked about: North: Give way.",
        "North stays: nothing it can do alone gives it a state it prefers.",
        "South would gain, acting alone, if it were to take “Open”; that gain stands whatever the others answer, so it "
        "leaves.",
    ]


def test_an_answer_may_be_escaped(opened: Opener) -> None:
    """At NNY South gains by closing. North could then give, to its loss: YNN, no better for South, who opens again."""
    found = chapter(opened(CASE).at().look("conflict", ConflictOptions(why="a-gift")), "why")

    assert found.statements[2].text == (
        "South would gain, acting alone, if it were to drop “Open”. It stays only if it fears answers that are not in "
        "the others' own interest: North would take “Give way” (against its own preference), which leaves South no "
        "better off."
    )


def test_a_state_where_all_stay(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("conflict", ConflictOptions(why="status-quo")), "why")

    assert found.headline == "Everybody has a reason to stay at this state."


def test_there_is_no_chapter_on_ways_to_nowhere(opened: Opener) -> None:
    alone = CASE[: CASE.index("named_states")] + "named_states: {quo: []}"

    assert "ways" not in [found.id for found in opened(alone).at().conflict().findings]


def test_large_conflicts_are_searched_only_when_asked(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "MOST_STATES", 3)
    sight = opened(CASE).at()

    assert chapter(sight.conflict(), "ways").headline == (
        "Not computed: above 3 possible states the search takes long; --from status-quo asks for it."
    )
    assert chapter(sight.look("conflict", ConflictOptions(start="quo")), "ways").statements


def test_certificates_for_programs(opened: Opener) -> None:
    text = CASE.replace("direction: take-only", "direction: both")
    document = opened(text).at().look("conflict", ConflictOptions(why="the-deal")).document
    found = document["certificates"]
    answer = {"to": "NNY", "answer": [{"by": "south", "from": "NNY", "to": "NNN"}], "ends_at": "NNN"}

    assert found["state"] == "YNY"
    assert found["decision_makers"]["north"] == {
        "nash": {"stable": "false", "improvements": [{"to": "NNY", "answer": None, "ends_at": None}]},
        **{key: {"stable": "true", "improvements": [answer]} for key in ("gmr", "smr", "seq", "sseq")},
    }
    assert found["decision_makers"]["south"]["nash"] == {"stable": "true", "improvements": []}
    assert "paths" not in document


def test_paths_for_programs(opened: Opener) -> None:
    sight = opened(CASE).at()
    document = sight.look("conflict", ConflictOptions(start="status-quo")).document
    give = {"by": "north", "from": "NNN", "to": "YNN"}
    answer = {"by": "south", "from": "YNN", "to": "YNY"}

    assert document["paths"]["from"] == "NNN"
    assert document["paths"]["by_improvements"] == {"NNN": {"length": 0, "path": []}}
    assert list(document["paths"]["by_moves"]) == ["NNN", "NNY", "YNN", "YNY"]
    assert document["paths"]["least_reluctant"]["YNY"] == {"length": 2, "path": [give, answer]}
    assert "certificates" not in document

    brief = sight.look("conflict", ConflictOptions(3, start="status-quo")).document["paths"]
    assert brief["by_moves"]["count"] == 4
    assert list(brief["by_moves"]["named"]) == ["NNN", "NNY", "YNY"]
    assert brief["by_improvements"] == {"count": 1, "named": {"NNN": {"length": 0, "path": []}}}


GRAPH = """
    case: {id: demo, as_of: 2025}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - {actor: north, preferences: {assumption: a, ranking: [[2], [1], [3], [4]]}}
        - {actor: south, preferences: {assumption: a, ranking: [[3], [1, 2], [4]]}}
      graph: {states: [1, 2, 3, 4], moves: {north: {1: [2]}, south: {2: [3]}}}
      status_quo: 1
      named_states: {ruin: 3, beyond: 4}
"""


def test_graph_form(opened: Opener) -> None:
    """North gains by 1 to 2, South by 2 to 3; nothing leads to 4."""
    findings = opened(GRAPH).at().look("conflict", ConflictOptions(why="1", start="ruin"))
    own = opened(GRAPH).at().conflict()

    assert findings.document["certificates"]["decision_makers"]["north"]["seq"]["improvements"] == [
        {"to": "2", "answer": [{"by": "south", "from": "2", "to": "3"}], "ends_at": "3"}
    ]
    assert list(findings.document["paths"]["by_moves"]) == ["3"]
    assert rows(chapter(own, "ways"), "ways")[0]["steps"] == (
        "North would go to state 2",
        "South would go to state 3",
    )
    assert [said.text for said in chapter(own, "ways").statements] == ["No way leads to “beyond”: no moves lead there."]


def test_who_must_give_least_comes_first(opened: Opener) -> None:
    """North could lead to 5 alone, by 1 to 2 and 3 to 5, and lose twice; South by 1 to 4, and lose once."""
    found = opened("""
        case: {id: demo, as_of: 2025}
        actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
        conflict:
          decision_makers:
            - {actor: north, preferences: {assumption: a, ranking: [[1, 3], [5], [2, 4]]}}
            - {actor: south, preferences: {assumption: a, ranking: [[1, 3], [2, 4, 5]]}}
          graph: {states: [1, 2, 3, 4, 5], moves: {north: {1: [2], 3: [5], 4: [5]}, south: {1: [4], 2: [3]}}}
          status_quo: 1
          named_states: {far: 5}
    """)
    told = [row["steps"] for row in rows(chapter(found.at().conflict(), "ways"), "ways")]

    assert told == [
        ("South would go to state 4 (against its own preference)", "North would go to state 5"),
        (
            "North would go to state 2 (against its own preference)",
            "South would go to state 3",
            "North would go to state 5 (against its own preference)",
        ),
    ]


WRONG = [
    ("the-del", "the conflict has no state 'the-del'; did you mean 'the-deal'?"),
    ("NNZ", "the conflict has no state 'NNZ'; did you mean 'YNN'?"),
    ("NN", "the conflict has no state 'NN'; did you mean 'YNN'?"),
    (
        "7",
        "the conflict has no state '7'; states are written like NNN, or by name: the-deal, a-gift, reformed, quo, "
        "status-quo",
    ),
    ("NYN", "the state 'NYN' cannot be at this date"),
    ("reformed", "the state 'reformed' cannot be at this date: “Reform” is not open (it opens on 2026)"),
]


@pytest.mark.parametrize(("word", "message"), WRONG)
def test_states_that_are_none(word: str, message: str, opened: Opener) -> None:
    with pytest.raises(AskError) as caught:
        opened(CASE).at().look("conflict", ConflictOptions(why=word))

    assert (caught.value.option, str(caught.value)) == ("why", message)


def test_a_graph_names_its_states_when_asked_for_another(opened: Opener) -> None:
    with pytest.raises(AskError, match="states are called 1, 2, 3, 4, or by name: ruin, beyond, status-quo"):
        opened(GRAPH).at().look("conflict", ConflictOptions(start="elsewhere"))


def test_there_may_be_no_status_quo(opened: Opener) -> None:
    with pytest.raises(AskError, match="the case states no status quo"):
        opened(CASE.replace("status_quo: []", "")).at().look("conflict", ConflictOptions(start="status-quo"))


@pytest.mark.parametrize("option", ["--why", "--from"])
def test_on_the_command_line(option: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("\n".join(line[4:] for line in CASE.splitlines()), encoding="utf-8")
    key = {"--why": "certificates", "--from": "paths"}[option]

    good, wrong = run("conflict", path, "--json", option, "the-deal"), run("conflict", path, option, "the-del")

    assert key in json.loads(good.stdout)
    assert wrong.exit_code == 2
    assert "did you mean 'the-deal'?" in wrong.stderr


def test_reasons_that_would_take_too_many_searches_are_refused(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(why, "MOST_SEARCHED", 0)
    with pytest.raises(AskError, match=r"gains from this state, and the answers to each are searched over") as refused:
        opened(CASE).at().look("conflict", ConflictOptions(why="YNN"))
    assert refused.value.option == "why"
