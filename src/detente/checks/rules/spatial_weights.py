"""Somebody pulls on every issue with a scale."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from detente.models.spatial.stakes import NO_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.position import Position
    from detente.case.value import Value
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

READS = ("capabilities", "positions", "issues")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report scales on which nobody pulls."""
    able: dict[str, dict[str | None, Value]] = defaultdict(dict)
    for held in context.case.capabilities:
        earlier = able[held.actor].get(held.issue, held.value)  # of another time
        able[held.actor][held.issue] = max(earlier, held.value, key=lambda value: value.high)
    stood: dict[str, list[tuple[int, Position]]] = defaultdict(list)
    for index, position in enumerate(context.case.positions):
        if position.value is not None:
            stood[position.issue].append((index, position))
    for issue in context.case.issues:
        standing = stood[issue.id]
        if issue.continuum is None or not standing or _some_pull([position for _, position in standing], able):
            continue
        index, position = standing[0]
        path = ("positions", index, "salience") if _is_nothing(position.salience) else ("positions", index)
        message = f"nobody has weight on '{issue.id}': each capability or salience there is zero"
        yield NO_WEIGHT.at(context.spans.span(*path), message, "give somebody a capability and a salience above zero")


def _some_pull(positions: list[Position], able: Mapping[str, Mapping[str | None, Value]]) -> bool:
    """Whether some actor may have weight; a capability that is not stated lies between the lowest and the highest.

    Parameters
    ----------
    able
        What each actor can bring to bear, by actor, then by issue; without an issue, in general.
    """
    own = [(able.get(position.actor, {}), position.issue) for position in positions]
    stated = [held.get(issue, held.get(None)) for held, issue in own]
    some = not any(stated) or not all(_is_nothing(value) for value in stated if value is not None)
    pairs = zip(positions, stated, strict=True)
    return some and any(not _is_nothing(position.salience) and not _is_nothing(value) for position, value in pairs)


def _is_nothing(value: Value | None) -> bool:
    return value is not None and value.high <= 0
