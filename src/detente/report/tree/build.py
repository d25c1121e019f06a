"""Build the page's tree from Findings: numbers, anchors and citations in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, count

from detente.findings import Figure, Finding, Findings, Row, Stamp, Statement, Table
from detente.report.figures.registry import drawers
from detente.report.tree.anchors import Anchors
from detente.report.tree.assumptions import gather
from detente.report.tree.cells import is_prose, pieces
from detente.report.tree.ledger import Ledger
from detente.report.tree.nodes import FigureNode, FindingNode, Page, RowNode, Section, Sentence, TableNode
from detente.report.tree.trial import effects_of, trial_node

_RESERVED = ("main", "brief", "contents", "assumptions", "sources", "reproduce", "reading")


def build_page(findings: Sequence[Findings], stamp: Stamp) -> Page:
    """Return the page as a tree; lenses that answer the same question share a section."""
    anchors = Anchors()
    for name in _RESERVED:
        anchors.claim(name)
    ledger = Ledger(chain.from_iterable(said.references for said in findings), anchors)
    effects = effects_of(finding for said in findings for finding in said.findings)
    builder = _Builder(anchors, ledger, effects)
    questions: dict[str, list[Finding]] = {}
    for said in findings:
        questions.setdefault(said.question, []).extend(said.findings)
    sections = tuple(builder.section(question, found) for question, found in questions.items() if found)
    nodes = chain.from_iterable(section.findings for section in sections)
    return Page(stamp=stamp, sections=sections, assumptions=gather(nodes), sources=ledger.sources())


def build_findings(findings: Sequence[Finding], anchors: Anchors, ledger: Ledger) -> tuple[FindingNode, ...]:
    """Return findings in reading order, with their citations in the ledger, and nothing to change."""
    builder = _Builder(anchors, ledger)
    return tuple(builder.finding(finding) for finding in findings)


class _Builder:
    """Walks the findings once, in the order the reader will."""

    def __init__(self, anchors: Anchors, ledger: Ledger, effects: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._anchors = anchors
        self._ledger = ledger
        self._effects = effects  # by scenario; without, there is no script to work with them
        self._tables = count(1)
        self._figures = count(1)

    def section(self, question: str, findings: Sequence[Finding]) -> Section:
        anchor = self._anchors.claim("question", findings[0].lens)
        return Section(anchor, question, tuple(self.finding(finding) for finding in findings))

    def finding(self, finding: Finding) -> FindingNode:
        anchor = self._anchors.claim(finding.lens, finding.id)
        here = (anchor, finding.title)
        return FindingNode(
            finding=finding,
            anchor=anchor,
            statements=self._sentences(finding.statements, here),
            figures=tuple(self._figure(figure, here) for figure in finding.figures),
            tables=tuple(self._table(table, here) for table in finding.tables),
            assumptions=self._sentences(finding.assumptions, here),
            because=self._sentences(finding.because, here),
            trial=None if finding.trial is None or self._effects is None else trial_node(finding.trial, self._effects),
        )

    def _sentences(self, statements: Sequence[Statement], here: tuple[str, str]) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(statement, tuple(self._ledger.cite(cite, *here) for cite in statement.cites))
            for statement in statements
        )

    def _figure(self, figure: Figure, here: tuple[str, str]) -> FigureNode:
        anchor = self._anchors.claim("figure", here[0], figure.id)
        drawer = drawers()[type(figure.spec)]
        return FigureNode(
            figure=figure,
            anchor=anchor,
            number=next(self._figures),
            drawing=drawer.draw(figure.spec, anchor, figure.title, figure.description),
            legend=drawer.legend(figure.spec, anchor),
            table=self._table(figure.table, here),
        )

    def _table(self, table: Table, here: tuple[str, str]) -> TableNode:
        return TableNode(
            table=table,
            anchor=self._anchors.claim("table", here[0], table.id),
            number=next(self._tables),
            rows=tuple(self._row(row, table, here) for row in table.rows),
            evidence=not all(row.is_bare for row in table.rows),
            prose=is_prose(table),
        )

    def _row(self, row: Row, table: Table, here: tuple[str, str]) -> RowNode:
        cells = tuple(pieces(cell, column) for cell, column in zip(row.cells, table.columns, strict=True))
        return RowNode(row, cells, tuple(self._ledger.cite(cite, *here) for cite in row.cites))
