"""Tables: typed columns with units, rows that carry their own evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table whose first column names its rows."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                msg = f"table {self.id}: a row has {len(row.cells)} cells for {len(self.columns)} columns"
                raise ValueError(msg)
