"""The field of a plane: where its steps lie, how big its marks are, and where it is better for both."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from detente.findings.figures.plane import Plane, Spot
from detente.report.drawing.svg import Box

_LEAST, _MOST = 3.0, 9.0

BASE = 8.0
"""Half the width of the square around the base [units]."""


@dataclass(frozen=True, slots=True)
class Field:
    """The steps of a plane laid over a rectangle.

    Attributes
    ----------
    spec
        The plane.
    box
        Where it is drawn [units].
    """

    spec: Plane
    box: Box

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a step [units]."""
        return self.box.width / max(self.spec.across.steps, 1), self.box.height / max(self.spec.up.steps, 1)

    def at(self, x: int, y: int) -> tuple[float, float]:
        """Return the middle of a place [units]; a higher step lies higher."""
        wide, high = self.cell
        return round(self.box.x + (x + 0.5) * wide, 1), round(self.box.bottom - (y + 0.5) * high, 1)

    def radius(self, spot: Spot) -> float:
        """Return the radius of a spot's mark: larger for more things there [units]."""
        least = min(_LEAST + self.box.width / 400 + (min(self.cell) > 2 * _MOST), min(self.cell) / 2)
        most = max(min(_MOST, min(self.cell) / 2), least)
        greatest = max((sum(each.kinds) for each in self.spec.spots), default=1)
        share = log(max(sum(spot.kinds), 1)) / log(greatest) if greatest > 1 else 0.0
        return round(least + (min(most, 2 * least) - least) * share, 1)

    def reach(self, x: int, y: int) -> float:
        """Return how far from the middle of a place its mark reaches, with the square around the base [units]."""
        found = next((self.radius(spot) for spot in self.spec.spots if (spot.x, spot.y) == (x, y)), _LEAST)
        return max(found, BASE) + 1 if (x, y) == self.spec.base else found

    def around(self, spot: Spot) -> Box:
        """Return the square that a spot's mark fills."""
        (x, y), radius = self.at(spot.x, spot.y), self.radius(spot)
        return Box(x - radius, y - radius, 2 * radius, 2 * radius)

    def better(self) -> Box | None:
        """Return where it is better for both than at the base, if anywhere."""
        if self.spec.base is None:
            return None
        (x, y), (wide, high) = self.at(*self.spec.base), self.cell
        left, lower = x + wide / 2, y - high / 2
        found = Box(left, self.box.y, self.box.right - left, lower - self.box.y)
        return found if min(found.width, found.height) > 0.01 else None

    def frontier(self) -> tuple[tuple[float, float], ...]:
        """Return the corners of the line that nothing goes beyond without loss to one of the two, if there is one."""
        (wide, high), level = self.cell, self.box.x
        found: list[tuple[float, float]] = []
        for x, y in self.spec.frontier:
            middle, low = self.at(x, y)
            found += [(level, low - high / 2), (middle + wide / 2, low - high / 2)]
            level = middle + wide / 2
        return tuple(found)
