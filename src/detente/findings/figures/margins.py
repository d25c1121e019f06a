"""Margins: what each party gains or loses by each of several packages, against no deal."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Margin:
    """What a party gains by a package over no deal.

    Attributes
    ----------
    who
        The party.
    at, low, high
        The gain, negative where no deal is better, and the bounds within which it lies.
    said
        The gain in words.
    """

    who: str
    at: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A package.

    Attributes
    ----------
    number
        By which other pictures call it.
    name
        The package in words.
    known_for
        What it stands out as, or ``""``.
    stance
        Who accepts it, or who stands in its way.
    margins
        What it is worth to each party.
    """

    number: int
    name: str
    known_for: str
    stance: str
    margins: tuple[Margin, ...]


@dataclass(frozen=True, slots=True)
class Margins(Spec):
    """Packages one below the other, each with what every party gains or loses by it.

    Attributes
    ----------
    offers
        The packages.
    bounds
        What the bounds of a gain are, for the legend; ``""`` where there are none.
    """

    offers: tuple[Offer, ...]
    bounds: str = ""
