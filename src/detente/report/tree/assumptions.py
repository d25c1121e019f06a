"""Assumptions: everything the page takes for granted, gathered once, merged by its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from detente.findings import Finding, Table
from detente.report.tree.beside import Assumption, Assumptions
from detente.report.tree.cells import pieces
from detente.report.tree.nodes import FindingNode


def gather(nodes: Iterable[FindingNode], anchor_of: Callable[[str], str]) -> tuple[Assumptions, ...]:
    """Return each reason once, with what it is given for first, beside others that the same findings rest on.

    Both the reasons and the findings stand in reading order. What a reason is given for elsewhere is said there, with a
    link to the reason. ``anchor_of`` gives the anchor of a reason.
    """
    texts: dict[str, dict[str, tuple[str, str]]] = {}
    used: dict[str, dict[str, str]] = {}
    for node in nodes:
        for where, text, reason in _said(node.finding):
            used.setdefault(reason, {})[node.anchor] = node.finding.title
            if list(used[reason]) == [node.anchor]:
                texts.setdefault(reason, {}).setdefault(text.rstrip("."), (where, text))
    listed: dict[tuple[tuple[str, str], ...], list[Assumption]] = {}
    for reason, said in texts.items():
        found = Assumption(anchor_of(reason), reason, _gathered(said.values()))
        listed.setdefault(tuple(used[reason].items()), []).append(found)
    return tuple(Assumptions(findings, tuple(found)) for findings, found in listed.items())


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
