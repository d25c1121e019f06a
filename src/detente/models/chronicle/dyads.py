"""Dyads: two actors with all that they and those who belong to them did to each other, as a level over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.relation import Relation, Sign
    from detente.methods.chronicle.balance import Signs

_WORTH = {"conflictual": -1, "mixed": 0, "cooperative": 1}


@dataclass(frozen=True, slots=True)
class Act:
    """A signed act or attitude, from the last day on which it can have begun to the first after its end.

    Attributes
    ----------
    relation
        The record.
    sign
        How friendly it was.
    since, until
        It certainly holds from the one to before the other; ``None`` for never ended, or, of ``since``, not dated.
    """

    relation: Relation
    sign: Sign
    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether it certainly had come by a day, and had not certainly ended."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


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
        """Return cooperative acts less conflictual ones by a day, by the number of all; ``None`` before the first.

        [-1 all hostile to 1 all friendly]
        """
        held = [_WORTH[act.sign] for act in self.acts if act.holds(day)]
        return sum(held) / len(held) if held else None

    def levels(self, last: date) -> tuple[tuple[date | None, float | None], ...]:
        """Return the days up to the last on which the level changed, each with the level from then on.

        Where some acts bear no date, the level before the first day comes first, without one.
        """
        days = {day for act in self.acts for day in (act.since, act.until) if day is not None and day <= last}
        found: list[tuple[date | None, float | None]] = []
        if (before := self.level(date.min)) is not None:
            found.append((None, before))
        for day in sorted(days):
            level = self.level(day)
            if not found or found[-1][1] != level:
                found.append((day, level))
        return tuple(found)


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
