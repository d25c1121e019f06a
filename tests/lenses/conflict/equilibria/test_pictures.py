"""The pictures of a conflict against a plain reading of the same results, and in the words of a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, Opener
from tests.lenses.conflict.ways.test_ways import CASE as ESCAPED
from tests.lenses.reading import chapter, rows

from detente.case.conflict import Conflict
from detente.findings import Figure, Findings
from detente.findings.figures.board import Arc, Board
from detente.findings.figures.plane import Plane
from detente.findings.figures.routes import Gain, Routes
from detente.lenses.conflict.equilibria import board, plane
from detente.lenses.conflict.options import ConflictOptions
from detente.models.conflict.joint import plain_conflict
from detente.session import open_case

CASES = [
    "examples/south-caucasus",
    "catalog/group-decision-and-negotiation/kilgour-hipel-2005/elmira.yaml",
    "catalog/socratic-form-microscopy/jacobi-2017/base.yaml",
    "catalog/textbook/two-by-two/chicken.yaml",
    "catalog/probes/detente-2025/legal-sequence.yaml",
    "catalog/probes/detente-2025/smr-escape.yaml",
    "catalog/probes/detente-2025/indifferent-sanction.yaml",
]

CROSSING = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: "<South> & Sons", kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: pay, text: Pay a fee}, {id: leave, text: Leave for good, direction: take-only}]
          preferences:
            assumption: a
            statements: [{when: not leave, why: w}, {when: open, why: w}, {when: not pay, why: w}]
        - actor: south
          options: [{id: open, text: Open}]
          preferences: {assumption: a, statements: [{when: open iff pay, why: w}, {when: open, why: w}]}
      status_quo: []
      named_states: {deal: [pay, open], gift: [open]}
"""


def figures(findings: Findings) -> dict[str, Figure]:
    return {figure.id: figure for finding in findings.findings for figure in finding.figures}


def spec(findings: Findings, name: str) -> Any:
    return figures(findings)[name].spec


def kinds(document: Mapping[str, Any], conflict: Conflict) -> dict[str, int]:
    """Return for each state whether nobody gains by leaving (0), it holds all the same (1), or neither (2).

    Where somebody would gain by leaving if it could undo what was done, it is 3.
    """
    held = {name for found in document["equilibria"].values() for name in found}
    firm = set(document["equilibria"]["nash"])
    found = {name: 0 if name in firm else 1 if name in held else 2 for name in document["states"]["list"]}
    return found | {name: 3 for name in firm if _is_trap(name, document["rank"], conflict)}


def _is_trap(name: str, rank: Mapping[str, Mapping[str, int]], conflict: Conflict) -> bool:
    """Whether somebody would rather be where only its own options differ, either way."""
    if not conflict.options or conflict.coalesce:
        return False
    for i, maker in enumerate(conflict.decision_makers):
        mine = [owner == i for owner in conflict.owners]
        others = [c for c, own in zip(name, mine, strict=True) if not own]
        near = [s for s in rank[maker.actor] if [c for c, own in zip(s, mine, strict=True) if not own] == others]
        if any(rank[maker.actor][s] < rank[maker.actor][name] for s in near):
            return True
    return False


def stepped(ranks: Mapping[str, int], quo: str | None, most: int) -> dict[str, int]:
    """Return the step of each state, the worst at 0; of more ranks than steps, neighbours share one."""
    worst = max(ranks.values())
    step = plane._steps(worst, None if quo is None else worst - ranks[quo], most)
    return {name: int(step[worst - rank]) for name, rank in ranks.items()}


