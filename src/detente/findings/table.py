"""Tables: typed columns with units, rows that carry their own evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from detente.dates.truth import Truth
from detente.findings import frames
from detente.findings.evidence import Certainty, Evidence
from detente.findings.frames import Series
from detente.findings.shown import Shown

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_BITS = 63
_DAY = len("2025-07-10")


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
    """A row of a table, and what it rests on.

    Attributes
    ----------
    cells
        Its values in the order of columns.
    cites, assumption, certainty, hedge
        As those of a ``Statement``.
    note
        What else the case notes of it, in whole sentences.
    """

    cells: tuple[Cell, ...]
    cites: tuple[Evidence, ...] = ()
    assumption: str = ""
    certainty: Certainty | None = None
    hedge: str = ""
    note: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it has its cells only: no evidence, no assumption, no note."""
        return not (self.cites or self.assumption or self.certainty or self.hedge or self.note)


@dataclass(frozen=True, slots=True, repr=False)
class Table(Shown):
    """A captioned table whose first column names its rows.

    As a data frame it has a column for each of its own, of one type:

    - numbers are whole or floating-point numbers, truth values are truth values, both missing where they are not known
      or not determined;
    - dates are dates where every one is a day, and texts as a case writes them (``2025-07~``) where one is not;
    - where a cell holds several texts, the column is one of lists; everything else is text.

    What rows rest on follows in the columns ``cites`` (lists such as ``["article ¶24: “the words”"]``), ``certainty``,
    ``hedge``, ``assumption`` and ``note``, each where some row has it. A column whose name another before it has, such
    as that of a party, gets an underscore at its end.

    Attributes
    ----------
    id
        Stable name within its finding.
    caption
        What it shows, in one line.
    columns
        What the cells of each column mean.
    rows
        The rows from top to bottom.
    shown
        So many of them an open finding shows before a click, where there are more.
    matrix
        Whether rows and columns are alike in rank, so that a column stays though all its cells are the same.

    Raises
    ------
    ValueError
        If a row has more or fewer cells than there are columns.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shown: int = 5
    matrix: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                msg = f"table {self.id}: a row has {len(row.cells)} cells for {len(self.columns)} columns"
                raise ValueError(msg)

    def without_notes(self) -> Table:
        """Return the same without what the case notes of its rows."""
        return replace(self, rows=tuple(replace(row, note="") for row in self.rows))

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a data frame of pandas.

        Its ``attrs`` hold ``id``, ``caption``, and by column ``titles`` and ``units``.

        Raises
        ------
        ImportError
            If pandas is not installed.
        """
        return frames.to_pandas(self._series(), self._about())

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a data frame of polars; titles and units stay in ``columns``.

        Raises
        ------
        ImportError
            If polars is not installed.
        """
        return frames.to_polars(self._series())

    def to_arrow(self) -> pyarrow.Table:
        """Return the table as a table of Arrow.

        The metadata of a field are ``title`` and ``unit``, those of the schema ``id`` and ``caption``.

        Raises
        ------
        ImportError
            If pyarrow is not installed.
        """
        return frames.to_arrow(self._series(), self._about())

    def _series(self) -> tuple[Series, ...]:
        """Return the columns of a data frame, each under a name of its own."""
        taken: dict[str, Series] = {}
        for each in self._columns():
            key = each.key
            while key in taken:
                key += "_"
            taken[key] = replace(each, key=key)
        return tuple(taken.values())

    def _columns(self) -> Iterator[Series]:
        """Yield the columns, and after them what rows rest on, where any row says so."""
        for number, column in enumerate(self.columns):
            yield _typed(column, [None if row.cells[number] == "" else row.cells[number] for row in self.rows])
        rests = (
            Series("cites", "Rests on", "", "texts", [[_citation(cite) for cite in row.cites] for row in self.rows]),
            Series("certainty", "Certainty", "", "text", [row.certainty and str(row.certainty) for row in self.rows]),
            Series("hedge", "Hedge", "", "text", [row.hedge or None for row in self.rows]),
            Series("assumption", "Assumption", "", "text", [row.assumption or None for row in self.rows]),
            Series("note", "Note", "", "text", [row.note or None for row in self.rows]),
        )
        yield from (each for each in rests if any(each.values))

    def _about(self) -> dict[str, str]:
        return {"id": self.id, "caption": self.caption}

    def __repr__(self) -> str:
        keys = ", ".join(column.key for column in self.columns)
        return f"<Table {self.id!r}: {len(self.rows)} rows of {keys}>"


def _typed(column: Column, cells: Sequence[Cell]) -> Series:
    """Return a column as its kind says, or as text where a cell is of another kind."""
    series = partial(Series, column.key, column.title, column.unit)
    known = [cell for cell in cells if cell is not None]
    if any(isinstance(cell, tuple) for cell in known):
        return series("texts", [_texts(cell) for cell in cells])
    if column.kind == "number" and all(isinstance(cell, int | float) for cell in known):
        if known and all(isinstance(cell, int) and cell.bit_length() <= _BITS for cell in known):
            return series("integer", [cell if isinstance(cell, int) else None for cell in cells])
        return series("number", [float(cell) if isinstance(cell, int | float) else None for cell in cells])
    if column.kind == "truth" and all(isinstance(cell, bool | Truth) for cell in known):
        return series("truth", [_known(cell) for cell in cells])
    if column.kind == "date" and all(_day(cell) for cell in known):
        return series("day", [_day(cell) for cell in cells])
    return series("text", [None if cell is None else str(cell) for cell in cells])


def _citation(cite: Evidence) -> str:
    return f"{cite}: “{cite.quote}”" if cite.quote else str(cite)


def _texts(cell: Cell) -> list[str] | None:
    if cell is None:
        return None
    return [str(text) for text in cell] if isinstance(cell, tuple) else [str(cell)]


def _known(cell: Cell) -> bool | None:
    """Return a truth value; what is undetermined is not known."""
    if isinstance(cell, Truth):
        return {Truth.TRUE: True, Truth.FALSE: False}.get(cell)
    return cell if isinstance(cell, bool) else None


def _day(cell: Cell) -> date | None:
    """Return the day that a cell names, or ``None`` for a month, a span, an uncertain day or words."""
    try:
        return date.fromisoformat(cell) if isinstance(cell, str) and len(cell) == _DAY else None
    except ValueError:
        return None
