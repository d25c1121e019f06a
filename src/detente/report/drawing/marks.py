"""Marks: one shape for each kind of thing, told apart without colour, the firmest the fullest."""

from __future__ import annotations

MOST_KINDS = 4


def base(x: float, y: float, half: float) -> str:
    """Return a square around the mark that all others are held against."""
    return f'<rect class="base" x="{x - half:g}" y="{y - half:g}" width="{2 * half:g}" height="{2 * half:g}"/>'


def mark(kind: int, x: float, y: float, radius: float) -> str:
    """Return the shape of a kind: a disc, a ring, a cross, or a square with a ring's line."""
    if kind == 0:
        return f'<circle class="disc" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'
    if kind == 1:
        return f'<circle class="ring" cx="{x:g}" cy="{y:g}" r="{max(radius - 0.9, 1):g}"/>'
    arm = round(radius * 0.72, 1)
    side = 2 * arm
    if kind == 3:
        return f'<rect class="ring" x="{x - arm:g}" y="{y - arm:g}" width="{side:g}" height="{side:g}"/>'
    return f'<path class="cross" d="M{x - arm:g} {y - arm:g}l{side:g} {side:g}m0 {-side:g}l{-side:g} {side:g}"/>'
