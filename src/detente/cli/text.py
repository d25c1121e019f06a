"""Findings on a terminal, or as plain text in a pipe."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from rich.box import ASCII, HEAVY_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Line

from detente.cli.cells import PaddedCell
from detente.diagnostics.characters import printable
from detente.findings.finding import Depth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.findings import Brief, Finding, Findings, Row, Statement, Table
    from detente.findings.table import Cell

_PIPE_WIDTH = 120
_LEAST_WIDTH = 60
_MOST_DRAWN = 24
"""Of the table of a picture that was computed, so many rows are printed; the page has them all."""


def print_findings(findings: Findings) -> None:
    """Print what a lens says, what stands open on the page first: headlines, sentences with citations, tables."""
    on_console(lambda console: _print(findings, console))


def print_brief(brief: Brief) -> None:
    """Print a brief: what it rests on, each sentence under its question, and what is least certain."""
    on_console(lambda console: console.print(_brief(brief)))


def print_several(title: str, findings: Sequence[Finding]) -> None:
    """Print findings under a title, in their order."""
    on_console(lambda console: console.print(_several(title, findings)))


def on_console(write: Callable[[Console], None]) -> None:
    """Let ``write`` print at the width of the terminal; in a pipe at one of its own, and no line ends in spaces."""
    if sys.stdout.isatty():
        console = Console(highlight=False)
        console.width = max(console.width, _LEAST_WIDTH)
        write(console)
        return
    page = io.StringIO()
    write(Console(file=page, width=_PIPE_WIDTH, highlight=False))
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))


def _print(findings: Findings, console: Console) -> None:
    console.print(_line(findings.question, "bold underline"))
    listed: dict[tuple[Statement, ...], str] = {}
    depths = list(Depth)
    for finding in sorted(findings.findings, key=lambda each: depths.index(each.depth)):
        console.print()
        console.print(_finding(finding, listed.get(finding.assumptions)))
        listed.setdefault(finding.assumptions, finding.title)


def _several(title: str, findings: Sequence[Finding]) -> Group:
    parts: list[RenderableType] = [_line(title, "bold underline")]
    for finding in findings:
        parts += [_line(""), _finding(finding, None)]
    return Group(*parts)


def _brief(brief: Brief) -> Group:
    parts: list[RenderableType] = [_line(brief.title, "bold underline"), _line(brief.rests_on)]
    for answer in brief.sentences:
        parts += [_line(""), _line(answer.answers.label, "bold"), _line(answer.text)]
    if brief.least_certain is not None:
        parts += [_line(""), _line("Least certain", "bold"), _line(brief.least_certain.text)]
    return Group(*parts)


def _finding(finding: Finding, listed: str | None) -> Group:
    """Return a chapter; its assumptions by reference where the very same stand under an earlier title."""
    parts: list[RenderableType] = [_line(finding.title, "bold"), _line(finding.headline)]
    parts += [Padding(_statement(statement), (0, 0, 0, 2)) for statement in finding.statements]
    for table in finding.tables:
        parts += _whole(table)
    for figure in finding.figures:
        parts += _drawn(figure.table)
    if finding.assumptions and listed is not None:
        parts.append(_line(f"Assumptions used: those under “{listed}”.", "italic"))
    elif finding.assumptions:
        parts.append(_line("Assumptions used:", "italic"))
        parts += [Padding(_statement(statement), (0, 0, 0, 2)) for statement in finding.assumptions]
    return Group(*parts)


def _drawn(table: Table) -> list[RenderableType]:
    """Return the table of a picture; long ones in part, unless they hold evidence."""
    most = None if any(_support(row) for row in table.rows) else _MOST_DRAWN
    parts = _whole(table, most)
    if most is not None and len(table.rows) > most:
        parts.append(Padding(_line(f"… and {len(table.rows) - most} more on the page."), (0, 0, 0, 2)))
    return parts


def _statement(statement: Statement) -> Line:
    line = _line(f"• {statement.text}")
    for cite in statement.cites:
        line.append_text(_line(f" [{cite}]", "dim"))
    if statement.certainty:
        line.append_text(_line(f" ({statement.certainty})", "dim"))
    if statement.hedge:
        line.append_text(_line(f" “{statement.hedge}”", "dim"))
    if statement.assumption:
        line.append_text(_line(f" Assumption: {statement.assumption}", "italic"))
    if statement.note:
        line.append_text(_line(f" Note: {statement.note}"))
    return line


def _whole(table: Table, most: int | None = None) -> list[RenderableType]:
    """Return a table, and below it what the case notes of its rows, for which a column would be too narrow."""
    noted = [row for row in table.rows[:most] if row.note]
    notes = [Padding(_line(f"• {_cell(row.cells[0])}: {row.note}"), (0, 0, 0, 4)) for row in noted]
    head = [Padding(_line("Notes:"), (0, 0, 0, 2))] if notes else []
    return [Padding(_table(table, most), (1, 0, 0, 2)), *head, *notes]


def _table(table: Table, most: int | None = None) -> Grid:
    can_draw = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    box = HEAVY_HEAD if can_draw else ASCII
    grid = Grid(title=_line(table.caption, "italic"), title_justify="left", box=box, padding=0)
    for column in table.columns:
        unit = f" [{column.unit}]" if column.unit else ""
        numeric = column.kind == "number"
        grid.add_column(_head(f"{column.title}{unit}"), justify="right" if numeric else "left", overflow="fold")
    supported = any(_support(row) for row in table.rows)
    if supported:
        grid.add_column(_head("Rests on"), overflow="fold")
    for row in table.rows[:most]:
        last = [_support(row)] if supported else []
        grid.add_row(*(PaddedCell(_line(text)) for text in (*map(_cell, row.cells), *last)))
    return grid


def _head(text: str) -> Padding:
    return Padding(_line(text), (0, 1))


def _support(row: Row) -> str:
    """Return what a row rests on: its citations, how they hold it, and what is assumed."""
    parts = [", ".join(str(cite) for cite in row.cites), row.certainty or "", f"“{row.hedge}”" if row.hedge else ""]
    parts.append(f"assumed: {row.assumption}" if row.assumption else "")
    return "; ".join(part for part in parts if part)


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, tuple):
        return "; ".join(str(item) for item in cell)
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _line(text: str, style: str = "") -> Line:
    """Return text of a case in which nothing is an order to the terminal."""
    return Line(printable(text), style=style)
