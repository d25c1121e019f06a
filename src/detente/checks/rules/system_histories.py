"""What descriptors were when, and what shocks put them into, are states that they have and can be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.region import closed_now, descriptors_by_id, time_of
from detente.dates import Truth
from detente.diagnostics import Rule, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.case.system import Descriptor, DescriptorState, HistoryEntry, System
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_STATE = Rule(
    "DT1012",
    "a state that the descriptor does not have",
    "Under 'is' in a history, and under 'set' in a shock, stands the id of one of the descriptor's own states.",
)
NO_HISTORY = Rule(
    "DT1013",
    "a descriptor without a history",
    "Nobody says in which state it is, so that neither what presses on it nor what it does to others can be told at "
    "any date. Write since when it was in which state, or what it 'reads' from another part of the case.",
    Severity.WARNING,
)
AT_ONCE = Rule(
    "DT1014",
    "a descriptor that is in two states at once",
    "The states of a descriptor exclude each other, and these two entries of its history have the same date, so that "
    "nothing tells which came last. Give each its own date, or take one out.",
)
WAS_CLOSED = Rule(
    "DT1015",
    "a history that moves into a closed state",
    "A closed state is one that cannot be, and this entry has the descriptor move into it in that time. Mend "
    "the dates of what is closed, or of the history.",
    Severity.WARNING,
)
SETS_CLOSED = Rule(
    "DT1016",
    "a shock that sets what is closed",
    "The state cannot be moved into at the date of the case, so a shock cannot put the descriptor there. Take 'closed' "
    "out in a scenario to see what would follow, or set another state.",
)
RELEASES_NOTHING = Rule(
    "DT1017",
    "a shock that releases what it does not hold",
    "'release' lets go in the end what was held until then. A shock 'for: once' lets go at once anyway. Write 'for: "
    "held', or leave 'release' out.",
    Severity.WARNING,
)

READS = ("system", "case", "events", "steps")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report states that there are not, that come at once, or that are closed."""
    system = context.case.system
    if system is not None:
        for k, descriptor in enumerate(system.descriptors):
            yield from _history(context, system, descriptor, ("system", "descriptors", k))
        yield from _shocks(context, system)


def _history(context: Context, system: System, descriptor: Descriptor, here: Path) -> Iterator[Diagnostic]:
    if not descriptor.history and descriptor.reads is None:
        message = f"nobody says in which state '{descriptor.id}' is"
        yield NO_HISTORY.at(context.spans.span(*here), message, "add 'history', or what it 'reads'")
    states = {state.id: state for state in descriptor.states}
    for number, entry in enumerate(descriptor.history):
        where: Path = (*here, "history", number)
        if entry.state not in states:
            yield _no_state(context, descriptor, entry.state, (*where, "is"))
        elif _was_closed(context, system, states[entry.state], entry):
            message = f"'{descriptor.id}' moves into '{entry.state}', which is closed then"
            yield WAS_CLOSED.at(context.spans.span(*where), message, "mend one of the dates")
    yield from _at_once(context, descriptor, here)


def _at_once(context: Context, descriptor: Descriptor, here: Path) -> Iterator[Diagnostic]:
    """Report entries of different states with one date, at the later place."""
    first: dict[object, str] = {}
    for number, entry in enumerate(descriptor.history):
        state = first.setdefault(_date(context, entry), entry.state)
        if state != entry.state:
            span = context.spans.span(*here, "history", number)
            message = f"'{descriptor.id}' is '{state}' and '{entry.state}' since the same date"
            yield AT_ONCE.at(span, message, "give each its own date")


def _date(context: Context, entry: HistoryEntry) -> object:
    """Return the date of an entry: its day, where it is one, however it is written."""
    days = context.calendar.happened(entry.from_)
    return days if days.is_day else entry.from_


def _no_state(context: Context, descriptor: Descriptor, name: str, path: Path) -> Diagnostic:
    known = [state.id for state in descriptor.states]
    hint = did_you_mean(name, known) or (f"its states are {', '.join(known)}" if known else "it has none: add it")
    message = f"'{descriptor.id}' has no state '{name}'"
    return NO_STATE.at(context.spans.span(*path), message, hint, cause=f"{descriptor.id}.{name}")


def _was_closed(context: Context, system: System, state: DescriptorState, entry: HistoryEntry) -> bool:
    """Whether an entry certainly lies in the time in which its state is closed."""
    if state.closed is None or entry.from_ is None:
        return False
    time, days = time_of(context, system, state.closed), context.calendar.happened(entry.from_)
    begun = context.calendar.of(time.since).by(days)
    lasts = Truth.TRUE if time.until is None else days.by(context.calendar.of(time.until))
    return begun is lasts is Truth.TRUE


def _shocks(context: Context, system: System) -> Iterator[Diagnostic]:
    known, closed = descriptors_by_id(system), closed_now(context, system)
    for k, shock in enumerate(system.shocks):
        here: Path = ("system", "shocks", k)
        for name, state in shock.states.items():
            descriptor = known.get(name)  # one that there is not is reported
            if descriptor is None:
                continue
            if state not in {each.id for each in descriptor.states}:
                yield _no_state(context, descriptor, state, (*here, "set", name))
            elif (name, state) in closed:
                span = context.spans.span(*here, "set", name)
                message = f"the state '{state}' of '{name}' is closed, and this sets it"
                yield SETS_CLOSED.at(span, message, "open it in a scenario, or set another")
        if shock.release and shock.lasting == "once":
            span = context.spans.span(*here, "release")
            yield RELEASES_NOTHING.at(span, f"'{shock.id}' holds nothing to let go", "write 'for: held'")
