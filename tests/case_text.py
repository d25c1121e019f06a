"""Problems of a case as short texts, so that a test can show what its author would read."""

from __future__ import annotations

from detente.session import OpenCase

MARK = "»"
SPARSE = ("DT223", "DT411", "DT628")
"""Parties and evidence that are left out: the small cases of tests are sparse, and few tests are about that."""


def problems(case: OpenCase, *, sparse: bool = False) -> list[str]:
    """Return every problem as ``line:column code message``; those of sparse cases only where asked for."""
    found = [d for d in case.diagnostics if sparse or d.code not in SPARSE]
    return [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in found]


def codes(case: OpenCase) -> list[str]:
    """Return the codes of all problems but those of sparse cases, in order of place."""
    return [d.code for d in case.diagnostics if d.code not in SPARSE]


def marked(text: str) -> tuple[str, list[str]]:
    """Return ``text`` without its marks, and the ``line:column`` of what follows each mark."""
    places: list[str] = []
    while (at := text.find(MARK)) >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        places.append(f"{line}:{column}")
        text = text[:at] + text[at + 1 :]
    return text, places
