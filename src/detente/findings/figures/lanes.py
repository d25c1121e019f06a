"""Lanes: stretches of time over a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time; a side whose date is not known exactly is drawn open.

    Attributes
    ----------
    start, end
        First and last day drawn; ``None`` where it runs out of the picture.
    sure_start, sure_end
        Days between which it certainly lasted, or ``None`` where that is not known.
    label
        Its title for a reader who points at it.
    """

    start: date | None
    end: date | None
    sure_start: date | None
    sure_end: date | None
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a lanes figure."""

    title: str
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Lanes(Spec):
    """Lanes over a calendar, with a line at the as-of date."""

    first: date
    last: date
    today: date
    lanes: tuple[Lane, ...]
