"""Assumptions: everything the page takes for granted, gathered once, merged by its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from detente.findings import Finding, Table
from detente.report.tree.cells import pieces
from detente.report.tree.nodes import Assumption, FindingNode


def gather(nodes: Iterable[FindingNode], anchor_of: Callable[[str], str]) -> tuple[Assumption, ...]:
    """Return each reason once, in reading order, with what it is given for and the findings that rest on it.

    ``anchor_of`` gives the anchor of a reason.
    """
    texts: dict[str, dict[str, tuple[str, str]]] = {}
    used: dict[str, dict[str, str]] = {}
    for node in nodes:
        for where, text, reason in _said(node.finding):
            texts.setdefault(reason, {}).setdefault(text.rstrip("."), (where, text))
            used.setdefault(reason, {})[node.anchor] = node.finding.title
    return tuple(
        Assumption(anchor_of(reason), reason, _gathered(said.values()), tuple(used[reason].items()))
        for reason, said in texts.items()
    )


def _gathered(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return texts as they are told, those of one table together after its caption."""
    found: dict[str, list[str]] = {}
    for where, text in said:
        found.setdefault(where or text, []).append(text)
    return tuple(where if texts == [where] else f"{where}: {'; '.join(texts)}" for where, texts in found.items())


def _said(finding: Finding) -> Iterator[tuple[str, str, str]]:
    """Yield where something is taken for granted, if a table says so, what it is, and why."""
    for statement in finding.assumptions:
        yield "", statement.text, statement.assumption
    for statement in (*finding.statements, *finding.because):
        if statement.assumption:
            yield "", statement.text, statement.assumption
    for table in (*finding.tables, *(figure.table for figure in finding.figures)):
        yield from _in_table(table)


def _in_table(table: Table) -> Iterator[tuple[str, str, str]]:
    for row in table.rows:
        if row.assumption:
            name = ", ".join(piece.text for piece in pieces(row.cells[0], table.columns[0]))
            yield table.caption, name, row.assumption
