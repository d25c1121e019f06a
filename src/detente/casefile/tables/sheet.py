"""A table laid out: which column says what, and the rows of its actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.tables.cell import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Row


@dataclass(frozen=True, slots=True)
class Scale:
    """Between what its ends the numbers of a column lie, as its head says."""

    low: float = 0
    high: float = 100
    unit: str = ""


PERCENT = Scale()
SHARE = Scale(0, 1)


@dataclass(frozen=True, slots=True)
class IssueColumns:
    """What the table says of an issue.

    Attributes
    ----------
    name, head
        What it is called, and where.
    scale
        Of its positions.
    position, salience, capability
        Numbers of columns, from 0.
    care
        Between what its saliences lie; ``None`` where the table does not say.
    """

    name: str
    head: Cell
    scale: Scale
    position: int
    salience: int | None = None
    capability: int | None = None
    care: Scale | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by its parts.

    Attributes
    ----------
    head, rows
        The names of the columns, and the rows of the actors.
    actor, note, capability
        Numbers of columns, from 0.
    issues
        The columns of each issue.
    """

    head: Row
    rows: list[Row]
    actor: int
    note: int | None
    capability: int | None
    issues: tuple[IssueColumns, ...]

    def name(self, row: Row) -> Cell:
        """Return who a row is about; an empty cell where it does not say."""
        return row[self.actor] if self.actor < len(row) else Cell("", row[0].span)

    def numbers(self) -> Iterator[int]:
        """Yield the columns of numbers."""
        yield from self.capabilities()
        for issue in self.issues:
            yield issue.position
            if issue.salience is not None:
                yield issue.salience

    def capabilities(self) -> Iterator[int]:
        """Yield the columns of capabilities."""
        columns = (self.capability, *(issue.capability for issue in self.issues))
        yield from (column for column in columns if column is not None)
