"""What a road is made of: its paths, and the days and the bearing of each step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import inf, isfinite
from typing import NamedTuple

from detente.methods.schedule.dates import Dates
from detente.methods.schedule.lengths import Length


class Bearing(Enum):
    """What a step has to do with the goal."""

    DONE = "done"
    NEEDED = "needed"
    SPARE = "spare"
    BLOCKED = "blocked"
    EASES = "eases"
    ELSEWHERE = "elsewhere"


class Days(NamedTuple):
    """When a step that is still to come comes about.

    Attributes
    ----------
    earliest, latest
        First and last day, as ``date.toordinal`` counts them; infinite where nothing bounds it.
    rests
        The steps whose assumptions stand behind these days: a bit for each.
    """

    earliest: float
    latest: float
    rests: int

    @property
    def is_dated(self) -> bool:
        """Whether there is a day at all."""
        return isfinite(self.earliest) or isfinite(self.latest)


UNDATED = Days(-inf, inf, 0)


@dataclass(frozen=True, slots=True)
class Path:
    """A smallest set of steps still to come that reaches the goal.

    Attributes
    ----------
    steps
        The steps in an order in which they can come about; the goal is the last.
    dates
        Their dates.
    undated
        Those that no source dates, neither by a day nor by a duration.
    frontier
        Those that wait for nothing else: what is to be done now.
    after
        How many days after each undated step the goal comes about, by the step.
    """

    steps: tuple[int, ...]
    dates: Dates
    undated: tuple[int, ...]
    frontier: tuple[int, ...]
    after: Mapping[int, Length]

    @property
    def earliest(self) -> float:
        """The first day on which the goal can be, as far as dates are known [days]; ``-inf`` where none is."""
        return self.dates.earliest[self.steps[-1]]

    @property
    def latest(self) -> float:
        """The last day, if all goes as planned [days]; ``inf`` where a step is undated."""
        return self.dates.latest[self.steps[-1]]
