"""Pressure: where a settlement would lie on the scale of an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.speech import spoken
from detente.lenses.settlement.issues.result import Issues
from detente.lenses.settlement.issues.words import meaning, number

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.issue import Issue

_MODEL = "compromise"


def balance(matter: Matter) -> str:
    """Return where the pressures on the first issue by name balance; nothing where no position has a number."""
    found = matter.found("settlement", Issues)
    issues = {issue.id: issue for issue in matter.case.issues}
    for name in matter.by_name(found.issues if found is not None else ()):
        place = found.issues[name].models.get(_MODEL) if found is not None else None
        if place is not None and place.value is not None:
            return _words(matter, issues[name], place.value)
    return ""


def _words(matter: Matter, issue: Issue, value: float) -> str:
    if issue.continuum is None:
        return ""
    at = meaning(issue.continuum, value) or f"at {number(issue.continuum, value)}"
    return f"In the model, the pressures on {matter.speech.label(issue.name or spoken(issue.id))} balance {at}."
