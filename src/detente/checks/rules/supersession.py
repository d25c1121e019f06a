"""A position takes the place of earlier ones of the same actor on the same issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.diagnostics import Rule
from detente.methods.schedule.circles import components

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.position import Position
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

OF_ANOTHER = Rule(
    "DT312",
    "a position that supersedes one of another actor or issue",
    "A position takes the place of what the same actor held on the same issue before. What somebody else wants, or "
    "what the actor wants elsewhere, stands beside it. Mend the id, or take it out of 'supersedes'.",
)
CIRCLE = Rule(
    "DT313",
    "positions that supersede each other",
    "Following 'supersedes' leads back to the same position, so that none of them would stand. Only the later of two "
    "supersedes the other: take one id of the circle away.",
)
LATER = Rule(
    "DT314",
    "a position that supersedes a later one",
    "A position takes the place of earlier ones, and the one that it supersedes is certainly later by its date. Mend "
    "one of the dates, or let the later one supersede the earlier.",
)

READS = ("positions", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report positions that supersede what they cannot; ids of nothing are reported as such."""
    positions = context.case.positions
    place = {position.id: index for index, position in enumerate(positions) if position.id}
    before = {k: [place[name] for name in each.supersedes if name in place] for k, each in enumerate(positions)}
    circles = [circle for circle in components(before) if len(circle) > 1 or circle[0] in before[circle[0]]]
    yield from (_turning(context, circle) for circle in circles)
    turning = {node: circle for circle in circles for node in circle}
    for index, position in enumerate(positions):
        for number, name in enumerate(position.supersedes):
            if name in place and place[name] not in turning.get(index, ()):
                yield from _wrong(context, position, positions[place[name]], (index, number))


def _turning(context: Context, circle: Sequence[int]) -> Diagnostic:
    names = [f"'{context.case.positions[node].id}'" for node in circle]
    message = f"{names[0]} supersedes itself"
    if len(names) > 1:
        message = f"{', '.join(names[:-1])} and {names[-1]} supersede each other"
    return CIRCLE.at(context.spans.span("positions", circle[0], "supersedes"), message, "take one of these ids out")


def _wrong(context: Context, position: Position, earlier: Position, at: tuple[int, int]) -> Iterator[Diagnostic]:
    """Yield why a position cannot supersede another one, which it names at a place of its list."""
    index, number = at
    span = context.spans.span("positions", index, "supersedes", number)
    for key in ("actor", "issue"):
        whose = getattr(earlier, key)
        if whose != getattr(position, key):
            message = f"'{earlier.id}' is a position {'of' if key == 'actor' else 'on'} '{whose}'"
            hint = f"name one {'of' if key == 'actor' else 'on'} '{getattr(position, key)}', or take it out"
            yield OF_ANOTHER.at(span, message, hint)
            return
    days, own = context.calendar.happened(earlier.date), context.calendar.happened(position.date)
    if days.by(own) is Truth.FALSE:
        message = f"'{earlier.id}' ({days}) is later than what supersedes it ({own})"
        yield LATER.at(span, message, "mend one of the dates, or let the later one supersede the earlier")
