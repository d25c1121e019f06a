"""Readings hold at some time: none ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.reading import Reading
from detente.case.shape import key_of
from detente.case.validity import validity_of
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.checks.section import Section
    from detente.diagnostics import Diagnostic

NEVER = Rule(
    "DT303",
    "a reading that never holds",
    "A reading begins with its own 'from', else with that of what it stands in, else on the date of the case, 'as_of'; "
    "it ends with its own 'to', else with that of what it stands in. Here the end comes first, so that it holds on no "
    "day at all. Mend one of the dates, or say since when it was so.",
)
_SECTIONS = ("conflict", "settlement", "roadmap", "steps", "corridor", "system", "capabilities")

READS = (*_SECTIONS, "events", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report readings that end before they begin."""
    for key in _SECTIONS:
        for path, chain in context.section(key).once(_dated):
            yield from _never(context, path, chain)


def _dated(section: Section) -> tuple[tuple[Path, tuple[Reading, ...]], ...]:
    """Return the readings of a section that say something of their time, each with what it stands in."""
    found = {path: record for path, record in section.records if isinstance(record, Reading)}
    return tuple(
        (path, tuple(found[path[:k]] for k in range(1, len(path) + 1) if path[:k] in found))
        for path, record in found.items()
        if record.from_ is not None or record.to is not None
    )


def _never(context: Context, path: Path, chain: tuple[Reading, ...]) -> Iterator[Diagnostic]:
    """Report a reading that ends before it begins, if that is not told of its two dates by themselves."""
    roadmap = (context.case.roadmap,) if path[0] == "steps" and context.case.roadmap else ()
    found, own = validity_of((*roadmap, *chain), context.case.case), chain[-1]
    if not found.never_is(context.calendar) or _is_backwards(own, context):
        return
    span = context.spans.span(*path, key_of(type(own), "from_" if own.to is None else "to"))
    inherited = any(record.from_ is not None for record in (*roadmap, *chain))
    within = "" if own.from_ is not None else " with what it stands in" if inherited else " with the case"
    hint = "mend one of the dates, or say since when it was so with 'from'"
    yield NEVER.at(span, f"it ends ({found.until}) before it begins{within} ({found.since})", hint)


def _is_backwards(own: Reading, context: Context) -> bool:
    first, last = context.calendar.of(own.from_).earliest, context.calendar.of(own.to).latest
    return first is not None and last is not None and last < first
