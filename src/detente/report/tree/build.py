"""Build the page's tree: numbers, anchors and citations in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from detente.findings import Depth, Figure, Finding, Row, Statement, Table
from detente.report.drawing.svg import broad
from detente.report.drawings import Drawings
from detente.report.figures.registry import drawers
from detente.report.tree.anchors import Anchors, brief
from detente.report.tree.assumptions import gather
from detente.report.tree.briefs import briefs, told
from detente.report.tree.cells import is_prose, pieces
from detente.report.tree.chains import Chains
from detente.report.tree.ledger import Ledger
from detente.report.tree.nodes import FigureNode, FindingNode, Page, RowNode, Section, Sentence, TableNode
from detente.report.tree.parts import TITLES, part_of
from detente.report.tree.terse import rest_alike, terse
from detente.report.tree.trial import effects_of, trial_node

if TYPE_CHECKING:
    from detente.findings import Edition

_RESERVED = (
    "main",
    "brief",
    "front",
    "contents",
    "doubt",
    "appendix",
    "assumptions",
    "sources",
    "reproduce",
    "reading",
)
_SPARE = 2
"""So many rows more are not worth a click."""


_LONG = 60
"""A reason with more letters is not given again in full, even in findings that are open."""


def build_page(edition: Edition, drawings: Drawings | None = None) -> Page:
    """Return the page as a tree: pictures first, then part by part, and the appendix."""
    anchors = Anchors()
    for name in _RESERVED:
        anchors.claim(name)
    if edition.opening is not None:
        anchors.claim("since")
    references = chain.from_iterable(said.references for said in edition.findings)
    ledger = Ledger(references, anchors, passages=edition.passages)
    found = [*(finding for said in edition.findings for finding in said.findings), *edition.gathered]
    builder = _Builder(anchors, ledger, effects_of(found), drawings)
    opening = None if edition.opening is None else builder.finding(edition.opening, is_open=True)
    front = builder.findings(found, Depth.FRONT)
    sections = tuple(_sections(builder, found))
    appendix = tuple(_appendix(builder, found))
    nodes = [*front, *chain.from_iterable((*each.shown, *each.folded) for each in (*sections, *appendix))]
    said = briefs(edition, partial(_lead, nodes))
    rests_on, answers = told(said)
    return Page(
        stamp=edition.stamp,
        title=edition.brief.title if edition.brief else edition.stamp.title,
        briefs=said,
        rests_on=rests_on,
        answers=answers,
        front=front,
        sections=sections,
        appendix=appendix,
        assumptions=gather(nodes, builder.assumed),
        sources=ledger.sources(),
        places=ledger.places(),
        opening=opening,
        feed=edition.feed,
    )


def _lead(nodes: Sequence[FindingNode], because: Sequence[str]) -> str:
    """Return the anchor of the finding that a sentence leads to: one that is open, if need be another of its part."""
    made_of = [node for key in because for node in nodes if f"{node.finding.lens}-{node.finding.id}" == key]
    beside = [node for node in nodes if made_of and part_of(node.finding) is part_of(made_of[0].finding)]
    shown = (node for node in (*made_of, *beside) if node.finding.depth in (Depth.FRONT, Depth.HEADLINE))
    return next((node.anchor for node in (*shown, *made_of)), "")


def _sections(builder: _Builder, found: Sequence[Finding]) -> Iterator[Section]:
    for part, title in TITLES.items():
        here = [finding for finding in found if part_of(finding) is part]
        shown, folded = (builder.findings(here, depth) for depth in (Depth.HEADLINE, Depth.DETAIL))
        if shown or folded:
            yield Section(builder.claim("part", part.name), title, shown, folded)


def _appendix(builder: _Builder, found: Sequence[Finding]) -> Iterator[Section]:
    for part, title in TITLES.items():
        here = [finding for finding in found if part_of(finding) is part]
        if folded := builder.findings(here, Depth.APPENDIX):
            yield Section(builder.claim("more", part.name), title, folded=folded)


def build_findings(findings: Sequence[Finding], anchors: Anchors, ledger: Ledger) -> tuple[FindingNode, ...]:
    """Return findings in reading order, with their citations in the ledger, and nothing to change."""
    builder = _Builder(anchors, ledger)
    return tuple(builder.finding(finding) for finding in findings)


class _Here(NamedTuple):
    """The finding that is built."""

    anchor: str
    title: str
    is_open: bool


class _Builder:
    """Walks the findings once, in the order the reader will."""

    def __init__(
        self,
        anchors: Anchors,
        ledger: Ledger,
        effects: Mapping[str, tuple[str, ...]] | None = None,
        drawings: Drawings | None = None,
    ) -> None:
        self.claim = anchors.claim
        self._ledger = ledger
        self._effects = effects  # by scenario; without, there is no script to work with them
        self._drawings = drawings or Drawings()
        self._assumed: dict[str, str] = {}
        self._chains = Chains(anchors.claim, shared=effects is not None)
        self._figures = count(1)

    def findings(self, findings: Sequence[Finding], depth: Depth) -> tuple[FindingNode, ...]:
        return tuple(
            self.finding(finding, is_open=depth in (Depth.FRONT, Depth.HEADLINE))
            for finding in findings
            if finding.depth is depth
        )

    def finding(self, finding: Finding, *, is_open: bool = False) -> FindingNode:
        anchor = self.claim(finding.lens, finding.id)
        here = _Here(anchor, finding.title, is_open)
        folded = here._replace(is_open=False)
        statements = self._sentences(finding.statements, here)
        figures = tuple(self._figure(figure, here) for figure in finding.figures)
        tables = tuple(self._table(table, here, cut=is_open) for table in finding.tables)
        placing = partial(self._sentences, here=folded)
        assumptions = self._chains.chain("assumed", finding.assumptions, here[:2], placing)
        because = self._chains.chain("because", finding.because, here[:2], placing)
        return FindingNode(
            finding=finding,
            anchor=anchor,
            statements=statements,
            figures=figures,
            tables=tables,
            assumptions=assumptions,
            because=because,
            method=None if finding.method is None else self._chains.method(finding.method, here[:2]),
            trial=None if finding.trial is None or self._effects is None else trial_node(finding.trial, self._effects),
        )

    def _sentences(self, statements: Sequence[Statement], here: _Here) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(
                statement,
                tuple(self._ledger.cite(cite, here.anchor, here.title) for cite in statement.cites),
                self._again(statement.assumption, here),
            )
            for statement in statements
        )

    def _again(self, reason: str, here: _Here) -> str:
        """Return where a reason stands if a link is enough, as behind a click or the second time; else ``""``."""
        if not reason or self._effects is None:
            return ""
        known = reason in self._assumed
        anchor = self.assumed(reason)
        return anchor if not here.is_open or (known and len(reason) > _LONG) else ""

    def assumed(self, reason: str) -> str:
        """Return the anchor of what the page takes for granted for a reason."""
        if reason not in self._assumed:
            self._assumed[reason] = self.claim(f"a-{brief(len(self._assumed) + 1)}")
        return self._assumed[reason]

    def _figure(self, figure: Figure, here: _Here) -> FigureNode:
        anchor = self.claim("figure", here.anchor, figure.id)
        drawer = drawers()[type(figure.spec)]
        drawing = self._drawings.of(figure, anchor)
        at_once = here.is_open and figure.at_once
        return FigureNode(
            figure=figure,
            anchor=anchor,
            number=next(self._figures),
            drawing=drawing if at_once or self._effects is None else broad(drawing),
            legend=drawer.legend(figure.spec, anchor),
            table=self._table(figure.table, here._replace(is_open=False)),
            folded=here.is_open and not at_once,
        )

    def _table(self, table: Table, here: _Here, *, cut: bool = False) -> TableNode:
        short, alike = terse(table)
        rows = tuple(self._row(row, short, here) for row in short.rows)
        shared = rows[0] if rest_alike(table) else None
        shown = table.shown if cut and len(rows) > table.shown + _SPARE else len(rows)
        return TableNode(
            table=short,
            anchor=self.claim("table", here.anchor, table.id),
            alike=alike,
            rows=rows[:shown],
            rest=rows[shown:],
            evidence=shared is None and not all(row.is_bare for row in table.rows),
            shared=shared,
            prose=is_prose(short),
        )

    def _row(self, row: Row, table: Table, here: _Here) -> RowNode:
        cells = tuple(pieces(cell, column) for cell, column in zip(row.cells, table.columns, strict=True))
        cites = tuple(self._ledger.cite(cite, here.anchor, here.title) for cite in row.cites)
        return RowNode(row, cells, cites, self._again(row.assumption, here))
