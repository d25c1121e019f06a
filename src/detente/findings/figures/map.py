"""Maps: ways between places, drawn as wide as what goes along them, over the outlines of countries."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec

Ring = tuple[tuple[float, float], ...]
"""Corners in order, longitude and latitude [degrees]."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has a name.

    Attributes
    ----------
    lon, lat
        Where it is [degrees].
    name
        What it is called.
    important
        Whether a reader looks for it: its name has room before those of others.
    post
        Whether it is a border post: names of others have room before its own.
    others
        Where else in it its name may stand, of a country that matters, the best first [degrees].
    """

    lon: float
    lat: float
    name: str
    important: bool = False
    post: bool = False
    others: tuple[tuple[float, float], ...] = ()

    @property
    def spot(self) -> tuple[float, float]:
        """Longitude and latitude [degrees]."""
        return self.lon, self.lat


@dataclass(frozen=True, slots=True)
class Way:
    """A way between two places, whatever its course.

    Attributes
    ----------
    one, other
        Numbers of its ends among the places.
    before, after
        What goes along it in the two cases that the map compares.
    disputed
        Whether it is a way that the comparison is about.
    title
        More for a reader who points at it, or ``""``.
    """

    one: int
    other: int
    before: float
    after: float
    disputed: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Map(Spec):
    """Ways between places in a part of the globe; where one leaves it the map says where to.

    Attributes
    ----------
    window
        Least longitude and latitude, and greatest longitude and latitude [degrees].
    land
        The rings of each country in the window, cut at its edges: land is what an odd number of them holds.
    countries
        Where the name of each is best written.
    places
        What has a name; those outside the window are where ways lead to that leave it.
    ways
        What is drawn between them, each pair of places once.
    kinds
        What to call a way's part that is alike in both cases, what is more in the second, what is less there, and a way
        that the comparison is about and that carries nothing in either.
    unit
        What is carried is counted in.
    """

    window: tuple[float, float, float, float]
    land: tuple[tuple[Ring, ...], ...]
    countries: tuple[Place, ...]
    places: tuple[Place, ...]
    ways: tuple[Way, ...]
    kinds: tuple[str, str, str, str]
    unit: str
