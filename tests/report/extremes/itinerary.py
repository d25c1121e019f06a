"""Itineraries of one leg, of forty, of one day and of all days there are."""

from __future__ import annotations

from datetime import date, timedelta

from detente.findings.figures.itinerary import Itinerary, Leg

_TODAY = date(2025, 7, 10)


def specs() -> dict[str, Itinerary]:
    """Return itineraries: without a date, of one day, of forty legs, and of every day there is."""
    forty = tuple(_leg(k, _TODAY + timedelta(days=17 * (k - 5))) for k in range(40))
    return {
        "undated": Itinerary(_TODAY, (Leg("North gives way", "no date", now=True), Leg("Signed", goal=True))),
        "one-day": Itinerary(_TODAY, (Leg("Signed", "today", "", _TODAY, _TODAY, goal=True),)),
        "forty": Itinerary(_TODAY, forty),
        "all-days": Itinerary(None, (Leg("A", "", "", date.min, date.max), Leg("B", "", "", date.max, goal=True))),
    }


def _leg(number: int, day: date) -> Leg:
    earliest = day if number % 4 else None
    latest = day + timedelta(days=number % 5 * 20) if earliest and number % 3 else None
    return Leg(
        f"Leg {number} on the way to the opening of the crossing at the Ford",
        f"from {day}",
        "North can move it",
        earliest,
        latest,
        ((day, None),) * (number % 2),
        number < 5,
        number % 6 == 0,
        number % 7 == 0,
        number == 39,
    )
