"""Formats: who talks to whom, on which track, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Band, Column, Figure, Finding, Lane, Lanes, Row, Table
from detente.lenses.chronicle.words import TRUTHS, counted, dated, listed, names
from detente.lenses.evidence import row, say

if TYPE_CHECKING:
    from datetime import date

    from detente.case.negotiation_format import Format
    from detente.situation import Situation

_COLUMNS = (
    Column("format", "Track"),
    Column("active", "Active", "truth"),
    Column("parties", "Parties"),
    Column("mediators", "Mediated by"),
    Column("from", "From", "date"),
    Column("to", "To", "date"),
    Column("venues", "Venues"),
    Column("outputs", "Produced"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the negotiation tracks, which are active, and who mediates them."""
    tracks = situation.case.formats
    if not tracks:
        return None
    active = [track for track in tracks if situation.formats[track.id] is Truth.TRUE]
    open_ = sum(situation.formats[track.id] is Truth.UNDETERMINED for track in tracks)
    headline = _active(active)
    if open_:
        headline += f"; of {counted(open_, 'other')}, no source says whether it goes on"
    table = Table("formats", "Negotiation tracks", _COLUMNS, tuple(_row(situation, track) for track in tracks))
    figure = _figure(situation, table)
    return Finding(
        "chronicle",
        "formats",
        "Who talks to whom",
        f"{headline}.",
        statements=tuple(say(track.note, track) for track in active if track.note),
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
    )


def _active(active: list[Format]) -> str:
    direct = [track.label for track in active if not track.mediators]
    mediated = [track.label for track in active if track.mediators]
    parts = [f"without a mediator: {listed(direct)}"] if direct else []
    parts += [f"with one: {listed(mediated)}"] if mediated else []
    if not parts:
        return "No negotiation track is certainly active"
    number = "one negotiation track is" if len(active) == 1 else f"{len(active)} negotiation tracks are"
    return f"{number[0].upper()}{number[1:]} active, {'; '.join(parts)}"


def _row(situation: Situation, track: Format) -> Row:
    called = names(situation.case)
    return row(
        track,
        track.label,
        situation.formats[track.id],
        tuple(called[actor] for actor in track.parties),
        tuple(called[actor] for actor in track.mediators) or "nobody",
        dated(situation, track.from_),
        dated(situation, track.to) or "no end stated",
        track.venues,
        track.outputs,
    )


def _figure(situation: Situation, table: Table) -> Figure | None:
    """Return the tracks as lanes over the calendar, when a beginning is known."""
    today = situation.as_of.interval.latest
    starts = [begun for track in situation.case.formats if (begun := situation.calendar.of(track.from_).earliest)]
    if today is None or not starts:
        return None
    lanes = tuple(
        Lane(track.label, (_band(situation, track, today),)) for track in situation.case.formats if track.from_
    )
    undated = len(situation.case.formats) - len(lanes)
    description = f"One lane for each track, from {min(starts).year} to {today.year}; open ends are not dated."
    if undated:
        description += f" {counted(undated, 'track')} without any date: see the table."
    spec = Lanes(min(starts), max(today, *starts), today, lanes)
    return Figure("formats-over-time", "Negotiation tracks over time", description, spec, table)


def _band(situation: Situation, track: Format, today: date) -> Band:
    begun, ended = situation.calendar.of(track.from_), situation.calendar.of(track.to)
    sure_end = ended.earliest if track.to is not None else today
    words = f"{track.label}: from {dated(situation, track.from_)} to {dated(situation, track.to) or 'no end stated'}"
    words += f"; active: {TRUTHS[situation.formats[track.id]]}"
    return Band(begun.earliest, ended.latest, begun.latest, sure_end, words)
