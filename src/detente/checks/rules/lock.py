"""The information lock: what happened after ``known_until`` is not part of the case."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.dates import Interval, Truth
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

BEYOND_LOCK = Rule(
    "DT310",
    "a record dated after the information lock",
    "The case says with 'known_until' up to when it knows. What happened later would let hindsight in. Take the record "
    "out, or move it to a file whose name ends in sealed.yaml, which is kept for scoring only. Plans are no "
    "hindsight: a step that is not met, a forecast, an option or an outcome may lie later.",
)

_READINGS = MappingProxyType({"corridor": ("from", "to"), "system": ("from", "to", "since", "until")})
"""The keys, by section, that say since and until when a reading holds, which may lie ahead."""

_PLANS = ("forecasts", "scenarios", "conflict", "roadmap", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every record that certainly lies after the lock."""
    lock = context.case.case.known_until
    if lock is None:
        return
    for path, moment in context.moments:
        when = context.calendar.of(moment)
        if _is_plan(context, path) or when.by(_end(lock.interval)) is not Truth.FALSE:
            continue
        span = context.spans.span(*path)
        hint = "take it out, or move it to a file named …sealed.yaml"
        yield BEYOND_LOCK.at(span, f"{moment} lies after the information lock ({lock})", hint)


def _is_plan(context: Context, path: Path) -> bool:
    section, *rest = path
    if section == "steps" and isinstance(rest[0], int):
        return context.case.steps[rest[0]].status != "met"
    ends = section in ("formats", "issues") and path[-1] == "to"
    readings = path[-1] in _READINGS.get(str(section), ()) and "history" not in path
    return section in _PLANS or ends or readings or "available" in path


def _end(lock: Interval) -> Interval:
    """Return the last day of the lock: something in the same month is not after it."""
    return Interval(lock.latest, lock.latest)
