"""Arrangements: for each function who decides it, who meets the user and where, and who holds each right.

Everything that can be said of an arrangement is said of one function or one right at a time. So each of them is a
*variable* with a list of values, and a condition is made of *atoms*: a variable, and the values that make them true.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

NOBODY = "nobody"
"""The holder that is none: what nobody decides is not done at all."""

_DIGITS = 24
"""Bits for each of the numbers that make up a cost, so that no sum of them runs over."""


class Cell(NamedTuple):
    """Who controls one function.

    Attributes
    ----------
    decides, meets
        Holders: who decides it, and who meets the user of the route.
    on
        Whether it is exercised on the route.
    """

    decides: str
    meets: str
    on: bool


class Held(NamedTuple):
    """Who holds a right."""

    by: str


Value: TypeAlias = Cell | Held


class Atom(NamedTuple):
    """What can be true of an arrangement.

    Attributes
    ----------
    variable
        The number of a function, or of a right behind the functions.
    values
        The values that make it true: bit ``k`` is value ``k``.
    """

    variable: int
    values: int


@dataclass(frozen=True)
class Vocabulary:
    """What arrangements are made of.

    Attributes
    ----------
    functions, rights
        What is controlled, and what is held by one alone, such as jurisdiction.
    holders
        Who may; the first is the one whose route it is.
    """

    functions: tuple[str, ...]
    rights: tuple[str, ...]
    holders: tuple[str, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The functions, and the rights behind them."""
        return (*self.functions, *self.rights)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What a function may be, the plainest first: what nobody decides nobody meets, on the route or off it."""
        cells = [
            Cell(decides, meets, on)
            for decides in self.holders
            if decides != NOBODY
            for meets in self.holders
            for on in (True, False)
        ]
        absent = [Cell(NOBODY, NOBODY, on=False)] if NOBODY in self.holders else []
        return tuple(sorted([*cells, *absent], key=self._cell_cost))

    def values(self, variable: int) -> tuple[Value, ...]:
        """Return what a variable may be, the plainest first."""
        return self.cells if variable < len(self.functions) else tuple(map(Held, self.holders))

    @cached_property
    def costs(self) -> tuple[tuple[int, ...], ...]:
        """By variable, how far each value is from the first holder doing all of it on the route, rising.

        Costs add up. Fewer functions and rights that differ come first; of as many those with fewer other holders who
        decide, then fewer that are off the route, then fewer others who meet the user, then holders written earlier.
        """
        function = tuple(map(self._cell_cost, self.cells))
        right = tuple(_cost(k > 0, k > 0, 0, 0, k) for k in range(len(self.holders)))
        return (function,) * len(self.functions) + (right,) * len(self.rights)

    @cached_property
    def atoms(self) -> dict[str, Atom]:
        """Every atom by its text, such as ``customs decided by armenia`` or ``border on the route``."""
        found: dict[str, Atom] = {}
        for variable, name in enumerate(self.functions):
            for holder in self.holders:
                found[f"{name} decided by {holder}"] = self._atom(
                    variable, {c for c in self.cells if c.decides == holder}
                )
                found[f"{name} met by {holder}"] = self._atom(variable, {c for c in self.cells if c.meets == holder})
            found[f"{name} on the route"] = self._atom(variable, {c for c in self.cells if c.on})
        for variable, name in enumerate(self.rights, len(self.functions)):
            for holder in self.holders:
                found[f"{name} held by {holder}"] = self._atom(variable, {Held(holder)})
        return found

    def _atom(self, variable: int, true: set[Cell] | set[Held]) -> Atom:
        return Atom(variable, sum(1 << k for k, value in enumerate(self.values(variable)) if value in true))

    def _cell_cost(self, cell: Cell) -> int:
        decides, meets = self.holders.index(cell.decides), self.holders.index(cell.meets)
        return _cost(decides > 0 or meets > 0 or not cell.on, decides > 0, not cell.on, meets > 0, decides + meets)


def _cost(*parts: int) -> int:
    """Return numbers as one that sums like them and compares the first of them first."""
    total = 0
    for part in parts:
        total = total << _DIGITS | part
    return total
