"""A row of a table as a record: its cells as the values that their columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Self, get_args, get_origin

from detente.case.shape import fields, unwrapped
from detente.case.value import Value
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.tables.cell import is_fault
from detente.casefile.tables.numbers import NumberError, is_decimal_comma, is_decimal_point, read_number
from detente.casefile.wording import BAD_VALUE
from detente.casefile.yaml_text.builder import Tree
from detente.casefile.yaml_text.scalars import plain_value
from detente.casefile.yaml_tree import read_tree
from detente.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.record import Record
    from detente.casefile.tables.cell import Cell, Row
    from detente.diagnostics import Diagnostic

How = Literal["text", "number", "list", "plain"]
LONGEST = 32_767
"""No cell holds more characters: no spreadsheet program keeps more."""


@cache
def columns(kind: type[Record]) -> Mapping[str, How]:
    """Return what the columns of a table of records hold, by their names."""
    return {key: _how(annotation) for key, (_, annotation) in fields(kind).items()}


def is_filled(column: int, rows: Iterable[Row]) -> bool:
    """Whether anything stands in a column below its head."""
    return any(column < len(row) and row[column].text for row in rows)


def needed(kind: type[Record]) -> Iterator[str]:
    """Yield the columns without which no record of a kind has a meaning."""
    yield from (info.alias or name for name, info in kind.model_fields.items() if info.is_required())


def _how(annotation: Any) -> How:
    bare = unwrapped(annotation)
    if get_origin(bare) is tuple:
        return "list"
    if bare in (float, int, Value):
        return "number"
    return "text" if bare is str or (get_origin(bare) is Literal and isinstance(get_args(bare)[0], str)) else "plain"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells, and takes note of what is wrong with them.

    Attributes
    ----------
    columns
        What the columns hold, by their keys.
    problems
        What is wrong with the cells that were read.
    doubtful
        Which of comma and point may separate thousands.
    """

    columns: Mapping[str, How]
    problems: list[Diagnostic]
    doubtful: str

    @classmethod
    def of(cls, kind: type[Record], keys: list[str], rows: list[Row], problems: list[Diagnostic]) -> Self:
        """Return what reads the rows of a table whose columns have some keys, empty where they have none.

        Not the sign that surely stands before decimals somewhere in the table may separate thousands.
        """
        held = columns(kind)
        numbers = [column for column, key in enumerate(keys) if held.get(key) == "number"]
        texts = [row[column].text for row in rows for column in numbers if column < len(row)]
        has_commas, has_points = any(map(is_decimal_comma, texts)), any(map(is_decimal_point, texts))
        return cls(held, problems, "." if has_commas and not has_points else ",." if has_commas else ",")

    def record(self, keys: list[str], row: Row) -> Tree:
        """Return a row as a record; what stands beyond the last column is told of."""
        value: dict[str, Any] = {}
        places: dict[str | int, Place] = {}
        for column, cell in enumerate(row):
            if column >= len(keys):
                message = f"'{cell.shown}' stands in no column with a name"
                self.problems.append(BAD_SHAPE.at(cell.span, message, "put quotes around what holds a separator"))
                break
            if keys[column] and cell.text:
                value[keys[column]] = self._value(cell, keys[column])
            if keys[column]:
                places[keys[column]] = Place(cell.span)
        return Tree(value, Place(row[0].span, None, places))

    def _value(self, cell: Cell, key: str) -> Any:
        """Return what a filled cell says; its text where that cannot be read, which is told of."""
        how = self.columns[key]
        if len(cell.text) > LONGEST:
            self._report(cell, key, f"a cell of more than {LONGEST:,} characters", "shorten it")
            return ""
        if is_fault(cell.text):
            self._report(cell, key, f"the spreadsheet says '{cell.shown}' here", "mend the formula")
            return cell.text
        if how == "text":
            return cell.text
        if cell.text[0] in "[{":
            return self._flow(cell, key)
        if how == "list":
            return [part.strip() for part in cell.text.split(";") if part.strip()]
        return self._number(cell, key) if how == "number" else plain_value(cell.text)

    def _flow(self, cell: Cell, key: str) -> Any:
        tree, problems = read_tree(cell.text, cell.span.path)
        for problem in problems:
            self._report(cell, key, problem.message, problem.hint)
        return cell.text if tree is None or problems else tree.value

    def _number(self, cell: Cell, key: str) -> Any:
        try:
            written = read_number(cell.text, doubtful=self.doubtful)
        except NumberError as error:
            self.problems.append(BAD_VALUE.at(cell.span, f"'{key}': {error}", error.hint))
            return cell.text
        if written.is_percent:
            message = f"'{key}': expected a number, got '{cell.shown}'"
            self.problems.append(BAD_VALUE.at(cell.span, message, "write it without the percent sign"))
            return cell.text
        parts = [int(part) if part.is_integer() else part for part in written.parts]
        if len(parts) == 3:
            return dict(zip(("low", "mode", "high"), parts, strict=True))
        return parts if len(parts) == 2 else parts[0]

    def _report(self, cell: Cell, key: str, message: str, hint: str) -> None:
        self.problems.append(BAD_SHAPE.at(cell.span, f"'{key}': {message}", hint))
