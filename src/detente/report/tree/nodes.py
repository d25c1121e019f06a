"""Nodes: the page as a tree, in reading order, before it becomes markup."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings import Evidence, Figure, Finding, Method, Reference, Row, Stamp, Statement, Table
from detente.report.tree.beside import Assumptions, BriefNode, Told
from detente.report.tree.cells import Piece
from detente.report.tree.trial import TrialNode


@dataclass(frozen=True, slots=True)
class Place:
    """What one citation leads to: it opens where it is cited.

    Attributes
    ----------
    anchor
        Its own id.
    evidence
        What is cited.
    source
        Title of the source.
    href
        The link to its entry, or ``""`` where sources are not listed.
    lang
        Language of the source, or ``""``.
    credibility
        The Admiralty grade in words, or ``""``.
    passage
        The paragraph itself, where the text of the source ships with the case.
    restated
        Where such a text restates what is cited.
    whole
        Another place that gives these two of the same paragraph, or ``None``.
    """

    anchor: str
    evidence: Evidence
    source: str
    href: str
    lang: str
    credibility: str
    passage: str
    restated: tuple[Place, ...]
    whole: Place | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the list at the end, and what rests on it.

    Attributes
    ----------
    anchor, url
        Its own id, and where to read it if that is a web address.
    reference
        As the bibliography lists it.
    count
        How many citations name it.
    cited
        Per finding that cites it: anchor, title, and the places cited.
    """

    anchor: str
    url: str
    reference: Reference
    count: int
    cited: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement with its citations placed.

    Attributes
    ----------
    assumed
        Where what it takes for granted is printed, if a link there is enough, or ``""``.
    """

    statement: Statement
    cites: tuple[Place, ...]
    assumed: str


@dataclass(frozen=True, slots=True)
class RowNode:
    """A row: its cells ready to print, its citations placed, and ``assumed`` as that of a sentence."""

    row: Row
    cells: tuple[tuple[Piece, ...], ...]
    cites: tuple[Place, ...]
    assumed: str


@dataclass(frozen=True, slots=True)
class TableNode:
    """A table as it is printed.

    Attributes
    ----------
    table
        What it says, without columns in which all rows are alike.
    alike
        What these say of every row, in words.
    rows, rest
        The rows shown, and those behind a click.
    evidence
        Whether rows rest on different things that are to be printed.
    shared
        A row for what all of them rest on alike, or ``None``.
    prose
        Whether it is stacked on a narrow screen.
    """

    table: Table
    anchor: str
    alike: str
    rows: tuple[RowNode, ...]
    rest: tuple[RowNode, ...]
    evidence: bool
    shared: RowNode | None
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
    folded
        Whether it stands behind a click of its own.
    """

    figure: Figure
    anchor: str
    number: int
    drawing: str
    legend: tuple[tuple[str, str], ...]
    table: TableNode
    folded: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """Sentences that a result rests on, those left out that an earlier result rests on, too.

    Attributes
    ----------
    anchor
        The id of the list of its own, or ``""`` where nothing may refer to it.
    own
        Those given here.
    earlier
        Where others were given: the anchor of that list, the title of its finding, and their numbers in it.
    """

    anchor: str
    own: tuple[Sentence, ...]
    earlier: tuple[tuple[str, str, tuple[int, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.own or self.earlier)


@dataclass(frozen=True, slots=True)
class MethodNode:
    """How a result was obtained, without what was said of an earlier one.

    Attributes
    ----------
    anchor
        Its own id, or ``""`` where nothing may refer to it.
    as_in
        Anchor and title of an earlier finding of which all of it was said, or ``None``.
    parameters
        Those given here.
    earlier
        Names of those given before: the anchor there, the title of its finding, and the names.
    """

    method: Method
    anchor: str = ""
    as_in: tuple[str, str] | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class FindingNode:
    """A finding in reading order.

    Attributes
    ----------
    assumptions, because
        What it takes for granted, and its reasons.
    """

    finding: Finding
    anchor: str
    statements: tuple[Sentence, ...]
    figures: tuple[FigureNode, ...]
    tables: tuple[TableNode, ...]
    assumptions: Chain
    because: Chain
    method: MethodNode | None
    trial: TrialNode | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: what a reader looks for there, and what is found.

    Attributes
    ----------
    shown, folded
        What is read at once, and what is behind a click.
    """

    anchor: str
    title: str
    shown: tuple[FindingNode, ...] = ()
    folded: tuple[FindingNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page.

    Attributes
    ----------
    title
        The case as a sentence.
    briefs
        That of the page, and those at other dates and under scenarios.
    rests_on, answers
        What these say, each sentence once: what they rest on, and then question by question.
    front
        The pictures after the brief.
    sections
        The parts of the page.
    appendix
        What is there to look things up in, by part.
    places
        What every citation leads to, once each.
    opening, feed
        What changed since an older version, and where changes are published; a page opens so where that was asked for.
    """

    stamp: Stamp
    title: str
    briefs: tuple[BriefNode, ...]
    rests_on: tuple[Told, ...]
    answers: tuple[Told, ...]
    front: tuple[FindingNode, ...]
    sections: tuple[Section, ...]
    appendix: tuple[Section, ...]
    assumptions: tuple[Assumptions, ...]
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    opening: FindingNode | None = None
    feed: str | None = None

    @property
    def main(self) -> Source | None:
        """The source that most of its citations name, of which a paragraph without a source is; else ``None``."""
        most = max(self.sources, key=lambda source: source.count, default=None)
        return most if most and 2 * most.count > sum(source.count for source in self.sources) else None

    @property
    def days(self) -> tuple[str, ...]:
        """The dates of its briefs, its own first."""
        return tuple(dict.fromkeys(brief.as_of for brief in self.briefs))

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios of its briefs, its own first."""
        return tuple(dict.fromkeys(brief.scenario for brief in self.briefs))
