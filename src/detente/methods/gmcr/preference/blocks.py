"""Blocks: neighbouring conditions that count alike, so that the number of those that hold decides.

Blocks are written as *runs*, the number of conditions in each, most important block first; a condition by itself is a
run of one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def block_numbers(runs: Iterable[int]) -> tuple[int, ...]:
    """Return for each condition the number of its block, from 0."""
    return tuple(number for number, run in enumerate(runs) for _ in range(run))


def split(order: Sequence[int], numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the conditions of an order block by block.

    Parameters
    ----------
    order
        Conditions by number, those of a block side by side.
    numbers
        For each condition the number of its block.
    """
    for _, block in groupby(order, key=lambda k: numbers[k]):
        yield tuple(block)


def runs_of(order: Sequence[int], numbers: Sequence[int]) -> tuple[int, ...]:
    """Return how many conditions of an order stand in each block; the parameters are those of ``split``."""
    return tuple(map(len, split(order, numbers)))
