"""The picture of the region over time: how each condition was at some dates, and what pushed it then."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Figure
from detente.findings.figures.grid import Change, Grid, Saying, Subject
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.system import Descriptor
    from detente.findings import Table
    from detente.lenses.system.region import Region
    from detente.lenses.system.results import AtDate, Dates, Pressure

_MOST_DATES = 4
_MONTH = len("2024-10")
_SEEN = (
    "One row for each condition that changed or was pushed, and one column for each date: the state that it was in, and"
    " what pushed it where. The table has every date."
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
    moved = [each for each in found.descriptors if _is_told(each, shown)]
    subjects = tuple(Subject(each.label, tuple(_sayings(found, each, shown))) for each in moved)
    sides = tuple(plain_date(each.date[:_MONTH]) for each in shown)
    left = len(over.dates) - len(shown)
    more = f"; {counted(left, 'more date')} in the table" if left else ""
    return Figure("region", f"The region over time{more}", _SEEN, Grid(sides, subjects), table)


def _shown(dates: Sequence[AtDate]) -> list[AtDate]:
    """Return the first and the last date, and of the others those at which most changed, in order."""
    changes = [sum(now.states[each] != before.states[each] for each in now.states) for before, now in pairwise(dates)]
    between = sorted(range(1, len(dates) - 1), key=lambda k: (-changes[k - 1], -k))[: _MOST_DATES - 2]
    return [dates[k] for k in sorted({0, *between, len(dates) - 1})]


def _is_told(own: Descriptor, shown: Sequence[AtDate]) -> bool:
    """Whether a condition changed or was pushed."""
    pushed = any(one.descriptor == own.id for each in shown for one in each.pressures)
    return pushed or len({each.states[own.id] for each in shown}) > 1


def _sayings(found: Region, own: Descriptor, shown: Sequence[AtDate]) -> list[Saying]:
    labels = {state.id: state.label for state in own.states}
    said, before = [], None
    for each in shown:
        pressures = [one for one in each.pressures if one.descriptor == own.id]
        same = each.states[own.id] == before
        before = each.states[own.id]
        words = "the same" if same else labels[before]
        change = Change.PUSHED if pressures else Change.AT_REST
        said.append(Saying(change, words, _aside(found, pressures, labels)))
    return said


def _aside(found: Region, pressures: Sequence[Pressure], labels: dict[str, str]) -> str:
    """Return where a condition is pushed, and by what most; nothing where it is not."""
    if not pressures:
        return ""
    first = pressures[0]
    towards = " or ".join(f"“{labels[each.toward]}”" for each in pressures)
    by = next((each.from_ for each in first.because if each.from_ is not None), None)
    why = f", by “{found.called(found.model.states.index(by))}”" if by else ""
    return f"to {towards}{why}"
