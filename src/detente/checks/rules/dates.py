"""Dates hang on something, and end after they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import RelativeDate
from detente.diagnostics import Rule, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_ANCHOR = Rule(
    "DT300",
    "a relative date without its anchor",
    "A relative date is counted from an event or a dated step of the case. Add it, give it a date, or mend the id.",
)
CIRCULAR = Rule(
    "DT301",
    "dates that hang on each other",
    "Two or more relative dates are counted from each other in a circle. Give one of them a date of its own.",
)
BACKWARDS = Rule(
    "DT302",
    "an end before its beginning",
    "Every reading of 'to' lies before every reading of 'from'. One of the two dates is wrong.",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report relative dates that hang on nothing or on themselves, and periods that run backwards."""
    yield from _anchors(context)
    for section in ("events", "steps") if context.calendar.circular else ():
        for index, record in enumerate(getattr(context.case, section)):
            if record.id in context.calendar.circular:
                span = context.spans.span(section, index, "date")
                yield CIRCULAR.at(span, f"the date of '{record.id}' is counted from itself")
    starts = {path[:-1]: moment for path, moment in context.moments if path[-1] == "from"}
    for path, end in context.moments:
        start = starts.get(path[:-1]) if path[-1] == "to" else None
        first, last = context.calendar.of(start).earliest, context.calendar.of(end).latest
        if first is not None and last is not None and last < first:
            yield BACKWARDS.at(context.spans.span(*path), f"it ends ({end}) before it begins ({start})")


def _anchors(context: Context) -> Iterator[Diagnostic]:
    known = context.calendar.anchors
    for path, moment in context.moments:
        if isinstance(moment, RelativeDate) and moment.anchor not in known:
            span = context.spans.span(*path, moment.direction)
            message = f"no dated event or step has the id '{moment.anchor}'"
            hint = did_you_mean(moment.anchor, {*known, *context.broken_ids}) or "add it with a date, or mend the id"
            yield NO_ANCHOR.at(span, message, hint, cause=moment.anchor)
