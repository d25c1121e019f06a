"""Packages in words: what they change, by the texts of their outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.settlement.outcome_options import decided, needed, option_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.brief.matter import Matter
    from detente.case.issue import Issue


def words(matter: Matter, package: Mapping[str, str]) -> str:
    """Return outcomes by their texts, in their own order; the issue with an outcome that has none."""
    issues = {issue.id: issue for issue in matter.case.issues}
    return matter.speech.labels(sorted(_told(issues[issue], outcome) for issue, outcome in package.items()))


def _told(issue: Issue, outcome: str) -> str:
    [chosen] = [each for each in issue.outcomes if each.id == outcome]
    return chosen.text or f"{issue.label}: {chosen.label}"


def changed(package: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Return the outcomes of a package that are not so before."""
    return {issue: outcome for issue, outcome in package.items() if before.get(issue) != outcome}


def present(matter: Matter) -> dict[str, str]:
    """Return by issue the outcome that there is already, as far as the status quo tells."""
    conflict = matter.case.conflict
    if conflict is None or conflict.status_quo is None or conflict.graph is not None:
        return {}
    options, quo = option_ids(conflict), frozenset(conflict.status_quo)
    found = {}
    for issue in matter.case.issues:
        done = quo & decided(issue, options)
        alike = [outcome.id for outcome in issue.outcomes if needed(outcome, options) == done]
        if len(alike) == 1:
            found[issue.id] = alike[0]
    return found
