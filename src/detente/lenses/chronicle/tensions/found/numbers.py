"""Numbers: observations of one measure at one date that exclude one another, or of which one is softened.

A rough number ("about", "nearly") contradicts no other, as no source says how far it reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.chronicle.tensions.found.tension import Found, Told
from detente.lenses.chronicle.words import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.measure import Measure, Observation
    from detente.dates import Interval
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look


def find(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the measures of which two observations of one date differ: of each date the first such pair."""
    calendar = look.situation.calendar
    for measure in look.moment.past.measures:
        by_days: dict[Interval, list[Observation]] = {}
        for seen in measure.observations:
            by_days.setdefault(calendar.happened(seen.date), []).append(seen)
        for several in by_days.values():
            first = several[0]
            for other in several[1:]:
                if kind := _kind(first, other):
                    yield Found(kind, (measure.id,), measure.label, (_told(measure, first), _told(measure, other)))


def _kind(one: Observation, other: Observation) -> str:
    """Return in what two observations differ; empty where both can be so."""
    if one.is_rough or other.is_rough:
        return "hedge" if one.value == other.value and one.comparator != other.comparator else ""
    return "numbers" if one.most < other.least or other.most < one.least else ""


def _told(measure: Measure, seen: Observation) -> Told:
    return Told(amount(seen.value, measure.unit, seen.comparator) or "", seen.cites or measure.cites)
