"""Quantities: a number or an interval, its unit, and how its source bounds it."""

from __future__ import annotations

from decimal import Decimal


def quantity(low: float, high: float, unit: str | None, *, comparator: str | None = None) -> str:
    """Return a quantity as a reader writes it: ``more than 1,000 km``, ``60–80``, ``12.7 km``.

    Parameters
    ----------
    low, high
        Bounds; equal for a single number.
    unit
        Its unit, or ``None``.
    comparator
        How the source bounds it, such as ``more-than``.
    """
    dash = "–" if low >= 0 else " to "  # a dash before or after a minus sign cannot be read
    number = _number(low) if low == high else f"{_number(low)}{dash}{_number(high)}"
    bound = f"{comparator.replace('-', ' ')} " if comparator and comparator != "exactly" else ""
    return f"{bound}{number}{f' {unit}' if unit else ''}"


def _number(value: float) -> str:
    """Return a number with its thousands set apart and six digits where it has more, never as a power of ten."""
    size = abs(value)
    if size == int(size):
        digits = f"{size:,.0f}"
    elif size >= 100_000:
        digits = f"{size:,.1f}"
    else:
        digits = f"{Decimal(f'{size:.6g}'):,f}"
    return f"−{digits}" if value < 0 else digits
