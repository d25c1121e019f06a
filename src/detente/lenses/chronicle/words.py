"""Words: how the chronicle names things and joins them into sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.value import Value
    from detente.dates import PartialDate
    from detente.findings import Table
    from detente.situation import Situation

TRUTHS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNDETERMINED: "cannot be said"}


def dated(situation: Situation, when: PartialDate | RelativeDate | None) -> str:
    """Return a date as its source states it; a relative one with the days it comes to."""
    if when is None:
        return ""
    if isinstance(when, RelativeDate):
        anchor = situation.names.get(when.anchor, when.anchor)
        far = f"{when.by} " if when.by else ""
        return f"{situation.calendar.of(when)} ({far}{when.direction} “{anchor}”)"
    return when.text


def remarked(words: str, remark: str) -> str:
    """Return words with a remark in brackets, within those that they may end with."""
    return f"{words[:-1]}; {remark})" if words.endswith(")") else f"{words} ({remark})"


def amount(value: Value | None, unit: str | None, comparator: str | None = None) -> str | None:
    """Return a number of the case as a reader writes it, with the most likely value where one is stated."""
    if value is None:
        return None
    likely = "" if value.mode is None else f", most likely {quantity(value.mode, value.mode, None)}"
    return quantity(value.low, value.high, unit, comparator=comparator) + likely


def filled(table: Table) -> Table:
    """Return a table without the columns in which no row has anything."""
    kept = [
        k for k in range(len(table.columns)) if not k or any(row.cells[k] not in (None, "", ()) for row in table.rows)
    ]
    rows = tuple(replace(row, cells=tuple(row.cells[k] for k in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[k] for k in kept), rows=rows)
