"""Packages in words: what they change, by the texts of their outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.speech import spoken
from detente.findings import Unasked
from detente.models.settlement.outcome_options import decided, needed, option_ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.brief.matter import Matter
    from detente.lenses.settlement.packages.entries import Entry

_MOST = 5
"""Outcomes that are named of a package."""


def row(matter: Matter, package: Mapping[str, str]) -> str:
    """Return outcomes in a row, by their texts in their own order."""
    return matter.speech.row(_texts(matter, package), _MOST) or "things as they are"


def labels(matter: Matter, package: Mapping[str, str]) -> str:
    """Return outcomes that belong together, each in quotation marks."""
    return " with ".join(f"“{text}”" for text in _texts(matter, package))


def _texts(matter: Matter, package: Mapping[str, str]) -> list[str]:
    return sorted(outcome_text(matter, issue, outcome) for issue, outcome in package.items())


def outcome_text(matter: Matter, issue: str, outcome: str) -> str:
    """Return the text of an outcome; the issue with its id as words where it has none."""
    [about] = [each for each in matter.case.issues if each.id == issue]
    [chosen] = [each for each in about.outcomes if each.id == outcome]
    text = chosen.text or f"{about.name or spoken(about.id)}: {spoken(chosen.id)}"
    return text.rstrip(".")


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


def best(matter: Matter, entries: Sequence[Entry]) -> Entry:
    """Return what leaves most to whoever gains least; of several the first by its words."""
    most = max(map(least, entries))
    return min((each for each in entries if least(each) == most), key=lambda each: _texts(matter, each.package))


def least(entry: Entry) -> float:
    """Return what whoever gains least gains by a package."""
    margins: Mapping[str, float | None] = {} if isinstance(entry.margins, Unasked) else entry.margins
    return min((margin for margin in margins.values() if margin is not None), default=0.0)
