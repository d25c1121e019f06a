"""Statuses: what is said to be signed or in force, against what happened.

Initialled is not signed, signed not ratified, ratified not in force. An event is about the same text as a commitment or
a step where both are about one issue, a long word stands in both, and who owes it took part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.chronicle.tensions.found.tension import Found, Told, words
from detente.lenses.chronicle.words import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.commitment import Commitment
    from detente.case.event import Event
    from detente.case.step import Step
    from detente.dates import PartialDate, RelativeDate
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look

_STAGES = (
    ("initialled", frozenset({"initialing", "initialling", "initialed", "initialled"})),
    ("signed", frozenset({"signature", "signing", "signed"})),
    ("ratified", frozenset({"ratification", "ratified"})),
    ("in force", frozenset({"entry-into-force", "in-force", "force"})),
)
"""How far a text has come, from the first to the last, and the kinds of events and the words that say so."""


_LONG = 5
"""So many letters has a word that tells one text from another, such as "treaty"."""


def find(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield what is said to stand otherwise than an event has it."""
    past = look.moment.past
    events = [event for event in past.events if event.issue and _stage(event.kind or "") is not None]
    for owed in past.commitments if events else ():
        own = [each for each in events if each.issue == owed.issue and _is_of(each, owed.label, owed.by)]
        yield from _promised(look, owed, own)
    for step in past.steps if events else ():
        own = [each for each in events if each.issue == step.issue and _is_of(each, step.name, step.responsible)]
        yield from _stepped(look, step, own)


def _promised(look: Look[ChronicleOptions], owed: Commitment, events: list[Event]) -> Iterator[Found]:
    """Yield that a commitment was in force before all that was initialled, signed or ratified of it."""
    for change in owed.status if events else ():
        if change.status in ("in-force", "executed") and all(_later(look, event, change.from_) for event in events):
            said = f"{change.status.replace('-', ' ')} {plainly(look.situation, change.from_)}"
            readings = Told(said, change.cites or owed.cites), _happened(look, events[0])
            yield Found("status", (owed.id, events[0].id), owed.label, readings)


def _stepped(look: Look[ChronicleOptions], step: Step, events: list[Event]) -> Iterator[Found]:
    """Yield that a step is not met whose stage an event reached, or was met before an event of an earlier stage."""
    named = [stage for stage, (_, kinds) in enumerate(_STAGES) if kinds & set(words(step.name))]
    if len(named) != 1:
        return
    met = look.situation.steps[step.id]
    for event in events:
        reached = _stage(event.kind or "") or 0
        happened = look.situation.events[event.id].happened is Truth.TRUE
        unmet = met is Truth.FALSE and happened and reached >= named[0]
        early = met is Truth.TRUE and reached < named[0] and _later(look, event, step.date)
        if unmet or early:
            said = "not met" if unmet else f"met {plainly(look.situation, step.date)}"
            yield Found("status", (step.id, event.id), step.name, (Told(said, step.cites), _happened(look, event)))
            return


def _stage(kind: str) -> int | None:
    """Return how far a kind of event brings a text."""
    return next((number for number, (_, kinds) in enumerate(_STAGES) if kind in kinds), None)


def _is_of(event: Event, text: str, by: tuple[str, ...]) -> bool:
    """Whether an event is about the text of a commitment or a step."""
    long = {word for word in words(text) if len(word) >= _LONG}.difference(*(kinds for _, kinds in _STAGES))
    return bool(long & set(words(event.what))) and bool(by) and set(by) <= {each.actor for each in event.actors}


def _later(look: Look[ChronicleOptions], event: Event, when: PartialDate | RelativeDate | None) -> bool:
    """Whether an event certainly came after a date."""
    calendar = look.situation.calendar
    return calendar.happened(event.date).by(calendar.happened(when)) is Truth.FALSE


def _happened(look: Look[ChronicleOptions], event: Event) -> Told:
    stage = _STAGES[_stage(event.kind or "") or 0][0]
    return Told(f"{stage} {plainly(look.situation, event.date)}: {event.what}", event.cites)
