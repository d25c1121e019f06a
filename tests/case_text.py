"""Problems of a case as short texts, so that a test can show what its author would read."""

from __future__ import annotations

from detente.session import OpenCase

MARK = "»"


def problems(case: OpenCase) -> list[str]:
    """Return every problem as ``line:column code message``."""
    return [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in case.diagnostics]


def codes(case: OpenCase) -> list[str]:
    """Return the codes of all problems, in order of place."""
    return [d.code for d in case.diagnostics]


def marked(text: str) -> tuple[str, list[str]]:
    """Return ``text`` without its marks, and the ``line:column`` of what follows each mark."""
    places: list[str] = []
    while (at := text.find(MARK)) >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        places.append(f"{line}:{column}")
        text = text[:at] + text[at + 1 :]
    return text, places
