"""What a table leaves open, and how it is read."""

from __future__ import annotations

from detente.casefile.import_rules import BAD_SHAPE, READ_AS
from detente.casefile.tables.cell import Cell
from detente.casefile.tables.reader import Reader
from detente.writing.unit_words import means_percent

_WHOLE = 100.0
_TOLD = 5
"""Columns without a scale that are told of one by one."""


def salience_of_one(reader: Reader) -> float:
    """Return what a salience of one is written as where no head says it: 100, or 1 where none is above 1."""
    unsaid = [issue.salience for issue in reader.sheet.issues if issue.salience is not None and issue.care is None]
    numbers = [number for column in unsaid for number in _numbers(reader, column)]
    if not numbers or max(numbers) > 1:
        return _WHOLE
    message = "no salience is above 1: they are read as shares, not as percent"
    reader.report(READ_AS, reader.sheet.head[unsaid[0]], message, "say so in the head: 'Depth salience (0..1)'")
    return 1


def check_shares(reader: Reader, one: float) -> None:
    """Report saliences like shares where percent is stated or taken: a spreadsheet may have dropped the signs.

    Parameters
    ----------
    one
        What a salience of one is written as where no head says it.
    """
    for issue in reader.sheet.issues:
        if issue.salience is None or (issue.care.high if issue.care else one) != _WHOLE:
            continue
        if _like_shares(_numbers(reader, issue.salience), is_said=issue.care is not None):
            head = reader.sheet.head[issue.salience]
            message = f"no number below '{head.shown}' is above 1: are they percent, or shares?"
            hint = "write (0..1) in the head if they are shares, else percent signs behind the numbers"
            reader.report(BAD_SHAPE, head, message, hint)
    for issue in reader.sheet.issues:
        scale, numbers = issue.scale, _numbers(reader, issue.position)
        if means_percent(scale.unit) and scale.high == _WHOLE and _like_shares(numbers, is_said=True):
            message = f"no number below '{issue.head.shown}' is above 1: they are read as percent, not as shares"
            hint = "if they are shares, write percent signs behind the numbers, or (0..1) in the head"
            reader.report(READ_AS, issue.head, message, hint)


def _like_shares(numbers: list[float], *, is_said: bool) -> bool:
    """Return whether numbers may be shares: none is above 1, and they are more than ones below a head that counts."""
    return bool(numbers) and 0 < max(numbers) <= 1 and (not is_said or any(0 < number < 1 for number in numbers))


def check_percent(reader: Reader) -> None:
    """Report percentages among capabilities that are not all percentages."""
    cells = [row[column] for row in reader.sheet.rows for column in reader.sheet.capabilities() if column < len(row)]
    percent = [cell for cell in cells if "%" in cell.text]
    if len(percent) < sum(bool(cell.text) for cell in cells):
        for cell in percent:
            message = f"a capability of '{cell.shown}' beside others that are no percentages"
            reader.report(BAD_SHAPE, cell, message, "write all capabilities with a percent sign, or none")


def unstated_scales(reader: Reader, one: float) -> None:
    """Tell of the columns that are taken to lie between 0 and 100, because the head does not say.

    Parameters
    ----------
    one
        What a salience of one is written as where no head says it.
    """
    issues, head = reader.sheet.issues, reader.sheet.head
    places = [
        (issue.position, issue.head, issue.name, f"0..100 {issue.scale.unit}".strip())
        for issue in issues
        if not issue.is_stated
    ]
    _tell(reader, places, "between what the positions lie, such as 'Depth position (0..20 m)'")
    cares = [
        (issue.salience, head[issue.salience], head[issue.salience].shown, "percent")
        for issue in issues
        if issue.salience is not None and issue.care is None and one == _WHOLE
        if not _like_shares(_numbers(reader, issue.salience), is_said=False)
    ]
    _tell(reader, cares, "what the highest salience is, such as 'Depth salience (0..10)' or '(%)'")


def _tell(reader: Reader, open_ends: list[tuple[int, Cell, str, str]], say: str) -> None:
    """Tell of columns without a scale, where they hold numbers: each by its head, its name, and what is taken."""
    seen = [(place, numbers) for place in open_ends if (numbers := _numbers(reader, place[0]))]
    for (_, head, name, taken), numbers in seen[:_TOLD]:
        go = f"the numbers go from {min(numbers):.15g} to {max(numbers):.15g}"
        message = f"no scale is stated for '{name}': {taken} is taken; {go}"
        reader.report(READ_AS, head, message, f"say in the head {say}")
    if len(seen) > _TOLD:
        (_, head, _, taken), count = seen[_TOLD][0], len(seen) - _TOLD
        message = f"no scale is stated for {count} more columns, from here on: {taken.partition(' ')[0]} is taken"
        reader.report(READ_AS, head, message)


def _numbers(reader: Reader, column: int) -> list[float]:
    """Return the numbers of a column that are no percentages."""
    quiet = Reader(reader.sheet, reader.said, [], reader.doubtful)
    written = [quiet.written(row, column) for row in reader.sheet.rows]
    return [part for each in written if each is not None and not each.is_percent for part in each.parts]
