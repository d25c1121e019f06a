"""Agreement: how alike two coders judge the same web."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.methods.system.flips import STRONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.system.arrays import Int


class Agreement(NamedTuple):
    """How alike two coders judge.

    Attributes
    ----------
    pairs
        How many impacts one of them at least has judged.
    same_sign
        The share of them in which both say that there is promotion, or both hindrance, or both neither; ``None``
        without pairs. [0..1]
    kappa
        Cohen's kappa with linear weights: 1 where they always agree, 0 where they agree no more than by chance;
        ``None`` where chance alone would make them agree wholly, or there is nothing to compare.
    """

    pairs: int
    same_sign: float | None
    kappa: float | None


def agreement(first: Mapping[tuple[int, int], int], second: Mapping[tuple[int, int], int]) -> Agreement:
    """Return how alike two coders judge; an impact that one of them has left out he has judged to be 0.

    Parameters
    ----------
    first, second
        By source and target, what each says of an effect. [-3..3]

    Raises
    ------
    ValueError
        If an effect is stronger than 3.

    References
    ----------
    Cohen1968, LloydSchweizer2014
    """
    pairs = sorted(first.keys() | second.keys())
    if not pairs:
        return Agreement(0, None, None)
    one = np.array([first.get(pair, 0) for pair in pairs], np.int64)
    other = np.array([second.get(pair, 0) for pair in pairs], np.int64)
    if max(np.abs(one).max(), np.abs(other).max()) > STRONGEST:
        msg = f"effects are from -{STRONGEST} to {STRONGEST}"
        raise ValueError(msg)
    return Agreement(len(pairs), float((np.sign(one) == np.sign(other)).mean()), _kappa(one, other))


def _kappa(one: Int, other: Int) -> float | None:
    """Return 1 less how far judgements are apart, in proportion to how far they would be if they were shuffled."""
    by_chance = int(np.abs(one[:, np.newaxis] - other).sum())
    return 1 - len(one) * int(np.abs(one - other).sum()) / by_chance if by_chance else None
