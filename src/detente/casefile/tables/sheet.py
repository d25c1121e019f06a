"""A table laid out: which column says what, and the rows of its actors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.casefile.tables.cell import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.casefile.tables.cell import Row


@dataclass(frozen=True, slots=True)
class Scale:
    """Between what its ends the numbers of a column lie, as its head says; ``written`` as they stand there."""

    low: float = 0
    high: float = 100
    unit: str = ""
    written: tuple[str, ...] = ()

    def holds(self, parts: Iterable[float]) -> bool:
        """Return whether numbers lie on it."""
        return all(self.low <= part <= self.high for part in parts)


PERCENT = Scale()
PERCENT_SIGN = Scale(unit="%")
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
    outcome
        Number of the column that says what became of it.
    is_stated
        Whether the table says between what the positions lie.
    """

    name: str
    head: Cell
    scale: Scale
    position: int
    salience: int | None = None
    capability: int | None = None
    care: Scale | None = None
    outcome: int | None = None
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A column of texts, and what stands before each of them."""

    column: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by its parts.

    Attributes
    ----------
    head, rows
        The names of the columns, and the rows of the actors.
    actor, capability
        Numbers of columns, from 0.
    notes
        The columns of texts.
    issues
        The columns of each issue.
    outcome
        The row that says what became of the issues.
    most
        The upper ends of the scales of capabilities, by column, where heads state them.
    """

    head: Row
    rows: list[Row]
    actor: int
    notes: tuple[Note, ...]
    capability: int | None
    issues: tuple[IssueColumns, ...]
    outcome: Row | None = None
    most: dict[int, float] = field(default_factory=dict)

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
