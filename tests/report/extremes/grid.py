"""Grids of one saying, and of forty subjects for many sides."""

from __future__ import annotations

from detente.findings.figures.grid import Change, Grid, Saying, Subject


def specs() -> dict[str, Grid]:
    """Return grids: one saying, forty subjects, one to five sides, and sides that say nothing."""
    changes = tuple(Change)

    def subject(number: int, sides: int) -> Subject:
        sayings = tuple(
            Saying(changes[(number + k) % 4], f"it wants {number} crossings" if (number + k) % 3 else "", "since 2021")
            for k in range(sides)
        )
        return Subject(f"Subject number {number}", sayings)

    silent = Saying(Change.SILENT)
    names = ("North", "South and its coalition", "The Coast", "The Union of the Three Rivers", "East")
    return {
        "one": Grid(("North",), (subject(1, 1),)),
        "forty": Grid(names[:2], tuple(subject(k, 2) for k in range(40))),
        "silent": Grid(names[:2], (Subject("Nothing", (silent, silent)),)),
        **{f"{sides}-sides": Grid(names[:sides], tuple(subject(k, sides) for k in range(3))) for sides in (3, 4, 5)},
    }
