"""Open orders: conditions of which it is not known whether they count, or in which order.

Neighbouring conditions whose order is not known form a *run*; every order within it is taken to be equally
likely, among those of its conditions that count. Whether one condition counts is taken to be independent of
the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from math import comb, factorial, prod
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Numbers
    from detente.methods.gmcr.ensembles.places import Places


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """What is known of an order of conditions.

    Attributes
    ----------
    runs
        How many neighbours stand in each run, most important run first; 1 where the place is known.
    held
        How likely each condition is to count at all [0..1]. [length k]

    Raises
    ------
    ValueError
        If the runs do not make up all conditions.
    """

    runs: tuple[int, ...]
    held: tuple[float, ...]

    def __post_init__(self) -> None:
        if sum(self.runs) != len(self.held):
            msg = f"runs of {sum(self.runs)} conditions, but chances of {len(self.held)}"
            raise ValueError(msg)

    @property
    def settled(self) -> bool:
        """Whether only one order is possible, that of all conditions as they stand."""
        return set(self.runs) <= {1} and set(self.held) <= {1.0}

    def count(self) -> int:
        """Return how many orders of conditions that count are possible."""
        return prod(self._orders(run) for run in self._split())

    def completions(self) -> Places:
        """Return every possible order [shape (count, k)]."""
        per_run = [list(self._completions(run)) for run in self._split()]
        rows = [[place for run in chosen for place in run] for chosen in product(*per_run)]
        return _dense(np.array(rows, dtype=np.int16).reshape(len(rows), len(self.held)))

    def weights(self, places: Places, held: Sequence[float]) -> Numbers:
        """Return how likely orders are.

        Parameters
        ----------
        places
            Distinct possible orders. [shape (D, k)]
        held
            How likely each condition is to count, where other chances than one's own are tried. [length k]
        """
        chance = np.asarray(held, dtype=np.float64)
        counts = places >= 0
        likely: Numbers = np.where(counts, chance, 1 - chance).prod(axis=1)
        for run in self._split():
            orders = np.array([factorial(m) for m in range(len(run) + 1)], dtype=np.float64)
            likely /= orders[counts[:, run.start : run.stop].sum(axis=1)]
        return likely

    def draw(self, rng: np.random.Generator, number: int) -> Places:
        """Return so many orders, drawn independently as likely as they are [shape (number, k)]."""
        places = np.empty((number, len(self.held)), dtype=np.int16)
        for run in self._split():
            shuffled = np.broadcast_to(np.array(run, dtype=np.int16), (number, len(run)))
            places[:, run.start : run.stop] = rng.permuted(shuffled, axis=1)
        places[rng.random(places.shape) >= np.array(self.held)] = -1
        return _dense(places)

    def _split(self) -> Iterator[range]:
        start = 0
        for length in self.runs:
            yield range(start, start + length)
            start += length

    def _orders(self, run: range) -> int:
        sure = sum(self.held[k] == 1.0 for k in run)
        maybe = sum(0.0 < self.held[k] < 1.0 for k in run)
        return sum(comb(maybe, more) * factorial(sure + more) for more in range(maybe + 1))

    def _completions(self, run: range) -> Iterator[tuple[int, ...]]:
        sides = [[True] * (self.held[k] > 0) + [False] * (self.held[k] < 1) for k in run]
        for counts in product(*sides):
            kept = [k for k, counted in zip(run, counts, strict=True) if counted]
            for order in permutations(kept):
                yield tuple(run.start + order.index(k) if k in order else -1 for k in run)


def _dense(places: Places) -> Places:
    """Close the gaps that conditions leave which do not count, so that each order is written in one way."""
    order = np.argsort(np.where(places < 0, np.iinfo(np.int16).max, places), axis=1, kind="stable")
    dense = np.empty_like(places)
    np.put_along_axis(dense, order, np.broadcast_to(np.arange(places.shape[1], dtype=np.int16), places.shape), axis=1)
    dense[places < 0] = -1
    return dense
