"""Findings: one answer of a lens, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from detente.findings.evidence import Statement
from detente.findings.figure import Figure
from detente.findings.shown import Shown
from detente.findings.table import Table
from detente.findings.trial import Effect, Trial


class Part(StrEnum):
    """A part of the page, by what a reader looks for there."""

    STANDS = "where it stands"
    STUCK = "why it is stuck"
    ROAD = "what would settle it, and when"
    DEAL = "what both could take"
    GAINS = "who gains, who loses"
    DOUBT = "what is doubtful"


class Depth(StrEnum):
    """How far into the page a finding stands.

    Attributes
    ----------
    FRONT
        A picture right after the brief.
    HEADLINE
        Open in its part of the page: an answer that a reader of twenty minutes needs.
    DETAIL
        In its part of the page, behind a click.
    APPENDIX
        In the appendix: an inventory to look things up in.
    """

    FRONT = "front"
    HEADLINE = "headline"
    DETAIL = "detail"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Method:
    """How a result was obtained.

    Attributes
    ----------
    name
        The method's name in its field.
    variant
        Which reading of it, or ``""``.
    parameters
        Names and values that a repetition needs.
    exact
        Whether the result is exact rather than sampled.
    seed
        Seed of the random numbers, or ``None`` when there were none.
    references
        Keys of ``docs/references.bib``.
    formula
        How its result comes out of its inputs, in words, or ``""``.
    """

    name: str
    variant: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    exact: bool = True
    seed: int | None = None
    references: tuple[str, ...] = ()
    formula: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Shown):
    """One answer: a headline sentence and everything it rests on.

    Attributes
    ----------
    title
        Two to five words for a heading.
    headline
        The answer in one plain sentence.
    statements
        The sentences under it, in reading order.
    tables, figures
        Numbers and pictures.
    method
        How it was computed; ``None`` when it only reads the case out.
    assumptions
        Every assumption that the result used.
    because
        The chain from the result back to its inputs, nearest first.
    part
        Where on the page it belongs; ``None`` for the part that its lens fills.
    depth
        How far into the page it stands.
    trial
        What a reader of the page can change, to see what then holds.
    effects
        What it would say under scenarios of the case, where that differs.
    id, lens
        Its stable name, and that of the lens that says it; left out, those of its chapter.
    """

    title: str
    headline: str
    statements: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    method: Method | None = None
    assumptions: tuple[Statement, ...] = ()
    because: tuple[Statement, ...] = ()
    part: Part | None = None
    depth: Depth = Depth.HEADLINE
    trial: Trial | None = None
    effects: tuple[Effect, ...] = ()
    id: str = ""
    lens: str = ""

    def without_notes(self) -> Finding:
        """Return the same without what the case notes of its statements and of the rows of its tables."""
        said = tuple(replace(statement, note="") for statement in self.statements)
        figures = tuple(replace(figure, table=figure.table.without_notes()) for figure in self.figures)
        tables = tuple(table.without_notes() for table in self.tables)
        return replace(self, statements=said, tables=tables, figures=figures)

    def __repr__(self) -> str:
        return f"<Finding {self.id!r}: {self.headline}>"
