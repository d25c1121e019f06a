"""A table as the sections of a case: actors, issues with scales, positions and capabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import listing, mapping, plain
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import Ids
from detente.casefile.tables.numbers import NumberError, Written, is_decimal_comma, read_number
from detente.casefile.tables.sheet import PERCENT, SHARE, IssueColumns, Scale, Sheet
from detente.casefile.yaml_tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Cell, Row
    from detente.diagnostics import Diagnostic, Rule

_DIGITS = 12


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
    decimal_commas
        Whether some of its numbers are written with one.
    """

    sheet: Sheet
    said: str
    problems: list[Diagnostic]
    decimal_commas: bool

    def report(self, rule: Rule, cell: Cell, message: str, hint: str = "") -> None:
        """Note a problem at a cell."""
        self.problems.append(rule.at(cell.span, message, hint))

    def written(self, row: Row, column: int | None) -> Written | None:
        """Return what stands in a cell; ``None`` where it is empty, and where it is a problem."""
        if column is None or column >= len(row) or not row[column].text:
            return None
        try:
            return read_number(row[column].text, decimal_commas=self.decimal_commas)
        except NumberError as error:
            name = f"'{self.sheet.head[column].shown}' of '{self.sheet.name(row).shown}'"
            self.report(BAD_SHAPE, row[column], f"{name}: {error}", error.hint)
            return None

    def number(self, row: Row, column: int | None, whole: float, scale: Scale) -> Tree | None:
        """Return the number in a cell, in parts of ``whole``; a percentage is one of the ``scale``."""
        found = self.written(row, column)
        if found is None or column is None:
            return None
        if found.is_percent:
            parts = [round(scale.low + (scale.high - scale.low) * part / 100, _DIGITS) for part in found.parts]
        else:
            parts = [part if whole == 1 else round(part / whole, _DIGITS) for part in found.parts]
        if len(parts) == 1:
            return plain(parts[0], row[column].span)
        keys = ("low", "mode", "high")
        return plain(parts if len(parts) == 2 else dict(zip(keys, parts, strict=True)), row[column].span)


def read_document(sheet: Sheet, said: str, problems: list[Diagnostic]) -> Tree | None:
    """Return the sections of a case, or ``None`` where the table has errors; problems are added to a list."""
    commas = any(is_decimal_comma(_text(row, column)) for row in sheet.rows for column in sheet.numbers())
    reader, ids, start = Reader(sheet, said, problems, commas), Ids(set()), sheet.head[0].span
    actors = [ids.make(sheet.name(row).text, "actor") for row in sheet.rows]
    issues = {ids.make(issue.name, "issue"): issue for issue in sheet.issues}
    one = _salience_of_one(reader)
    _check_percent(reader)
    powers: list[Tree] = []
    positions: list[Tree] = []
    for row, actor in zip(sheet.rows, actors, strict=True):
        powers += _capabilities(reader, row, actor, issues)
        stands = (_position(reader, row, (actor, issue), columns, one) for issue, columns in issues.items())
        positions += [stand for stand in stands if stand]
        _check_rest(reader, row)
    sections: dict[str, Tree | str] = {
        "actors": listing(start, [_actor(reader, row, actor) for row, actor in zip(sheet.rows, actors, strict=True)]),
        "issues": listing(start, [_issue(columns, issue) for issue, columns in issues.items()]),
        "positions": listing(start, positions),
        "capabilities": listing(start, powers),
    }
    broken = any(str(found.severity) == "error" for found in problems)
    return None if broken else mapping(start, sections)


def _actor(reader: Reader, row: Row, actor: str) -> Tree:
    cell, note = reader.sheet.name(row), reader.sheet.note
    guess = f"{reader.said}; it does not say what kind of actor this is: correct 'kind'"
    entries: dict[str, Tree | str] = {"id": actor, "name": cell.text, "kind": "organisation", "assumption": guess}
    if note is not None and note < len(row) and row[note].text:
        entries["note"] = plain(row[note].text, row[note].span)
    return mapping(cell.span, entries)