@pytest.mark.parametrize("path", CASES)
def test_the_plane_is_the_ranks_of_two(path: str) -> None:
    findings = open_case(ROOT / path).at().conflict()
    drawn: Plane = spec(findings, "plane")
    case = open_case(ROOT / path).case
    assert case.conflict is not None
    document, kind = findings.document, kinds(findings.document, plain_conflict(case.conflict))
    ids = {actor.name: actor.id for actor in case.actors}
    one, other = (document["rank"][ids[axis.who]] for axis in (drawn.across, drawn.up))
    quo = document["status_quo"]
    across, up = (stepped(ranks, quo, axis.steps) for ranks, axis in ((one, drawn.across), (other, drawn.up)))
    places = {name: (across[name], up[name]) for name in kind}
    counted: Counter[tuple[int, int, int]] = Counter((*places[name], kind[name]) for name in kind)

    for axis, ranks in ((drawn.across, one), (drawn.up, other)):
        assert axis.steps == min(max(ranks.values()), plane._STEPS)
    assert {(spot.x, spot.y, k): n for spot in drawn.spots for k, n in enumerate(spot.kinds) if n} == counted
    best = {p for p in places.values() if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in places.values())}
    assert set(drawn.frontier) == (best if len(best) > 1 else set())
    assert list(drawn.frontier) == sorted(drawn.frontier)
    assert drawn.base == (None if quo is None else places[quo])


@pytest.mark.parametrize("path", CASES)
def test_the_table_has_a_row_for_each_name_and_counts_every_other_state(path: str) -> None:
    findings = open_case(ROOT / path).at().conflict()
    figure = figures(findings)["plane"]
    names = [name for pin in spec(findings, "plane").pins for name in pin.names]
    said = [str(row.cells[0]) for row in figure.table.rows]
    others = [int(words.split()[0]) for words in said if words.endswith(("other state", "other states"))]

    assert set(names) <= set(said)
    assert len(said) - len(others) + sum(others) == findings.document["states"]["count"]


@given(st.integers(1, 200), st.integers(4, 40), st.data())
def test_steps_keep_the_order_and_the_base_to_itself(levels: int, most: int, data: st.DataObject) -> None:
    base = data.draw(st.one_of(st.none(), st.integers(0, levels - 1)))
    found = plane._steps(levels, base, most).tolist()

    assert len(found) == levels
    assert set(found) == set(range(max(found) + 1))
    assert found == sorted(found)
    assert max(found) < max(most, 1)
    assert base is None or found.count(found[base]) == 1
    assert levels > most or found == list(range(levels))


def test_one_concept_is_enough_to_hold(opened: Opener) -> None:
    """At NNY of that case South stays only by GMR: the answer that it fears can be escaped."""
    findings = opened(ESCAPED).at().conflict()
    board: Board = spec(findings, "state-graph")
    held = [key for key, found in findings.document["equilibria"].items() if "NNY" in found]

    assert held == ["gmr"]
    assert {s.name: s.kind for s in board.squares}["a gift"] == 1


def test_the_two_with_the_most_options_are_compared() -> None:
    figure = figures(open_case(ROOT / CASES[0]).at().conflict())["plane"]

    assert figure.title == "How good each state is for Azerbaijan and Armenia"
    assert "They are the two with the most options" in figure.description


def test_who_gains_is_said_in_words(opened: Opener) -> None:
    figure = figures(opened(CROSSING).at().conflict())["plane"]

    assert figure.title == "How good each state is for North and <South> & Sons"
    assert figure.description == (
        "Further right is better for North, further up better for <South> & Sons. 1 of 8 states is better than the "
        "status quo for both, in the shaded part: deal; somebody would gain by leaving it. 3 are worse for both. On "
        "the line that nothing possible goes beyond: deal and gift."
    )


def test_the_table_of_the_plane(opened: Opener) -> None:
    found = chapter(opened(CROSSING).at().conflict(), "equilibria")
    table = rows(found, "plane")

    assert [(row["state"], row["compared"], row["rank-0"], row["rank-1"]) for row in table][:3] == [
        ("status quo", None, 3, 2),
        ("deal", "better for both", 2, 1),
        ("gift", "better for North, worse for <South> & Sons", 1, 3),
    ]


