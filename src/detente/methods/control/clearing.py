"""What empties a set of demands: the fewest of them without which the others can be met."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_TRIED = 1 << 12
"""So many sets of demands are tried before one that cannot be made smaller is as good as the smallest ones."""


def fewest_given_up(count: int, fit: Callable[[Sequence[int]], bool]) -> tuple[tuple[int, ...], ...]:
    """Return every smallest set of demands without which the others can be met, by number, in order.

    Of very many demands it may be one set that is larger than another, but of which nothing can be kept.

    Parameters
    ----------
    count
        How many demands there are.
    fit
        Whether some of them can be met together; none at all can be.

    Returns
    -------
    tuple
        The sets, all of one size; one empty set where all demands can be met.
    """
    tried = 0
    for size in range(count + 1):
        found: list[tuple[int, ...]] = []
        for given_up in combinations(range(count), size):
            tried += 1
            if tried > MOST_TRIED:
                return tuple(found) or (_greedy(count, fit),)
            if fit([k for k in range(count) if k not in given_up]):
                found.append(given_up)
        if found:
            return tuple(found)
    raise ValueError("demands that cannot be met even without all of them")


def _greedy(count: int, fit: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """Return what is left out where each demand in turn is kept if it can be met with those kept before it."""
    kept: list[int] = []
    for each in range(count):
        if fit([*kept, each]):
            kept.append(each)
    return tuple(k for k in range(count) if k not in kept)
