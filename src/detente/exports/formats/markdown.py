"""Markdown: what the page of the report says openly, with whole tables, and sources as footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import EditionExport
from detente.exports.outline import references, stamped
from detente.exports.texts.markdown_text import link, markdown
from detente.findings import Depth
from detente.report.tree.cells import pieces
from detente.report.tree.wording import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.findings import Edition, Evidence, Finding, Reference, Row, Statement, Table


def write(edition: Edition) -> Iterator[str]:
    """Yield the file; the same edition gives the same text."""
    notes = _Notes(references(edition))
    yield f"# {markdown(edition.stamp.title)}\n"
    for findings in edition.findings:
        told = [each for each in findings.findings if each.depth is not Depth.APPENDIX]
        if told:
            yield f"\n## {markdown(findings.question)}\n"
        for finding in told:
            yield from _finding(finding, notes)
    yield "\n---\n\n"
    yield "".join(f"- {markdown(name)}: {markdown(value)}\n" for name, value in stamped(edition.stamp))
    yield from notes.lines()


class _Notes:
    """The footnotes: each source once, numbered as it is first cited."""

    def __init__(self, known: Mapping[str, Reference]) -> None:
        self._known = known
        self._numbers: dict[str, int] = {}

    def basis(self, said: Statement | Row) -> str:
        """Return what a sentence or a row rests on."""
        words = [str(said.certainty)] if said.certainty else []
        words += [f"softened by “{markdown(said.hedge)}”"] if said.hedge else []
        words += [self._cited(cite) for cite in said.cites]
        words += [f"assumption: {markdown(said.assumption)}"] if said.assumption else []
        words += [f"note: {markdown(said.note)}"] if said.note else []
        return "; ".join(words)

    def _cited(self, cite: Evidence) -> str:
        """Return a citation: the place, the number of its source, and its words."""
        number = self._numbers.setdefault(cite.source, len(self._numbers) + 1)
        return f"{markdown(cite.at)}[^{number}]{f' “{markdown(cite.quote)}”' if cite.quote else ''}"

    def lines(self) -> Iterator[str]:
        """Yield the footnotes."""
        for source, number in self._numbers.items():
            known = self._known.get(source)
            told = [known.text, *known.details] if known else [source]
            address = link(safe_url(known.url)) if known else ""
            yield f"\n[^{number}]: {' '.join(filter(None, (markdown('; '.join(told)), address)))}\n"


def _finding(finding: Finding, notes: _Notes) -> Iterator[str]:
    yield f"\n### {markdown(finding.headline)}\n\n"
    for said in finding.statements:
        basis = notes.basis(said)
        yield f"- {markdown(said.text)}{f' ({basis})' if basis else ''}\n"
    for figure in finding.figures:
        yield f"\n{markdown(figure.title)}: {markdown(figure.description)}\n"
        yield from _table(figure.table, notes)
    for table in finding.tables:
        yield from _table(table, notes)
    if finding.assumptions:
        yield "\nThis rests on assumptions:\n\n"
        yield "".join(f"- {markdown(each.text)} {notes.basis(each)}".rstrip() + "\n" for each in finding.assumptions)


def _table(table: Table, notes: _Notes) -> Iterator[str]:
    if not table.rows:
        return
    rests = not all(row.is_bare for row in table.rows)
    heads = [f"{column.title} ({column.unit})" if column.unit else column.title for column in table.columns]
    yield f"\n**{markdown(table.caption)}**\n\n"
    yield _line([*map(markdown, heads), *(["Rests on"] if rests else [])])
    yield _line(["---"] * (len(heads) + rests))
    for row in table.rows:
        cells = [
            "; ".join("–" if piece.kind == "missing" else markdown(piece.text) for piece in pieces(cell, column))
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        yield _line([*cells, *([notes.basis(row)] if rests else [])])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


EXPORT = EditionExport(
    "Markdown",
    ".md",
    "the appendix of the report, pictures (their tables stand in their place), and how results were worked out",
    write,
)
