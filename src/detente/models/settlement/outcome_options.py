"""What outcomes mean in the conflict: the options that are taken where an outcome is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case.conflict import Conflict
    from detente.case.issue import Issue, Outcome


def option_ids(conflict: Conflict | None) -> frozenset[str]:
    """Return the ids of all options."""
    return frozenset(option.id for option in (conflict.options if conflict else ()))


def taken(outcome: Outcome, options: Iterable[str]) -> frozenset[str]:
    """Return which of the options are taken where an outcome is chosen: those it lists, or the one of its name."""
    return frozenset((outcome.id,) if outcome.takes is None else outcome.takes) & frozenset(options)


def decided(issue: Issue, options: Iterable[str]) -> frozenset[str]:
    """Return which of the options the outcomes of an issue decide; those that the chosen one does not take are left."""
    return frozenset[str]().union(*(taken(outcome, options) for outcome in issue.outcomes))
