"""All configurations in which nothing moves, found exactly by branch and bound.

Descriptors are settled one after the other, many partial configurations at a time. Of each it is known how much better
one state of a descriptor is at least than another, whatever is still open. Where that is above the slack, the other
state is ruled out; where no state of a descriptor is left, so is the partial configuration.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.methods.system.arrays import TooLargeError
from detente.methods.system.groups import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.methods.system.arrays import Bool, Int
    from detente.methods.system.web import Web

MOST_FOUND = 10_000
"""So many consistent configurations are looked for where nobody says otherwise."""

MOST_NODES = 2_000_000
"""So many partial configurations are looked at before a question is refused."""

_ABOVE = np.iinfo(np.int32).max
"""Above every balance."""

_HELD = 1 << 18
"""How many numbers are held for the partial configurations that are followed together, so that memory stays bounded."""


class Consistent(NamedTuple):
    """The configurations in which nothing moves.

    Attributes
    ----------
    configurations
        In lexicographic order. [shape (M, N)]
    complete
        Whether these are all.
    """

    configurations: Int
    complete: bool


class _Nodes(NamedTuple):
    """Partial configurations in which the same descriptors are settled.

    Attributes
    ----------
    left
        The states that are left for each descriptor; of a settled one it is one. [shape (M, S)]
    better
        By how much one state is better than another by what is settled, for each pair. [shape (M, P)]
    """

    left: Bool
    better: Int

    def only(self, rows: Bool | slice) -> _Nodes:
        """Return some of them."""
        return _Nodes(self.left[rows], self.better[rows])


def consistent(web: Web, fixed: Mapping[int, int] | None = None, most: int = MOST_FOUND) -> Consistent:
    """Return all configurations in which no pressure is above its slack and every present state is open.

    Contexts are never under pressure: of them all open states are looked at.

    Parameters
    ----------
    fixed
        The state of some descriptors, counted within each; others are not looked at.
    most
        How many to stop at. Which ones they are of more hangs on how they are searched.

    Raises
    ------
    TooLargeError
        If more than ``MOST_NODES`` partial configurations do not tell.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    search = _Search.of(web, _domain(web, fixed or {}))
    found = np.concatenate([np.empty((0, len(web.sizes)), np.int64), *search.found(most)])
    ordered = found[np.lexsort(found.T[::-1])]
    return Consistent(ordered[:most], complete=len(found) <= most)


