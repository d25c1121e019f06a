"""Packages for programs: by the ids of their issues, outcomes and parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import UNASKED, Unasked
from detente.lenses.settlement.packages.words import outcomes

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis

UNDER = "packages"
"""The key of the document that all about packages stands under."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A package, and what it is worth.

    Attributes
    ----------
    package
        By issue, the id of its outcome.
    utilities
        By actor, what it is worth to it.
    margins
        By actor, by how much it beats its alternative to a deal; left out where an alternative is not stated.
    possible
        Whether it can be had at this date; ``null`` where it holds an outcome that is not known to be possible, left
        out where the case does not tell.
    """

    package: Mapping[str, str]
    utilities: Mapping[str, float | None]
    margins: Mapping[str, float | None] | Unasked
    possible: bool | Unasked | None


def entries(analysis: Analysis, packages: Iterable[int]) -> tuple[Entry, ...]:
    """Return some packages, as many as lists may hold."""
    return tuple(entry(analysis, int(package)) for package in list(packages)[: analysis.options.max_packages])


def entry(analysis: Analysis, package: int) -> Entry:
    """Return a package, and what it is worth."""
    return Entry(
        chosen(analysis, package),
        by_actor(analysis, analysis.utilities[:, package]),
        UNASKED if analysis.zopa is None else by_actor(analysis, analysis.zopa.gains[:, package]),
        _possible(analysis, package),
    )


def _possible(analysis: Analysis, package: int) -> bool | Unasked | None:
    if analysis.possible is None:
        return UNASKED
    return None if analysis.unknown[package] else bool(analysis.possible[package])


def chosen(analysis: Analysis, package: int) -> dict[str, str]:
    """Return by issue the outcome in a package."""
    numbers = outcomes(analysis, package)
    return {issue.id: issue.outcomes[numbers[issue.id]].id for issue in analysis.model.outline.issues}


def by_actor(analysis: Analysis, values: Iterable[float]) -> dict[str, float | None]:
    """Return a number for each party; ``None`` where it is infinite."""
    return {
        party.actor: round(float(value), 9) if isfinite(value) else None
        for party, value in zip(analysis.model.outline.parties, values, strict=True)
    }
