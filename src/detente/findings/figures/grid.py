"""Grids of words: what each of several sides says on each subject, or how each condition was at each date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.findings.figures.spec import Spec


class Change(StrEnum):
    """What became of what a side says, or becomes of a condition, in the words of a legend."""

    MOVED = "replaces an earlier position"
    HELD = "stands, and replaces none on record"
    UNSURE = "may have been stated by this date"
    SILENT = "nothing stated under this name"
    PUSHED = "pushed towards another state"
    AT_REST = "not pushed out of its state"


@dataclass(frozen=True, slots=True)
class Saying:
    """What one side says on one subject, or how one condition was at one date.

    Attributes
    ----------
    change
        What became of it.
    words
        What it wants, short; ``""`` where it says nothing, and for a condition that is as at the date before.
    aside
        Of what kind that is, since when, and how sure; where it says nothing, where to look instead.
    """

    change: Change
    words: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: its name, and what each side says on it, in the order of the sides."""

    name: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Grid(Spec):
    """Subjects from top to bottom, sides from left to right."""

    sides: tuple[str, ...]
    subjects: tuple[Subject, ...]