def test_above_some_number_ranks_share_steps(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plane, "MANY", 3)
    monkeypatch.setattr(plane, "_FEW_STEPS", 4)
    findings = opened(CROSSING).at().conflict()
    drawn: Plane = spec(findings, "plane")

    assert drawn.across.steps == 4
    assert sum(map(sum, (spot.kinds for spot in drawn.spots))) == 8
    assert "Several neighbouring ranks share a step of the picture." in figures(findings)["plane"].description


def test_one_alone_is_not_compared(opened: Opener) -> None:
    alone = """
        case: {id: demo, as_of: 2025}
        actors: [{id: north, name: North, kind: state}]
        conflict:
          decision_makers:
            - {actor: north, options: [{id: pay, text: Pay}], preferences: {assumption: a, weights: {pay: 1}}}
    """
    found = figures(opened(alone).at().conflict())

    assert list(found) == ["state-graph"]


def moves(document: Mapping[str, Any], owners: str, fixed: str) -> Iterator[tuple[int, str, str]]:
    """Yield the moves in option form: who, from, to; options marked in ``fixed`` are not dropped again."""
    for source, target in product(document["states"]["list"], repeat=2):
        changed = [k for k, (here, there) in enumerate(zip(source, target, strict=True)) if here != there]
        who = {owners[k] for k in changed}
        if len(who) == 1 and not any(fixed[k] == "t" and source[k] == "Y" for k in changed):
            yield int(who.pop()), source, target


def drawn_arcs(board: Board, names: list[str]) -> set[tuple[int, str, str, Gain]]:
    def said(arc: Arc) -> tuple[int, str, str, Gain]:
        return arc.by, names[arc.source], names[arc.target], arc.gain

    assert len({said(arc) for arc in board.arcs}) == len(board.arcs)
    return {said(arc) for arc in board.arcs}


def worth(rank: dict[str, int], source: str, target: str) -> Gain:
    if rank[source] == rank[target]:
        return Gain.EVEN
    return Gain.GAIN if rank[target] < rank[source] else Gain.COST


def test_the_state_graph_draws_every_move_once(opened: Opener) -> None:
    document = opened(CROSSING).at().conflict().document
    names, rank = document["states"]["list"], [document["rank"][maker] for maker in ("north", "south")]
    every = {(by, s, t, worth(rank[by], s, t)) for by, s, t in moves(document, "001", "bt-")}
    found = drawn_arcs(spec(opened(CROSSING).at().conflict(), "state-graph"), names)

    assert found <= every
    for by, source, target, gain in every:
        back = (by, target, source, worth(rank[by], target, source))
        assert ((by, source, target, gain) in found) + (back in found) == 1
        assert gain is not Gain.GAIN or (by, source, target, gain) in found


def test_with_many_moves_only_the_best_are_drawn(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "_MOST_ARCS", 3)
    findings = opened(CROSSING).at().conflict()
    document, names = findings.document, findings.document["states"]["list"]
    rank = [document["rank"][maker] for maker in ("north", "south")]
    best: dict[tuple[int, str], int] = {}
    for by, source, target in moves(document, "001", "bt-"):
        if rank[by][target] < rank[by][source]:
            best[by, source] = min(best.get((by, source), 99), rank[by][target])
    found = drawn_arcs(spec(findings, "state-graph"), names)

    assert {(by, source): rank[by][target] for by, source, target, _ in found} == best
    assert {gain for *_, gain in found} == {Gain.GAIN}
    assert "Drawn are only the moves that gain" in figures(findings)["state-graph"].description


def test_columns_and_rows_say_what_is_done(opened: Opener) -> None:
    """Two options of one across three rows of nothing: North's four settings, South's two."""
    findings = opened(CROSSING).at().conflict()
    board: Board = spec(findings, "state-graph")
    table = figures(findings)["state-graph"].table

    assert {board.across: board.columns, board.down: board.rows} == {
        "what North does": ("nothing", "Leave for good", "Pay a fee", "Pay a fee; Leave for good"),
        "what <South> & Sons does": ("nothing", "Open"),
    }
    assert [square.name for square in board.squares if square.name] == ["status quo", "gift", "deal"]
    assert [square.start for square in board.squares] == [True] + [False] * 7
    assert len(table.rows) == len(board.squares)


