"""Arguments of one point, of forty that all rest on each other, and without any line."""

from __future__ import annotations

from detente.findings.figures.arguments import Arguments, Point


def specs() -> dict[str, Arguments]:
    """Return arguments: one conclusion, a chain, forty that rest on all before them, and two that rest on nothing."""
    return {
        "one": Arguments((Point("They want it", concluded=True),)),
        "loose": Arguments((Point("They want it", concluded=True, rivals=9), Point("It lasts", concluded=True))),
        "chain": Arguments(tuple(_point(k, (k - 1,) if k else ()) for k in range(12))),
        "all": Arguments(tuple(_point(k, tuple(range(k))) for k in range(40))),
    }


def _point(number: int, rests_on: tuple[int, ...]) -> Point:
    return Point(
        f"Conclusion number {number}, which takes as many words as it takes to say it whole" if number % 3 else "Short",
        rests_on,
        concluded=number % 4 > 0,
        warranted=number % 2 > 0,
        overturned=number % 5 > 0,
        rivals=number % 7,
    )
