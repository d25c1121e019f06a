"""The state graph: every possible state of a small conflict, and the moves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Figure, Row, Table
from detente.findings.figures.board import Arc, Board, Square
from detente.lenses.conflict.equilibria.grid import MOST_COLUMNS, grid
from detente.lenses.conflict.equilibria.pictured import KINDS, kinds, named_states
from detente.lenses.conflict.narration import worth
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.equilibria.grid import Grid

MOST_STATES = 64
"""Above this number of states the moves from the status quo are drawn instead."""

_MOST_ARCS = 48

_Arc = tuple[int, int, int]


def figure(analysis: Explicit) -> Figure | None:
    """Return the picture; ``None`` where there are too many states, or there is nothing between them."""
    states = analysis.states
    if not 2 <= states.size <= MOST_STATES:
        return None
    laid = grid(analysis, states)
    arcs = _distinct(_arcs(analysis, states.tolist()), analysis)
    many = len(arcs) > _MOST_ARCS
    arcs = _best(analysis, arcs) if many else arcs
    if laid is None or not arcs or (len(arcs) > _MOST_ARCS and len(laid.rows) > MOST_COLUMNS):
        return None
    spec = Board(
        laid.columns,
        laid.rows,
        laid.across,
        laid.down,
        KINDS,
        maker_names(analysis),
        _squares(analysis, states.tolist(), laid),
        tuple(_arc(analysis, states.tolist(), each) for each in arcs),
    )
    title = "The possible states, and the moves between them"
    table = _table(analysis, states.tolist(), spec)
    return Figure("state-graph", title, _description(spec, only_best=many), spec, table)


def _arcs(analysis: Explicit, states: Sequence[int]) -> Iterator[_Arc]:
    engine = analysis.model.engine
    for i in range(len(engine.payoffs)):
        yield from ((i, int(s), int(t)) for s, t in engine.moves_from(i, np.array(states, dtype=np.intp)))


def _distinct(arcs: Iterator[_Arc], analysis: Explicit) -> list[_Arc]:
    """Return the moves; of a move and its way back only the one that gains, or the first."""
    found = list(arcs)
    known = set(found)
    payoffs = analysis.model.engine.payoffs
    return [(i, s, t) for i, s, t in found if (i, t, s) not in known or (payoffs[i][t], -t) > (payoffs[i][s], -s)]


def _best(analysis: Explicit, arcs: Sequence[_Arc]) -> list[_Arc]:
    """Return for each state and mover the move that gains most, if any gains."""
    payoffs = analysis.model.engine.payoffs
    best: dict[tuple[int, int], _Arc] = {}
    for i, s, t in arcs:
        if payoffs[i][t] > payoffs[i][s] and ((i, s) not in best or payoffs[i][t] > payoffs[i][best[i, s][2]]):
            best[i, s] = (i, s, t)
    return list(best.values())


def _arc(analysis: Explicit, states: Sequence[int], move: _Arc) -> Arc:
    i, source, target = move
    return Arc(states.index(source), states.index(target), i, worth(analysis, i, source, target))


def _squares(analysis: Explicit, states: Sequence[int], laid: Grid) -> tuple[Square, ...]:
    names = {state: name for name, state in named_states(analysis)}
    kind = kinds(analysis)
    labels = analysis.model.labels
    return tuple(
        Square(
            column,
            row,
            int(kind[state]),
            names.get(state, "" if labels is None else labels[state]),
            "; ".join(taken(analysis, state)),
            start=state == analysis.model.status_quo,
        )
        for state, (column, row) in zip(states, laid.places, strict=True)
    )


def _description(spec: Board, *, only_best: bool) -> str:
    """Return what one sees, for those who cannot."""
    words = [
        f"{counted(len(spec.squares), 'state')}: columns say {spec.across}"
        + (f", rows {spec.down}." if spec.down else ".")
    ]
    if only_best:
        words.append(
            "Drawn are only the moves that gain: from each state, for each who moves, the one that gains it most."
        )
    else:
        words.append(
            "Where a move can be undone, the arrow points to what its mover prefers; the way back is not drawn."
        )
    kept = [square.name for square in spec.squares if square.kind == 0]
    named = [name for name in kept if name]
    which = f", among them {listed(named)}" if named else ""
    words.append(
        f"From {len(kept)} of the states no gain leads away{which}." if kept else "A gain leads away from each."
    )
    final = [square.name for square in spec.squares if square.kind == 3]
    if final:
        called = [name for name in final if name]
        which = f", among them {listed(called)}" if called else ""
        words.append(f"In {len(final)} nobody can undo what was done, though somebody would{which}.")
    return " ".join(words)


def _table(analysis: Explicit, states: Sequence[int], spec: Board) -> Table:
    columns = (
        Column("state", "State", "state"),
        Column("name", "Name"),
        Column("taken", "What is done"),
        Column("holds", "What holds it"),
        Column("gains", "Moves drawn from it"),
    )
    rows = []
    for k, (state, square) in enumerate(zip(states, spec.squares, strict=True)):
        moves = tuple(
            f"{spec.movers[arc.by]} to {analysis.model.name(states[arc.target])}, {arc.gain}"
            for arc in spec.arcs
            if arc.source == k
        )
        name: Cell = square.name if square.name != analysis.model.name(state) else None
        cells: tuple[Cell, ...] = (analysis.model.name(state), name, taken(analysis, state), KINDS[square.kind])
        rows.append(Row((*cells, moves or "none")))
    return Table("state-graph", "The possible states, and the moves drawn from each", columns, tuple(rows))
