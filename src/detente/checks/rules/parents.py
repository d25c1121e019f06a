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
    "Following 'parent', 'part_of' or 'via' leads back to the same record. Take one link of the circle away.",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report each circle of issues, actors or sources once, at its first record."""
    for section, key in (("issues", "parent"), ("actors", "part_of"), ("sources", "via")):
        rows = getattr(context.case, section)
        above = {row.id: getattr(row, key) for row in rows}
        reported: set[str] = set()
        for index, row in enumerate(rows):
            circle = _circle(row.id, above)
            if circle and not reported & set(circle):
                reported.update(circle)
                chain = " → ".join([*circle, circle[0]])
                yield CYCLE.at(context.spans.span(section, index, key), f"'{row.id}' is part of itself: {chain}")


def _circle(start: str, above: Mapping[str, str | None]) -> list[str]:
    """Return the circle that begins and ends at ``start``, or nothing."""
    chain: list[str] = []
    here: str | None = start
    while here is not None and here not in chain:
        chain.append(here)
        here = above.get(here)
    return chain if here == start else []
