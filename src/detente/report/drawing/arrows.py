"""Arrows: lines whose dashes, as well as colour, say what a step is worth to the one who takes it."""

from __future__ import annotations

from detente.findings.figures.routes import Gain

_HEAD = 7.0
NAMES = {Gain.GAIN: "gains", Gain.EVEN: "even", Gain.COST: "cost"}
"""Class of the lines for each worth."""

WORTHS = {
    Gain.GAIN: "a gain for who moves",
    Gain.EVEN: "no gain and no loss for who moves",
    Gain.COST: "at a cost to who moves",
}
"""Each worth in the words of a legend."""


def arrow(gain: Gain, start: tuple[float, float], end: float) -> str:
    """Return an arrow to the right, from a point to where it ends across."""
    x, y = start
    line = f'<path class="step {NAMES[gain]}" d="M{x:g} {y:g}H{end - _HEAD:g}"/>'
    return line + head(gain, (end, y), (1, 0))


def head(gain: Gain, tip: tuple[float, float], towards: tuple[float, float]) -> str:
    """Return the head of an arrow: its tip, and the direction it points in [a vector of length 1]."""
    (x, y), (across, down) = tip, towards
    back_x, back_y = x - across * (_HEAD + 1), y - down * (_HEAD + 1)
    half_x, half_y = -down * 4.2, across * 4.2
    return (
        f'<path class="head {NAMES[gain]}" d="M{x:.5g} {y:.5g}L{back_x + half_x:.5g} {back_y + half_y:.5g}'
        f'L{back_x - half_x:.5g} {back_y - half_y:.5g}Z"/>'
    )


def barred(start: tuple[float, float], end: float) -> str:
    """Return a line to the right that ends at a bar: no way."""
    x, y = start
    return f'<path class="barred" d="M{x:g} {y:g}H{end:g}M{end:g} {y - 6:g}v12"/>'
