"""What the chapter on readings says: its verdict, and all else."""

from __future__ import annotations

from detente.findings import Finding, Statement


def verdict_of(found: Finding) -> str:
    """Return the sentence that says whose reading is which, and what holds under which; the headline without one."""
    return next((each.text for each in found.statements if _is_verdict(each)), found.headline)


def others(found: Finding) -> tuple[Statement, ...]:
    """Return all other statements."""
    return tuple(each for each in found.statements if not _is_verdict(each))


def _is_verdict(each: Statement) -> bool:
    return "; the status quo holds " in each.text or each.text.endswith("under one reading and not under another.")
