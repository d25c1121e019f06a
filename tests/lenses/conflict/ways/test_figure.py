"""The picture of the ways: at most six rows, each outcome in one of them or named as left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.conflict.matrix.test_matrix import CONFLICTS, NAMES, STATES, opened_at
from tests.lenses.reading import chapter, rows

from detente.findings import Finding
from detente.findings.figures.routes import Gain, Routes
from detente.lenses.conflict.ways.figure import MOST_ROWS

WORTHS = {"": Gain.GAIN, " (without a gain)": Gain.EVEN, " (against its own preference)": Gain.COST}


def drawn(found: Finding) -> Routes:
    spec = found.figures[0].spec
    assert isinstance(spec, Routes)
    return spec


def told(found: Finding) -> dict[str, list[list[tuple[str, Gain]]]]:
    """Return by outcome, from the table in words, who moves on each way, and at what worth."""
    ways: dict[str, list[list[tuple[str, Gain]]]] = {}
    for row in rows(found, "ways"):
        steps = row["steps"] if isinstance(row["steps"], tuple) else ()
        ways.setdefault(row["name"], []).append([_mover(step) for step in steps])
    return ways


def _mover(step: str) -> tuple[str, Gain]:
    worth = next(gain for words, gain in reversed(WORTHS.items()) if step.endswith(words))
    return next(name for name in NAMES.values() if step.startswith(name)), worth


@given(CONFLICTS, st.lists(STATES, min_size=5, max_size=9, unique_by=tuple))
def test_each_outcome_has_a_row_or_is_named_as_left_out(
    tmp_path_factory: pytest.TempPathFactory, conflict: dict[str, Any], named: list[list[str]]
) -> None:
    conflict |= {"named": named, "quo": conflict["quo"] or []}
    sight = opened_at(tmp_path_factory.mktemp("ways"), conflict)
    found = None if sight is None else next(each for each in sight.conflict().findings if each.id == "ways")
    if found is None or not found.figures:
        return
    spec, ways = drawn(found), told(found)
    assert 1 <= len(spec.ways) + len(spec.closed) <= MOST_ROWS
    left_out = " ".join(said.text for said in found.statements if said.text.startswith("The picture leaves out"))
    ends = {label.removeprefix("or ") for way in spec.ways for label in way[-1].label}
    shut = " ".join(name for name, _ in spec.closed)
    for name, paths in ways.items():
        assert name in ends or name in shut or f"“{name}”" in left_out
        assert not (name in ends and any(not path for path in paths))
    for way in spec.ways:
        for label in way[-1].label:
            path = [(hop.by, hop.gain) for hop in way]
            assert path in [*ways[label.removeprefix("or ")], *_swapped(path, ways[label.removeprefix("or ")])]
    if not left_out:
        firsts = {(path[0], len(path)) for paths in ways.values() for path in paths if path}
        shown = {((hop, way[0].gain), len(way)) for way in spec.ways for hop in way[0].by.split(" or ")}
        assert firsts == shown


def _swapped(path: list[tuple[str, Gain]], ways: list[list[tuple[str, Gain]]]) -> list[list[tuple[str, Gain]]]:
    """Return the row itself where it stands for two ways that differ in who goes first only."""
    if len(path) != 2 or path[1][0] != "the other":
        return []
    one, other = path[0][0].split(" or ")
    both = [[(one, path[0][1]), (other, path[1][1])], [(other, path[0][1]), (one, path[1][1])]]
    return [path] if ways == both else []


TREATY = """
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      joint: [{id: sign, text: Sign, by: [north, south], direction: take-only}]
      decision_makers:
        - {actor: north, options: [{id: a, text: A}, {id: b, text: B}], preferences: {assumption: n, statements: NORTH}}
        - {actor: south, options: [{id: c, text: C}], preferences: {assumption: s, statements: [sign, not c]}}
      status_quo: []
      named_states: {peace: [sign], first: [a], second: [b], third: [c]}
"""


def test_two_ways_that_differ_in_who_goes_first_are_one_row(opened: Opener) -> None:
    text = TREATY.replace("NORTH", "[sign, not a, not b]")
    spec = drawn(chapter(opened(text).at().conflict(), "ways"))

    assert [[(hop.by, hop.gain, hop.label) for hop in way] for way in spec.ways] == [
        [("North or South", Gain.EVEN, ("+ consent to “Sign”",)), ("the other", Gain.GAIN, ("peace",))],
        [("North", Gain.COST, ("first", "or second"))],
        [("South", Gain.COST, ("third",))],
    ]


def test_two_ways_of_unlike_worth_are_two_rows(opened: Opener) -> None:
    text = TREATY.replace("NORTH", "[sign, not sign@north, not a, not b]")
    spec = drawn(chapter(opened(text).at().conflict(), "ways"))

    assert [[(hop.by, hop.gain) for hop in way] for way in spec.ways][:2] == [
        [("North", Gain.COST), ("South", Gain.GAIN)],
        [("South", Gain.EVEN), ("North", Gain.GAIN)],
    ]
