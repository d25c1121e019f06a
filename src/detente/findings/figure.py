"""Figures: pictures of tables, in words and numbers; outputs decide how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec
from detente.findings.shown import Shown
from detente.findings.table import Table


@dataclass(frozen=True, slots=True, repr=False)
class Figure(Shown):
    """A picture of a table.

    Attributes
    ----------
    id
        Stable name within its finding.
    title
        What it shows, in one line.
    description
        What there is to see, for who does not see it.
    spec
        What is drawn, in numbers and words.
    table
        The same as a table.
    at_once
        Whether an open finding shows it at once, rather than behind a click.
    """

    id: str
    title: str
    description: str
    spec: Spec
    table: Table
    at_once: bool = True

    def __repr__(self) -> str:
        return f"<Figure {self.id!r}: {self.title}>"
