"""Clashes: demands that cannot be met together, as few of them as show it."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MOST_TRIED = 1 << 14
"""So many sets of demands are tried before any clash that cannot be made smaller is as good as the smallest."""


def smallest_clash(count: int, fit: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """Return the smallest set of demands that cannot be met together, by number; of several the first.

    Of very many demands it may be larger than another, but without any one of its demands the others can be met.

    Parameters
    ----------
    count
        How many demands there are; all together cannot be met.
    fit
        Whether some of them can be met together.
    """
    for some in islice(_by_size(count), MOST_TRIED):
        if not fit(some):
            return some
    needed = list(range(count))
    for each in range(count):
        rest = [other for other in needed if other != each]
        if not fit(rest):
            needed = rest
    return tuple(needed)


def _by_size(count: int) -> Iterator[tuple[int, ...]]:
    for size in range(1, count + 1):
        yield from combinations(range(count), size)