def _issue(columns: IssueColumns, issue: str) -> Tree:
    span, scale = columns.head.span, columns.scale
    ends: dict[str, Tree | str] = {"low": plain(scale.low, span), "high": plain(scale.high, span)}
    if scale.unit:
        ends["unit"] = scale.unit
    return mapping(span, {"id": issue, "name": columns.name, "continuum": mapping(span, ends)})


def _capabilities(reader: Reader, row: Row, actor: str, issues: dict[str, IssueColumns]) -> Iterator[Tree]:
    """Yield what an actor can bring to bear, in general and on each issue."""
    columns = {"": reader.sheet.capability} | {issue: columns.capability for issue, columns in issues.items()}
    for issue, column in columns.items():
        power = reader.number(row, column, 1, SHARE)
        if power is not None:
            about: dict[str, Tree | str] = {"issue": issue} if issue else {}
            yield mapping(power.place.span, {"actor": actor, **about, "value": power, "assumption": reader.said})


def _position(reader: Reader, row: Row, of: tuple[str, str], columns: IssueColumns, one: float) -> Tree | None:
    """Return place and salience of an actor on an issue; ``None`` where it has no place there."""
    whole = columns.care.high if columns.care else one
    value = reader.number(row, columns.position, 1, columns.scale)
    salience = reader.number(row, columns.salience, whole, SHARE)
    if value is None:
        if columns.salience is not None and salience is not None and not _text(row, columns.position):
            message = f"a salience of '{reader.sheet.name(row).shown}' without a position is left out"
            reader.report(LEFT_OUT, row[columns.salience], message)
        return None
    actor, issue = of
    found: dict[str, Tree | str] = {"actor": actor, "issue": issue, "value": value, "assumption": reader.said}
    return mapping(value.place.span, found if salience is None else found | {"salience": salience})


def _text(row: Row, column: int) -> str:
    return row[column].text if column < len(row) else ""


def _salience_of_one(reader: Reader) -> float:
    """Return what a salience of one is written as where no head says it: 100, or 1 where none is above 1."""
    unsaid = [issue.salience for issue in reader.sheet.issues if issue.salience is not None and issue.care is None]
    quiet = Reader(reader.sheet, reader.said, [], reader.decimal_commas)
    written = [quiet.written(row, column) for row in reader.sheet.rows for column in unsaid]
    numbers = [number for each in written if each is not None and not each.is_percent for number in each.parts]
    if quiet.problems or not numbers or max(numbers) > 1:
        return PERCENT.high
    message = "no salience is above 1: they are read as shares, not as percent"
    reader.report(READ_AS, reader.sheet.head[unsaid[0]], message, "say so in the head: 'Depth salience (0..1)'")
    return 1


def _check_percent(reader: Reader) -> None:
    """Report percentages among capabilities that are not all percentages."""
    cells = [row[column] for row in reader.sheet.rows for column in reader.sheet.capabilities() if column < len(row)]
    percent = [cell for cell in cells if "%" in cell.text]
    if len(percent) < sum(bool(cell.text) for cell in cells):
        for cell in percent:
            message = f"a capability of '{cell.shown}' beside others that are no percentages"
            reader.report(BAD_SHAPE, cell, message, "write all capabilities with a percent sign, or none")


def _check_rest(reader: Reader, row: Row) -> None:
    """Report what of a row becomes nothing, and a row that is only a name."""
    heads = reader.sheet.head
    for column, cell in enumerate(row):
        if cell.text and (column >= len(heads) or not heads[column].text):
            reader.report(LEFT_OUT, cell, f"'{cell.shown}' stands in no column with a name, and is left out")
    name = reader.sheet.name(row)
    if name.text and not any(_text(row, column) for column in reader.sheet.numbers()):
        reader.report(READ_AS, name, f"'{name.shown}' has no numbers, and becomes an actor all the same")
