"""Places on the globe, one by one: without arrays, for those who look at a few of them in little time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import asin, cos, floor, radians, sin, sqrt
from typing import Self, TypeAlias

Spot: TypeAlias = tuple[float, float]
"""Longitude and latitude [degrees]."""

RADIUS = 6371.0088
"""Mean radius of the Earth [km]."""

_DEGREE = RADIUS * radians(1)
"""How long a degree of latitude is [km]."""


def apart(one: Spot, other: Spot) -> float:
    """Return the length of the great circle between two places, by the haversine formula [km].

    The Earth is taken as a ball: that is right to about half a per cent.

    References
    ----------
    Sinnott1984
    """
    across, up = radians(other[0] - one[0]) / 2, radians(other[1] - one[1]) / 2
    square = sin(up) ** 2 + cos(radians(one[1])) * cos(radians(other[1])) * sin(across) ** 2
    return 2 * RADIUS * asin(sqrt(min(square, 1.0)))


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """An outline of straight sides in longitude and latitude, put by bands of latitude.

    Attributes
    ----------
    bands
        The ends of the sides that reach into each band of a degree, by its lower edge.
    """

    bands: Mapping[int, Sequence[tuple[Spot, Spot]]]

    @classmethod
    def of(cls, rings: Iterable[Sequence[Spot]]) -> Self:
        """Return the land within rings, given by their corners in order, the first one again at the end or not."""
        bands: dict[int, list[tuple[Spot, Spot]]] = {}
        for ring in rings:
            for one, other in zip(ring, chain(islice(ring, 1, None), ring[:1]), strict=True):
                low, high = sorted((one[1], other[1]))
                for band in range(floor(low), floor(high) + 1):
                    bands.setdefault(band, []).append((one, other))
        return cls(bands)

    def holds(self, spot: Spot) -> bool:
        """Return whether a place lies inside, as ``inside`` says of many.

        References
        ----------
        Shimrat1962
        """
        x, y = spot
        odd = False
        for (ax, ay), (bx, by) in self.bands.get(floor(y), ()):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                odd = not odd
        return odd

    def is_near(self, spot: Spot, km: float) -> bool:
        """Return whether some side is no farther from a place than so many kilometres, as ``distance_to_outline``."""
        far = 2 * km / _DEGREE
        bands = range(floor(spot[1] - far), floor(spot[1] + far) + 1)
        sides = chain.from_iterable(self.bands.get(band, ()) for band in bands)
        return any(apart(spot, _foot(spot, *side)) <= km for side in sides)


def _foot(spot: Spot, one: Spot, other: Spot) -> Spot:
    """Return the point of a side nearest to a place, on a plane where a degree is as long as at the place."""
    wide = cos(radians(spot[1])) ** 2
    east, north = other[0] - one[0], other[1] - one[1]
    square = wide * east**2 + north**2
    along = wide * (spot[0] - one[0]) * east + (spot[1] - one[1]) * north
    share = min(max(along / square if square else 0.0, 0.0), 1.0)
    return one[0] + share * east, one[1] + share * north
