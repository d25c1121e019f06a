"""Joint moves: what several decision makers can bring about together, from every state.

Everything here is over the feasible states only, numbered from 0, and compares states pair by pair.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, combinations
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.gmcr.coalitions.hops import Hops
from detente.methods.gmcr.coalitions.packed import pack, pairs, unpack
from detente.methods.gmcr.engines.turns import A, by_turns, in_any_order, least_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from detente.methods.gmcr.arrays import Ordinal, States
    from detente.methods.gmcr.coalitions.packed import Packed
    from detente.methods.gmcr.engines.engine import Engine

Members: TypeAlias = tuple[int, ...]
"""The numbers of some decision makers, ascending."""

PIECE = 1 << 8
"""From how many states moves are listed together."""


def subsets(members: Iterable[int]) -> tuple[Members, ...]:
    """Return the non-empty sets of some decision makers, the smallest first, then in their order."""
    every = sorted(members)
    return tuple(chain.from_iterable(combinations(every, k) for k in range(1, len(every) + 1)))


@dataclass(frozen=True, eq=False)
class JointMoves:
    """The moves of every set of decision makers.

    In a legal sequence no decision maker moves twice in a row. Where everybody's moves compose, as they do
    in option form, that rule makes no difference, and sequences are plain reachability.

    Attributes
    ----------
    engine
        The conflict.
    """

    engine: Engine
    _improving: dict[Members, Packed] = field(default_factory=dict, repr=False)

    @cached_property
    def states(self) -> States:
        """The engine's numbers of the feasible states, ascending [shape (m,)]."""
        return np.flatnonzero(self.engine.feasible)

    @cached_property
    def payoffs(self) -> Ordinal:
        """Ordinal payoffs at the feasible states [shape (n_dm, m)]."""
        return self.engine.payoffs[:, self.states]

    def union(self, members: Sequence[int], sets: Packed) -> Packed:
        """Return the union of ``sets`` over each state and the legal sequences of some from it [shape (m, words)]."""
        return self._follow(sets, [self._hops[i].union for i in members], join=np.bitwise_or)

    def improvements(self, members: Members) -> Packed:
        """Return where some can lead so that each of them is better off than at the start [shape (m, words)]."""
        if members not in self._improving:
            size = self.states.size
            found = unpack(self.union(members, pack(np.eye(size, dtype=np.bool_))), size)
            for payoff in self.payoffs[list(members)]:
                found &= payoff[:, None] < payoff
            self._improving[members] = pack(found)
        return self._improving[members]

    def worst(self, movers: Sequence[int], v: Ordinal) -> Ordinal:
        """Return the least of ``v`` over each state and the legal sequences of some from it [shape (m,)]."""
        return self._worst(v, [self._arcs[j] for j in movers])

    def worst_credible(self, movers: Sequence[int], v: Ordinal) -> Ordinal:
        """Return the same as :meth:`worst` when every mover must gain by its own move [shape (m,)]."""
        gaining = ((arcs, self.payoffs[j]) for j, arcs in ((j, self._arcs[j]) for j in movers))
        return self._worst(v, [arcs[p[arcs[:, 1]] > p[arcs[:, 0]]] for arcs, p in gaining])

    def worst_joint(self, movers: Sequence[int], v: Ordinal) -> Ordinal:
        """Return the least of ``v`` over each state and the sequences of joint improvements of some from it.

        Each improvement is one of any coalition among them: together they reach a state that all of them
        prefer to the one they left, whatever lies between. No coalition improves twice in a row. [shape (m,)]
        """
        return self._worst(v, [pairs(self.improvements(coalition)) for coalition in subsets(movers)])

    @cached_property
    def _moves(self) -> tuple[Packed, ...]:
        """For each decision maker, where it can move from each state [each shape (m, words)]."""
        place = np.cumsum(self.engine.feasible) - 1
        pieces = np.array_split(self.states, -(-self.states.size // PIECE) or 1)
        return tuple(
            np.concatenate([self._listed(i, piece, place) for piece in pieces]) for i in range(len(self.payoffs))
        )

    def _listed(self, i: int, piece: States, place: States) -> Packed:
        table = np.zeros((piece.size, self.states.size), dtype=np.bool_)
        moves = self.engine.moves_from(i, piece)
        table[np.searchsorted(piece, moves[:, 0]), place[moves[:, 1]]] = True
        return pack(table)

    @cached_property
    def _composing(self) -> bool:
        return None not in self._grouped

    @cached_property
    def _grouped(self) -> tuple[Hops | None, ...]:
        return tuple(Hops.composing(moves) for moves in self._moves)

    @cached_property
    def _hops(self) -> tuple[Hops, ...]:
        together = tuple(hops for hops in self._grouped if hops is not None)
        return together if self._composing else tuple(Hops.listed(moves) for moves in self._moves)

    @cached_property
    def _arcs(self) -> tuple[States, ...]:
        """For each decision maker, its moves as rows of source and target [each shape (k, 2)]."""
        return tuple(pairs(moves) for moves in self._moves)

    def _worst(self, v: Ordinal, movers: Sequence[States]) -> Ordinal:
        return self._follow(v, [partial(least_after, arcs) for arcs in movers], join=np.minimum)

    def _follow(self, v: A, steps: Sequence[Callable[[A], A]], *, join: np.ufunc) -> A:
        return (in_any_order if self._composing else by_turns)(v, steps, join=join)
