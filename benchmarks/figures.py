"""Figures: what the benchmarks are held against, as ratios where a ratio says more than seconds.

A figure compares what was measured in the same run, so that it hardly depends on the machine.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table that ``make bench`` prints.

    Attributes
    ----------
    what
        What was measured, in a few words.
    measured
        The value.
    wanted
        The value that was aimed at.
    unit
        What both are counted in, such as ``"s"`` or ``"times"``.
    most
        Whether ``wanted`` is the most that it may be, rather than the least.
    """

    what: str
    measured: float
    wanted: float
    unit: str
    most: bool = False

    def __str__(self) -> str:
        met = self.measured <= self.wanted if self.most else self.measured >= self.wanted
        aim = f"{'at most' if self.most else 'at least'} {self.wanted:,g}"
        measured = f"{self.measured:,.0f}" if self.measured >= 100 else f"{self.measured:.3g}"
        return f"{self.what:<80} {measured:>7} {self.unit:<15} {aim:<15} {'' if met else 'NOT MET'}".rstrip()


def cpu_times(*works: Callable[[], object], rounds: int, calls: int = 1) -> list[float]:
    """Return the median CPU time of each of some works, in seconds, taking turns so that all meet the same machine.

    Parameters
    ----------
    works
        What to do; each is done once before it counts.
    rounds
        How many times each is measured.
    calls
        How many times each is done in one measurement, for what is too quick to measure.
    """
    for work in works:
        work()
    laps = [[_lap(work, calls) for work in works] for _ in range(rounds)]
    return [median(lap[k] for lap in laps) for k in range(len(works))]


def _lap(work: Callable[[], object], calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        work()
    return (time.process_time() - start) / calls
