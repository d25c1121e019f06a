"""Dyads: two actors with all that they and those who belong to them did to each other, as a level over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Interval, Truth
from detente.dates.interval import ONE_DAY
from detente.methods.chronicle.means import bounds_of_mean

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.relation import Relation, Sign
    from detente.methods.chronicle.balance import Signs

_WORTH = {"conflictual": -1, "mixed": 0, "cooperative": 1}


@dataclass(frozen=True, slots=True)
class Act:
    """A signed act or attitude, and when it began and ended.

    Attributes
    ----------
    relation
        The record.
    sign
        How friendly it was.
    begun, ended
        The days on which it can have begun and ended; ``None`` for what stands throughout, and for no end.
    """

    relation: Relation
    sign: Sign
    begun: Interval | None
    ended: Interval | None

    def holds(self, day: date) -> Truth:
        """Return whether it had begun by a day, and not ended before; the day of the end counts."""
        now = Interval.day(day)
        begun = Truth.TRUE if self.begun is None else self.begun.by(now)
        return begun & (Truth.TRUE if self.ended is None else now.by(self.ended))

    @property
    def is_bounded(self) -> bool:
        """Whether a source tells a day before which it had not begun, or had ended; else it may always have stood."""
        return self.ended is not None or self.begun is None or self.begun.earliest is not None

    @property
    def turns(self) -> Iterator[date]:
        """The days from which on it may hold, certainly does, may have ended, and certainly has."""
        if self.begun is not None:
            yield from filter(None, (self.begun.earliest, self.begun.latest))
        if self.ended is not None:
            last = (day for day in (self.ended.earliest, self.ended.latest) if day not in (None, date.max))
            yield from (day + ONE_DAY for day in last if day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The level of a pair from a day on.

    Attributes
    ----------
    since
        The day; ``None`` for how it was before the first of which a source tells.
    level
        The level; ``None`` where it cannot be said, or where nothing held.
    low, high
        The least and the greatest that it may have been; ``None`` where nothing can have held.
    """

    since: date | None
    level: float | None
    low: float | None
    high: float | None

    def joined(self, other: Stretch) -> Stretch | None:
        """Return this stretch with the next one, where both are alike or of neither the level can be said."""
        if (self.level, self.low, self.high) == (other.level, other.low, other.high):
            return self
        if self.level is not None or other.level is not None or self.low is None or self.high is None:
            return None
        if other.low is None or other.high is None:
            return None
        return Stretch(self.since, None, min(self.low, other.low), max(self.high, other.high))


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors and the acts between them.

    Attributes
    ----------
    between
        Their ids, in order.
    acts
        What either did to the other.
    """

    between: tuple[str, str]
    acts: tuple[Act, ...]

    def level(self, day: date) -> float | None:
        """Return friendly acts less hostile ones that certainly hold on a day, by the number of all of these.

        [-1 all hostile to 1 all friendly; ``None`` where none does]
        """
        held = self._worths(day, Truth.TRUE)
        return sum(held) / len(held) if held else None

    def levels(self, last: date) -> tuple[Stretch, ...]:
        """Return how the level was from the first act that certainly held up to the last day."""
        days = sorted({day for act in self.acts for day in act.turns if day <= last})
        found: list[Stretch] = []
        for since in (None, *days):
            if not found and self.level(since or date.min) is None:
                continue
            then = self._stretch(since)
            joined = found[-1].joined(then) if found else None
            if joined is None:
                found.append(then)
            else:
                found[-1] = joined
        return tuple(found)

    def change(self, last: date) -> float:
        """Return how far the highest and the lowest level lie apart, without what may always have stood."""
        bounded = Dyad(self.between, tuple(act for act in self.acts if act.is_bounded))
        days = {day for act in bounded.acts for day in act.turns if day <= last}
        levels = [level for day in (date.min, *days) if (level := bounded.level(day)) is not None]
        return max(levels) - min(levels) if levels else 0

    def _stretch(self, since: date | None) -> Stretch:
        sure, maybe = (self._worths(since or date.min, truth) for truth in (Truth.TRUE, Truth.UNDETERMINED))
        if not sure and not maybe:
            return Stretch(since, None, None, None)
        low, high = bounds_of_mean(sure, maybe)
        return Stretch(since, low if sure and low == high else None, low, high)

    def _worths(self, day: date, truth: Truth) -> list[int]:
        return [_WORTH[act.sign] for act in self.acts if act.holds(day) is truth]


def dyads_of(case: Case, acts: Iterable[Act]) -> tuple[Dyad, ...]:
    """Return the pairs of actors between whom something is recorded; who belongs to another one acts for it."""
    above = {actor.id: actor.part_of for actor in case.actors}
    found: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        first, second = sorted((_whole(act.relation.from_, above), _whole(act.relation.to, above)))
        if first != second:
            found.setdefault((first, second), []).append(act)
    return tuple(Dyad(between, tuple(found[between])) for between in sorted(found))


def _whole(actor: str, above: Mapping[str, str | None]) -> str:
    """Return what an actor belongs to in the end."""
    seen = {actor}
    while (whole := above.get(actor)) is not None and whole not in seen:
        seen.add(whole)
        actor = whole
    return actor


def signed(dyads: Iterable[Dyad], day: date) -> tuple[tuple[str, ...], Signs]:
    """Return the actors between whom a sign prevails on a day, and the signs [shape (n, n)]."""
    levels = {each.between: level for each in dyads if (level := each.level(day))}
    names = tuple(sorted({name for between in levels for name in between}))
    signs = np.zeros((len(names), len(names)), dtype=int)
    for (i, one), (j, other) in combinations(enumerate(names), 2):
        signs[i, j] = signs[j, i] = int(np.sign(levels.get((one, other), 0)))
    return names, signs
