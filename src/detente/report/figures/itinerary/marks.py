"""The marks of an itinerary: for a day, for no date, for what is done, and for what may be later."""

from __future__ import annotations


def diamond(x: float, y: float, kind: str = "when") -> str:
    """Return the mark of a day."""
    return f'<path class="{kind}" d="M{x:g} {y - 7:g}l7 7l-7 7l-7 -7z"/>'


def ring(x: float, y: float) -> str:
    """Return the mark of what has no date."""
    return f'<circle class="ring" cx="{x:g}" cy="{y:g}" r="6"/>'


def ticked(x: float, y: float) -> str:
    """Return the mark of what is done."""
    disc = f'<circle class="ticked" cx="{x:g}" cy="{y:g}" r="8"/>'
    return f'<g>{disc}<path class="check" d="M{x - 3.5:g} {y + 0.5:g}l2.5 2.5l4.5 -6"/></g>'


def later(start: float, end: float, y: float) -> str:
    """Return the line of what may be later, with its tip."""
    return f'<path class="open" d="M{start:g} {y:g}H{end:g}M{end - 6:g} {y - 5:g}l6 5l-6 5"/>'
