"""Nothing is part of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

CYCLE = Rule(
    "DT202",
    "a record is part of itself",
    "Following 'parent', 'part_of', 'via' or 'share_of' leads back to the same record. Take one link of the circle "
    "away.",
)


_SHOWN = 12

READS = ("issues", "actors", "sources", "measures")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report each circle of issues, actors, sources or measures once, at its first record."""
    for section, key in (("issues", "parent"), ("actors", "part_of"), ("sources", "via"), ("measures", "share_of")):
        rows = getattr(context.case, section)
        place = {row.id: index for index, row in enumerate(rows)}
        for circle in _circles({row.id: getattr(row, key) for row in rows}):
            chain = " → ".join([*circle, circle[0]] if len(circle) <= _SHOWN else [*circle[:_SHOWN], "…", circle[0]])
            span = context.spans.span(section, place[circle[0]], key)
            yield CYCLE.at(span, f"'{circle[0]}' is part of itself: {chain}")


def _circles(above: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield each circle once, from its first record on; every record is walked over once."""
    done: set[str] = set()
    place = {name: number for number, name in enumerate(above)}
    for start in above:
        chain: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in above and here not in done and here not in chain:
            chain[here] = None
            here = above[here]
        if here in chain:
            circle = list(chain)[list(chain).index(here) :]
            first = min(circle, key=place.__getitem__)
            at = circle.index(first)
            yield circle[at:] + circle[:at]
        done.update(chain)
