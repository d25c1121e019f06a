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

if TYPE_CHECKING:
    from detente.findings import Finding, Findings, Row, Statement, Table
    from detente.findings.table import Cell

_PIPE_WIDTH = 120
_LEAST_WIDTH = 60
_MOST_DRAWN = 24
"""Of the table of a picture that was computed, so many rows are printed; the page has them all."""


def print_findings(findings: Findings) -> None:
    """Print what a lens says: headlines, sentences with their citations, tables."""
    if sys.stdout.isatty():
        console = Console(highlight=False)
        console.width = max(console.width, _LEAST_WIDTH)
        _print(findings, console)
        return
    page = io.StringIO()
    _print(findings, Console(file=page, width=_PIPE_WIDTH, highlight=False))
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))


def _print(findings: Findings, console: Console) -> None:
    console.print(Line(findings.question, style="bold underline"))
    listed: dict[tuple[Statement, ...], str] = {}
    for finding in findings.findings:
        console.print()
        console.print(_finding(finding, listed.get(finding.assumptions)))
        listed.setdefault(finding.assumptions, finding.title)


def _finding(finding: Finding, listed: str | None) -> Group:
    """Return a chapter; its assumptions by reference where the very same stand under an earlier title."""
    parts: list[RenderableType] = [Line(finding.title, style="bold"), Line(finding.headline)]
    parts += [Padding(_statement(statement), (0, 0, 0, 2)) for statement in finding.statements]
    parts += [Padding(_table(table), (1, 0, 0, 2)) for table in finding.tables]
    for figure in finding.figures:
        parts += _drawn(figure.table)
    if finding.assumptions and listed is not None:
        parts.append(Line(f"Assumptions used: those under “{listed}”.", style="italic"))
    elif finding.assumptions:
        parts.append(Line("Assumptions used:", style="italic"))
        parts += [Padding(_statement(statement), (0, 0, 0, 2)) for statement in finding.assumptions]
    return Group(*parts)


def _drawn(table: Table) -> list[RenderableType]:
    """Return the table of a picture; long ones in part, unless they hold evidence."""
    most = None if any(_support(row) for row in table.rows) else _MOST_DRAWN
    parts: list[RenderableType] = [Padding(_table(table, most), (1, 0, 0, 2))]
    if most is not None and len(table.rows) > most:
        parts.append(Padding(Line(f"… and {len(table.rows) - most} more on the page."), (0, 0, 0, 2)))
    return parts


def _statement(statement: Statement) -> Line:
    line = Line(f"• {statement.text}")
    for cite in statement.cites:
        line.append(f" [{cite}]", style="dim")
    if statement.certainty:
        line.append(f" ({statement.certainty})", style="dim")
    if statement.hedge:
        line.append(f" “{statement.hedge}”", style="dim")
    if statement.assumption:
        line.append(f" Assumption: {statement.assumption}", style="italic")
    return line


def _table(table: Table, most: int | None = None) -> Grid:
    can_draw = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    grid = Grid(title=table.caption, title_justify="left", title_style="italic", box=HEAVY_HEAD if can_draw else ASCII)
    for column in table.columns:
        unit = f" [{column.unit}]" if column.unit else ""
        numeric = column.kind == "number"
        grid.add_column(Line(f"{column.title}{unit}"), justify="right" if numeric else "left", overflow="fold")
    supported = any(_support(row) for row in table.rows)
    if supported:
        grid.add_column(Line("Rests on"), overflow="fold")
    for row in table.rows[:most]:
        last = [Line(_support(row))] if supported else []
        grid.add_row(*(Line(_cell(cell)) for cell in row.cells), *last)
    return grid


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
