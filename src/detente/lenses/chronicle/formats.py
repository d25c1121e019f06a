"""Formats: who talks to whom, on which track, and through whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.dates.words import plain_date
from detente.findings import Column, Figure, Finding, Result, Row, Statement, Table
from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.sides import parties_of
from detente.lenses.chronicle.words import TRUTHS, dated, filled, plainly
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from detente.case.negotiation_format import Format
    from detente.dates import PartialDate
    from detente.situation import Situation

_MOST_NAMES = 3

_COLUMNS = (
    Column("format", "Track"),
    Column("active", "Active", "truth"),
    Column("level", "Level"),
    Column("parties", "Parties"),
    Column("mediators", "Mediated by"),
    Column("when", "When"),
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
    ends = {track.id: track.to for track in look.case.formats}
    table = filled(
        Table("formats", "Negotiation tracks", _COLUMNS, tuple(_row(situation, each, ends[each.id]) for each in tracks))
    )
    figure = _figure(situation, tracks, table)
    doubtful = [track for track in tracks if found.formats[track.id].active is Truth.UNDETERMINED]
    return Finding(
        "Who talks to whom",
        f"{_headline(situation, active, doubtful)}.",
        statements=tuple(_unbegun(situation, active)),
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
    )


def _headline(situation: Situation, active: Sequence[Format], doubtful: Sequence[Format]) -> str:
    """Return who talks to whom, and of how many tracks that cannot be said."""
    nobody = f"No negotiation track is {'certainly ' if doubtful else ''}active"
    talk = _talk(situation, active) if active else (nobody,)
    return "; ".join((*talk, *_doubts(situation, doubtful, any_other=bool(active))))


def _talk(situation: Situation, active: Sequence[Format]) -> Iterator[str]:
    """Yield who talks to whom and how, the parties of the dispute first, and how many other tracks there are."""
    parties = {party.id for party in parties_of(situation.case)}
    first = max(active, key=lambda track: (len(parties & set(track.parties)) > 1, track.mediators == ()))
    same = [each for each in active if each.mediators is not None and set(each.parties) == set(first.parties)] or [
        first
    ]
    through = list(dict.fromkeys(actor for each in same for actor in each.mediators or ()))
    several = f" ({len(same)} tracks)" if len(same) > 1 else ""
    yield f"{_who(situation, first)} {_how(situation, same, through)}{several}"
    if more := len(active) - len(same):
        yield f"{counted(more, 'more track')} {one_or_many(more, 'is', 'are')} active"


def _who(situation: Situation, track: Format) -> str:
    """Return who talks on a track, with the verb."""
    if not track.parties:
        return f"Talks go on in “{track.label}”"
    names = [situation.names[actor] for actor in track.parties]
    who = listed(names) if len(names) <= _MOST_NAMES else f"{len(names)} parties"
    return f"{who} {one_or_many(len(names), 'talks', 'talk')}"


def _how(situation: Situation, tracks: Sequence[Format], mediators: Sequence[str]) -> str:
    """Return in which way those of some tracks talk."""
    through = f"through {listed([situation.names[actor] for actor in mediators])}"
    if any(track.mediators == () for track in tracks):
        return f"directly and {through}" if mediators else "directly, without a mediator"
    return through if mediators else "with no word on mediation"


def _doubts(situation: Situation, tracks: Sequence[Format], *, any_other: bool) -> Iterator[str]:
    """Yield what cannot be said of tracks that may be active: whether they had begun, or whether they go on."""
    now = situation.as_of.interval
    unbegun = sum(situation.calendar.happened(track.from_).by(now) is Truth.UNDETERMINED for track in tracks)
    unended = len(tracks) - unbegun
    others = "others" if any_other else "tracks"
    parts = [f"{_many(unbegun, others)} may have begun"] if unbegun else []
    parts += [f"{unended if parts else _many(unended, others)} may still go on"] if unended else []
    if parts:
        yield listed(parts)


def _many(number: int, others: str) -> str:
    return f"{number} {others if number > 1 else others.removesuffix('s')}"


def _mediators(track: Format, called: Mapping[str, str]) -> tuple[str, ...] | str | None:
    if track.mediators is None:
        return None
    return tuple(called[actor] for actor in track.mediators) or "nobody"


def _row(situation: Situation, track: Format, end: PartialDate | RelativeDate | None) -> Row:
    """Return the row of a track; of an end that the day did not know nothing is said."""
    called = situation.names
    return row(
        track,
        track.label,
        situation.formats[track.id],
        track.level,
        tuple(called[actor] for actor in track.parties),
        _mediators(track, called),
        tuple(_when(situation, track, ended=end is not None)),
        track.venues,
        track.outputs,
    )


def _when(situation: Situation, track: Format, *, ended: bool) -> Iterator[str]:
    """Yield when a track began and ended, in words: an end that may not have come is said to be so."""
    if track.from_ is not None:
        days = situation.calendar.happened(track.from_)
        begun = plainly(situation, track.from_, track)
        yield f"begun {begun}" if days.earliest is None else f"from {begun}"
    if track.to is None:
        if not ended:
            yield "no end stated"
        return
    days = situation.calendar.of(track.to)
    if days.latest is not None:
        yield f"to {plain_date(dated(situation, track.to))}"
    elif days.earliest is None:
        yield "whether it ended is not told"
    else:
        yield f"ended, if at all, not before {plain_date(dated(situation, track.to)).removeprefix('since ')}"


def _figure(situation: Situation, tracks: Sequence[Format], table: Table) -> Figure | None:
    """Return the tracks as lanes over the calendar, when a beginning is known."""
    today = situation.as_of.interval.latest
    starts = [begun for track in tracks if (begun := situation.calendar.happened(track.from_).earliest)]
    if today is None or not starts:
        return None
    lanes = tuple(_lane(situation, track, today) for track in tracks if _is_begun(situation, track))
    undated = len(tracks) - len(lanes)
    last = max(today, *starts)
    description = f"One lane for each track, from {min(starts).year} to {last.year}; open ends are not dated."
    if undated:
        description += f" {counted(undated, 'track')} without a dated beginning: see the table."
    spec = Lanes(min(starts), last, today, lanes)
    return Figure("formats-over-time", "Negotiation tracks over time", description, spec, table, at_once=False)


def _is_begun(situation: Situation, track: Format) -> bool:
    """Whether more is known of a beginning than that it lay before something else, or before the date of the case."""
    days, own = situation.calendar.happened(track.from_), situation.case.case.as_of.interval.latest
    if days.earliest is None and (isinstance(track.from_, RelativeDate) or days.latest == own):
        return False
    return track.from_ is not None


def _lane(situation: Situation, track: Format, today: date) -> Lane:
    """Return a track, and whether it is active."""
    active = situation.formats[track.id] is Truth.TRUE
    return Lane(f"{track.label} (active)" if active else track.label, (_band(situation, track, today),))


def _band(situation: Situation, track: Format, today: date) -> Band:
    begun, ended = situation.calendar.happened(track.from_), situation.calendar.of(track.to)
    first, last = begun.latest, ended.earliest if track.to is not None else today
    lasts = first is not None and last is not None and first <= last
    begun_words = plain_date(dated(situation, track.from_)) or "no beginning stated"
    ended_words = plain_date(dated(situation, track.to)) or "no end stated"
    words = f"{track.label}: from {begun_words} to {ended_words}"
    words += f"; active: {TRUTHS[situation.formats[track.id]]}"
    return Band(begun.earliest, ended.latest, first if lasts else None, last if lasts else None, words)


def _unbegun(situation: Situation, active: Sequence[Format]) -> Iterator[Statement]:
    """Yield of how many active tracks no source says since when."""
    unbegun = sum(situation.calendar.happened(track.from_).earliest is None for track in active)
    if unbegun:
        of = "it" if len(active) == 1 else f"{unbegun} of the {len(active)} active"
        yield Statement(f"Of {of} no source says since when.")


CHAPTER = Chapter("formats", 10, find, show)
