"""Arenas: the states around a wanted one that can matter to whether anybody leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.arrays import distinct
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.engines.engine import Engine

MAX_MOVES = 1 << 22
"""The most moves around a state that are listed."""

_PIECE = 1 << 10


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """Moves between the rows of an arena, by source.

    Attributes
    ----------
    source, target
        Where each move leads from, ascending, and to. [both shape (m,)]
    """

    source: States
    target: States

    def before(self, v: npt.NDArray[np.uint8], *, of: npt.NDArray[np.uint8] | None = None) -> npt.NDArray[np.uint8]:
        """Return for each row the bits that a row one move on has, counting only the moves in ``of``.

        Parameters
        ----------
        v
            Bits of each row. [shape (R, words)]
        of
            In which of the cases that the bits stand for each move counts. [shape (m, words)]
        """
        out = np.zeros_like(v)
        if self.source.size:
            there = v[self.target] if of is None else v[self.target] & of
            first = np.flatnonzero(np.diff(self.source, prepend=-1))
            out[self.source[first]] = np.bitwise_or.reduceat(there, first, axis=0)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Arena:
    """A wanted state and what can happen around it; its states are numbered by row.

    Attributes
    ----------
    states
        Numbers of its states in the engine, ascending. [shape (R,)]
    wanted
        Row of the wanted state.
    targets
        For each decision maker, the rows that it can move to from there. [each shape (k,)]
    near
        For each decision maker, whether it matters to its staying if it prefers that row. [shape (n_dm, R)]
    sanctions
        For each decision maker, its moves by which somebody else's move can be sanctioned.
    escapes
        For each decision maker, its moves after such sanctions.
    """

    states: States
    wanted: int
    targets: tuple[States, ...]
    near: Bool
    sanctions: tuple[Arcs, ...]
    escapes: tuple[Arcs, ...]

    @property
    def moves(self) -> int:
        """How many moves are looked at."""
        return sum(arcs.source.size for arcs in (*self.sanctions, *self.escapes))


def arena(engine: Engine, s: int, *, sanctioned: bool) -> Arena:
    """Return the arena around a feasible state.

    Parameters
    ----------
    sanctioned
        Whether what the others do after a move matters.

    Raises
    ------
    TooManyStatesError
        If more than ``MAX_MOVES`` moves would have to be listed.
    """
    makers = range(len(engine.payoffs))
    room = [MAX_MOVES]
    targets = [engine.moves(i, s) for i in makers]
    reached = [_closure(engine, i, targets[i], room) if sanctioned else targets[i][:0] for i in makers]
    escapes = [_moves(engine, i, reached[i], room) for i in makers]
    sources = [_union(reached[j] for j in makers if j != i) for i in makers]
    sanctions = [_moves(engine, i, sources[i], room) for i in makers]
    near = [_union([targets[i], reached[i], escapes[i][:, 1]]) for i in makers]
    states = _union([np.array([s], dtype=np.intp), *near, *sources])

    def arcs(moves: States) -> Arcs:
        return Arcs(*np.searchsorted(states, moves[np.lexsort(moves.T[::-1])]).T)

    return Arena(
        states,
        int(np.searchsorted(states, s)),
        tuple(np.searchsorted(states, rows) for rows in targets),
        np.array([np.isin(states, rows) for rows in near]),
        tuple(arcs(moves) for moves in sanctions),
        tuple(arcs(moves) for moves in escapes),
    )


def _union(several: Iterable[States]) -> States:
    return distinct(np.concatenate([np.empty(0, dtype=np.intp), *several]))


def _closure(engine: Engine, i: int, start: States, room: list[int]) -> States:
    """Return some states and all that DM ``i``'s opponents can make of them."""
    known = frontier = start
    while frontier.size:
        ends = [_moves(engine, j, frontier, room)[:, 1] for j in range(len(engine.payoffs)) if j != i]
        frontier = np.setdiff1d(_union(ends), known, assume_unique=True)
        known = _union([known, frontier])
    return known


def _moves(engine: Engine, i: int, states: States, room: list[int]) -> States:
    """Return the moves of DM ``i`` from some states, as long as there is ``room`` for so many."""
    found = [np.empty((0, 2), dtype=np.intp)]
    for piece in np.array_split(states, -(-states.size // _PIECE) or 1):
        found.append(engine.moves_from(i, piece))
        room[0] -= len(found[-1])
        if room[0] < 0:
            msg = f"more than {MAX_MOVES:,} moves around this state would have to be looked at"
            raise TooManyStatesError(msg)
    return np.concatenate(found)
