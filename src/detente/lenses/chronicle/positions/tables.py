"""The tables of positions: those that stand, those given up, and those that may have been taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Table
from detente.lenses.chronicle.words import amount, filled, happened, remarked
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from detente.case.position import Position
    from detente.findings.table import Cell
    from detente.situation import Situation
    from detente.situation.answers import Held

    Cells: TypeAlias = Mapping[Column, Callable[[Position], Cell]]
    """What stands in each column."""


def standing(situation: Situation) -> Table:
    """Return the positions that stand: demands first, then by actor and issue, the latest of each first."""
    held = [(each.position, among) for among in _all(situation) for each in among.standing]
    held.sort(key=lambda found: found[0].kind != "demand")
    since = {id(position): _since(situation, position, among) for position, among in held}
    last: Cells = {Column("since", "Since", "date"): lambda position: since[id(position)]}
    return _table(situation, "positions", "Positions held", [position for position, _ in held], last)


def given_up(situation: Situation) -> Table:
    """Return the positions that were given up, and what took the place of each."""
    gone = [each for among in _all(situation) for each in among.given_up]
    by = {id(each.position): tuple(_said(situation, later) for later in each.by) for each in gone}
    last: Cells = {
        Column("date", "Stated", "date"): lambda position: happened(situation, position.date),
        Column("superseded_by", "Superseded by"): lambda position: by[id(position)],
    }
    return _table(situation, "other-positions", "Positions given up", [each.position for each in gone], last)


def doubtful(situation: Situation) -> Table:
    """Return the positions of which it cannot be said whether they were taken by the date."""
    told = {id(each.position) for among in _all(situation) for each in among.standing}
    told |= {id(each.position) for among in _all(situation) for each in among.given_up}
    days, called = situation.calendar, situation.names
    found = [
        position
        for position in situation.case.positions
        if id(position) not in told and days.happened(position.date).by(situation.as_of.interval) is not Truth.FALSE
    ]
    found.sort(key=lambda position: (called[position.actor], called[position.issue], repr(position)))
    stances = {position.id: _said(situation, position) for position in situation.case.positions}
    last: Cells = {
        Column("date", "Stated", "date"): lambda position: happened(situation, position.date),
        Column("supersedes", "Supersedes"): lambda position: tuple(stances[name] for name in position.supersedes),
    }
    return _table(situation, "doubtful-positions", "Positions that may have been taken by this date", found, last)


def _all(situation: Situation) -> Iterator[Held]:
    for by_issue in situation.positions.values():
        yield from by_issue.values()


def _table(situation: Situation, name: str, caption: str, positions: Iterable[Position], last: Cells) -> Table:
    called, units = situation.names, _units(situation)
    held = tuple(positions)
    kinds: Cells = {Column("kind", "Kind"): lambda position: position.kind}
    columns: Cells = {
        Column("actor", "Actor"): lambda position: called[position.actor],
        Column("issue", "Issue"): lambda position: called[position.issue],
        **(kinds if any(position.kind != "stance" for position in held) else {}),
        Column("stance", "Wants"): lambda position: position.stance,
        Column("value", "On the scale"): lambda position: _numbers(position, units.get(position.issue)),
        **last,
    }
    rows = tuple(row(position, *(cell(position) for cell in columns.values())) for position in held)
    return filled(Table(name, caption, tuple(columns), rows))


def _numbers(position: Position, unit: str | None) -> tuple[str, ...]:
    """Return where on the scale a position is, and what share of its attention the actor gives the issue."""
    place, salience = amount(position.value, unit), amount(position.salience, None)
    return (*([place] if place else []), *([f"{salience} of its attention"] if salience else []))


def _units(situation: Situation) -> Mapping[str, str | None]:
    return {issue.id: issue.continuum.unit for issue in situation.case.issues if issue.continuum}


def _since(situation: Situation, position: Position, among: Held) -> str:
    """Return since when a position is held; where a later one of its kind stands, that it was not withdrawn."""
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
