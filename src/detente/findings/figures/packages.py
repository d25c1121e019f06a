"""Packages: a few of them one below the other, each with what it changes and what every side gains or loses by it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Side:
    """What one side has from a package.

    Attributes
    ----------
    who
        The side.
    at, low, high
        What it gains over no deal, negative where it loses, and the bounds within which that lies.
    said
        The gain in words.
    barred
        Whether the package crosses its red line, so that no gain counts.
    """

    who: str
    at: float
    low: float
    high: float
    said: str
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """A package.

    Attributes
    ----------
    label
        Why it is shown.
    changes
        What it changes, in words.
    aside
        What else is to be said of it, or ``""``.
    blocked
        Whether somebody blocks it.
    sides
        What each side has from it.
    """

    label: str
    changes: str
    aside: str
    blocked: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Packages(Spec):
    """Packages one below the other.

    Attributes
    ----------
    packages
        The packages.
    bounds
        What the bounds of a gain are, for the legend; ``""`` where there are none.
    """

    packages: tuple[Package, ...]
    bounds: str = ""
