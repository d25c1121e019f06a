"""A cell of a table as the value that its column holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from detente.case.shape import fields, unwrapped
from detente.case.value import Value
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.scalars import plain_value
from detente.casefile.tables.cell import is_fault
from detente.casefile.tables.numbers import NumberError, read_number
from detente.casefile.wording import BAD_VALUE
from detente.casefile.yaml_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.record import Record
    from detente.casefile.tables.cell import Cell
    from detente.diagnostics import Diagnostic

How = Literal["text", "number", "list", "plain"]
LONGEST = 32_767
"""No cell holds more characters: no spreadsheet program keeps more."""


@cache
def columns(kind: type[Record]) -> Mapping[str, How]:
    """Return what the columns of a table of records hold, by their names."""
    return {key: _how(annotation) for key, (_, annotation) in fields(kind).items()}


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
    problems
        What is wrong with the cells that were read.
    doubtful
        Which of comma and point may separate thousands.
    """

    problems: list[Diagnostic]
    doubtful: str

    def value(self, cell: Cell, head: str, how: How) -> Any:
        """Return what a filled cell says; its text where that cannot be read, which is told of."""
        if len(cell.text) > LONGEST:
            self._report(cell, head, f"a cell of more than {LONGEST:,} characters", "shorten it")
            return ""
        if is_fault(cell.text):
            self._report(cell, head, f"the spreadsheet says '{cell.shown}' here", "mend the formula")
            return cell.text
        if how == "text":
            return cell.text
        if cell.text[0] in "[{":
            return self._flow(cell, head)
        if how == "list":
            return [part.strip() for part in cell.text.split(";") if part.strip()]
        return self._number(cell, head) if how == "number" else plain_value(cell.text)

    def _flow(self, cell: Cell, head: str) -> Any:
        tree, problems = read_tree(cell.text, cell.span.path)
        for problem in problems:
            self._report(cell, head, problem.message, problem.hint)
        return cell.text if tree is None or problems else tree.value

    def _number(self, cell: Cell, head: str) -> Any:
        try:
            written = read_number(cell.text, doubtful=self.doubtful)
        except NumberError as error:
            self.problems.append(BAD_VALUE.at(cell.span, f"'{head}': {error}", error.hint))
            return cell.text
        if written.is_percent:
            message = f"'{head}': expected a number, got '{cell.shown}'"
            self.problems.append(BAD_VALUE.at(cell.span, message, "write it without the percent sign"))
            return cell.text
        low, *middle, high = (*written.parts, written.parts[-1]) if len(written.parts) == 1 else written.parts
        if middle:
            return {"low": low, "mode": middle[0], "high": high}
        return low if len(written.parts) == 1 else [low, high]

    def _report(self, cell: Cell, head: str, message: str, hint: str) -> None:
        self.problems.append(BAD_SHAPE.at(cell.span, f"'{head}': {message}", hint))
