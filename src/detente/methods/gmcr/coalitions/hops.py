"""Hops: the moves of one mover over packed sets, whatever form the conflict is given in.

In option form the states that differ only in the mover's own reversible options can do the same, so they
are joined to a group once instead of pair by pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.coalitions.packed import pack, unpack

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.coalitions.packed import Packed


@dataclass(frozen=True, slots=True, eq=False)
class Relay:
    """Which sets are joined to which.

    Attributes
    ----------
    size
        Number of sets that come out.
    layers
        Pairs of outgoing and incoming numbers; within a layer every outgoing number stands once, so that
        a layer is joined in one go. [each two of shape (k,)]
    """

    size: int
    layers: tuple[tuple[States, States], ...]

    @classmethod
    def of(cls, arcs: States, size: int) -> Relay:
        """Return the relay along rows of outgoing and incoming number [shape (m, 2)]."""
        arcs = arcs[np.argsort(arcs[:, 0], kind="stable")]
        starts = np.flatnonzero(np.diff(arcs[:, 0], prepend=-1))
        counts = np.diff(starts, append=len(arcs))
        rank = np.arange(len(arcs)) - np.repeat(starts, counts)
        arcs = arcs[np.argsort(rank, kind="stable")]
        layers = np.split(arcs, np.cumsum(np.bincount(rank))[:-1]) if len(arcs) else []
        return cls(size, tuple((layer[:, 0].copy(), layer[:, 1].copy()) for layer in layers))

    def join(self, sets: Packed) -> Packed:
        """Return the union of the incoming sets of each outgoing one [shape (size, words)]."""
        joined = np.zeros((self.size, sets.shape[1]), dtype=sets.dtype)
        for there, here in self.layers:
            joined[there] |= sets[here]
        return joined


@dataclass(frozen=True, slots=True, eq=False)
class Hops:
    """The moves of one mover.

    Attributes
    ----------
    group
        The group of each state. [shape (m,)]
    into, between
        From the states of a group to the group, and from the groups that a group can go to.
    """

    group: States
    into: Relay
    between: Relay

    @classmethod
    def listed(cls, moves: Packed) -> Hops:
        """Return the hops for the states that each state can be moved to [shape (m, words)]."""
        return cls._of(np.arange(len(moves)), unpack(moves, len(moves)))

    @classmethod
    def composing(cls, moves: Packed) -> Hops | None:
        """Return the hops with staying added, if two moves in a row are one or lead back; else ``None``.

        Where moves compose for everybody, staying makes no difference to where sequences lead.
        """
        size = len(moves)
        staying = moves | pack(np.eye(size, dtype=np.bool_))
        rows, first, group = np.unique(staying, axis=0, return_index=True, return_inverse=True)
        table = unpack(rows, size)
        found = cls._of(group.reshape(-1), table[:, first])
        alike = np.array_equal(table[:, first][:, found.group], table)
        return found if alike and np.array_equal(found.between.join(rows), rows) else None

    @classmethod
    def _of(cls, group: States, arcs: Bool) -> Hops:
        into = np.stack([group, np.arange(group.size)], axis=1)
        return cls(group, Relay.of(into, len(arcs)), Relay.of(np.argwhere(arcs), len(arcs)))

    def union(self, sets: Packed) -> Packed:
        """Return the union of the sets of the states that each state is moved to [shape (m, words)]."""
        return self.between.join(self.into.join(sets))[self.group]
