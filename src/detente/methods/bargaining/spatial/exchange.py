"""Exchanges: two actors each support the other on the issue that matters more to the other."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from detente.methods.bargaining.spatial.rule import Numbers

_ROUNDING = 1e-12


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


def exchanges(positions: Numbers, capability: Numbers, salience: Numbers) -> list[Exchange]:
    """Return every swap of support that both gain from, the largest gain first.

    Two actors who stand on different sides of the compromise on two issues can swap if they weigh the two
    differently. Who moves on which follows from that; they move as far as they can while both gain the same, neither
    beyond the other's position, and no compromise beyond the position of the one who is to gain by it.

    Parameters
    ----------
    positions
        Where each stands on each issue. [share of the scale, shape (actors, issues)]
    capability, salience
        [unitless, shape (actors, issues)]

    References
    ----------
    StokmanVanOosten1994
    """
    weights = capability * salience
    share = weights / weights.sum(axis=0)
    middle = (share * positions).sum(axis=0)
    found = [
        _swap((i, j, p, q), positions, salience, (share, middle))
        for p, q in combinations(range(positions.shape[1]), 2)
        for i, j in _pairs(positions - middle, p, q)
    ]
    return sorted((swap for swap in found if swap.gain > _ROUNDING), key=lambda swap: -swap.gain)


def _pairs(sides: Numbers, p: int, q: int) -> list[tuple[int, int]]:
    """Return the pairs on different sides of both issues, both ways round: one way at most is a gain."""
    against = (sides[:, None] * sides[None, :] < -_ROUNDING)[:, :, [p, q]].all(axis=-1)
    return [(int(i), int(j)) for i, j in np.argwhere(against)]


def _swap(
    who: tuple[int, int, int, int], positions: Numbers, salience: Numbers, outcome: tuple[Numbers, Numbers]
) -> Exchange:
    i, j, p, q = who
    share, middle = outcome
    most_p = min(share[i, p] * abs(positions[i, p] - positions[j, p]), abs(positions[j, p] - middle[p]))
    most_q = min(share[j, q] * abs(positions[i, q] - positions[j, q]), abs(positions[i, q] - middle[q]))
    even = (salience[i, p] + salience[j, p]) / (salience[i, q] + salience[j, q])  # shift of q for each shift of p
    first = min(most_p, most_q / even)
    second = first * even
    toward_j, toward_i = np.sign(positions[j, p] - middle[p]), np.sign(positions[i, q] - middle[q])
    moves = (toward_j * _by(first, share[i, p]), toward_i * _by(second, share[j, q]))
    gain = salience[i, q] * second - salience[i, p] * first
    shifts = (float(toward_j * first), float(toward_i * second))
    return Exchange(i, j, p, q, (float(moves[0]), float(moves[1])), shifts, float(gain))


def _by(shift: float, share: float) -> float:
    return shift / share if share else 0.0
