"""Utility planes: what each package is worth to two parties, and what both have without a deal."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class UtilityAxis:
    """One direction of a utility plane.

    Attributes
    ----------
    who
        To whom things are worth more along it.
    low, high
        Its ends.
    no_deal
        What no deal is worth: the least, the middle, and the most that it may be.
    """

    who: str
    low: float
    high: float
    no_deal: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place where packages lie.

    Attributes
    ----------
    x, y
        What they are worth to the two.
    kind
        Which of the plane's kinds they are.
    title
        More for a reader who points at it, or ``""``.
    """

    x: float
    y: float
    kind: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A place with packages that have a number: each with what else is to be said of it, or ``""``."""

    x: float
    y: float
    packages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a package is from being no worse than no deal.

    Attributes
    ----------
    x, y
        What it is worth to the two.
    across, up
        What it falls short of for either in words, or ``""`` where it does not.
    """

    x: float
    y: float
    across: str
    up: str


@dataclass(frozen=True, slots=True)
class UtilityPlane(Spec):
    """Packages in a plane whose directions are worth to one party and to another.

    Attributes
    ----------
    across, up
        The two directions.
    kinds
        What each kind of package is called, the most acceptable first; there are three.
    dots
        Where packages lie.
    flags
        The places with packages that have a number.
    frontier
        The places to which no other is better for one and as good for the other, from left to right.
    gap
        How far agreement is where it is nearest, if the picture can show it.
    """

    across: UtilityAxis
    up: UtilityAxis
    kinds: tuple[str, str, str]
    dots: tuple[Dot, ...]
    flags: tuple[Flag, ...] = ()
    frontier: tuple[tuple[float, float], ...] = ()
    gap: Gap | None = None
