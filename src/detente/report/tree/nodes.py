"""Nodes: the page as a tree, in reading order, before it becomes markup."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings import Evidence, Figure, Finding, Reference, Row, Stamp, Statement, Table
from detente.report.tree.cells import Piece
from detente.report.tree.trial import TrialNode


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a source is cited.

    Attributes
    ----------
    anchor, href
        Its own id, and the link to the source it names, or ``""`` where sources are not listed.
    evidence
        What is cited.
    lang
        Language of the quoted words, or ``""``.
    credibility
        The Admiralty grade in words, or ``""``.
    """

    anchor: str
    href: str
    evidence: Evidence
    lang: str
    credibility: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the list at the end, and every place that cites it.

    Attributes
    ----------
    anchor, url
        Its own id, and where to read it if that is a web address.
    reference
        As the bibliography lists it.
    cited
        Per finding: its title, and the citations in it.
    """

    anchor: str
    url: str
    reference: Reference
    cited: tuple[tuple[str, tuple[Citation, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement with its citations placed."""

    statement: Statement
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RowNode:
    """A row: its cells ready to print, and its citations placed."""

    row: Row
    cells: tuple[tuple[Piece, ...], ...]
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TableNode:
    """A table with its number; ``prose`` ones are stacked on a narrow screen."""

    table: Table
    anchor: str
    number: int
    rows: tuple[RowNode, ...]
    evidence: bool
    prose: bool


@dataclass(frozen=True, slots=True)
class FigureNode:
    """A figure with its number, and the table it draws.

    Attributes
    ----------
    drawing
        SVG markup, already escaped.
    legend
        Words for each kind of shape in it, and the shape as SVG markup.
    """

    figure: Figure
    anchor: str
    number: int
    drawing: str
    legend: tuple[tuple[str, str], ...]
    table: TableNode


@dataclass(frozen=True, slots=True)
class FindingNode:
    """A finding in reading order."""

    finding: Finding
    anchor: str
    statements: tuple[Sentence, ...]
    figures: tuple[FigureNode, ...]
    tables: tuple[TableNode, ...]
    assumptions: tuple[Sentence, ...]
    because: tuple[Sentence, ...]
    trial: TrialNode | None


@dataclass(frozen=True, slots=True)
class Section:
    """A reader's question and its answers."""

    anchor: str
    question: str
    findings: tuple[FindingNode, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted, why, and the findings that rest on it (anchor and title)."""

    text: str
    reason: str
    used: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    stamp: Stamp
    sections: tuple[Section, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[Source, ...]
