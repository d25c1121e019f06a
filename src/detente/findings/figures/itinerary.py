"""Itineraries: the way to a goal in a few legs, each over the same calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Leg:
    """A row: something done, something that has to come about, or the goal.

    Attributes
    ----------
    name
        What it is.
    when, said
        Its date as people read it, and what else there is to say of it; ``""`` for nothing.
    earliest, latest
        The days between which it lies; ``None`` where nothing bounds it on that side.
    parts
        First and last days of what lies on the way to it; the last is ``None`` where nothing bounds it.
    done, now
        Whether it is behind, and whether something of it can move now.
    assumed
        Whether its days rest on an assumption.
    goal
        Whether it is where the way leads.
    """

    name: str
    when: str = ""
    said: str = ""
    earliest: date | None = None
    latest: date | None = None
    parts: tuple[tuple[date, date | None], ...] = ()
    done: bool = False
    now: bool = False
    assumed: bool = False
    goal: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it has a place on the calendar."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Itinerary(Spec):
    """Legs from top to bottom, the goal last.

    Attributes
    ----------
    today
        The date of the report, or ``None``.
    legs
        The rows.
    """

    today: date | None
    legs: tuple[Leg, ...]
