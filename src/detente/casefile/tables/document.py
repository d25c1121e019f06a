"""A table as the sections of a case: actors, issues with scales, positions and capabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import listing, mapping, plain
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import Ids
from detente.casefile.tables.doubts import check_percent, check_shares, salience_of_one, unstated_scales
from detente.casefile.tables.numbers import is_decimal_comma, is_decimal_point
from detente.casefile.tables.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Row
    from detente.casefile.tables.sheet import IssueColumns, Sheet
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read_document(sheet: Sheet, said: str, problems: list[Diagnostic], *, doubtful: str = ",") -> Tree | None:
    """Return the sections of a case, or ``None`` where the table has errors; problems are added to a list."""
    reader = Reader(sheet, said, problems, _doubtful(sheet, doubtful))
    ids, start = Ids(set()), sheet.head[0].span
    actors = [ids.make(sheet.name(row).text, "actor") for row in sheet.rows]
    issues = {ids.make(issue.name, "issue"): issue for issue in sheet.issues}
    one = salience_of_one(reader)
    check_percent(reader)
    check_shares(reader, one)
    unstated_scales(reader, one)
    for issue in sheet.issues:
        reader.check_scale(issue.head, issue.scale)
    powers: list[Tree] = []
    positions: list[Tree] = []
    for row, actor in zip(sheet.rows, actors, strict=True):
        powers += _capabilities(reader, row, actor, issues)
        stands = (_position(reader, row, (actor, issue), columns, one) for issue, columns in issues.items())
        positions += [stand for stand in stands if stand]
        _check_rest(reader, row)
    sections: dict[str, Tree | str] = {
        "actors": listing(start, [_actor(reader, row, actor) for row, actor in zip(sheet.rows, actors, strict=True)]),
        "issues": listing(start, [_issue(reader, columns, issue) for issue, columns in issues.items()]),
        "positions": listing(start, positions),
        "capabilities": listing(start, powers),
    }
    broken = any(str(found.severity) == "error" for found in problems)
    return None if broken else mapping(start, sections)


def _doubtful(sheet: Sheet, otherwise: str) -> str:
    """Return which of comma and point may separate thousands: not the one that surely stands before decimals."""
    columns = list(sheet.numbers())
    texts = [row[column].text for row in sheet.rows for column in columns if column < len(row)]
    has_commas, has_points = any(map(is_decimal_comma, texts)), any(map(is_decimal_point, texts))
    if has_commas and has_points:
        return ",."
    return "." if has_commas else "," if has_points else otherwise


def _actor(reader: Reader, row: Row, actor: str) -> Tree:
    cell = reader.sheet.name(row)
    guess = f"{reader.said}; it does not say what kind of actor this is: correct 'kind'"
    entries: dict[str, Tree | str] = {"id": actor, "name": cell.text, "kind": "organisation", "assumption": guess}
    texts = [(note.title, found) for note in reader.sheet.notes if (found := reader.cell(row, note.column))]
    if texts:
        said = "; ".join(f"{title}: {found.text}" if title else found.text for title, found in texts)
        entries["note"] = plain(said, texts[0][1].span)
    return mapping(cell.span, entries)


def _issue(reader: Reader, columns: IssueColumns, issue: str) -> Tree:
    span, scale = columns.head.span, columns.scale
    ends: dict[str, Tree | str] = {"low": plain(scale.low, span), "high": plain(scale.high, span)}
    if scale.unit:
        ends["unit"] = scale.unit
    outcome = _outcome(reader, columns)
    became: dict[str, Tree | str] = {"outcome": outcome} if outcome else {}
    return mapping(span, {"id": issue, "name": columns.name, "continuum": mapping(span, ends), **became})


def _outcome(reader: Reader, columns: IssueColumns) -> Tree | None:
    """Return what became of an issue: what the column of outcomes says, the same in every row that says it."""
    sheet, found = reader.sheet, None
    places = [(row, columns.outcome) for row in sheet.rows]
    places += [(sheet.outcome, columns.position)] if sheet.outcome else []
    for row, column in places:
        became = reader.place(row, column, columns.scale, "an outcome")
        if became is None or column is None:
            continue
        if not isinstance(became.value, int | float):
            reader.report(BAD_SHAPE, row[column], f"{reader.about(row, column)}: an outcome is one number")
        elif found is None:
            found = became
        elif found.value != became.value:
            message = f"'{columns.name}' has another outcome here than in row {found.place.span.line}"
            reader.report(BAD_SHAPE, row[column], message, "an issue has one outcome: write it once")
    return found


def _capabilities(reader: Reader, row: Row, actor: str, issues: dict[str, IssueColumns]) -> Iterator[Tree]:
    """Yield what an actor can bring to bear, in general and on each issue."""
    columns = {"": reader.sheet.capability} | {issue: columns.capability for issue, columns in issues.items()}
    for issue, column in columns.items():
        power = reader.capability(row, column)
        if power is not None:
            about: dict[str, Tree | str] = {"issue": issue} if issue else {}
            yield mapping(power.place.span, {"actor": actor, **about, "value": power, "assumption": reader.said})


def _position(reader: Reader, row: Row, of: tuple[str, str], columns: IssueColumns, one: float) -> Tree | None:
    """Return place and salience of an actor on an issue; ``None`` where it has no place there."""
    value = reader.place(row, columns.position, columns.scale)
    salience = reader.salience(row, columns.salience, columns.care.high if columns.care else one)
    if value is None:
        if columns.salience is not None and salience is not None and not reader.cell(row, columns.position):
            message = f"a salience of '{reader.sheet.name(row).shown}' without a position is left out"
            reader.report(LEFT_OUT, row[columns.salience], message)
        return None
    actor, issue = of
    found: dict[str, Tree | str] = {"actor": actor, "issue": issue, "value": value, "assumption": reader.said}
    return mapping(value.place.span, found if salience is None else found | {"salience": salience})


def _check_rest(reader: Reader, row: Row) -> None:
    """Report what of a row becomes nothing, and a row that is only a name."""
    heads = reader.sheet.head
    for column, cell in enumerate(row):
        is_known = column < len(heads) and heads[column].text
        if cell.text and not is_known and not any(found.span == cell.span for found in reader.problems):
            reader.report(LEFT_OUT, cell, f"'{cell.shown}' stands in no column with a name, and is left out")
    name = reader.sheet.name(row)
    if name.text and not any(reader.cell(row, column) for column in reader.sheet.numbers()):
        reader.report(READ_AS, name, f"'{name.shown}' has no numbers, and becomes an actor all the same")
