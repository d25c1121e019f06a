"""What counts at a date never hangs on which line stands first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from detente.dates import Truth
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.commitment import StatusChange
    from detente.case.measure import Observation
    from detente.case.position import Position
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_ORDER = Rule(
    "DT311",
    "two entries of which nothing says which is the later",
    "At a date the latest number, observation or status counts. Where the dates of two do not tell which came later, "
    "the order of lines would decide. Date them more exactly, let one position supersede the other, or write what "
    "holds as one. Observations of one date that cite different passages are readings of one fact: what holds is the "
    "range of what they say, and where they differ is shown as a tension. Dated positions in words "
    "stand side by side; of those of one kind on one issue an actor has at most one without a date.",
)

Entry = TypeVar("Entry")
Placed: TypeAlias = tuple["Path", Entry]

READS = ("positions", "measures", "commitments", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report positions, observations and statuses of which either may be the later, where one has to be."""
    yield from _positions(context)
    for i, measure in enumerate(context.case.measures):
        seen = [(("measures", i, "observations", k), each) for k, each in enumerate(measure.observations)]
        yield from _observed_twice(context, seen, f"two observations of '{measure.id}'")
    for i, owed in enumerate(context.case.commitments):
        changes = [(("commitments", i, "status", k), each) for k, each in enumerate(owed.status)]
        yield from _same_date(context, changes, f"two statuses of '{owed.id}'")


def _positions(context: Context) -> Iterator[Diagnostic]:
    histories: dict[tuple[str, str], list[Placed[Position]]] = {}
    for index, position in enumerate(context.case.positions):
        histories.setdefault((position.actor, position.issue), []).append((("positions", index), position))
    for (actor, issue), history in histories.items():
        if len(history) > 1:
            what = f"two positions of '{actor}' on '{issue}'"
            yield from _undated(context, history, what)
            yield from _overlapping(context, history, what)


def _undated(context: Context, history: Iterable[Placed[Position]], what: str) -> Iterator[Diagnostic]:
    """Report positions without a date that are of one kind and differ, or whose numbers do."""
    first: dict[str, Placed[Position]] = {}
    numbered: Placed[Position] | None = None
    for path, position in history:
        if position.date is not None:
            continue
        where, other = first.setdefault(position.kind, (path, position))
        if (_number(other), other.stance) != (_number(position), position.stance):
            yield _told(context, where, path, what)
        elif numbered is None:
            numbered = (path, position) if _number(position) else None
        elif _number(position) not in ((), _number(numbered[1])):
            yield _told(context, numbered[0], path, what)


def _overlapping(context: Context, history: Iterable[Placed[Position]], what: str) -> Iterator[Diagnostic]:
    """Report positions with different numbers whose dates are the same or overlap.

    What is undated lies before what is dated, and what is superseded before what supersedes it.
    """
    named = {position.id: position for _, position in history if position.id}
    numbered = [
        (context.calendar.happened(each.date), path, each) for path, each in history if each.date and _number(each)
    ]
    numbered.sort(key=lambda entry: (entry[0].earliest or date.min, entry[0].latest or date.max))
    ahead = [entry[0].latest or date.max for entry in numbered]
    last = 0
    for k in range(1, len(numbered)):
        (before, where, other), (days, path, position) = numbered[last], numbered[k]
        told = before != days and before.by(days) is Truth.TRUE
        clash = not told and _number(other) != _number(position)
        follows = clash and _follows(position, other, named)
        if clash and not follows and not _follows(other, position, named):
            first, second = sorted((where, path))
            yield _told(context, first, second, what)
        if follows or ahead[k] >= ahead[last]:
            last = k


def _follows(later: Position, earlier: Position, named: Mapping[str, Position]) -> bool:
    """Whether a position supersedes another one, at once or through others."""
    waiting, seen = [*later.supersedes], set[str]()
    while waiting:
        name = waiting.pop()
        if name == earlier.id:
            return True
        if name not in seen and name in named:
            seen.add(name)
            waiting += named[name].supersedes
    return False


def _number(position: Position) -> tuple[object, ...]:
    """Return the numbers of a position; nothing where it has none."""
    found = (position.value, position.salience)
    return found if any(found) else ()


def _same_date(context: Context, entries: Iterable[Placed[StatusChange]], what: str) -> Iterator[Diagnostic]:
    """Report statuses of the same days, unless they are the same."""
    first: dict[object, tuple[Path, str]] = {}
    for path, change in entries:
        known, before = first.setdefault(context.calendar.happened(change.from_), (path, change.status))
        if before != change.status:
            yield _told(context, known, path, what)


def _observed_twice(context: Context, entries: Iterable[Placed[Observation]], what: str) -> Iterator[Diagnostic]:
    """Report observations of the same days, unless each cites passages of its own: those are readings of one fact."""
    first: dict[object, tuple[Path, set[frozenset[str]]]] = {}
    for path, seen in entries:
        passages = frozenset(map(str, seen.cites))
        known, before = first.setdefault(context.calendar.happened(seen.date), (path, set()))
        if known != path and (not passages or passages in before or frozenset() in before):
            yield _told(context, known, path, what)
        before.add(passages)


def _told(context: Context, first: Path, second: Path, what: str) -> Diagnostic:
    message = f"nothing says which of {what} is the later; the other stands at {context.spans.span(*first)}"
    return NO_ORDER.at(context.spans.span(*second), message, "date both so that one is later, or join them")
