"""Quantities: a number or an interval, its unit, and how its source bounds it."""

from __future__ import annotations


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
    number = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    bound = f"{comparator.replace('-', ' ')} " if comparator and comparator != "exactly" else ""
    return f"{bound}{number}{f' {unit}' if unit else ''}"


def _number(value: float) -> str:
    whole = value == int(value) and abs(value) < 1e15
    return f"{int(value):,}" if whole else f"{value:,.6g}"
