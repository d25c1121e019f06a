"""The numbers of a table, each as it is written, on the scale of its column."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import plain
from detente.casefile.import_rules import BAD_SHAPE, OFF_SCALE
from detente.casefile.tables.cell import Cell
from detente.casefile.tables.numbers import NumberError, Written, check_point, read_number
from detente.casefile.tables.sheet import Scale, Sheet
from detente.writing.unit_words import is_other_part, means_percent

if TYPE_CHECKING:
    from detente.casefile.tables.cell import Row
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic, Rule

_DIGITS = 12
_HUNDRED = 100.0


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
    doubtful
        Which of comma and point may separate thousands in its numbers.
    """

    sheet: Sheet
    said: str
    problems: list[Diagnostic]
    doubtful: str

    def report(self, rule: Rule, cell: Cell, message: str, hint: str = "") -> None:
        """Note a problem at a cell."""
        self.problems.append(rule.at(cell.span, message, hint))

    def cell(self, row: Row, column: int | None) -> Cell | None:
        """Return a cell that holds something; ``None`` where there is none."""
        return row[column] if column is not None and column < len(row) and row[column].text else None

    def about(self, row: Row, column: int) -> str:
        """Return what a cell is about, for messages."""
        return f"'{self.sheet.head[column].shown}' of '{self.sheet.name(row).shown}'"

    def written(self, row: Row, column: int | None) -> Written | None:
        """Return what stands in a cell; ``None`` where it is empty, and where it is a problem."""
        cell = self.cell(row, column)
        if cell is None or column is None:
            return None
        try:
            return read_number(cell.text, doubtful=self.doubtful)
        except NumberError as error:
            self.report(BAD_SHAPE, cell, f"{self.about(row, column)}: {error}", error.hint)
            return None

    def place(self, row: Row, column: int | None, scale: Scale, what: str = "a position") -> Tree | None:
        """Return where a number lies on a scale; a percentage is one of the scale, unless percent is its unit."""
        found = self.written(row, column)
        if found is None or column is None:
            return None
        is_part = found.is_percent and not means_percent(scale.unit)
        if is_part and is_other_part(scale.unit) and scale.high - scale.low != 1:
            message = f"{self.about(row, column)}: '{row[column].shown}' may be so much of the scale, or of the whole"
            self.report(BAD_SHAPE, row[column], message, f"write it without a percent sign, in {scale.unit}")
            return None
        parts = [scale.low + (scale.high - scale.low) * part / 100 for part in found.parts] if is_part else found.parts
        on = Scale() if is_part else scale
        if not on.holds(found.parts):
            self._off(row, column, f"{what} must lie between {on.low:.15g} and {on.high:.15g}")
            return None
        return self._tree([round(part, _DIGITS) for part in parts] if is_part else list(found.parts), row[column])

    def salience(self, row: Row, column: int | None, one: float) -> Tree | None:
        """Return a salience as a share; ``one`` is what stands there for the whole."""
        found = self.written(row, column)
        if found is None or column is None:
            return None
        whole = _HUNDRED if found.is_percent else one
        if not Scale(0, whole).holds(found.parts):
            self._off(row, column, f"salience must lie between 0 and {whole:.15g}")
            return None
        return self._tree([part if whole == 1 else round(part / whole, _DIGITS) for part in found.parts], row[column])

    def capability(self, row: Row, column: int | None) -> Tree | None:
        """Return what an actor can bring to bear; a percentage as a share."""
        found = self.written(row, column)
        if found is None or column is None:
            return None
        if min(found.parts) < 0:
            self._off(row, column, "a capability must be at least 0")
            return None
        most = _HUNDRED if found.is_percent else self.sheet.most.get(column, inf)
        if column in self.sheet.most and max(found.parts) > most:
            self._off(row, column, f"a capability must lie between 0 and {most:.15g}")
            return None
        whole = _HUNDRED if found.is_percent else 1
        return self._tree([part if whole == 1 else round(part / whole, _DIGITS) for part in found.parts], row[column])

    def check_scale(self, head: Cell, scale: Scale | None) -> None:
        """Report a scale whose ends can be read in two ways."""
        for end in scale.written if scale else ():
            try:
                check_point(end, doubtful=self.doubtful)
            except NumberError as error:
                self.report(BAD_SHAPE, head, f"the scale in the head '{head.shown}': {error}", error.hint)

    def _off(self, row: Row, column: int, message: str) -> None:
        text = f"{self.about(row, column)}: {message}, got {row[column].shown}"
        self.report(OFF_SCALE, row[column], text, "mend the number, or state the scale in the head, such as (0..20 m)")

    def _tree(self, parts: list[float], cell: Cell) -> Tree:
        """Return a number of a case, read off at a cell."""
        if len(parts) == 1:
            return plain(parts[0], cell.span)
        keys = ("low", "mode", "high")
        return plain(parts if len(parts) == 2 else dict(zip(keys, parts, strict=True)), cell.span)
