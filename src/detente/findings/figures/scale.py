"""Scales: where each of several stands between two ends, and where it could end."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Stand:
    """A place on the scale that somebody or something holds.

    Attributes
    ----------
    name
        Who or what.
    at, low, high
        The place, and the bounds within which it lies.
    said
        The same in words.
    title
        More for a reader who points at it, or ``""``.
    """

    name: str
    at: float
    low: float
    high: float
    said: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Places of one kind, one below the other.

    Attributes
    ----------
    title
        What they are, over the first.
    meaning
        What a place and its bounds are, for the legend.
    """

    title: str
    meaning: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Scale(Spec):
    """A scale from one end to the other, with places on it.

    Attributes
    ----------
    low, high
        Its ends.
    signs
        Marked places from the low end on, and what they mean.
    held, answers
        Where the parties stand, and where it would end.
    likely
        A stretch that is shaded through all rows, and what it is.
    """

    low: float
    high: float
    signs: tuple[tuple[float, str], ...]
    held: Rows
    answers: Rows
    likely: tuple[float, float, str]
