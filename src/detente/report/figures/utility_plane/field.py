"""The field of a utility plane: where utilities lie in it, where both are better off, and the lines through it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from detente.findings.figures.utility_plane import UtilityAxis, UtilityPlane
from detente.report.drawing.svg import Box

_INSET = 12.0


@dataclass(frozen=True, slots=True)
class UtilityField:
    """The utilities of a plane laid over a rectangle.

    Attributes
    ----------
    spec
        The plane.
    box
        Where it is drawn [units].
    """

    spec: UtilityPlane
    box: Box

    def across(self, x: float) -> float:
        """Return where a utility of the first party lies [units]."""
        share = _share(self.spec.across, x)
        return round(self.box.x + _INSET + share * (self.box.width - 2 * _INSET), 1)

    def up(self, y: float) -> float:
        """Return where a utility of the other party lies, the greatest highest [units]."""
        share = _share(self.spec.up, y)
        return round(self.box.bottom - _INSET - share * (self.box.height - 2 * _INSET), 1)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a package lies [units]."""
        return self.across(x), self.up(y)

    def better(self) -> Box:
        """Return where no deal is better for neither."""
        x, y = self.at(self.spec.across.no_deal[1], self.spec.up.no_deal[1])
        return Box(x, self.box.y, round(self.box.right - x, 1), round(y - self.box.y, 1))

    def missing(self) -> tuple[Box, Box] | None:
        """Return where both would be better off but for what is missing, and the part of it where they are."""
        if self.spec.gap is None:
            return None
        kept, (x, y) = self.better(), self.at(self.spec.gap.x, self.spec.gap.y)
        left, foot = min(x, kept.x), max(y, kept.bottom)
        return Box(left, self.box.y, self.box.right - left, foot - self.box.y), kept

    def doubts(self) -> tuple[Box, ...]:
        """Return the stripes within which no deal may be worth something, none where it is a single number."""
        low, _, high = map(self.across, self.spec.across.no_deal)
        upright = Box(low, self.box.y, round(high - low, 1), self.box.height)
        least, _, most = map(self.up, self.spec.up.no_deal)
        level = Box(self.box.x, most, self.box.width, round(least - most, 1))
        return tuple(stripe for stripe in (upright, level) if min(stripe.width, stripe.height) > 0.01)

    def frontier(self) -> tuple[tuple[float, float], ...]:
        """Return the corners of the line beyond which no package lies, if there is one."""
        if not self.spec.frontier:
            return ()
        places = [self.at(x, y) for x, y in self.spec.frontier]
        found, across, level = [(self.box.x, places[0][1])], self.box.x, places[0][1]
        for x, y in places:
            found += [(across, y)] * (y != level) + [(x, y)]
            across, level = x, y
        return (*found, (across, self.box.bottom))


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return round numbers between two: multiples of a step of one, two or five times a power of ten.

    The step is the least of which at most so many lie between them.
    """
    least = max(high - low, 1e-6) / most
    power = floor(log10(least))
    step = next(round(k * 10.0**power, 12) for k in (1, 2, 5, 10) if k * 10.0**power >= least * (1 - 1e-9))
    return tuple(round(k * step, 12) for k in range(ceil(low / step - 1e-6), floor(high / step + 1e-6) + 1))


def _share(axis: UtilityAxis, value: float) -> float:
    length = axis.high - axis.low
    return min(max((value - axis.low) / length, 0.0), 1.0) if length > 0 else 0.5
