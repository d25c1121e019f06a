"""Faults: a chapter that fails by a fault of Detente's own, in words for who reads the others."""

from __future__ import annotations

from detente.findings.evidence import Statement
from detente.findings.finding import Depth, Finding


def fault(lens: str, chapter: str, error: Exception) -> Finding:
    """Return what stands in place of a chapter that failed."""
    words = chapter.replace("-", " ").replace("_", " ")
    return Finding(
        lens=lens,
        id=chapter,
        title=words[:1].upper() + words[1:],
        headline=f"This section could not be worked out: a fault in Detente, not in the case ({type(error).__name__}).",
        statements=(
            Statement("All other sections were worked out without it."),
            Statement("Please report it, with the case if others may see it."),
        ),
        depth=Depth.DETAIL,
    )


def told_of(lens: str, chapter: str, error: Exception) -> str:
    """Return a line about a chapter that failed."""
    return (
        f"the section '{chapter}' of '{lens}' could not be worked out: a fault in Detente, not in the case"
        f" ({type(error).__name__}); please report it"
    )
