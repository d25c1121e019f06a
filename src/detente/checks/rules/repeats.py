"""Nothing is said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.event import Event
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.record import Record
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

SAID_TWICE = Rule(
    "DT203",
    "a record that says what another one says",
    "Two records say the same, so that one thing is counted and listed twice. Keep one, and give it the citations of "
    "both. Two events of one day with the same words and actors are one event; where they are two, say in 'what' how "
    "they differ.",
    Severity.WARNING,
)
LISTED_TWICE = Rule(
    "DT205",
    "an id listed twice",
    "A list of ids names each once; the second says nothing. It is often a slip for another id.",
    Severity.WARNING,
)

_SECTIONS = (
    "sources",
    "events",
    "disclosures",
    "positions",
    "relations",
    "terms",
    "tensions",
    "forecasts",
    "scenarios",
)
_SAY_NOTHING = {"id", "title", *Claim.model_fields}


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of records that repeat another one of their section, and of ids that stand twice in a list."""
    for section in _SECTIONS:
        first: dict[tuple[object, ...], int] = {}
        for index, record in enumerate(getattr(context.case, section)):
            said = _said(record)
            earlier = first.setdefault(said, index) if said else index
            if earlier != index:
                where = context.spans.span(section, earlier)
                message = f"this says what the record at {where} says"
                yield SAID_TWICE.at(context.spans.span(section, index), message, "keep one of the two")
    yield from _lists(context)


def _said(record: Record) -> tuple[object, ...]:
    """Return what a record says, without its name and its evidence; nothing where that is not enough to compare."""
    if isinstance(record, Event):
        return (_plain(record.what), record.date, frozenset(each.actor for each in record.actors))
    names = [name for name in type(record).model_fields if name not in _SAY_NOTHING]
    if not isinstance(record, Claim):  # a source says something by its title
        names.append("title")
    said = [(name, _plain(getattr(record, name))) for name in names if name in record.model_fields_set]
    return tuple(said) if any(value for _, value in said) else ()


def _plain(value: object) -> object:
    return " ".join(value.split()).casefold() if isinstance(value, str) else repr(value)


def _lists(context: Context) -> Iterator[Diagnostic]:
    """Yield the ids that stand twice in one list."""
    seen: set[tuple[Path, str]] = set()
    for reference in context.references:
        if isinstance(reference.path[-1], int):
            if (reference.path[:-1], reference.id) in seen:
                yield _twice(context, reference.path, reference.id)
            seen.add((reference.path[:-1], reference.id))
    for i, event in enumerate(context.case.events):
        for k, each in enumerate(event.actors):
            if each in event.actors[:k]:
                yield _twice(context, ("events", i, "actors", k), each.actor)
    for key, taken in _states(context):
        for k, name in enumerate(taken):
            if name in taken[:k]:
                yield _twice(context, (*key, k), name)


def _twice(context: Context, path: Path, name: str) -> Diagnostic:
    span = context.spans.span(*path)
    return LISTED_TWICE.at(span, f"'{name}' stands twice in this list", "take one out, or mend it")


def _states(context: Context) -> Iterator[tuple[Path, tuple[str, ...]]]:
    conflict = context.case.conflict
    if conflict is not None:
        yield ("conflict", "status_quo"), conflict.status_quo or ()
        for name, each in conflict.named_states.items():
            yield ("conflict", "named_states", name, "take"), each.take
