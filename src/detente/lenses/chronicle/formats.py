"""Formats: who talks to whom, on which track, and through whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Figure, Finding, Result, Row, Table
from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import TRUTHS, dated, filled
from detente.lenses.evidence import row, say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from detente.case.negotiation_format import Format
    from detente.dates import PartialDate, RelativeDate
    from detente.situation import Situation

_COLUMNS = (
    Column("format", "Track"),
    Column("active", "Active", "truth"),
    Column("level", "Level"),
    Column("parties", "Parties"),
    Column("mediators", "Mediated by"),
    Column("from", "From", "date"),
    Column("to", "To", "date"),
    Column("venues", "Venues"),
    Column("outputs", "Produced"),
)


@dataclass(frozen=True, slots=True)
class Track:
    """A negotiation track.

    Attributes
    ----------
    active
        Whether it is active.
    mediators
        Ids of those who mediate it.
    """

    active: Truth
    mediators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tracks(Result):
    """Who talks to whom.

    Attributes
    ----------
    formats
        By track: whether it is active, and who mediates it.
    """

    formats: Mapping[str, Track]


def find(look: Look[ChronicleOptions]) -> Tracks:
    """Return which negotiation tracks are active."""
    active = look.situation.formats
    return Tracks({track.id: Track(active[track.id], track.mediators or ()) for track in look.case.formats})


def show(found: Tracks, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which negotiation tracks are active, and who mediates them."""
    situation, tracks = look.situation, look.moment.past.formats
    if not tracks:
        return None
    active = [track for track in tracks if found.formats[track.id].active is Truth.TRUE]
    doubtful = [track for track in tracks if found.formats[track.id].active is Truth.UNDETERMINED]
    headline = "; ".join((_active(active, bool(doubtful)), *_doubts(situation, doubtful, bool(active))))
    noted = [track for track in active if track.note] if look.moment.clock.is_current else []
    ends = {track.id: track.to for track in look.case.formats}
    rows = tuple(_row(situation, track, ends[track.id], noted=track not in noted) for track in tracks)
    table = filled(Table("formats", "Negotiation tracks", _COLUMNS, rows))
    figure = _figure(situation, tracks, table)
    return Finding(
        "Who talks to whom",
        f"{headline}.",
        statements=tuple(say(f"{track.label}: {sentence(track.note or '')}", track) for track in noted),
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
    )


def _doubts(situation: Situation, tracks: list[Format], others: bool) -> Iterator[str]:
    """Yield what cannot be said of tracks that may be active: whether they had begun, or whether they go on."""
    now = situation.as_of.interval
    unbegun = sum(situation.calendar.happened(track.from_).by(now) is Truth.UNDETERMINED for track in tracks)
    noun = "other" if others else "track"
    if unbegun:
        yield f"whether {counted(unbegun, noun)} had begun cannot be said"
    if unbegun < len(tracks):
        unended = len(tracks) - unbegun
        yield f"whether {counted(unended, noun)} still {one_or_many(unended, 'goes', 'go')} on cannot be said"


def _active(active: list[Format], doubtful: bool) -> str:
    direct = [track.label for track in active if track.mediators == ()]
    mediated = [track.label for track in active if track.mediators]
    parts = [f"without a mediator: {listed(direct)}"] if direct else []
    parts += [f"through a mediator: {listed(mediated)}"] if mediated else []
    unstated = [track.label for track in active if track.mediators is None]
    parts += [f"with no word on mediation: {listed(unstated)}"] if unstated else []
    if not parts:
        return "No negotiation track is certainly active" if doubtful else "No negotiation track is active"
    number = "One negotiation track is" if len(active) == 1 else f"{len(active)} negotiation tracks are"
    return f"{number} active, {'; '.join(parts)}"


def _mediators(track: Format, called: Mapping[str, str]) -> tuple[str, ...] | str | None:
    if track.mediators is None:
        return None
    return tuple(called[actor] for actor in track.mediators) or "nobody"


def _row(situation: Situation, track: Format, end: PartialDate | RelativeDate | None, *, noted: bool) -> Row:
    """Return the row of a track; of an end that the day did not know nothing is said."""
    called = situation.names
    found = row(
        track,
        track.label,
        situation.formats[track.id],
        track.level,
        tuple(called[actor] for actor in track.parties),
        _mediators(track, called),
        dated(situation, track.from_),
        dated(situation, track.to) or ("no end stated" if end is None else None),
        track.venues,
        track.outputs,
    )
    return found if noted else replace(found, note="")


def _figure(situation: Situation, tracks: Sequence[Format], table: Table) -> Figure | None:
    """Return the tracks as lanes over the calendar, when a beginning is known."""
    today = situation.as_of.interval.latest
    starts = [begun for track in tracks if (begun := situation.calendar.happened(track.from_).earliest)]
    if today is None or not starts:
        return None
    lanes = tuple(Lane(track.label, (_band(situation, track, today),)) for track in tracks if track.from_)
    undated = len(tracks) - len(lanes)
    last = max(today, *starts)
    description = f"One lane for each track, from {min(starts).year} to {last.year}; open ends are not dated."
    if undated:
        description += f" {counted(undated, 'track')} without a dated beginning: see the table."
    spec = Lanes(min(starts), last, today, lanes)
    return Figure("formats-over-time", "Negotiation tracks over time", description, spec, table)


def _band(situation: Situation, track: Format, today: date) -> Band:
    begun, ended = situation.calendar.happened(track.from_), situation.calendar.of(track.to)
    first, last = begun.latest, ended.earliest if track.to is not None else today
    lasts = first is not None and last is not None and first <= last
    begun_words = plain_date(dated(situation, track.from_)) or "no beginning stated"
    ended_words = plain_date(dated(situation, track.to)) or "no end stated"
    words = f"{track.label}: from {begun_words} to {ended_words}"
    words += f"; active: {TRUTHS[situation.formats[track.id]]}"
    return Band(begun.earliest, ended.latest, first if lasts else None, last if lasts else None, words)


CHAPTER = Chapter("formats", 10, find, show)
