"""Dates hang on something, and end after they begin."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.dates import RelativeDate
from detente.diagnostics import Rule, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_ANCHOR = Rule(
    "DT300",
    "a relative date without its anchor",
    "A relative date is counted from an event or a dated step of the case. Add it, give it a date, or mend the id. "
    "After 'event:' stands the id of an event, after 'step:' that of a step, dated or not.",
)
CIRCULAR = Rule(
    "DT301",
    "dates that hang on each other",
    "Two or more relative dates are counted from each other in a circle. Give one of them a date of its own.",
)
BACKWARDS = Rule(
    "DT302",
    "an end before its beginning",
    "Every reading of 'to' (of an impact: 'until') lies before every reading of 'from' ('since'). One of the two dates "
    "is wrong.",
)

_BEGIN: Mapping[str | int, str] = MappingProxyType({"to": "from", "until": "since"})
"""Under which key stands the beginning of what ends."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Report relative dates that hang on nothing or on themselves, and periods that run backwards."""
    yield from _anchors(context)
    for section in ("events", "steps") if context.calendar.circular else ():
        for index, record in enumerate(getattr(context.case, section)):
            if record.id in context.calendar.circular:
                span = context.spans.span(section, index, "date")
                yield CIRCULAR.at(span, f"the date of '{record.id}' is counted from itself")
    starts = {path: moment for path, moment in context.moments if path[-1] in _BEGIN.values()}
    for path, end in context.moments:
        start = starts.get((*path[:-1], _BEGIN.get(path[-1], "")))
        first, last = context.calendar.of(start).earliest, context.calendar.of(end).latest
        if first is not None and last is not None and last < first:
            yield BACKWARDS.at(context.spans.span(*path), f"it ends ({end}) before it begins ({start})")


def _anchors(context: Context) -> Iterator[Diagnostic]:
    known = context.calendar.anchors
    for path, moment in context.moments:
        if not isinstance(moment, RelativeDate):
            continue
        if moment.is_anchor:
            yield from _unknown(context, path, moment)
        elif moment.anchor not in known:
            span = context.spans.span(*path, moment.direction)
            message = f"no dated event or step has the id '{moment.anchor}'"
            hint = did_you_mean(moment.anchor, {*known, *context.broken_ids}) or "add it with a date, or mend the id"
            yield NO_ANCHOR.at(span, message, hint, cause=moment.anchor)


def _unknown(context: Context, path: Path, moment: RelativeDate) -> Iterator[Diagnostic]:
    """Report ``event:ID`` or ``step:ID`` of which there is none."""
    kinds = {"event": "an event", "step": "a step"}
    ids = {kind: context.declared(f"{kind}s") for kind in kinds}
    kind, other = sorted(kinds, key=lambda each: each != moment.direction)
    if moment.anchor in ids[kind]:
        return
    hint = did_you_mean(moment.anchor, {*ids[kind], *context.broken_ids}) or "add it, or mend the id"
    if moment.anchor in ids[other]:
        hint = f"'{moment.anchor}' is the id of {kinds[other]}: write {other}:{moment.anchor}"
    yield NO_ANCHOR.at(context.spans.span(*path), f"no {kind} has the id '{moment.anchor}'", hint, cause=moment.anchor)
