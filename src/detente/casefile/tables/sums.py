"""Rows whose numbers are the sums or the averages of other rows', whatever they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import inf, sqrt
from typing import TYPE_CHECKING

from detente.casefile.tables.numbers import NumberError, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.casefile.tables.cell import Row
    from detente.casefile.tables.sheet import Sheet

_EXACT = 1e-9
_WHOLES = (1.0, 100.0)
"""What rounded shares and percentages add up to in a table, even where they do not."""

_ENOUGH = 4
"""How much must agree before numbers are taken for averages: two columns to the last digit, or four rounded ones."""

_DECIMALS = re.compile(r"[.,](\d+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Number:
    """The middle of what stands in a cell, and how many decimals it is written with."""

    middle: float
    decimals: int


_Numbers = dict[int, _Number]
"""The numbers of a row, by column."""


@dataclass(slots=True)
class _Column:
    """What several numbers of one column come to."""

    count: int = 0
    nonzero: int = 0
    total: float = 0
    size: float = 0
    low: float = inf
    high: float = -inf
    decimals: int = 0

    def add(self, number: _Number) -> None:
        """Take one more."""
        self.count += 1
        self.nonzero += number.middle != 0
        self.total += number.middle
        self.size += abs(number.middle)
        self.low, self.high = min(self.low, number.middle), max(self.high, number.middle)
        self.decimals = max(self.decimals, number.decimals)

    def is_added_up(self, number: _Number) -> bool:
        """Return whether a number is their sum, of which all may be rounded."""
        if self.nonzero < 2 or not number.middle:
            return False
        off = abs(number.middle - self.total)
        if off <= _EXACT * self.size:
            return True
        room = 10.0**-self.decimals * sqrt(self.count)
        is_rounder = self.count > 2 and number.decimals <= self.decimals
        is_close = number.middle in _WHOLES or (self.decimals > 0 and room < abs(number.middle) / 100)
        return is_rounder and is_close and off <= min(room, abs(number.middle) / 50)

    def averaged(self, number: _Number) -> int:
        """Return how much speaks for a number being their mean: 2 if to the last digit, 1 if to a whole number."""
        if self.count < 2 or self.low == self.high:
            return 0
        off = abs(number.middle - self.total / self.count)
        if off <= _EXACT * self.size:
            return 2
        is_near = off <= 0.5 * 10.0**-number.decimals * (1 + _EXACT)
        return (2 if number.decimals else 1) if is_near else 0

    def is_all(self, number: _Number) -> bool:
        """Return whether each of them is the same number."""
        return self.low == self.high == number.middle


@dataclass(slots=True)
class _Block:
    """Rows that another one may add up."""

    rows: int = 0
    columns: dict[int, _Column] = field(default_factory=dict)

    def add(self, row: _Numbers) -> None:
        """Take one more row."""
        self.rows += 1
        for column, number in row.items():
            self.columns.setdefault(column, _Column()).add(number)


def sums(sheet: Sheet, known: Iterable[int] = ()) -> dict[int, str]:
    """Return which rows add up or average others, and what they do.

    Parameters
    ----------
    known
        Rows that sum up others by their names: they are no part of what others add up.
    """
    rows, powers = [_numbers(sheet, row) for row in sheet.rows], frozenset(sheet.capabilities())
    sure = _of_the_first(rows, powers)
    left_out, unsure = {*known, *sure}, dict[int, str]()
    before, plain, since = _Block(), _Block(), _Block()
    for place, row in enumerate(rows):
        is_end = place == len(rows) - 1
        said = next(
            (does for block in (plain, before, since) if (does := _does(row, block, powers, is_end=is_end))), None
        )
        if said is not None and place not in sure:
            (sure if said[1] else unsure)[place] = said[0].format("above")
            left_out.add(place)
        if place in left_out:
            since = _Block()
        else:
            plain.add(row)
            since.add(row)
        before.add(row)
    return sure | unsure if len(sure) + len(unsure) > 1 else sure


def _of_the_first(rows: list[_Numbers], powers: frozenset[int]) -> dict[int, str]:
    """Return what the first row does with all others."""
    after = _Block()
    for row in rows[1:]:
        after.add(row)
    does = _does(rows[0], after, powers, is_end=True) if rows else None
    return {0: does[0].format("below")} if does else {}


def _numbers(sheet: Sheet, row: Row) -> _Numbers:
    """Return the numbers of a row; what is none is told of elsewhere."""
    found: _Numbers = {}
    for column in sheet.numbers():
        text = row[column].text if column < len(row) else ""
        try:
            parts = read_number(text, doubtful="").parts if text else ()
        except NumberError:
            continue
        if parts:
            decimals = max(map(len, _DECIMALS.findall(text)), default=0)
            found[column] = _Number((parts[0] + parts[-1]) / 2, decimals)
    return found


def _does(row: _Numbers, block: _Block, powers: frozenset[int], *, is_end: bool) -> tuple[str, bool] | None:
    """Return what a row does with some others, and whether that is sure; ``None`` where it does nothing with them."""
    if block.rows < 2 or not row:
        return None
    filled = {column: block.columns.get(column, _Column()) for column in row}
    added = {column for column, others in filled.items() if others.is_added_up(row[column])}
    if added and all(column in added or not row[column].middle for column in row):
        is_odd = is_end or len(row) > 1 or len(block.columns) > 1
        if is_odd and (len(added) > 1 or added & powers or block.rows > 2):
            return f"adds up the {block.rows} rows {{}} it", True
    if powers & row.keys() and powers & row.keys() <= added:
        return f"has the capability of the {block.rows} rows {{}} it together", is_end or block.rows > 2
    much = [others.averaged(row[column]) for column, others in filled.items()]
    if sum(much) >= _ENOUGH and all(
        each or others.is_all(row[column]) for each, (column, others) in zip(much, filled.items(), strict=True)
    ):
        return f"averages the {block.rows} rows {{}} it", True
    return None
