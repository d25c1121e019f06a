"""The tables of positions: those of the parties, issue by issue, those of others, those given up, those in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Table
from detente.lenses.chronicle.positions.sides import doubted
from detente.lenses.chronicle.words import amount, filled, happened, remarked
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from detente.case.position import Position
    from detente.findings import Row
    from detente.findings.table import Cell
    from detente.lenses.chronicle.positions.sides import Contest, Side, Voice
    from detente.situation import Situation
    from detente.situation.answers import Held

_ACTOR, _ISSUE = Column("actor", "Actor"), Column("issue", "Issue")
_SINCE, _DATE = Column("since", "Since", "date"), Column("date", "Stated", "date")
_WORDS = (Column("kind", "Kind"), Column("stance", "Wants"), Column("value", "On the scale"))
_BY_ISSUE = (
    _ISSUE,
    Column("on_agenda", "On the agenda", "truth"),
    Column("party", "Party"),
    Column("member", "Said by"),
    *_WORDS,
    _SINCE,
    Column("sure", "By this date", "truth"),
    Column("instead_of", "In place of"),
)


def by_issue(situation: Situation, contests: Sequence[Contest]) -> Table:
    """Return what the parties want on each issue: what moved first, then demands, and last what is not sure."""
    doubt = any(side.unsure for contest in contests for side in contest.sides)
    rows = [
        _of_party(situation, contest, side, voice, doubt=doubt)
        for contest in contests
        for side in contest.sides
        for voice in (*side.voices, *side.unsure)
    ]
    return _table("grid", "What each party wants, issue by issue", _BY_ISSUE, rows)


def standing(situation: Situation, told: Collection[int]) -> Table:
    """Return the other positions that stand: demands first, then by actor and issue, the latest of each first.

    Parameters
    ----------
    told
        The ``id`` of each position that is told elsewhere.
    """
    held = [each.position for among in _all(situation) for each in among.standing if id(each.position) not in told]
    held.sort(key=lambda position: position.kind != "demand")
    rows = [_of_actor(situation, position, _since(situation, position)) for position in held]
    return _table("positions", "Positions held by others", (_ACTOR, _ISSUE, *_WORDS, _SINCE), rows)


def given_up(situation: Situation) -> Table:
    """Return the positions that were given up, and what took the place of each."""
    rows = [
        _of_actor(
            situation,
            gone.position,
            happened(situation, gone.position.date),
            tuple(_said(situation, later) for later in gone.by),
        )
        for among in _all(situation)
        for gone in among.given_up
    ]
    columns = (_ACTOR, _ISSUE, *_WORDS, _DATE, Column("superseded_by", "Superseded by"))
    return _table("other-positions", "Positions given up", columns, rows)


def doubtful(situation: Situation, told: Collection[int]) -> Table:
    """Return the other positions of which it cannot be said whether they were taken by the date."""
    called = situation.names
    found = [position for position in doubted(situation) if id(position) not in told]
    found.sort(key=lambda position: (called[position.actor], called[position.issue], repr(position)))
    stances = {position.id: _said(situation, position) for position in situation.case.positions}
    rows = [
        _of_actor(
            situation,
            position,
            happened(situation, position.date),
            tuple(stances[name] for name in position.supersedes),
        )
        for position in found
    ]
    columns = (_ACTOR, _ISSUE, *_WORDS, _DATE, Column("supersedes", "Supersedes"))
    return _table("doubtful-positions", "Positions that may have been taken by this date", columns, rows)


def _all(situation: Situation) -> Iterator[Held]:
    for by_issue in situation.positions.values():
        yield from by_issue.values()


def _table(name: str, caption: str, columns: tuple[Column, ...], rows: Sequence[Row]) -> Table:
    """Return a table without empty columns, and without kinds where nobody says more than what it wants."""
    kinds = [column.key for column in columns].index("kind")
    if {row.cells[kinds] for row in rows} == {"stance"}:
        columns = columns[:kinds] + columns[kinds + 1 :]
        rows = [replace(row, cells=row.cells[:kinds] + row.cells[kinds + 1 :]) for row in rows]
    return filled(Table(name, caption, columns, tuple(rows)))


def _of_party(situation: Situation, contest: Contest, side: Side, voice: Voice, *, doubt: bool) -> Row:
    position, sure = voice.position, voice in side.voices
    return row(
        position,
        contest.issue.label,
        contest.on_agenda,
        side.party.name,
        None if voice.actor == side.party else voice.actor.name,
        *_words(situation, position),
        _since(situation, position) if sure else happened(situation, position.date),
        (Truth.TRUE if sure else Truth.UNDETERMINED) if doubt else None,
        tuple(_said(situation, earlier) for earlier in voice.instead_of),
    )


def _of_actor(situation: Situation, position: Position, *last: Cell) -> Row:
    called = situation.names
    return row(position, called[position.actor], called[position.issue], *_words(situation, position), *last)


def _words(situation: Situation, position: Position) -> tuple[Cell, ...]:
    """Return the kind of a position, its words, and where on the scale it is with what share of its attention."""
    scale = next((issue.continuum for issue in situation.case.issues if issue.id == position.issue), None)
    place, salience = amount(position.value, scale.unit if scale else None), amount(position.salience, None)
    numbers = (*([place] if place else []), *([f"{salience} of its attention"] if salience else []))
    return position.kind, position.stance, numbers


def _since(situation: Situation, position: Position) -> str:
    """Return since when a position is held; where a later one of its kind stands, that it was not withdrawn."""
    among = situation.positions[position.actor][position.issue]
    alike = [each.position for each in among.standing if each.position.kind == position.kind]
    when, days = happened(situation, position.date), situation.calendar
    if days.happened(position.date) == days.happened(alike[0].date):
        return when
    return remarked(when or "not dated", "not withdrawn")


def _said(situation: Situation, position: Position) -> str:
    """Return a position in a few words, with its date."""
    words = f"“{position.stance}”" if position.stance else position.id or position.kind
    when = plain_date(happened(situation, position.date))
    return remarked(words, when) if when else words
