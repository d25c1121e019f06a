"""Lanes of one day, of centuries, and forty of them."""

from __future__ import annotations

from datetime import date, timedelta

from detente.findings.figures.lanes import Band, Lane, Lanes


def specs() -> dict[str, Lanes]:
    """Return lanes: none, one day, four centuries, forty, forty stretches in one, and months around a new year."""
    start, today = date(2025, 1, 1), date(2025, 7, 10)
    starts = [start + timedelta(days=4 * k) for k in range(40)]
    tracks = tuple(Lane(f"Track {k}", (Band(day, None, today, None, f"since {day}"),)) for k, day in enumerate(starts))
    rounds = tuple(Band(day, day + timedelta(days=k % 9), day, day, f"round {k}") for k, day in enumerate(starts))
    old = (Band(date(1700, 1, 1), date(1750, 1, 1), None, None, "a war"), Band(None, None, None, None, "always"))
    return {
        "none": Lanes(start, today, today, ()),
        "one-day": Lanes(today, today, today, (Lane("One", (Band(today, today, today, today, "They met"),)),)),
        "centuries": Lanes(date(1600, 1, 1), date(2025, 12, 31), today, (Lane("Wars", old),)),
        "forty-lanes": Lanes(start, date(2026, 2, 1), today, tracks),
        "forty-stretches": Lanes(start, date(2025, 10, 1), today, (Lane("Rounds", rounds),)),
        "two-years": Lanes(date(2024, 12, 1), date(2026, 2, 1), date(2024, 12, 2), (Lane("A", rounds[:2]),)),
    }
