"""Exchanges: two actors each support the other on the issue that matters more to the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.spatial.rule import Numbers

_ROUNDING = 1e-12

_HELD = 1 << 18
"""How many pairs of actors times issues are looked at together, so that memory stays bounded."""

Indices = npt.NDArray[np.intp]
"""Numbers of actors or issues."""


class Exchange(NamedTuple):
    """A swap of support between two actors on two issues.

    Attributes
    ----------
    giver, taker
        ``giver`` moves towards ``taker`` on ``given``; ``taker`` moves towards ``giver`` on ``got``.
    given, got
        The two issues.
    moves
        How far each of the two moves, on ``given`` and on ``got``. [share of the scale, signed]
    shifts
        How far the compromise moves on each. [share of the scale, signed]
    gain
        What either of them gains, which is the same for both. [salience times share of the scale]
    """

    giver: int
    taker: int
    given: int
    got: int
    moves: tuple[float, float]
    shifts: tuple[float, float]
    gain: float


class Exchanges(NamedTuple):
    """The best swaps, and how many there are in all."""

    best: list[Exchange]
    total: int


class _Swaps(NamedTuple):
    """Swaps side by side: who gives to whom on which issues, the shifts of both compromises, and what it gains each."""

    giver: Indices
    taker: Indices
    given: Indices
    got: Indices
    first: Numbers
    second: Numbers
    gain: Numbers

    def at(self, which: Indices | npt.NDArray[np.bool_]) -> _Swaps:
        """Return some of them."""
        whose = (self.giver[which], self.taker[which], self.given[which], self.got[which])
        return _Swaps(*whose, self.first[which], self.second[which], self.gain[which])

    def joined(self, other: _Swaps) -> _Swaps:
        """Return these and those."""
        giver, taker, given, got = (np.concatenate(pair) for pair in zip(self[:4], other[:4], strict=True))
        first, second, gain = (np.concatenate(pair) for pair in zip(self[4:], other[4:], strict=True))
        return _Swaps(giver, taker, given, got, first, second, gain)


def exchanges(positions: Numbers, capability: Numbers, salience: Numbers, most: int) -> Exchanges:
    """Return the swaps of support that both gain from, the largest gain first, then by the numbers of who and what.

    Two actors who stand on different sides of the compromise on two issues can swap if they weigh the two
    differently. Who moves on which follows from that; they move as far as they can while both gain the same, neither
    beyond the other's position, and no compromise beyond the position of the one who is to gain by it.

    Parameters
    ----------
    positions
        Where each stands on each issue. [share of the scale, shape (actors, issues)]
    capability, salience
        [unitless, shape (actors, issues)]; zero salience of those without a position. Somebody has weight on each.
    most
        How many are listed at most; all are counted.

    References
    ----------
    StokmanVanOosten1994
    """
    weights = capability / np.maximum(capability.max(axis=0), np.finfo(float).tiny) * salience
    share = weights / weights.sum(axis=0)
    sides = positions - (share * positions).sum(axis=0)
    best, count = None, 0
    for found in _blocks(positions, salience, share, sides):
        count += found.gain.size
        best = _best(found if best is None else best.joined(found), most)
    return Exchanges([] if best is None else list(_listed(best, share, sides)), count)


def _blocks(positions: Numbers, salience: Numbers, share: Numbers, sides: Numbers) -> Iterator[_Swaps]:
    """Yield the swaps that gain, some at a time: the first issue comes before the second."""
    issues = positions.shape[1]
    for p in range(issues - 1):
        against = np.multiply.outer(sides[:, p], sides[:, p]) < -_ROUNDING
        i, j = np.nonzero(against & (share[:, p, None] > 0) & (salience[None, :, p] > 0))
        step = max(1, _HELD // max(1, i.size))
        for start in range(p + 1, issues, step):
            later = slice(start, start + step)
            cross = salience[i, later] * salience[j, p, None] - salience[i, p, None] * salience[j, later]
            pair, q = np.nonzero((cross > 0) & (sides[i, later] * sides[j, later] < -_ROUNDING) & (share[j, later] > 0))
            given = np.full(pair.size, p)
            yield _swaps((i[pair], j[pair], given, q + start), positions, salience, (share, sides))


def _swaps(
    who: tuple[Indices, Indices, Indices, Indices], positions: Numbers, salience: Numbers, at: tuple[Numbers, Numbers]
) -> _Swaps:
    i, j, p, q = who
    share, sides = at
    most_p = np.minimum(share[i, p] * np.abs(positions[i, p] - positions[j, p]), np.abs(sides[j, p]))
    most_q = np.minimum(share[j, q] * np.abs(positions[i, q] - positions[j, q]), np.abs(sides[i, q]))
    on_p, on_q = salience[i, p] + salience[j, p], salience[i, q] + salience[j, q]  # what a shift of each is worth
    by_p = most_p * on_p <= most_q * on_q
    first = np.where(by_p, most_p, most_q * (on_q / on_p))
    second = np.where(by_p, most_p * (on_p / on_q), most_q)
    gain = salience[i, q] * second - salience[i, p] * first
    found = _Swaps(i, j, p, q, first, second, gain)
    return found.at(gain > _ROUNDING)


def _best(found: _Swaps, most: int) -> _Swaps:
    """Return the swaps with the largest gains; of equal gains, those whose numbers come first."""
    if found.gain.size > most:
        least = np.partition(found.gain, -most)[-most]
        found = found.at(found.gain >= least)
    order = np.lexsort((found.got, found.given, found.taker, found.giver, -found.gain))
    return found.at(order[:most])


def _listed(found: _Swaps, share: Numbers, sides: Numbers) -> Iterator[Exchange]:
    up = np.sign(sides[found.taker, found.given]) * found.first
    down = np.sign(sides[found.giver, found.got]) * found.second
    moves = (up / share[found.giver, found.given], down / share[found.taker, found.got])
    columns = (found.giver, found.taker, found.given, found.got, *moves, up, down, found.gain)
    for i, j, p, q, first, second, shift, other, gain in zip(*(part.tolist() for part in columns), strict=True):
        yield Exchange(i, j, p, q, (first, second), (shift, other), gain)
