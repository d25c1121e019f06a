"""What holds the region as it is: what pushes it, how it came to this, and how alike those judged who did."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.system.coders import find as coders_of
from detente.lenses.system.dates.chapter import over_time
from detente.lenses.system.dates.picture import picture
from detente.lenses.system.now import headline, method, pushed, unknown
from detente.lenses.system.region import Region, region
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.results import AtDate, Dates, Pressure

_COLUMNS = (Column("date", "Date", "date"), Column("changed", "What had changed"), Column("pushed", "Under pressure"))
_MONTH = len("2024-10")


def find(look: Look[SystemOptions]) -> Region | None:
    """Return the region; ``None`` where the case has none at the date."""
    return look.once(region)


def show(found: Region, look: Look[SystemOptions]) -> Finding | None:
    """Say what is under pressure, and show how the region came to be as it is and what pushed it."""
    over = look.once(over_time)
    if over is None:
        return None
    several = len(over.dates) > 1
    return Finding(
        "What holds the region as it is",
        f"{headline(found)} {_changed_since(found, over)}" if several else headline(found),
        statements=(
            *(unknown(look) if found.now is None else pushed(found, found.now)),
            *((_hindsight(over),) if several else ()),
            *_judged(found, look),
        ),
        figures=(picture(found, over, _table(found, over)),) if several else (),
        method=method(found),
        id="region",
    )


def _judged(found: Region, look: Look[SystemOptions]) -> Iterator[Statement]:
    """Yield how alike those judged who did, and what the case notes of the whole."""
    agreed = coders_of(look)
    if agreed is not None and agreed.coders is not None and agreed.coders.same_sign is not None:
        share = round(100 * agreed.coders.same_sign)
        yield Statement(f"Those who judged apart agree on which way things push in {share} of 100 cases.")
    if found.system.note and look.moment.clock.is_current:  # notes know what the case knows at its own date
        yield Statement(sentence(found.system.note))


def _table(found: Region, over: Dates) -> Table:
    rows = (
        Row((each.date, _changed(found, before, each), _told(found, each.pressures))) for before, each in _pairs(over)
    )
    return Table("dates", "The region at the dates of its changes", _COLUMNS, tuple(rows))


def _pairs(over: Dates) -> Iterator[tuple[AtDate | None, AtDate]]:
    """Yield each date after the one before it."""
    yield from zip((None, *over.dates), over.dates, strict=False)


def _changed_since(found: Region, over: Dates) -> str:
    """Return how much is otherwise than at first."""
    first, *_, last = over.dates
    changed = sum(first.states[each.id] != last.states[each.id] for each in found.descriptors)
    are, since = one_or_many(changed, "is", "are"), plain_date(first.date[:_MONTH])
    return f"Of {counted(len(found.descriptors), 'condition')} of the region {changed} {are} otherwise than in {since}."


def _hindsight(over: Dates) -> Statement:
    """Return how often a condition that was pushed moved there next, which nobody foresaw."""
    knew = "Whoever made these judgements knew what came next."
    pushes = [
        any(later.states[name] == one.toward for one in each.pressures if one.descriptor == name)
        for each, later in pairwise(over.dates)
        for name in {one.descriptor for one in each.pressures}
    ]
    if not pushes:
        return Statement(f"The model sees nothing pushed before today. {knew}")
    return Statement(
        f"Of {counted(len(pushes), 'push', 'pushes')} at earlier dates {sum(pushes)} came about next. {knew}"
    )


def _changed(found: Region, before: AtDate | None, now: AtDate) -> str:
    """Return what is otherwise than at the date before; of the first, every state."""
    told = [
        f"{each.label}: {next(state.label for state in each.states if state.id == now.states[each.id])}"
        for each in found.descriptors
        if before is None or before.states[each.id] != now.states[each.id]
    ]
    return "; ".join(told)


def _told(found: Region, pressures: tuple[Pressure, ...]) -> str:
    labels = {each.id: each for each in found.descriptors}
    told = []
    for each in pressures:
        own = labels[each.descriptor]
        state = next(state.label for state in own.states if state.id == each.toward)
        told.append(f"{own.label} to “{state}”")
    return listed(told) if told else "nothing"


CHAPTER = Chapter("region", 15, find, show)
