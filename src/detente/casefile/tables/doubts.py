"""What a table leaves open, and how it is read."""

from __future__ import annotations

from detente.casefile.import_rules import BAD_SHAPE, READ_AS
from detente.casefile.tables.reader import Reader

_WHOLE = 100.0
_TOLD = 5
"""Issues without a scale that are told of one by one."""


def salience_of_one(reader: Reader) -> float:
    """Return what a salience of one is written as where no head says it: 100, or 1 where none is above 1."""
    unsaid = [issue.salience for issue in reader.sheet.issues if issue.salience is not None and issue.care is None]
    numbers = [number for column in unsaid for number in _numbers(reader, column)]
    if not numbers or max(numbers) > 1:
        return _WHOLE
    message = "no salience is above 1: they are read as shares, not as percent"
    reader.report(READ_AS, reader.sheet.head[unsaid[0]], message, "say so in the head: 'Depth salience (0..1)'")
    return 1


def check_shares(reader: Reader) -> None:
    """Report saliences like shares below a head that says percent: a spreadsheet may have dropped the signs."""
    for issue in reader.sheet.issues:
        if issue.salience is None or issue.care is None or issue.care.high != _WHOLE:
            continue
        numbers = _numbers(reader, issue.salience)
        if numbers and 0 < max(numbers) <= 1 and any(number != 1 for number in numbers):
            message = (
                f"no number below '{reader.sheet.head[issue.salience].shown}' is above 1: are they percent, or shares?"
            )
            hint = "write (0..1) in the head if they are shares, else percent signs behind the numbers"
            reader.report(BAD_SHAPE, reader.sheet.head[issue.salience], message, hint)


def check_percent(reader: Reader) -> None:
    """Report percentages among capabilities that are not all percentages."""
    cells = [row[column] for row in reader.sheet.rows for column in reader.sheet.capabilities() if column < len(row)]
    percent = [cell for cell in cells if "%" in cell.text]
    if len(percent) < sum(bool(cell.text) for cell in cells):
        for cell in percent:
            message = f"a capability of '{cell.shown}' beside others that are no percentages"
            reader.report(BAD_SHAPE, cell, message, "write all capabilities with a percent sign, or none")


def unstated_scales(reader: Reader) -> None:
    """Tell of the issues whose positions are taken to lie between 0 and 100, because the head does not say."""
    open_ends = [issue for issue in reader.sheet.issues if not issue.is_stated and _numbers(reader, issue.position)]
    for issue in open_ends[:_TOLD]:
        numbers, unit = _numbers(reader, issue.position), f" {issue.scale.unit}" if issue.scale.unit else ""
        seen = f"the numbers go from {min(numbers):.15g} to {max(numbers):.15g}"
        message = f"no scale is stated for '{issue.name}': 0..100{unit} is taken; {seen}"
        hint = "say in the head between what the positions lie, such as 'Depth position (0..20 m)'"
        reader.report(READ_AS, issue.head, message, hint)
    if len(open_ends) > _TOLD:
        message = f"no scale is stated for {len(open_ends) - _TOLD} more issues, from here on: 0..100 is taken"
        reader.report(READ_AS, open_ends[_TOLD].head, message)


def _numbers(reader: Reader, column: int) -> list[float]:
    """Return the numbers of a column that are no percentages."""
    quiet = Reader(reader.sheet, reader.said, [], reader.doubtful)
    written = [quiet.written(row, column) for row in reader.sheet.rows]
    return [part for each in written if each is not None and not each.is_percent for part in each.parts]
