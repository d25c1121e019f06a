"""Numbers of the model: rounded for programs, and in words with two digits, as more would pretend to be exact."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TypeAlias

Range: TypeAlias = tuple[float, float, float]
"""A median, and what 5 and 95 of 100 draws do not exceed."""

_FOR_PROGRAMS = 4
_FOR_PEOPLE = 2


def rounded(value: float, digits: int = _FOR_PROGRAMS) -> float:
    """Return a number with so many significant digits; 0 has none."""
    if value == 0 or not isfinite(value):
        return 0.0 if value == 0 else value
    found = round(value, digits - 1 - floor(log10(abs(value))))
    return found or 0.0


def words(value: float, places: int = 2) -> str:
    """Return a number in words, with two significant digits and at most so many places: "3.8", "−12", "1,900"."""
    found = rounded(value, _FOR_PEOPLE)
    if abs(found) < 0.5 / 10**places:
        return "0"
    places = max(0, min(places, _FOR_PEOPLE - 1 - floor(log10(abs(found)))))
    text = f"{abs(found):,.{places}f}"
    return f"−{text}" if found < 0 else text


def signed(value: float, places: int = 2) -> str:
    """Return a number in words with its sign, as changes have one: "+3.8", "−12", "0"."""
    text = words(value, places)
    return text if text == "0" or text.startswith("−") else f"+{text}"


def ranged(spread: Range, unit: str = "", *, change: bool = False, places: int = 2) -> str:
    """Return a median with its range in words: "3.8 (0.9 to 8) per cent"; one number where all three are alike.

    Parameters
    ----------
    spread
        Median, low and high.
    change
        Whether it is a change, so that the sign is always told.
    places
        How many places a number has at most.
    """
    say = signed if change else words
    median, low, high = (say(float(each), places) for each in spread)
    number = median if median == low == high else f"{median} ({low} to {high})"
    return f"{number}{f' {unit}' if unit else ''}"


def compact(spread: Range, *, change: bool = False, places: int = 2) -> str:
    """Return a median with its range in few letters, for tables: "3.8 (0.9–8)"; a fall has its sign at both ends."""
    median, low, high = spread
    if change and low < 0:
        return ranged(spread, change=True, places=places)
    ends = [words(each, places) for each in (low, high)]
    number = signed(median, places) if change else words(median, places)
    return number if median == low == high else f"{number} ({'–'.join(ends)})"


def percent(spread: Range, unit: str = "per cent") -> str:
    """Return a change in per cent with its range: "−3.8 (−8 to −0.9) per cent"."""
    return ranged(spread, unit, change=True, places=1)
