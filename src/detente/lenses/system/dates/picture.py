"""The picture of the region over time: how each condition was at some dates, and what pushed it then."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Figure
from detente.findings.figures.grid import Change, Grid, Saying, Subject
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.system import Descriptor
    from detente.findings import Table
    from detente.lenses.system.region import Region
    from detente.lenses.system.results import AtDate, Dates

_MOST_DATES, _MOST_CONDITIONS = 3, 4
_MONTH = len("2024-10")
_SEEN = (
    "One row for each condition that changed or was pushed most, and one column for each date: the state that it was"
    " in, and where it was pushed, both where that is not as in the column before; the last column has every state."
    " The table has every date and condition."
)


def picture(found: Region, over: Dates, table: Table) -> Figure:
    """Return the picture of the dates at which most changed: the first one and the last one are among them.

    Parameters
    ----------
    over
        The region at two or more dates.
    table
        The same as a table.
    """
    shown = _shown(over.dates)
    told = _told(found, shown)
    subjects = tuple(Subject(each.label, tuple(_sayings(each, shown))) for each in told)
    sides = tuple(plain_date(each.date[:_MONTH]) for each in shown)
    left = (
        counted(len(over.dates) - len(shown), "more date"),
        counted(len(found.descriptors) - len(told), "condition"),
    )
    more = [each for each in left if not each.startswith("0 ")]
    more_of = f"; in the table only: {listed(more)}" if more else ""
    return Figure(
        "region",
        f"The region over time: where states and pushes begin, and the last states{more_of}",
        _SEEN,
        Grid(sides, subjects),
        table,
    )


def _shown(dates: Sequence[AtDate]) -> list[AtDate]:
    """Return the first and the last date, and of the others those at which most changed, in order."""
    changes = [sum(now.states[each] != before.states[each] for each in now.states) for before, now in pairwise(dates)]
    between = sorted(range(1, len(dates) - 1), key=lambda k: (-changes[k - 1], -k))[: _MOST_DATES - 2]
    return [dates[k] for k in sorted({0, *between, len(dates) - 1})]


def _told(found: Region, shown: Sequence[AtDate]) -> list[Descriptor]:
    """Return the conditions that were most often pushed or otherwise than before, in their own order."""

    def often(own: Descriptor) -> int:
        pushed = sum(any(one.descriptor == own.id for one in each.pressures) for each in shown)
        return pushed + sum(now.states[own.id] != before.states[own.id] for before, now in pairwise(shown))

    most = sorted((each for each in found.descriptors if often(each)), key=lambda each: -often(each))[:_MOST_CONDITIONS]
    return [each for each in found.descriptors if each in most]


def _sayings(own: Descriptor, shown: Sequence[AtDate]) -> list[Saying]:
    """Return its states and where it was pushed, each where that begins, and its state at the last date."""
    labels = {state.id: state.label for state in own.states}
    said: list[Saying] = []
    before, pushed = "", [""]
    for each in shown:
        now = each.states[own.id]
        towards = [labels[one.toward] for one in each.pressures if one.descriptor == own.id]
        words = labels[now] if now != before or each is shown[-1] else ""
        aside = "" if towards == pushed else _aside(towards)
        said.append(Saying(Change.PUSHED if towards else Change.AT_REST, words, aside))
        before, pushed = now, towards
    return said


def _aside(towards: Sequence[str]) -> str:
    """Return where a condition was pushed; several states are told in the table."""
    if len(towards) > 1:
        return f"pulled to {counted(len(towards), 'other state')}"
    return f"pulled to “{towards[0]}”" if towards else ""
