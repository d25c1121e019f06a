"""Projection: longitude and latitude become places in a drawing, a degree of either as long as in the map's middle."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from detente.findings.figures.map import Map
from detente.report.drawing.svg import Box

Point = tuple[float, float]

_DEGREE = 111.195
"""Length of a degree of latitude [km]."""

_LEAST, _MOST = 0.45, 1.1
"""Heights of a map as shares of its width; beyond them a degree is drawn shorter or longer in one direction."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A window on the globe laid over a rectangle: an equidistant cylinder that touches at the middle's latitude."""

    window: tuple[float, float, float, float]
    box: Box

    def at(self, lon: float, lat: float) -> Point:
        """Return where a place is [units]."""
        west, south, east, north = self.window
        across, up = (lon - west) / (east - west), (lat - south) / (north - south)
        return round(self.box.x + across * self.box.width, 1), round(self.box.bottom - up * self.box.height, 1)

    def km(self, units: float) -> float:
        """Return how long a line across the map is in its middle [km]."""
        west, south, east, north = self.window
        return units / self.box.width * (east - west) * _DEGREE * cos(radians((south + north) / 2))


def fitted(spec: Map, wide: float) -> Projection:
    """Return the window of a map in a rectangle of some width [units]."""
    west, south, east, north = spec.window
    tall = (north - south) / ((east - west) * max(cos(radians((south + north) / 2)), 0.1))
    return Projection(spec.window, Box(1, 1, wide - 2, round((wide - 2) * min(max(tall, _LEAST), _MOST))))
