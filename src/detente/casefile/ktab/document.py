"""A table of KTAB as the sections of a case.

Positions lie on scales from 0 to 100. Saliences are percent; only in a table without KTAB's first row, and where none
is above 1, they are shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import listing, mapping, plain
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.ktab.sheet import FIRST, Sheet
from detente.casefile.naming import Ids
from detente.casefile.yaml_tree import Tree

if TYPE_CHECKING:
    from detente.casefile.table_text import Cell
    from detente.diagnostics import Diagnostic, Rule, Span

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Reader:
    """A table being read.

    Attributes
    ----------
    sheet
        The table.
    said
        The assumption that stands beside everything that is read.
    problems
        What is wrong with it so far.
    """

    sheet: Sheet
    said: str
    problems: list[Diagnostic]

    def report(self, rule: Rule, span: Span, message: str) -> None:
        """Note a problem at a place."""
        self.problems.append(rule.at(span, message))

    def number(self, row: list[Cell], column: int, divisor: float = 1) -> Tree | None:
        """Return the number in a cell; ``None`` where it is empty, and where it is a problem."""
        if column >= len(row) or not row[column].text:
            return None
        cell = row[column]
        value = _number(cell.text)
        if value is None:
            name = self.sheet.head[column].text
            self.report(BAD_SHAPE, cell.span, f"'{name}' of '{row[0].text}': expected a number, got '{cell.text}'")
            return None
        return plain(round(value / divisor, _DIGITS), cell.span)


def read_document(sheet: Sheet, said: str, problems: list[Diagnostic]) -> Tree | None:
    """Return the sections of a case, or ``None`` where the table has errors; problems are added to a list."""
    before = len(problems)
    reader, ids, start = Reader(sheet, said, problems), Ids(set()), sheet.head[0].span
    divisor = _salience_of_one(reader)
    actors = [ids.make(row[0].text, "actor") for row in sheet.rows]
    issues = [ids.make(sheet.dimension(number), "dimension") for number in range(sheet.dimensions)]
    sections: dict[str, Tree | str] = {
        "actors": listing(start, [_actor(reader, row, actor) for row, actor in zip(sheet.rows, actors, strict=True)]),
        "issues": listing(start, [_issue(sheet, number, issue) for number, issue in enumerate(issues)]),
    }
    powers, positions = [], []
    for row, actor in zip(sheet.rows, actors, strict=True):
        power = reader.number(row, FIRST - 1)
        powers += [mapping(row[0].span, {"actor": actor, "value": power, "assumption": said})] if power else []
        for number, issue in enumerate(issues):
            stand = _position(reader, row, number, divisor)
            positions += [mapping(row[0].span, {"actor": actor, "issue": issue, **stand})] if stand else []
        for cell in row[len(sheet.head) :]:
            reader.report(LEFT_OUT, cell.span, f"'{cell.text}' stands in no column, and is left out")
    sections |= {"positions": listing(start, positions), "capabilities": listing(start, powers)}
    broken = any(str(found.severity) == "error" for found in problems[before:])
    return None if broken else mapping(start, sections)


def _actor(reader: Reader, row: list[Cell], actor: str) -> Tree:
    guess = f"{reader.said}; it does not say what kind of actor this is: correct 'kind'"
    entries: dict[str, Tree | str] = {"id": actor, "name": row[0].text, "kind": "organisation", "assumption": guess}
    if not row[0].text:
        reader.report(BAD_SHAPE, row[0].span, "an actor without a name")
    if len(row) > 1 and row[1].text:
        entries["note"] = plain(row[1].text, row[1].span)
    return mapping(row[0].span, entries)


def _issue(sheet: Sheet, number: int, issue: str) -> Tree:
    span = sheet.head[FIRST + 2 * number].span
    ends = mapping(span, {"low": plain(0, span), "high": plain(100, span)})
    return mapping(span, {"id": issue, "name": sheet.dimension(number), "continuum": ends})


def _position(reader: Reader, row: list[Cell], number: int, divisor: float) -> dict[str, Tree | str] | None:
    """Return place and salience of an actor on a dimension; ``None`` where it has no place there."""
    column = FIRST + 2 * number
    value, salience = reader.number(row, column), reader.number(row, column + 1, divisor)
    if value is None:
        if salience is not None and not row[column].text:
            reader.report(
                LEFT_OUT, row[column + 1].span, f"a salience of '{row[0].text}' without a position is left out"
            )
        return None
    found: dict[str, Tree | str] = {"value": value, "assumption": reader.said}
    return found if salience is None else found | {"salience": salience}


def _salience_of_one(reader: Reader) -> float:
    """Return what a salience of one is written as: 100, or 1 in a table of shares."""
    sheet = reader.sheet
    columns = range(FIRST + 1, len(sheet.head), 2)
    written = [_number(row[column].text) for row in sheet.rows for column in columns if column < len(row)]
    if sheet.is_ktab or any(value is None or value > 1 for value in written) or not written:
        return 100
    reader.report(
        READ_AS, sheet.head[FIRST + 1].span, "no salience is above 1: they are read as shares, not as percent"
    )
    return 1


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
