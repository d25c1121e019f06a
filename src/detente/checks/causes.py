"""Causes: what one wrong id breaks in many places is said once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from detente.diagnostics import Diagnostic, Span

_NAMED = 3
"""How many further places are named."""


def once_each(found: Iterable[Diagnostic], known: Collection[str], *, lost: bool) -> list[Diagnostic]:
    """Return problems, those with the same cause only once, at the first place, which then names the others.

    Parameters
    ----------
    found
        The problems.
    known
        Causes that have been told already.
    lost
        Whether any cause may have been.
    """
    kept: list[Diagnostic] = []
    by_cause: dict[str, list[Diagnostic]] = {}
    for problem in found:
        if not problem.cause:
            kept.append(problem)
        elif not lost and problem.cause not in known:
            by_cause.setdefault(problem.cause, []).append(problem)
    for several in by_cause.values():
        first = min(several)
        others = sorted({problem.span for problem in several} - {first.span})
        hint = "; ".join(part for part in (first.hint, _also(first.span, others)) if part)
        kept.append(replace(first, hint=hint))
    return kept


def _also(first: Span, others: list[Span]) -> str:
    """Return where else the same is wrong, in few words."""
    if not others:
        return ""
    places = [f"line {span.line}" if span.path == first.path else f"{span.path}:{span.line}" for span in others]
    named = list(dict.fromkeys(places))
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"the same id stands in {', '.join(named[:_NAMED])}{more}"