def _domain(web: Web, fixed: Mapping[int, int]) -> Bool:
    """Return the states that are not closed and not excluded by what is fixed [shape (S,)]."""
    domain = ~web.closed
    for descriptor, state in fixed.items():
        number = web.starts[descriptor] + state
        domain &= (web.owner != descriptor) | (np.arange(web.states) == number)
    return domain


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """What is looked for where.

    Attributes
    ----------
    domain
        The states that may be taken. [shape (S,)]
    pairs
        Two states of a descriptor that moves, the one that may be present and the one that may be better, rising; the
        latter is not closed. [shape (P, 2)]
    gain
        By how much each state makes the latter of each pair better than the former. [shape (S, P)]
    least
        By how much each descriptor does so at least. [shape (N, P)]
    order
        The descriptors as they are settled. [shape (N,)]
    """

    web: Web
    domain: Bool
    pairs: Int
    gain: Int
    least: Int
    order: Int

    @classmethod
    def of(cls, web: Web, domain: Bool) -> _Search:
        owner = web.owner
        same = (owner[:, np.newaxis] == owner) & ~np.eye(web.states, dtype=bool) & web.moves[owner]
        pairs = np.argwhere(same & ~web.closed & domain[:, np.newaxis])
        gain = web.impact[:, pairs[:, 1]] - web.impact[:, pairs[:, 0]]
        least = np.minimum.reduceat(np.where(domain[:, np.newaxis], gain, _ABOVE), web.starts, axis=0)
        return cls(web, domain, pairs, gain, least, np.array(list(_order(web)), np.int64))

    def found(self, most: int) -> Iterator[Int]:
        """Yield consistent configurations until there are no more, or more than so many [each shape (M, N)]."""
        stack = [(0, self._root())]
        block = max(1, _HELD // (1 + len(self.pairs)))
        looked, count = 0, 0
        while stack and count <= most:
            depth, nodes = stack.pop()
            if len(nodes.left) > block:
                stack.append((depth, nodes.only(slice(block, None))))
                nodes = nodes.only(slice(block))
            looked += len(nodes.left)
            if looked > MOST_NODES:
                msg = f"the web is too entangled: {MOST_NODES:,} partial configurations do not tell which are at rest"
                raise TooLargeError(msg)
            nodes = self._narrowed(nodes, self.order[depth:])
            if depth < len(self.order) and len(nodes.left):
                stack.append((depth + 1, self._split(nodes, self.order[depth])))
                continue
            count += len(nodes.left)
            yield np.nonzero(nodes.left)[1].reshape(-1, len(self.order)) - self.web.starts

    def _root(self) -> _Nodes:
        """Return the one configuration in which nothing is settled."""
        background = self.web.background
        better = background[self.pairs[:, 1]] - background[self.pairs[:, 0]]
        return _Nodes(self.domain[np.newaxis], better[np.newaxis])

    def _narrowed(self, nodes: _Nodes, pending: Int) -> _Nodes:
        """Return those in which something is left for every descriptor, without the states that are ruled out."""
        present, other = self.pairs.T
        met, possible = self._needs(nodes.left)
        slack = self.web.slack[self.web.owner[present]]
        worse = (nodes.better + self.least[pending].sum(axis=0) > slack) & met[:, other]
        left = nodes.left & possible
        first = np.flatnonzero(np.diff(present, prepend=-1))
        left[:, present[first]] &= ~gathered(np.logical_or, worse, first, np.diff(first, append=len(present)))
        some = gathered(np.logical_or, left, self.web.starts, self.web.sizes).all(axis=1)
        return _Nodes(left, nodes.better).only(some)

    def _needs(self, left: Bool) -> tuple[Bool, Bool]:
        """Return whether all needs of each state are met whatever comes, and whether they may be [shapes (M, S)]."""
        met, possible = np.ones(left.shape, bool), np.ones(left.shape, bool)
        for state, clause in zip(*self.web.clauses(), strict=True):
            possible[:, state] &= left[:, clause].any(axis=1)
            missed = gathered(np.logical_or, left & ~clause, self.web.starts, self.web.sizes)
            met[:, state] &= ~missed.all(axis=1)
        return met, possible

    def _split(self, nodes: _Nodes, descriptor: int) -> _Nodes:
        """Return partial configurations with one descriptor more that is settled."""
        own = self.web.owner == descriptor
        lefts, betters = [], []
        for state in np.flatnonzero(own & self.domain):
            rows = nodes.left[:, state]
            left = nodes.left[rows] & ~own
            left[:, state] = True
            lefts.append(left)
            betters.append(nodes.better[rows] + self.gain[state])
        return _Nodes(np.concatenate(lefts), np.concatenate(betters))


def _order(web: Web) -> Iterator[int]:
    """Yield all descriptors, so that soon all is settled that acts on one of them, then on another."""
    acts = _acts(web)
    pending, left = np.ones(len(web.sizes), bool), np.ones(len(web.sizes), bool)
    while left.any():
        missing = (acts & pending[:, np.newaxis]).sum(axis=0)
        easiest = int(np.argmin(np.where(left, missing, _ABOVE)))
        left[easiest] = False
        yield from np.flatnonzero(acts[:, easiest] & pending).tolist()
        pending &= ~acts[:, easiest]


def _acts(web: Web) -> Bool:
    """Return whether what each descriptor (row) is in bears on the rest of each (column) [shape (N, N)]."""
    links = web.impact != 0
    for state, clause in zip(*web.clauses(), strict=True):
        links[:, state] |= clause
    rows = np.logical_or.reduceat(links, web.starts, axis=0)
    found = np.logical_or.reduceat(rows, web.starts, axis=1)
    np.fill_diagonal(found, val=True)
    return found
