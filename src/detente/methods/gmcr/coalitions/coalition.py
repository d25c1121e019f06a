"""A coalition, and what a coalitional solution concept must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.coalitions.packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from detente.methods.gmcr.arrays import Bool, Ordinal
    from detente.methods.gmcr.coalitions.joint_moves import JointMoves, Members
    from detente.methods.gmcr.coalitions.packed import Packed


@dataclass(frozen=True, slots=True, eq=False)
class Coalition:
    """Some decision makers who move together, and the rest, who answer.

    A coalition improves on a state by a legal sequence of its members' moves to one that all of them prefer.

    Attributes
    ----------
    joint
        The moves of every set of decision makers.
    members
        Who belongs to it, ascending.
    """

    joint: JointMoves
    members: Members

    @property
    def others(self) -> Members:
        """Everybody else, ascending."""
        return tuple(j for j in range(len(self.joint.payoffs)) if j not in self.members)

    @property
    def payoffs(self) -> Ordinal:
        """What the members make of each state [shape (k, m)]."""
        return self.joint.payoffs[list(self.members)]

    def content(self, temptations: Iterable[Ordinal]) -> Bool:
        """Return the states from which no sequence of its moves tempts every member [shape (m,)].

        Parameters
        ----------
        temptations
            For each member, what a state that they lead to would in the end be worth to it. [each shape (m,)]
        """
        return ~self._drawn_to(self._luring(temptations))

    def content_if_caught(self) -> Bool:
        """Return the states at which the others have a sanction without escape to each improvement [shape (m,)].

        Such a sanction leads to a state from which no sequence of the members' moves, nor staying there, gives
        all of them more than the state they first left.
        """
        better = self._luring(self.payoffs)
        escaping = self.joint.union(self.members, better)
        caught = self.joint.union(self.others, ~escaping)
        return ~self._drawn_to(better & ~caught)

    def _luring(self, values: Iterable[Ordinal]) -> Packed:
        """Return for each state those to which every member prefers what it is worth [shape (m, words)]."""
        size = self.joint.states.size
        luring = np.ones((size, size), dtype=np.bool_)
        for payoff, value in zip(self.payoffs, values, strict=True):
            luring &= value[:, None] > payoff
        return pack(luring)

    def _drawn_to(self, luring: Packed) -> Bool:
        """Return the states from which the members can lead to one that lures them from there [shape (m,)]."""
        found = self.joint.union(self.members, luring)
        return np.array(np.diagonal(unpack(found, self.joint.states.size)))


@dataclass(frozen=True, slots=True)
class CoalitionConcept:
    """A definition of when a coalition stays.

    Attributes
    ----------
    key
        Short name in code, tables and JSON.
    order
        Place in lists.
    title
        The field's name.
    short
        Its abbreviation, as the field writes it, and its variant.
    meaning
        When a coalition stays, in one plain sentence.
    references
        Keys of ``docs/references.bib``.
    stable
        The feasible states that a coalition does not leave [shape (m,)].
    single
        Key of the concept that it comes to for one decision maker alone.
    implies
        Keys of the weaker concepts that this one directly entails, where everybody's moves compose.
    """

    key: str
    order: int
    title: str
    short: str
    meaning: str
    references: tuple[str, ...]
    stable: Callable[[Coalition], Bool]
    single: str | None
    implies: frozenset[str] = frozenset()
