"""Samples: the dates, durations and luck of a step in many draws."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from detente.methods.schedule.dates import Timing

Days: TypeAlias = npt.NDArray[np.float64]
"""One value for each draw."""

Mask: TypeAlias = npt.NDArray[np.bool_]
"""One truth value for each draw."""


class Chance(NamedTuple):
    """What is uncertain of a step.

    Attributes
    ----------
    timing
        Its date and duration.
    mode
        The most likely duration, where one is stated [days].
    succeeds
        Bounds of the chance that it comes about at all.
    """

    timing: Timing
    mode: float | None = None
    succeeds: tuple[float, float] = (1.0, 1.0)

    @property
    def has_date(self) -> bool:
        """Whether its own date may be one of several days."""
        return -inf < self.timing.first < self.timing.last < inf

    @property
    def has_duration(self) -> bool:
        """Whether it takes longer or shorter."""
        return self.timing.quick < self.timing.slow < inf

    @property
    def inputs(self) -> int:
        """How many random numbers a draw of it takes."""
        low, high = self.succeeds
        return self.has_date + self.has_duration + (low < 1) + (low < high)


class Sample(NamedTuple):
    """A step in some draws: its own date, how long it takes, whether that is known, and where it fails."""

    date: Days
    duration: Days
    lasts: bool
    fails: Mask

    @classmethod
    def of(cls, chance: Chance, size: int, now: float, rows: Iterator[Days]) -> Sample:
        """Return a step in so many draws; each thing uncertain of it takes a row of random numbers."""
        timing = chance.timing
        date = np.full(size, timing.first)
        if chance.has_date:
            date = timing.first + np.floor(next(rows) * (timing.last - timing.first + 1))
        date = np.where(date > -inf, np.maximum(date, now), date)
        duration = np.full(size, timing.quick)
        if chance.has_duration:
            duration = np.rint(_between(timing, chance.mode, next(rows)))
        low, high = chance.succeeds
        fails = np.zeros(size, dtype=np.bool_)
        if low < 1:
            share = low + (high - low) * next(rows) if low < high else np.full(size, low)
            fails = next(rows) >= share
        return cls(date, duration, timing.slow < inf, fails)


def _between(timing: Timing, mode: float | None, u: Days) -> Days:
    """Return durations: triangular where a most likely one is stated, else each alike."""
    low, high = timing.quick, timing.slow
    if mode is None:
        return low + (high - low) * u
    peak = (mode - low) / (high - low)
    rising = low + np.sqrt(u * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - u) * (high - low) * (high - mode))
    return np.where(u < peak, rising, falling)