def test_a_graph_stands_in_columns_by_the_number_of_moves() -> None:
    board: Board = spec(open_case(ROOT / CASES[1]).at().conflict(), "state-graph")
    columns = [[s.name for s in board.squares if s.column == k] for k, _ in enumerate(board.columns)]

    assert (board.columns, board.across) == (("0 moves", "1 move", "2 moves", "3 moves"), "how many moves from state 1")
    assert columns == [["1"], ["2", "3", "5", "9"], ["4", "6", "7"], ["8"]]
    assert len({(square.column, square.row) for square in board.squares}) == 9


def test_coalesced_states_are_drawn_by_their_patterns(opened: Opener) -> None:
    text = CROSSING.replace("status_quo: []", 'coalesce: ["{-Y-}"]').replace(
        "statements: [{when: open iff pay, why: w}, {when: open, why: w}]", "statements: [{when: not leave, why: w}]"
    )
    text = text.replace("{when: open, why: w}, {when: not pay, why: w}", "{when: open and not leave, why: w}")
    board: Board = spec(opened(text).at().conflict(), "state-graph")

    assert "-Y-" in {square.name for square in board.squares}
    assert len(board.squares) == 5


def test_large_conflicts_have_no_state_graph() -> None:
    assert list(figures(open_case(ROOT / CASES[0]).at().conflict())) == ["ways", "plane"]


def test_the_ways_say_what_each_move_is_worth(opened: Opener) -> None:
    findings = opened(CROSSING).at().conflict()
    drawn: Routes = spec(findings, "ways")

    pay = ("North", Gain.COST, ("+ Pay a fee",), False)
    assert [[(hop.by, hop.gain, hop.label, hop.named) for hop in way] for way in drawn.ways] == [
        [pay, ("<South> & Sons", Gain.GAIN, ("deal",), True)],
        [("<South> & Sons", Gain.COST, ("gift",), True)],
        [pay, ("<South> & Sons", Gain.GAIN, ("deal",), True), ("North", Gain.GAIN, ("gift",), True)],
    ]
    assert figures(findings)["ways"].description == (
        "Arrows lead from the status quo to the outcomes asked about, move by move; each says who moves, and what the "
        "move is worth to it. No first move that is drawn gains its mover anything; once somebody has made it, gains "
        "alone lead on to “deal” and “gift”."
    )
    assert figures(findings)["ways"].table.id == "ways"


def test_the_ways_from_elsewhere(opened: Opener) -> None:
    findings = opened(CROSSING).at().look("conflict", ConflictOptions(start="gift"))

    assert spec(findings, "ways").origin == ("gift",)
    assert figures(findings)["ways"].title == "Moves from “gift”"


def test_without_a_way_there_is_no_drawing_but_a_table(opened: Opener) -> None:
    stuck = CROSSING.replace("status_quo: []", "status_quo: [leave]").replace(", {id: open, text: Open}", "")
    found = chapter(opened(stuck).at().conflict(), "ways")

    assert [table.id for table in found.tables] == ["ways"]
    assert found.figures == ()


def test_the_terminal_prints_the_start_of_a_long_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from detente.cli.text import print_findings

    path = tmp_path / "case.yaml"
    more = "options: [{id: open, text: Open}, {id: a}, {id: b}]"
    text = CROSSING.replace("options: [{id: open, text: Open}]", more)
    path.write_text("\n".join(line[4:] for line in text.splitlines()), encoding="utf-8")
    print_findings(open_case(path).at().conflict())

    assert "… and 8 more on the page." in capsys.readouterr().out
