"""Somebody pulls on every issue with a scale, and what an actor can bring to bear is stated once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.spatial_stakes import NO_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.position import Position
    from detente.case.value import Value
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

TWICE = Rule(
    "DT611",
    "a capability stated twice",
    "An actor has one capability in general, and at most one on each issue, which then counts instead. Where sources "
    "differ, write one interval that holds what they say.",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report scales on which nobody pulls, and capabilities stated twice."""
    yield from _twice(context)
    for issue in context.case.issues:
        standing = [
            (index, position)
            for index, position in enumerate(context.case.positions)
            if position.issue == issue.id and position.value is not None
        ]
        if issue.continuum is None or not standing or _some_pull(context, [position for _, position in standing]):
            continue
        index, position = standing[0]
        path = ("positions", index, "salience") if _is_nothing(position.salience) else ("positions", index)
        message = f"nobody has weight on '{issue.id}': each capability or salience there is zero"
        yield NO_WEIGHT.at(context.spans.span(*path), message)


def _twice(context: Context) -> Iterator[Diagnostic]:
    seen = set()
    for index, capability in enumerate(context.case.capabilities):
        key = (capability.actor, capability.issue)
        if key in seen:
            where = f" on '{capability.issue}'" if capability.issue else ""
            span = context.spans.span("capabilities", index)
            yield TWICE.at(span, f"the capability of '{capability.actor}'{where} is stated twice")
        seen.add(key)


def _some_pull(context: Context, positions: list[Position]) -> bool:
    """Whether some actor may have weight; a capability that is not stated lies between the lowest and the highest."""
    stated = [_capability(context, position) for position in positions]
    able = not any(stated) or not all(_is_nothing(value) for value in stated if value is not None)
    pairs = zip(positions, stated, strict=True)
    return able and any(not _is_nothing(position.salience) and not _is_nothing(value) for position, value in pairs)


def _capability(context: Context, position: Position) -> Value | None:
    """Return what an actor can bring to bear on the issue of its position, where the case says."""
    own = {held.issue: held.value for held in context.case.capabilities if held.actor == position.actor}
    return own.get(position.issue, own.get(None))


def _is_nothing(value: Value | None) -> bool:
    return value is not None and value.high <= 0
