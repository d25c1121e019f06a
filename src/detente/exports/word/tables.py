"""Tables in a Word document: a head that every page repeats, alternative texts, and what each row rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.texts.inert import held
from detente.exports.word.markup import element, run
from detente.report.tree.cells import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import Table as Grid
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from detente.exports.word.notes import Notes
    from detente.findings import Column, Row, Statement, Table
    from detente.findings.table import Cell

_RESTS_ON = "Rests on"
_SHEET, _PADDING, _LETTER = 17.0, 0.42, 0.17
"""Centimetres: between the margins of the sheet, beside the words of a cell, and a letter."""

_LONGEST = 16
"""Letters of a word that a column must have room for; a longer one, such as an address, is broken."""

MOST = 5
"""Of a table so many rows are written, as the page shows; the rest is a click away there."""


def add_table(document: Document, table: Table, described: str, notes: Notes) -> None:
    """Add a table to the end of a document, below its caption; its first rows, and how many more there are.

    Parameters
    ----------
    document
        Where it goes.
    table
        What it holds; one without rows is left out.
    described
        What there is to see, for who does not see it.
    notes
        The endnotes of the document.
    """
    rows = table.rows[:MOST]
    if not rows:
        return
    caption = document.add_paragraph(held(table.caption), "Caption")
    caption.paragraph_format.keep_with_next = True
    rests = not all(row.is_bare for row in rows)
    heads = [_head(column) for column in table.columns] + [_RESTS_ON] * rests
    grid = document.add_table(1, len(heads), "Table Grid")
    told = (element("w:tblCaption", w_val=held(table.caption)), element("w:tblDescription", w_val=held(described)))
    grid._tbl.tblPr.extend(told)  # noqa: SLF001 - python-docx has no name for alternative texts
    grid.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001
    lines = [[_paragraph(cell) for cell in grid.rows[0].cells]]
    for paragraph, head in zip(lines[0], heads, strict=True):
        paragraph.add_run(head).bold = True
    for row in rows:
        lines.append([_paragraph(cell) for cell in grid.add_row().cells])
        for paragraph, value, column in zip(lines[-1], row.cells, table.columns, strict=False):
            _fill(paragraph, value, column)
        if rests:
            add_basis(lines[-1][-1], row, notes)
    _measure(grid, [[paragraph.text for paragraph in line] for line in lines])
    more = len(table.rows) - len(rows)
    document.add_paragraph(f"{more} more in the report." if more else "", "TableText")


def add_basis(paragraph: Paragraph, said: Row | Statement, notes: Notes) -> None:
    """Add what a row or a sentence rests on: how its source holds it, its sources, and its assumption.

    Its note is in the report.
    """
    told = [(str(said.certainty), "")] if said.certainty else []
    told += [(f"softened by “{said.hedge}”", "")] if said.hedge else []
    told += [(f"“{cite.quote}”", notes.language(cite.source)) for cite in said.cites if cite.quote]
    told += [(f"assumption: {said.assumption}", "")] if said.assumption else []
    for count, (words, lang) in enumerate(told):
        between = [run("; ")] if count else []
        paragraph._p.extend([*between, run(held(words), lang=lang)])  # noqa: SLF001 - it has no other name
    if told:
        paragraph.add_run(" ")
    notes.cite(paragraph, ((cite.source, held(cite.at)) for cite in said.cites))


def _measure(grid: Grid, lines: Sequence[Sequence[str]]) -> None:
    """Give each column room for its longest word, and share what is left by how much its cells say.

    Parameters
    ----------
    grid
        The table.
    lines
        The texts of its cells, row by row.
    """
    from docx.shared import Cm

    columns = list(zip(*lines, strict=True))
    least = [max(max(map(len, text.split()), default=1) for text in column) for column in columns]
    room = [_PADDING + _LETTER * min(letters, _LONGEST) for letters in least]
    wanted = [sum(map(len, column)) ** 0.5 for column in columns]
    spare = max(_SHEET - sum(room), 0)
    widths = [width + spare * share / sum(wanted) for width, share in zip(room, wanted, strict=True)]
    widths = [Cm(width * _SHEET / sum(widths)) for width in widths]
    grid.autofit = False
    for row in (grid.columns, *(row.cells for row in grid.rows)):
        for part, width in zip(row, widths, strict=True):
            part.width = width


def _head(column: Column) -> str:
    return held(f"{column.title} ({column.unit})" if column.unit else column.title)


def _fill(paragraph: Paragraph, value: Cell, column: Column) -> None:
    """Write a value into a cell, each text in its language."""
    for count, piece in enumerate(pieces(value, column)):
        text = "–" if piece.kind == "missing" else held(piece.text)
        paragraph._p.append(run(f"; {text}" if count else text, lang=piece.lang))  # noqa: SLF001


def _paragraph(cell: _Cell) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph._p.style = "TableText"  # noqa: SLF001 - by its id, for looking it up by its name takes long
    return paragraph
