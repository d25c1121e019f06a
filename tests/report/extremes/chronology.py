"""Chronologies of nothing, of one day, of centuries, and of forty events."""

from __future__ import annotations

from datetime import date, timedelta

from detente.findings.figures.chronology import Chronology, Happening


def specs() -> dict[str, Chronology]:
    """Return chronologies: empty, of one day, of four centuries, of forty events, and months around a new year."""
    start, today = date(2025, 1, 1), date(2025, 7, 10)
    days = [start + timedelta(days=9 * k) for k in range(-5, 35)]
    events = tuple(
        Happening(day.isoformat(), f"Event {k}: they met again", day, day + timedelta(days=k % 3 * 20), k % 4 > 0)
        for k, day in enumerate(days)
    )
    old = (
        Happening("1700 – 1750", "A war over the Ford and the lands beyond it", date(1700, 1, 1), date(1750, 1, 1)),
        Happening("long ago", "A settlement that nobody remembers", None, date(1500, 1, 1)),
        Happening("", "A quarrel", None, None),
    )
    return {
        "none": Chronology(start, today, today, ()),
        "one-day": Chronology(today, today, today, events[:1]),
        "centuries": Chronology(date(1600, 1, 1), date(2025, 12, 31), today, old),
        "forty": Chronology(start, date(2025, 10, 1), today, events),
        "two-years": Chronology(date(2024, 12, 1), date(2026, 2, 1), date(2024, 12, 2), events[:3]),
    }
