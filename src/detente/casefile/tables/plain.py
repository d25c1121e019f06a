"""A plain table by its parts: a row an actor, or a row for each actor and issue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, LEFT_OUT
from detente.casefile.tables.cell import is_fault
from detente.casefile.tables.heads.columns import Columns, sort_out
from detente.casefile.tables.heads.head import LONGEST, Head, read_head
from detente.casefile.tables.long import is_long, widen
from detente.casefile.tables.sheet import PERCENT, IssueColumns, Note, Scale, Sheet
from detente.writing.unit_words import means_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Row
    from detente.diagnostics import Diagnostic

_BARE_NOTES = ("description", "descriptions", "desc", "note", "notes")


def lay_out(head: Row, rows: list[Row], problems: list[Diagnostic]) -> Sheet | None:
    """Return a plain table by its parts, or ``None`` where a head cannot be read; problems are added to a list."""
    broken = _broken(head)
    if broken is not None:
        problems.append(broken)
        return None
    heads = [read_head(cell, column) for column, cell in enumerate(head) if cell.text]
    if is_long(heads):
        wide = widen(heads, rows, problems)
        if wide is None:
            return None
        head, rows, heads = wide
    columns = sort_out(heads, rows)
    columns.problems += _mistakes(columns)
    if rows and not columns.positions():
        hint = "name a column after each issue, such as 'Depth position'"
        columns.problems.append(BAD_SHAPE.at(head[0].span, "no column gives positions", hint))
    problems += columns.problems
    if not rows or any(str(found.severity) == "error" for found in columns.problems):
        return None
    issues = tuple(_issue(columns, name, position) for name, position in columns.positions().items())
    actor, power = columns.found["actor", ""].column, columns.column("capability")
    return Sheet(head, rows, actor, _notes(columns), power, issues, most=_most(columns))


def _most(columns: Columns) -> dict[int, float]:
    """Return how much capability there is at most, by column, where heads say so."""
    powers = [head for (kind, _), head in columns.found.items() if kind == "capability"]
    return {head.column: head.scale.high for head in powers if head.scale}


def _broken(head: Row) -> Diagnostic | None:
    """Return what makes a whole head unreadable."""
    for cell in head:
        if len(cell.text) > LONGEST:
            return BAD_SHAPE.at(cell.span, f"a head of more than {LONGEST} characters", "shorten it")
        if is_fault(cell.text):
            return BAD_SHAPE.at(cell.span, f"the spreadsheet says '{cell.shown}' here", "mend the formula")
    return None


def _mistakes(columns: Columns) -> Iterator[Diagnostic]:
    """Yield what is wrong with the scales that heads state."""
    for (kind, name), head in columns.found.items():
        span, scale = head.cell.span, head.scale
        unread = head.unread if head.unread is not None else head.unit if kind in ("salience", "outcome") else ""
        if head.unread is not None or unread:
            hint = "write a scale, such as (0..100) or (0..20 m), or leave the brackets out"
            yield BAD_HEAD.at(span, f"'({unread})' in the head '{head.cell.shown}' is not understood", hint)
        elif scale and kind in ("salience", "capability") and scale.low != 0:
            yield BAD_SHAPE.at(span, f"a {kind} is counted from 0", "write (0..1) or (0..100)")
        elif scale and scale.low >= scale.high:
            yield BAD_SHAPE.at(
                span, f"the scale in the head '{head.cell.shown}' must rise", "write the lower end first"
            )
        elif head.unit and kind == "capability":
            yield LEFT_OUT.at(span, f"'({head.unit})' in the head '{head.cell.shown}' is left out")
        elif scale and kind == "outcome" and scale != columns.found["position", name].scale:
            yield BAD_SHAPE.at(span, f"'{head.cell.shown}' has another scale than the positions", "give both the same")


def _notes(columns: Columns) -> tuple[Note, ...]:
    """Return the columns of text; all but a plain description say what they are."""
    return tuple(
        Note(head.column, "" if head.whole in _BARE_NOTES else head.cell.text)
        for head in sorted(columns.notes, key=lambda head: (head.whole not in _BARE_NOTES, head.column))
    )


def _issue(columns: Columns, name: str, position: Head) -> IssueColumns:
    salience = columns.found.get(("salience", name))
    scale = position.scale or Scale(PERCENT.low, PERCENT.high, position.unit)
    if not scale.unit and means_percent(position.name):
        scale = replace(scale, unit="%")
    return IssueColumns(
        position.name,
        position.cell,
        scale,
        position.column,
        salience.column if salience else None,
        columns.column("capability", name),
        salience.scale if salience else None,
        columns.column("outcome", name),
        is_stated=position.scale is not None,
    )
