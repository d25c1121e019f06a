"""The grid of a state graph: columns for what some do and rows for what the others do, or one column a move."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import counted, listed
from detente.methods.gmcr.moves.paths import paths_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.conflict import Option
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import States

MOST_COLUMNS, MOST_ROWS = 10, 16
_TALL = 8


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each state stands.

    Attributes
    ----------
    columns, rows
        What is so in each of them; rows of "" mean nothing by themselves.
    across, down
        What the columns and the rows stand for.
    places
        Column and row of each state, in the order of the states.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    across: str
    down: str
    places: tuple[tuple[int, float], ...]


def grid(analysis: Explicit, states: States) -> Grid | None:
    """Return the grid of some states; ``None`` where it would be too large to read."""
    found = _by_options(analysis, states) if analysis.model.labels is None else None
    found = found or _by_moves(analysis, states)
    return found if len(found.columns) <= MOST_COLUMNS and len(found.rows) <= MOST_ROWS else None


def _by_options(analysis: Explicit, states: States) -> Grid | None:
    """Return what some do across and what the others do downwards, as square as can be."""
    owners = analysis.conflict.owners
    names = [analysis.model.name(int(state)) for state in states]
    best: Grid | None = None
    active = sorted(set(owners))
    splits = [set(some) for size in range(1, len(active)) for some in combinations(active, size)]
    for some in splits or [set(active)]:
        across = [k for k, owner in enumerate(owners) if owner in some]
        if not splits:
            across = across[: (len(across) + 1) // 2]
        down = [k for k in range(len(owners)) if k not in across]
        made = _split(analysis, names, (across, down))
        small = len(made.columns) <= MOST_COLUMNS and len(made.rows) <= MOST_ROWS
        if small and (best is None or _worst(made) < _worst(best)):
            best = made
    return best


def _worst(made: Grid) -> tuple[int, int]:
    return max(len(made.columns), len(made.rows)), len(made.columns)


def _split(analysis: Explicit, names: Sequence[str], parts: tuple[list[int], list[int]]) -> Grid:
    options, owners, makers = analysis.conflict.options, analysis.conflict.owners, maker_names(analysis)
    heads, places, said = [], [], []
    for part in parts:
        marks = ["".join(name[k] for k in part) for name in names]
        distinct = sorted(set(marks))
        heads.append(tuple(_setting([options[k] for k in part], each) for each in distinct))
        places.append([distinct.index(each) for each in marks])
        who = dict.fromkeys(makers[owners[k]] for k in part)
        said.append(f"what {listed(list(who))} {'does' if len(who) == 1 else 'do'}" if who else "")
    return Grid(heads[0], heads[1], said[0], said[1], tuple(zip(places[0], places[1], strict=True)))


def _setting(options: Sequence[Option], marks: str) -> str:
    taken = [option.label for option, mark in zip(options, marks, strict=True) if mark == "Y"]
    return "; ".join(taken) or "nothing"


def _by_moves(analysis: Explicit, states: States) -> Grid:
    """Return one column for each number of moves from where things stand, or from the first state."""
    quo = analysis.model.status_quo
    start = int(states[0]) if quo is None else quo
    length = paths_from(analysis.model.engine, start).by_moves.length
    fewest = np.where(length > 0, length, np.iinfo(np.int32).max).min(axis=0)
    fewest[start] = 0
    columns: list[str] = []
    places: dict[int, tuple[int, float]] = {}
    for moves, members in _layers(states, fewest):
        for k in range(0, len(members), _TALL):
            piece = members[k : k + _TALL]
            places |= {state: (len(columns), row - len(piece) / 2) for row, state in enumerate(piece)}
            columns.append(moves if k == 0 else "")
    top = min(row for _, row in places.values())
    places = {state: (column, row - top) for state, (column, row) in places.items()}
    rows = ("",) * (int(max(row for _, row in places.values())) + 1)
    origin = f"state {analysis.model.name(start)}" if quo is None else "the status quo"
    return Grid(tuple(columns), rows, f"how many moves from {origin}", "", tuple(places[int(s)] for s in states))


def _layers(states: States, fewest: States) -> Iterator[tuple[str, list[int]]]:
    for number in sorted(set(fewest[states].tolist())):
        words = counted(number, "move") if number < np.iinfo(np.int32).max else "no moves lead there"
        yield words, [int(state) for state in states if fewest[state] == number]
