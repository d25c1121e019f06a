"""Legal sequences: the shortest ways in which several movers can lead on, none of them twice in a row.

Where a sequence can go on depends on who moved last, so the search runs over pairs of a state and its last
mover, in order of length. Any mover but the last goes on from a pair alike: a mover therefore leaves each
state once, when somebody else first led there.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.arrays import distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.engines.engine import Engine

PIECE = 1 << 12
"""From how many states moves are listed together."""


class Manner(StrEnum):
    """Which moves somebody makes in a sequence."""

    ANY = "any"
    """Any moves, and all count alike."""

    GAINING = "gaining"
    """Only moves that it gains from."""

    RELUCTANT = "reluctant"
    """Any moves, but as few as possible that it does not gain from: these count first, before the length."""


@dataclass(frozen=True, slots=True)
class Move:
    """A move: who moves, from which state, to which."""

    by: int
    source: int
    target: int


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Where legal sequences lead, and the best of them.

    Attributes
    ----------
    start
        The state they begin in.
    length
        Moves in the best sequence to each state that ends with a move of each decision maker; 0 where
        there is none. [shape (n_dm, S)]
    losses
        How many of these moves their movers do not gain from; counted only for ``RELUCTANT`` movers.
        [shape (n_dm, S)]
    before
        The state that the last move of that sequence leaves. [shape (n_dm, S)]
    """

    start: int
    length: Ordinal
    losses: Ordinal
    before: Ordinal

    def reached(self) -> States:
        """Return the states that can be reached, with where it begins, ascending [shape (k,)]."""
        found = np.any(self.length, axis=0)
        found[self.start] = True
        return np.flatnonzero(found)

    def path(self, state: int) -> tuple[Move, ...] | None:
        """Return one best sequence to a state, empty to the start; ``None`` when there is none."""
        moves: list[Move] = []
        last = -1
        while state != self.start:
            ends = [j for j, length in enumerate(self.length[:, state]) if length and j != last]
            if not ends:
                return None
            last = min(ends, key=lambda j: (self.losses[j, state], self.length[j, state]))
            source = int(self.before[last, state])
            moves.append(Move(last, source, state))
            state = source
        return tuple(reversed(moves))


def search(engine: Engine, start: int, manners: Mapping[int, Manner], *, goal: Bool | None = None) -> Reach:
    """Return where the legal sequences of some movers lead from a state.

    Parameters
    ----------
    engine
        The conflict.
    start
        A feasible state.
    manners
        The decision makers who may move, and which moves they make.
    goal
        Stop at the first of these states, whose best sequence is then known. [shape (S,)]

    References
    ----------
    LiKilgourHipel2005
    """
    shape = engine.payoffs.shape
    length, losses, before = (np.zeros(shape, dtype=np.int32) for _ in range(3))
    reach = Reach(start, length, losses, before)
    found = _Search(engine, manners, reach, np.zeros(shape, dtype=np.bool_))
    for k in manners:
        found.leave(k, np.array([start], dtype=np.intp), (0, 0))
    for rank, landed in found.rounds():
        if goal is not None and any(goal[states].any() for states in landed.values()):
            break
        for k in manners:
            elsewhere = [states for j, states in landed.items() if j != k]
            if elsewhere:
                found.leave(k, distinct(np.concatenate(elsewhere)), rank)
    return reach


@dataclass(frozen=True, slots=True)
class _Search:
    """The best sequences so far, and the moves that wait for their turn by losses and length."""

    engine: Engine
    manners: Mapping[int, Manner]
    reach: Reach
    left: Bool
    waiting: dict[tuple[int, int], list[tuple[int, States]]] = field(default_factory=dict)
    turns: list[tuple[int, int]] = field(default_factory=list)

    def rounds(self) -> Iterator[tuple[tuple[int, int], dict[int, States]]]:
        """Yield losses and length in turn, with the states that each mover first leads to by so much."""
        while self.turns:
            rank = heapq.heappop(self.turns)
            landed: dict[int, States] = {}
            for k, arcs in self.waiting.pop(rank):
                fresh = self._fresh(k, arcs)
                states = fresh[:, 1]
                self.reach.losses[k, states], self.reach.length[k, states] = rank
                self.reach.before[k, states] = fresh[:, 0]
                landed[k] = np.concatenate([landed[k], states]) if k in landed else states
            yield rank, landed

    def leave(self, k: int, states: States, rank: tuple[int, int]) -> None:
        """Let mover ``k`` go on from states that sequences of some losses and length lead to."""
        losses, length = rank
        states = states[~self.left[k, states]]
        self.left[k, states] = True
        payoff = self.engine.payoffs[k]
        for piece in np.array_split(states, -(-states.size // PIECE) or 1):
            arcs = self.engine.moves_from(k, piece)
            if self.manners[k] is Manner.ANY:
                self._wait((losses, length + 1), k, arcs)
                continue
            gains = payoff[arcs[:, 1]] > payoff[arcs[:, 0]]
            self._wait((losses, length + 1), k, arcs[gains])
            if self.manners[k] is Manner.RELUCTANT:
                self._wait((losses + 1, length + 1), k, arcs[~gains])

    def _wait(self, rank: tuple[int, int], k: int, arcs: States) -> None:
        fresh = self._fresh(k, arcs)
        if fresh.size and rank not in self.waiting:
            self.waiting[rank] = []
            heapq.heappush(self.turns, rank)
        if fresh.size:
            self.waiting[rank].append((k, fresh))

    def _fresh(self, k: int, arcs: States) -> States:
        """Return the first move to each state that no sequence of ``k`` has ended in [shape (m, 2)]."""
        fresh = arcs[self.reach.length[k, arcs[:, 1]] == 0]
        first: States = fresh[np.unique(fresh[:, 1], return_index=True)[1]]
        return first
