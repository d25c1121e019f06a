"""Lanes of one day, of centuries, and of forty tracks or events."""

from __future__ import annotations

from datetime import date, timedelta

from detente.findings.figures.lanes import Band, Lane, Lanes, Mark


def specs() -> dict[str, Lanes]:
    """Return lanes: none, one day, four centuries, forty lanes, and forty events, some outside the calendar."""
    start, today = date(2025, 1, 1), date(2025, 7, 10)
    day = Lanes(today, today, today, (Lane("One", marks=(Mark(today, today, "They met"),)),))
    tracks = tuple(
        Lane(f"Track {k}", (Band(start + timedelta(days=4 * k), None, today, None, f"since day {4 * k}"),))
        for k in range(40)
    )
    events = tuple(
        Mark(start + timedelta(days=9 * k), start + timedelta(days=9 * k + (k % 3) * 20), f"Event {k}: they met again")
        for k in range(-5, 35)
    )
    old = (Mark(date(1700, 1, 1), date(1750, 1, 1), "A war"), Mark(date(2090, 1, 1), date(2090, 1, 1), "A deadline"))
    return {
        "none": Lanes(start, today, today, ()),
        "one-day": day,
        "centuries": Lanes(date(1600, 1, 1), date(2025, 12, 31), today, (Lane("Wars", marks=old),)),
        "forty-lanes": Lanes(start, date(2026, 2, 1), today, tracks),
        "forty-events": Lanes(start, date(2025, 10, 1), today, (Lane("Meetings", marks=events),)),
        "two-years": Lanes(date(2024, 12, 1), date(2026, 2, 1), date(2024, 12, 2), (Lane("A", marks=events[:2]),)),
    }
