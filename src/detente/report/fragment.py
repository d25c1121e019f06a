"""Fragments: parts of the page that stand alone inside another, such as a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256

from detente.findings import Figure, Finding, Findings, Table
from detente.report.page import CONTROLS, environment
from detente.report.tree.anchors import Anchors
from detente.report.tree.build import build_findings
from detente.report.tree.ledger import Ledger


def fragment(shown: Finding | Findings | Table | Figure) -> str:
    """Return something that was found as HTML with a style of its own, in light and dark.

    Parameters
    ----------
    shown
        What to show. Only ``Findings`` know their sources, and list them.

    Returns
    -------
    str
        An element without script or network; the same input gives the same text, and no two have an id in common.
    """
    said = shown.findings if isinstance(shown, Findings) else (_alone(shown),)
    kind = type(shown).__name__.lower()
    digest = sha256(repr((kind, [asdict(finding) for finding in said])).encode()).hexdigest()
    anchors = Anchors(f"d{digest[:8]}")
    references, question = (shown.references, shown.question) if isinstance(shown, Findings) else ((), "")
    ledger = Ledger(references, anchors, listed=isinstance(shown, Findings))
    found = build_findings(said, anchors, ledger)
    return _render(kind, question=question, found=found, sources=ledger.sources(), places=ledger.places())


def calls(title: str, facts: Sequence[str], ways: Sequence[tuple[str, str]]) -> str:
    """Return a heading, facts below it, and calls of Python, each with what it answers."""
    return _render("calls", title=title, facts=facts, ways=ways)


def _alone(shown: Finding | Table | Figure) -> Finding:
    """Return one thing as a finding without words."""
    if isinstance(shown, Table):
        return Finding("", "", tables=(shown,), id=shown.id)
    return Finding("", "", figures=(shown,), id=shown.id) if isinstance(shown, Figure) else shown


def _render(kind: str, **names: object) -> str:
    return CONTROLS.sub("\ufffd", environment().get_template("fragment.html.j2").render(kind=kind, **names))
