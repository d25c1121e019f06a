"""What each party accepts in no package: an outcome, or two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.bargaining.packages.patterns import Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.lenses.settlement.packages.analysis import Analysis, Zopa


def every_pattern(analysis: Analysis, zopa: Zopa) -> list[tuple[Pattern, ...]]:
    """Return for each party what it accepts in no package, of what several packages have."""
    every = (patterns(refused, analysis.model.space.sizes) for refused in zopa.refused)
    return [tuple(pattern for pattern in each if pattern.packages > 1) for each in every]


def by_issue(analysis: Analysis, found: Iterable[Pattern]) -> tuple[Mapping[str, str], ...]:
    """Return patterns by the ids of their issues and outcomes, as many as lists may hold."""
    issues = analysis.model.outline.issues
    named = [{issues[k].id: issues[k].outcomes[outcome].id for k, outcome in each.choices} for each in found]
    return tuple(named[: analysis.options.max_packages])
