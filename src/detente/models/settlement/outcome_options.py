"""What outcomes mean in the conflict: the options that are taken where an outcome is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.issue import Issue, Outcome


def option_ids(conflict: Conflict | None) -> frozenset[str]:
    """Return the ids of all options."""
    return frozenset(option.id for option in (conflict.options if conflict else ()))


def needed(outcome: Outcome, options: Collection[str]) -> frozenset[str] | None:
    """Return the options that bring an outcome about: those it lists, or the one of its name.

    ``None`` where the case does not say; none where nothing has to be done. What it lists may be missing among the
    options, where these are not read at a date.
    """
    if outcome.takes is not None:
        return frozenset(outcome.takes)
    return frozenset({outcome.id}) if outcome.id in options else None


def says_what_it_needs(case: Case) -> bool:
    """Whether some outcome of a case says which options bring it about, or from when it can be had."""
    options = option_ids(case.conflict)
    return any(
        outcome.available is not None or needed(outcome, options) is not None
        for issue in case.issues
        for outcome in issue.outcomes
    )


def taken(outcome: Outcome, options: Collection[str]) -> frozenset[str]:
    """Return which of the options are taken where an outcome is chosen."""
    return (needed(outcome, options) or frozenset()) & frozenset(options)


def decided(issue: Issue, options: Collection[str]) -> frozenset[str]:
    """Return which of the options the outcomes of an issue decide; those that the chosen one does not take are left."""
    return frozenset[str]().union(*(taken(outcome, options) for outcome in issue.outcomes))
