"""Tables: typed columns with units, rows that carry their own evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, overload

from detente.dates.truth import Truth
from detente.findings.evidence import Certainty, Evidence


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a language other than the report's own.

    Attributes
    ----------
    text
        The words.
    lang
        Their BCP 47 language tag (``hy``, ``ka``, ``az-Latn``).
    """

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text


Cell = str | int | float | bool | Truth | Text | tuple[str | Text, ...] | None
"""One value; a tuple is a list of short texts, ``None`` is "not stated"."""

Plain = str | int | float | bool | None
"""A cell for other programs: of one type in all rows of a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its cells mean.

    Attributes
    ----------
    key
        Stable name for programs.
    title
        Heading for people.
    kind
        ``text``, ``number``, ``date``, ``truth`` or ``state`` (a string of Y and N).
    unit
        Unit of its numbers, or ``""``.
    """

    key: str
    title: str
    kind: Literal["text", "number", "date", "truth", "state"] = "text"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells in column order, and what they rest on, as for a ``Statement``."""

    cells: tuple[Cell, ...]
    cites: tuple[Evidence, ...] = ()
    assumption: str = ""
    certainty: Certainty | None = None
    hedge: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Table(Sequence[dict[str, Plain]]):
    """A captioned table whose first column names its rows.

    As a sequence it is what data frames are made from, ``pandas.DataFrame(table)`` or ``polars.DataFrame(table)``: a
    mapping for each row, from keys of columns to plain values.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                msg = f"table {self.id}: a row has {len(row.cells)} cells for {len(self.columns)} columns"
                raise ValueError(msg)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> dict[str, Plain]: ...

    @overload
    def __getitem__(self, number: slice) -> list[dict[str, Plain]]: ...

    def __getitem__(self, number: int | slice) -> dict[str, Plain] | list[dict[str, Plain]]:
        """Return a row by its number, from 0, or several."""
        if isinstance(number, slice):
            return [self._plain(row) for row in self.rows[number]]
        return self._plain(self.rows[number])

    def _plain(self, row: Row) -> dict[str, Plain]:
        return {column.key: _plain(cell) for column, cell in zip(self.columns, row.cells, strict=True)}

    def __repr__(self) -> str:
        keys = ", ".join(column.key for column in self.columns)
        return f"<Table {self.id!r}: {len(self.rows)} rows of {keys}>"


def _plain(cell: Cell) -> Plain:
    """Return a cell as a number, a text or a truth value; several texts become one, undetermined is not known."""
    if isinstance(cell, Truth):
        return {Truth.TRUE: True, Truth.FALSE: False}.get(cell)
    if isinstance(cell, tuple):
        return "; ".join(str(text) for text in cell)
    return str(cell) if isinstance(cell, Text) else cell
