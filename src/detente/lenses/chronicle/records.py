"""The records for exports: sources, events and commitments, each in full, as far as they were known at the date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Statement
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import happened
from detente.lenses.evidence import row_of
from detente.lenses.look import Look

if TYPE_CHECKING:
    from datetime import date

    from detente.case.commitment import Commitment
    from detente.case.event import Event
    from detente.case.source import Source
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as the case has it: attributes are those of the record, dates as EDTF."""

    id: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    kind: str | None
    published: str | None
    accessed: str | None
    language: str | None
    url: str | None
    reliability: str | None
    interest: str | None
    via: str | None
    file: str | None
    sha256: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part in an event: the id of the actor, and its role."""

    actor: str
    role: str | None

    def __str__(self) -> str:
        return f"{self.actor} ({self.role})" if self.role else self.actor


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event that may have been on record.

    Attributes
    ----------
    id, kind, place, format, issue
        As the record has them.
    date
        When, as EDTF.
    earliest, latest
        The first and the last day it may have been; ``None`` where nothing bounds it.
    counted
        What a relative date is counted from, in words.
    what
        What happened, and what that rests on.
    actors
        Who took part.
    reported
        When it became known, where that differs, as EDTF.
    happened, known
        Whether it had happened by the date, and whether that was known.
    """

    id: str
    date: str
    earliest: str | None
    latest: str | None
    counted: str
    what: Statement
    kind: str | None
    actors: tuple[Participation, ...]
    place: str | None
    format: str | None
    issue: str | None
    reported: str
    happened: Truth
    known: Truth


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """A commitment and what became of it.

    Attributes
    ----------
    id, by, to, under, clause, issue
        As the record has them.
    text
        What was promised, and what that and its history rest on.
    status, certain
        The last status that it certainly had, and whether a later one is ruled out.
    history
        Each status with when it began, as EDTF.
    """

    id: str
    text: Statement
    by: tuple[str, ...]
    to: tuple[str, ...]
    under: str | None
    clause: str | None
    issue: str | None
    status: str | None
    certain: Truth
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The records for exports: no part of the document, which says of each only what can be said.

    Attributes
    ----------
    title
        That of the case.
    today
        The day it is; ``None`` where that is not known to the day.
    names
        What to call actors, by id.
    sources, events, commitments
        In the order of the case.
    """

    title: str
    today: str | None
    names: Mapping[str, str]
    sources: tuple[SourceRecord, ...]
    events: tuple[EventRecord, ...]
    commitments: tuple[CommitmentRecord, ...]


def find(look: Look[ChronicleOptions]) -> Records | None:
    """Return the records, where they are asked for."""
    if not look.options.model:
        return None
    past, situation, now = look.moment.past, look.situation, look.situation.as_of.interval
    noted = look.moment.clock.is_current  # notes know what the case knows at its own date
    return Records(
        look.case.case.label,
        _iso(now.earliest) if now.is_day else None,
        {actor.id: actor.name for actor in past.actors},
        tuple(map(_source, look.case.sources)),
        tuple(_events(situation, past.events, noted=noted)),
        tuple(_commitment(situation, owed, noted=noted) for owed in past.commitments),
    )


def _source(source: Source) -> SourceRecord:
    return SourceRecord(
        id=source.id,
        title=source.title,
        authors=source.authors,
        publisher=source.publisher,
        kind=source.kind,
        published=str(source.published) if source.published else None,
        accessed=str(source.accessed) if source.accessed else None,
        language=source.language,
        url=source.url,
        reliability=source.reliability,
        interest=source.interest,
        via=source.via,
        file=source.file,
        sha256=source.sha256,
        note=source.note,
    )


def _events(situation: Situation, events: tuple[Event, ...], *, noted: bool) -> Iterator[EventRecord]:
    """Yield the events that may have been on record: what certainly came to be known later is left out."""
    for event in events:
        found, days = situation.events[event.id], situation.calendar.happened(event.date)
        if found.known is Truth.FALSE:
            continue
        when, _, counted = happened(situation, event.date).partition(" (")
        row = row_of((event,))
        yield EventRecord(
            id=event.id,
            date=when,
            earliest=_iso(days.earliest),
            latest=_iso(days.latest),
            counted=counted.removesuffix(")"),
            what=Statement(event.what, row.cites, row.certainty, row.hedge, row.assumption, row.note if noted else ""),
            kind=event.kind,
            actors=tuple(Participation(each.actor, each.role) for each in event.actors),
            place=event.place,
            format=event.format,
            issue=event.issue,
            reported=happened(situation, event.reported).partition(" (")[0],
            happened=found.happened,
            known=found.known,
        )


def _commitment(situation: Situation, owed: Commitment, *, noted: bool) -> CommitmentRecord:
    standing, row = situation.commitments[owed.id], row_of((owed, *owed.status))
    said = Statement(owed.label, row.cites, row.certainty, row.hedge, row.assumption, row.note if noted else "")
    changes = ((change.status, happened(situation, change.from_).partition(" (")[0]) for change in owed.status)
    return CommitmentRecord(
        id=owed.id,
        text=said,
        by=owed.by,
        to=owed.to,
        under=owed.under,
        clause=owed.clause,
        issue=owed.issue,
        status=standing.status,
        certain=standing.certain,
        history=tuple(f"{status} {when}".rstrip() for status, when in changes),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


CHAPTER = Chapter("records", 1010, find)
