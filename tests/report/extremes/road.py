"""Roads of two steps and of forty."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from detente.findings.figures.road import Link, Road, Stage

_TODAY = date(2025, 7, 10)


def specs() -> dict[str, Road]:
    """Return roads: without dates, of one day, of forty steps with links across, and of forty in a row."""
    random = Random(4)
    return {
        "undated": Road(_TODAY, (Stage("Give way", now=True), Stage("Signed")), (Link(0, 1),), ("by giving way",)),
        "one-day": Road(_TODAY, (Stage("A", _TODAY, _TODAY), Stage("B", _TODAY, _TODAY)), (Link(0, 1),)),
        "forty": Road(_TODAY, tuple(map(_stage, range(40))), _links(random), tuple(f"by path {k}" for k in range(9))),
        "row": Road(_TODAY, tuple(map(_stage, range(40))), tuple(Link(k, k + 1, slowest=True) for k in range(39))),
        "past": Road(None, (Stage("A", None, _TODAY, ("North",)), Stage("B", date.min, date.max)), (Link(0, 1),)),
    }


def _stage(number: int) -> Stage:
    first = _TODAY + timedelta(days=17 * number) if number % 3 else None
    last = first + timedelta(days=40 * (number % 4)) if first and number % 5 else None
    who = ("North", "The Union of the Three Rivers")[: number % 3]
    name = f"Step {number} towards the opening of the crossing at the Ford"
    return Stage(name, first, last, who, number % 4 == 0, (number % 3,), number % 2 == 0, number % 7 == 0)


def _links(random: Random) -> tuple[Link, ...]:
    pairs = sorted({(k, random.randrange(k + 1, 40)) for k in range(39)})
    return tuple(Link(*pair, *(random.random() < 0.3 for _ in range(5))) for pair in pairs)
