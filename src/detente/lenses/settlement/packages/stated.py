"""Stated: the numbers that the case gives a party, in a sentence with what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.evidence import say
from detente.lenses.settlement.packages.words import condition_name, party_name, stated_range
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from detente.case.settlement import Party
    from detente.findings import Statement
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.models.settlement.conditions import Stated


def worth(analysis: Analysis, party: Party) -> Statement:
    """Return what a party has without a deal, and what each issue weighs for it, the heaviest first."""
    outline, name = analysis.model.outline, party_name(analysis, party)
    weights = [(outline.weight(party, issue), issue.label) for issue in outline.issues if outline.matters(party, issue)]
    told = [f"“{label}” {stated_range(weight)}" for weight, label in sorted(weights, key=lambda pair: -pair[0].mean)]
    if party in outline.silent:
        said = [f"What packages are worth to {name} is not stated."]
    elif party.batna is None:
        said = [f"What no deal is worth to {name} is not stated."]
    else:
        said = [f"No deal is worth {stated_range(party.batna)} to {name}, on a scale from 0 to 1."]
    return say(" ".join((*said, *([f"Its issues weigh: {listed(told)}."] if told else ()))), party)


def weighed(analysis: Analysis, stated: Stated) -> Statement:
    """Return what counts for a party beside the issues, in the words of the case, and how much it weighs."""
    name, weight = party_name(analysis, stated.party), stated_range(analysis.model.outline.condition_weight(stated))
    why = stated.condition.why
    if why:
        return say(f"{sentence(why)} Its weight for {name} is {weight}.", stated.condition)
    return say(f"{condition_name(analysis, stated)} counts for {name} with a weight of {weight}.", stated.condition)
