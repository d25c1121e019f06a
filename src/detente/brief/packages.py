"""Packages in words: what they change, by the texts of their outcomes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.brief.speech import MOST, spoken
from detente.dates import Truth
from detente.findings import Unasked
from detente.lenses.wording import listed
from detente.models.settlement.outcome_options import decided, needed, option_ids
from detente.study.prospects import prospects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.brief.matter import Matter
    from detente.lenses.settlement.packages.entries import Entry

_MOST = 5
"""Outcomes that are named of a package."""


def row(matter: Matter, package: Mapping[str, str]) -> str:
    """Return outcomes in a row, by their texts in their own order."""
    return matter.speech.row(_texts(matter, package), _MOST) or "things as they are"


def labels(matter: Matter, patterns: Sequence[Mapping[str, str]]) -> str:
    """Return outcomes that belong together, each in quotation marks; what shares most with others is told once.

    Of what shares nothing with the first, nothing is told.
    """
    named = sorted(tuple(_texts(matter, pattern)) for pattern in patterns)
    counts = Counter(text for texts in named for text in texts)
    shared = min(counts, key=lambda text: (-counts[text], text))
    others = [" with ".join(f"“{text}”" for text in texts if text != shared) for texts in named if shared in texts]
    if not any(others):
        return f"“{shared}”"
    return f"“{shared}” with {listed(others[:MOST], last='or')}"


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
    """Return by issue the outcome that there is already: the only one left, or as far as the status quo tells."""
    conflict, gone = matter.case.conflict, never(matter)
    left = {each.id: [one.id for one in each.outcomes if (each.id, one.id) not in gone] for each in matter.case.issues}
    found = {issue: outcomes[0] for issue, outcomes in left.items() if len(outcomes) == 1}
    if conflict is None or conflict.status_quo is None or conflict.graph is not None:
        return found
    options, quo = option_ids(conflict), frozenset(conflict.status_quo)
    for issue in matter.case.issues:
        done = quo & decided(issue, options)
        alike = [outcome.id for outcome in issue.outcomes if needed(outcome, options) == done]
        if len(alike) == 1:
            found.setdefault(issue.id, alike[0])
    return found


def never(matter: Matter) -> frozenset[tuple[str, str]]:
    """Return the issue and the id of each outcome that nothing which the case knows of could ever bring about."""
    found = prospects(matter.moment)
    return frozenset(
        (issue.id, outcome.id)
        for issue, own in zip(matter.moment.outline.issues, found or (), strict=found is not None)
        for outcome, prospect in zip(issue.outcomes, own, strict=True)
        if any(need.never for need in prospect.lacking(Truth.FALSE))
    )


def to_be_had(matter: Matter, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the packages that are possible now or may be later: all, where the case does not tell."""
    found = prospects(matter.moment)
    if found is None:
        return tuple(entries)
    gone = never(matter)
    waiting = {
        (issue.id, outcome.id)
        for issue, own in zip(matter.moment.outline.issues, found, strict=True)
        for outcome, prospect in zip(issue.outcomes, own, strict=True)
        if prospect.possible is Truth.FALSE
    }
    kept = (each for each in entries if gone.isdisjoint(each.package.items()))
    return tuple(each for each in kept if each.possible is not False or waiting.intersection(each.package.items()))


def best(matter: Matter, entries: Sequence[Entry]) -> Entry:
    """Return what leaves most to whoever gains least, then to the next; of several the first by its words."""
    most = max(map(_gains, entries))
    return min((each for each in entries if _gains(each) == most), key=lambda each: _texts(matter, each.package))


def least(entry: Entry) -> float:
    """Return what whoever gains least gains by a package."""
    return min(_gains(entry), default=0.0)


def _gains(entry: Entry) -> tuple[float, ...]:
    margins: Mapping[str, float | None] = {} if isinstance(entry.margins, Unasked) else entry.margins
    return tuple(sorted(margin for margin in margins.values() if margin is not None))
