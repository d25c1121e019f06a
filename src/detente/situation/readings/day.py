"""A day: the case with the readings that hold at a date, and what its dates leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import chain, compress, product
from typing import TYPE_CHECKING, TypeGuard

from detente.case.reading import Reading
from detente.case.shape import records_at
from detente.dates import RelativeDate, Truth
from detente.situation.answers import Undetermined
from detente.situation.readings.conflict import conflict_of_day, options_gone
from detente.situation.readings.corridor import corridor_of_day
from detente.situation.readings.holding import Doubt, Holding
from detente.situation.readings.origins import Origins
from detente.situation.readings.roadmap import roadmap_of_day
from detente.situation.readings.settlement import capabilities_of_day, issues_of_day, settlement_of_day
from detente.situation.readings.system import system_of_day
from detente.situation.steps import met_steps, plans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from detente.case import Case
    from detente.case.reading import Moment
    from detente.situation.clock import Clock

SECTIONS = ("conflict", "settlement", "roadmap", "steps", "corridor", "system", "capabilities")
"""The sections of a case that hold readings."""

MOST_DATES = 6
"""So many dates that leave readings open are gone through one way and the other; of more, nothing is said."""


@dataclass(frozen=True, slots=True)
class Day:
    """What an analyst's readings come to at a date.

    Attributes
    ----------
    case
        The case with the readings that certainly hold, or hold on what was assumed.
    doubts
        The readings of which the date leaves open whether they hold.
    earlier
        By turn on which such readings hang, the others that have certainly come when it has.
    first, last
        By section: since when the first of its readings holds that does not yet, and until when the last did that does
        no more.
    origins
        Which record of the case as written each is that was shortened.
    """

    case: Case
    doubts: tuple[Doubt, ...]
    earlier: Mapping[str, frozenset[str]]
    first: Mapping[str, Moment]
    last: Mapping[str, Moment]
    origins: Origins

    def ways(self, sections: Collection[str]) -> Iterator[frozenset[str]]:
        """Yield every set of turns that may have come, of those that readings of some sections hang on: none first."""
        turns = self.turns(sections)
        for several in product((False, True), repeat=len(turns)):
            come = frozenset(compress(turns, several))
            if all(self.earlier[turn].intersection(turns) <= come for turn in come):
                yield come

    def turns(self, sections: Collection[str]) -> tuple[str, ...]:
        """Return what may have come or not, of which readings of some sections hang on it."""
        return tuple(dict.fromkeys(doubt.turn for doubt in self.doubts if doubt.section in sections))

    def dates(self, sections: Collection[str]) -> frozenset[str]:
        """Return the dates that leave readings of some sections open, as the case writes them."""
        return frozenset(str(doubt.when) for doubt in self.doubts if doubt.section in sections)

    def questions(self, clock: Clock) -> tuple[Undetermined, ...]:
        """Return as open questions the readings of which the date leaves open whether they hold."""
        return tuple(dict.fromkeys(_question(doubt, clock) for doubt in self.doubts))


def _question(doubt: Doubt, clock: Clock) -> Undetermined:
    which = f"the {'end' if doubt.ends else 'beginning'} of “{doubt.what}”"
    if _is_step(doubt.when):
        step = f"'{clock.names.get(doubt.when.anchor, doubt.when.anchor)}'"
        return Undetermined(doubt.id, f"{which} hangs on {step}", f"whether {step} had come about")
    return clock.vague(doubt.id, doubt.when, which)


def _is_step(when: Moment) -> TypeGuard[RelativeDate]:
    return isinstance(when, RelativeDate) and when.direction == "step"


def day_of(clock: Clock, assumed: frozenset[str]) -> Day:
    """Return what the readings of a case come to at a date.

    Parameters
    ----------
    clock
        The case, with every reading that it has, and the date.
    assumed
        The turns that are taken to have come, where that cannot be said.
    """
    case = clock.case
    if clock.is_current and not _has_dated(case) and not _has_vague_links(clock):
        return Day(case, (), {}, {}, {}, Origins())

    holding = _holding(clock, assumed)
    conflict = conflict_of_day(case.conflict, holding) if case.conflict else None
    gone = options_gone(case.conflict, conflict)
    settlement = settlement_of_day(case, gone, holding)
    roadmap, steps = roadmap_of_day(case, holding)
    found = {
        "conflict": conflict,
        "settlement": settlement,
        "issues": issues_of_day(case, gone, holding),
        "roadmap": roadmap,
        "steps": steps,
        "corridor": corridor_of_day(case, holding),
        "system": system_of_day(case, holding),
        "capabilities": capabilities_of_day(case, holding),
    }
    missed = holding.missed.items()
    first = {section: min(dates, key=partial(_soonest, clock)) for (section, over), dates in missed if not over}
    last = {section: max(dates, key=clock.order) for (section, over), dates in missed if over}
    doubts = tuple(sorted(holding.doubts, key=_first_to_come))
    return Day(case.model_copy(update=found), doubts, _earlier(doubts), first, last, holding.origins)


def conflict_on(clock: Clock) -> tuple[Case, Origins]:
    """Return a case with what holds of its conflict at a date, all else as written, and what was made of what."""
    holding = _holding(clock)
    conflict = conflict_of_day(clock.case.conflict, holding) if clock.case.conflict else None
    return clock.case.model_copy(update={"conflict": conflict}), holding.origins


def _holding(clock: Clock, assumed: frozenset[str] = frozenset()) -> Holding:
    @cache
    def met() -> Mapping[str, Truth]:
        return met_steps(clock, plans(clock), [])

    return Holding(clock, met, assumed)


def _first_to_come(doubt: Doubt) -> tuple[str, date, date, str, str, bool, str]:
    """Return what to order doubts by, whatever the order of lines."""
    days = doubt.days.latest or date.max, doubt.days.earliest or date.min
    return doubt.section, *days, doubt.id, doubt.what, doubt.ends, doubt.turn


def _soonest(clock: Clock, when: Moment) -> tuple[bool, date, date]:
    """Return what to look for the first date by: those that are known before those that are not."""
    dated, latest, earliest = clock.order(when)
    return not dated, latest, earliest


def _earlier(doubts: Iterable[Doubt]) -> Mapping[str, frozenset[str]]:
    """Return by turn those that have certainly come when it has."""
    turns = {doubt.turn: doubt for doubt in doubts}
    return {
        name: frozenset(other for other, before in turns.items() if other != name and _is_no_later(before, doubt))
        for name, doubt in turns.items()
    }


def _is_no_later(first: Doubt, second: Doubt) -> bool:
    """Whether one turn comes no later than another: by their days, or as the beginning and end of one date."""
    return first.days.by(second.days) is Truth.TRUE or (first.when == second.when and second.ends and not first.ends)


def _has_dated(case: Case) -> bool:
    """Whether a reading of the case says from or until when it holds."""
    return any(
        isinstance(record, Reading) and (record.from_ is not None or record.to is not None)
        for key in SECTIONS
        for _, record in records_at(getattr(case, key), (key,))
    )


def _has_vague_links(clock: Clock) -> bool:
    """Whether a date that opens or closes a link of the corridor leaves open whether it has come."""
    links = clock.case.corridor.links if clock.case.corridor else ()
    dates = chain((link.since for link in links), (link.available.from_ for link in links if link.available))
    return any(when is not None and clock.passed(when) is Truth.UNDETERMINED for when in dates)
