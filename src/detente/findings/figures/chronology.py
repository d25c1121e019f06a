"""Chronologies: what happened, one below the other, each with its place on a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened.

    Attributes
    ----------
    when, name
        Its date as its source states it, and what happened, in words.
    earliest, latest
        The days between which it happened; ``None`` where nothing bounds it on that side.
    sure
        Whether it certainly had happened by the date of the report.
    """

    when: str
    name: str
    earliest: date | None
    latest: date | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Chronology(Spec):
    """Happenings from top to bottom; what lies before the first day, or after the last, is drawn at that edge."""

    first: date
    last: date
    today: date
    happenings: tuple[Happening, ...]
