"""Problems of a case as short texts, so that a test can show what its author would read."""

from __future__ import annotations

from detente.session import OpenCase


def problems(case: OpenCase) -> list[str]:
    """Return every problem as ``line:column code message``."""
    return [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in case.diagnostics]


def codes(case: OpenCase) -> list[str]:
    """Return the codes of all problems, in order of place."""
    return [d.code for d in case.diagnostics]
