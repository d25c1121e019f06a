"""Roads: steps that wait for each other on the way to a goal, over a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Stage:
    """A step that is still to come.

    Attributes
    ----------
    name
        What it is called.
    earliest, latest
        The days between which it comes about; ``None`` where nothing bounds it on that side.
    by
        Who must act.
    now
        Whether it waits for nothing else.
    paths
        Which of the road's paths need it, counted from 0.
    assumed
        Whether its days rest on an assumption.
    slowest
        Whether the goal's day hangs on it.
    after
        How many days after steps without a date it comes about, where it has no date itself.
    apart
        What it has to do with the goal where no path needs it.
    stated
        Its own date as its source states it, where that says more than the days do.
    """

    name: str
    earliest: date | None = None
    latest: date | None = None
    by: tuple[str, ...] = ()
    now: bool = False
    paths: tuple[int, ...] = ()
    assumed: bool = False
    slowest: bool = False
    after: tuple[str, ...] = ()
    apart: str = ""
    stated: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether it has a place on the calendar."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Link:
    """A requirement: one step, by its number, comes before another.

    Attributes
    ----------
    source, target
        The step that comes first, and the one that waits for it.
    strict
        Whether it must be on an earlier day.
    hedged
        Whether its source softens it.
    eases
        Whether it only makes the other easier, without having to come first.
    one_of
        Whether it is one of several of which one is enough.
    slowest
        Whether the goal's day hangs on it.
    """

    source: int
    target: int
    strict: bool = False
    hedged: bool = False
    eases: bool = False
    one_of: bool = False
    slowest: bool = False


@dataclass(frozen=True, slots=True)
class Road(Spec):
    """Steps in an order in which they can come about, the goal last.

    Attributes
    ----------
    today
        The date of the report, or ``None``.
    stages, links
        The steps and what they wait for; sources stand before their targets.
    paths
        What to call each path, where there are several.
    complete
        Whether these are all the paths there are.
    """

    today: date | None
    stages: tuple[Stage, ...]
    links: tuple[Link, ...]
    paths: tuple[str, ...] = ()
    complete: bool = True
