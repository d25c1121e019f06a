"""Arguments: what is concluded, from what, and what else could be."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Point:
    """A conclusion, or a ground that is none.

    Attributes
    ----------
    words
        What it says, short.
    rests_on
        The numbers of the points that it rests on, all of them before it.
    concluded
        Whether it is a conclusion.
    warranted, overturned
        Whether it is said why its grounds bear it, and what would show that it is wrong.
    rivals
        How many other readings of the same grounds there are.
    """

    words: str
    rests_on: tuple[int, ...] = ()
    concluded: bool = False
    warranted: bool = False
    overturned: bool = False
    rivals: int = 0


@dataclass(frozen=True, slots=True)
class Arguments(Spec):
    """Points from top to bottom, each conclusion below what it rests on."""

    points: tuple[Point, ...]
