"""How it became known: who spoke first, who kept silent how long, and how it was framed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.disclosures.trail import Disclosures, Doubt, Later, Trail, had_come, trails_of
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, plainly, remarked
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.disclosure import Disclosure
    from detente.situation import Situation

_COLUMNS = (
    Column("date", "When", "date"),
    Column("event", "Of"),
    Column("by", "Who"),
    Column("what", "Did what"),
    Column("text", "In words"),
    Column("alike", "To the other readouts"),
    Column("interest", "What it gains, as the case reads it"),
    Column("by_now", "By this date", "truth"),
)
_DID = MappingProxyType({"silent": "declined to comment", "readout": "gave a readout", "framed": "framed it"})


def find(look: Look[ChronicleOptions]) -> Disclosures:
    """Return how events became known."""
    return trails_of(look.situation, look.moment.past.disclosures)


def show(found: Disclosures, look: Look[ChronicleOptions]) -> Iterator[Finding]:
    """Say who spoke first of the last event of which that is recorded, then of the others, and list every word."""
    situation, told, called = look.situation, look.moment.past.disclosures, look.situation.names
    if not found.disclosures:
        return
    order = sorted(found.disclosures, key=lambda event: (*_days(situation, event), event), reverse=True)
    said = {event: tuple(_sentences(found.disclosures[event], called, _promised(told, event))) for event in order}
    headline, *more = said.pop(order[0])
    doubtful = any(trail.undetermined for trail in found.disclosures.values())
    rows = tuple(
        _row(situation, each, one_of_many=len(order) > 1, doubtful=doubtful)
        for event in order
        for each in _in_order(situation, event, told)
    )
    yield Finding("How it became known", f"“{called[order[0]]}”: {headline}", statements=tuple(map(Statement, more)))
    yield Finding(
        "Who said what, and when",
        f"{counted(len(rows), 'entry', 'entries')}, silences among them, on {_on(order, called)}.",
        statements=tuple(Statement(f"“{called[event]}”: {' '.join(said[event])}") for event in order[1:]),
        tables=(filled(Table("disclosures", "Every word and silence", _COLUMNS, rows)),),
        depth=Depth.APPENDIX,
        id="disclosures-trail",
    )


def _on(events: Sequence[str], called: Mapping[str, str]) -> str:
    return f"“{called[events[0]]}”" if len(events) == 1 else counted(len(events), "event")


def _promised(told: Sequence[Disclosure], event: str) -> str:
    """Return what those who did not comment on an event said instead, where it was the same."""
    words = {each.text for each in told if each.event == event and each.what == "silent"}
    return f" ({text})" if len(words) == 1 and (text := words.pop()) else ""


def _sentences(trail: Trail, called: Mapping[str, str], promised: str) -> Iterator[str]:
    """Yield how an event became known: the first word, confirmations, silence, readouts and framings."""
    first = [called[by] for by in trail.first]
    if len(first) > 1:
        yield f"It is not told who spoke first: {listed(first, last='or')}."
    elif first:
        yield f"First known from {first[0]}{_confirmations(trail.confirmed, called)}."
    if trail.denied_before:
        yield f"{listed([called[by] for by in trail.denied_before])} had denied it before."
    if trail.silent:
        until = "Until then " if {each.by for each in trail.confirmed} >= set(trail.silent) else ""
        yield f"{until}{listed([called[by] for by in trail.silent])} declined to comment{promised}."
    if denied := [called[by] for by in trail.denied if by not in trail.denied_before]:
        yield f"{listed(denied)} denied it."
    alike = {each.alike for each in trail.readouts}
    if len(trail.readouts) > 1 and len(alike) == 1 and None not in alike:
        yield f"The {len(trail.readouts)} readouts are {str(alike.pop()).replace('-', ' ')}."
    if trail.undetermined:
        done = listed(list(_doubtful(trail.undetermined, called)), last="or")
        yield f"It cannot be said whether {done} by this date."
    if trail.framings and not (first or trail.silent or trail.denied or trail.undetermined):
        yield f"{listed([called[each.by] for each in trail.framings])} framed it; who spoke of it is not told."


def _doubtful(undetermined: Sequence[Doubt], called: Mapping[str, str]) -> Iterator[str]:
    """Yield what may have been said by the date, who may have done the same together."""
    for what in dict.fromkeys(each.what for each in undetermined):
        names = listed([called[each.by] for each in undetermined if each.what == what])
        done = _DID.get(what, f"{what} it").replace("gave", "given", 1)
        yield f"{names} had {done}"


def _confirmations(confirmed: Sequence[Later], called: Mapping[str, str]) -> str:
    """Return who bore it out, how and how much later, those who did the same after as long together."""
    together: dict[tuple[bool, tuple[int | None, int | None]], list[str]] = {}
    for each in confirmed:
        together.setdefault((each.what == "readout", each.days), []).append(called[each.by])
    return "".join(
        f"; {listed(names)} {one_or_many(len(names), 'gave a readout', 'gave readouts') if told else 'confirmed'} "
        f"{in_days(days)}"
        for (told, days), names in together.items()
    )


def in_days(days: tuple[int | None, int | None]) -> str:
    """Return how much later something was, in words: a number only where the dates give one."""
    low, high = days
    if low is not None and low == high:
        return f"{counted(low, 'day')} later" if low else "on the same day"
    if high is not None:
        return f"{low or 0} to {counted(high, 'day')} later"
    return f"at least {counted(low, 'day')} later, and how many is not told" if low else "later (days not given)"


def _days(situation: Situation, event: str) -> tuple[date, date]:
    days = situation.calendar.anchors[event]
    return days.earliest or date.min, days.latest or date.max


def _in_order(situation: Situation, event: str, told: Sequence[Disclosure]) -> list[Disclosure]:
    """Return what was said of an event, the earliest first."""

    def key(each: Disclosure) -> tuple[date, date, str, str]:
        days = situation.calendar.happened(each.date)
        return days.latest or date.max, days.earliest or date.min, each.by, each.what

    return sorted((each for each in told if each.event == event), key=key)


def _row(situation: Situation, each: Disclosure, *, one_of_many: bool, doubtful: bool) -> Row:
    by = situation.names[each.by]
    return row(
        each,
        plainly(situation, each.date, each),
        situation.names[each.event] if one_of_many else "",
        remarked(by, each.capacity.replace("-", " ")) if each.capacity else by,
        _DID.get(each.what, each.what),
        each.text,
        (each.alike or "").replace("-", " "),
        each.interest,
        had_come(situation, each) if doubtful else None,
    )


CHAPTER = Chapter("disclosures", 66, find, show)
