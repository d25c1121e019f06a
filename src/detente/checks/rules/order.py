"""What counts at a date never hangs on which line stands first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from detente.dates import Truth
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from detente.case.commitment import StatusChange
    from detente.case.measure import Observation
    from detente.case.position import Position
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.dates import PartialDate, RelativeDate
    from detente.diagnostics import Diagnostic

    When: TypeAlias = PartialDate | RelativeDate | None

NO_ORDER = Rule(
    "DT311",
    "two entries of which nothing says which is the later",
    "At a date the latest position, observation or status counts. Where two differ and their dates do not tell which "
    "came later, the order of lines would decide. Date them more exactly, or write what holds as one: where sources "
    "differ over a number, an interval that holds what they say. Words about the same date stand together in one "
    "'stance'.",
)

Entry = TypeVar("Entry")
Placed: TypeAlias = tuple["Path", Entry]

READS = ("positions", "measures", "commitments", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report positions, observations and statuses that differ, and of which either may be the later."""
    yield from _positions(context)
    for i, measure in enumerate(context.case.measures):
        seen = [(("measures", i, "observations", k), each) for k, each in enumerate(measure.observations)]
        what = f"two observations of '{measure.id}'"
        yield from _same_date(context, seen, _observed, what)
    for i, owed in enumerate(context.case.commitments):
        changes = [(("commitments", i, "status", k), each) for k, each in enumerate(owed.status)]
        yield from _same_date(context, changes, _changed, f"two statuses of '{owed.id}'")


def _positions(context: Context) -> Iterator[Diagnostic]:
    histories: dict[tuple[str, str], list[Placed[Position]]] = {}
    for index, position in enumerate(context.case.positions):
        histories.setdefault((position.actor, position.issue), []).append((("positions", index), position))
    for (actor, issue), history in histories.items():
        what = f"two positions of '{actor}' on '{issue}'"
        yield from _same_date(context, history, _stood, what)
        yield from _overlapping(context, history, what)


def _overlapping(context: Context, history: Iterable[Placed[Position]], what: str) -> Iterator[Diagnostic]:
    """Report positions with different numbers whose dates overlap; what is undated lies before what is dated."""
    dated = [(context.calendar.happened(each.date), path, each) for path, each in history if each.date is not None]
    numbered = [entry for entry in dated if entry[2].value is not None or entry[2].salience is not None]
    numbered.sort(key=lambda entry: (entry[0].earliest or date.min, entry[0].latest or date.max))
    if not numbered:
        return
    last = numbered[0]
    for days, path, position in numbered[1:]:
        before, where, other = last
        clash = _stood(other)[1] != _stood(position)[1] and before != days
        if clash and before.by(days) is not Truth.TRUE:
            first, second = sorted((where, path))
            yield _told(context, first, second, what)
        if (days.latest or date.max) >= (before.latest or date.max):
            last = days, path, position


def _same_date(
    context: Context,
    entries: Iterable[Placed[Entry]],
    says: Callable[[Entry], tuple[When, object, object]],
    what: str,
) -> Iterator[Diagnostic]:
    """Report entries that say different things of the same days."""
    first: dict[object, tuple[Path, tuple[object, object]]] = {}
    for path, entry in entries:
        moment, *said = says(entry)
        known, before = first.setdefault(context.calendar.happened(moment), (path, (said[0], said[1])))
        if known != path and before != (said[0], said[1]):
            yield _told(context, known, path, what)


def _told(context: Context, first: Path, second: Path, what: str) -> Diagnostic:
    message = f"nothing says which of {what} is the later; the other stands at {context.spans.span(*first)}"
    return NO_ORDER.at(context.spans.span(*second), message, "date both so that one is later, or join them")


def _stood(position: Position) -> tuple[When, object, object]:
    return position.date, (position.value, position.salience), position.stance


def _observed(seen: Observation) -> tuple[When, object, object]:
    return seen.date, seen.value, seen.comparator


def _changed(change: StatusChange) -> tuple[When, object, object]:
    return change.from_, change.status, None
