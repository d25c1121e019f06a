"""Records as a table with a row each: a column for every field, and last what the record rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from detente.exports.tables.actor_table import Cell, one_line
from detente.findings import Statement

if TYPE_CHECKING:
    from detente.findings import Evidence

BASIS = ("certainty", "hedge", "cites", "assumption", "note")
"""The columns that say what a record rests on."""

BETWEEN = "; "
"""What stands between several entries of one cell."""


def record_table(kind: type, records: Iterable[Any]) -> list[list[Cell]]:
    """Return the head and the rows of a table; names of columns are those of the fields.

    Parameters
    ----------
    kind
        The class of the records, a frozen dataclass.
    records
        What the table holds.
    """
    named: Any = kind
    names = [each.name for each in fields(named)]
    rows = [[getattr(record, name) for name in names] for record in records]
    said = [name for name, each in zip(names, fields(named), strict=True) if each.type == Statement.__name__]
    head: list[Cell] = [*names, *(column for _ in said for column in BASIS)]
    return [head, *([*map(_cell, row), *_basis(row)] for row in rows)]


def _cell(value: object) -> Cell:
    """Return what a cell says; nothing for what is not stated."""
    if isinstance(value, Statement):
        return one_line(value.text)
    if isinstance(value, tuple):
        return BETWEEN.join(one_line(str(each)) for each in value) or None
    return None if value is None else one_line(str(value)) or None


def _basis(row: Iterable[object]) -> Iterator[Cell]:
    for said in row:
        if isinstance(said, Statement):
            yield _cell(said.certainty)
            yield _cell(said.hedge)
            yield _cell(tuple(map(cited, said.cites)))
            yield _cell(said.assumption)
            yield _cell(said.note)


def cited(cite: Evidence) -> str:
    """Return a citation on one line, with its words, how they are softened, and how they are judged.

    Examples
    --------
    >>> from detente.findings import Evidence
    >>> cited(Evidence("article", "¶24", "the words", "practically", 2))
    'article ¶24: “the words” (softened by “practically”; judged 2)'
    """
    quote = f": “{cite.quote}”" if cite.quote else ""
    remarks = [f"softened by “{cite.hedge}”"] if cite.hedge else []
    remarks += [f"judged {cite.credibility}"] if cite.credibility else []
    return f"{cite}{quote}{f' ({BETWEEN.join(remarks)})' if remarks else ''}"
