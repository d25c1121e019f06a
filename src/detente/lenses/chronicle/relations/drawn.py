"""Small multiples: the pairs that changed most, hostile acts above friendly ones, over one calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Figure
from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.lenses.chronicle.words import plainly
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from detente.findings import Table
    from detente.models.chronicle.dyads import Act, Dyad
    from detente.situation import Situation

_MOST = 3
_KINDS = (("conflictual", "hostile"), ("mixed", "mixed"), ("cooperative", "friendly"))


def named_pair(situation: Situation, between: tuple[str, str]) -> str:
    """Return two actors in words."""
    return listed([situation.names[actor] for actor in between])


def figure_of(situation: Situation, dyads: Sequence[Dyad], table: Table) -> Figure | None:
    """Return the pairs whose level changed most, if any changed: a lane for each sign that their acts have."""
    today = situation.as_of.interval.earliest
    if today is None:
        return None
    changed = [(change, each) for each in dyads if (change := each.change(today)) > 0]
    changed.sort(key=lambda found: (-found[0], -len(found[1].acts), found[1].between))
    shown = [each for _, each in changed[:_MOST]]
    lanes = tuple(lane for each in shown for lane in _lanes(situation, each))
    starts = [band.start for lane in lanes for band in lane.bands if band.start]
    if not starts:
        return None
    names = [named_pair(situation, each.between) for each in shown]
    description = f"{counted(len(shown), 'pair')} of actors, one lane for the acts of each sign: {'; '.join(names)}."
    ends = [band.end for lane in lanes for band in lane.bands if band.end]
    spec = Lanes(date(min([*starts, *ends]).year, 1, 1), max([today, *ends]), today, lanes)
    title = "The pairs that changed most" if len(shown) > 1 else "The pair that changed"
    return Figure("pairs-that-changed", title, description, spec, table)


def _lanes(situation: Situation, dyad: Dyad) -> Iterator[Lane]:
    for sign, called in _KINDS:
        bands = tuple(_band(situation, act) for act in dyad.acts if act.sign == sign and _may_have_come(situation, act))
        if bands:
            yield Lane(f"{named_pair(situation, dyad.between)}: {called}", bands)


def _may_have_come(situation: Situation, act: Act) -> bool:
    """Whether an act has a date, and one that does not lie ahead."""
    days = situation.calendar.happened(act.relation.date)
    return act.relation.date is not None and days.by(situation.as_of.interval) is not Truth.FALSE


def _band(situation: Situation, act: Act) -> Band:
    """Return an act, on the days between which it was or began."""
    days = situation.calendar.happened(act.relation.date)
    day = days.earliest if days.is_day else None
    words = f"{act.relation.what or 'an act'}, {plainly(situation, act.relation.date, act.relation)}"
    return Band(days.earliest, days.latest, day, day, words)
