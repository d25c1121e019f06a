"""Assumptions: what packages take for granted where no source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Statement
from detente.lenses.evidence import say
from detente.lenses.settlement.packages.words import condition_name, outcome_name, party_name, stated_range
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.settlement import Party
    from detente.lenses.settlement.packages.analysis import Analysis


def assumed(analysis: Analysis) -> Iterator[Statement]:
    """Yield what packages take for granted, first what the numbers of each party rest on."""
    for party in analysis.model.outline.parties:
        yield from _numbers(analysis, party)
    yield from beside(analysis)


def beside(analysis: Analysis) -> Iterator[Statement]:
    """Yield what packages take for granted beside the numbers that the case states."""
    outline = analysis.model.outline
    for party in outline.parties:
        yield from _left_open(analysis, party)
    unstated = [party_name(analysis, party) for party in outline.parties if party.power is None]
    if unstated:
        yield Statement(f"The bargaining power of {listed(unstated)} is 1.", assumption="the case states none")
    if outline.silent:
        yield from _silent(analysis)
    if outline.unvalued:
        labels = listed([f"“{issue.label}”" for issue in outline.unvalued])
        yield Statement(f"Packages leave {labels} out.", assumption="no party values the outcomes")
    other = " but by the conditions that are stated" if outline.conditions else ""
    text = f"What an outcome is worth does not depend on the other issues{other}."
    yield Statement(text, assumption="utilities are added")
    yield from _had(analysis)


def _had(analysis: Analysis) -> Iterator[Statement]:
    """Yield what is taken for granted about which outcomes can be had."""
    if analysis.prospects is None:
        yield Statement("Every package counts as possible.", assumption=_UNNEEDING)
    for issue, outcomes in zip(analysis.model.outline.issues, analysis.prospects or (), strict=False):
        for k, outcome in enumerate(outcomes):
            for need in outcome.lacking(Truth.TRUE):
                if need.assumed:
                    text = f"“{issue.label}: {outcome_name(issue, k)}” can be had: this {need.reason}."
                    yield Statement(text, assumption="what was planned came about")


def _silent(analysis: Analysis) -> Iterator[Statement]:
    """Yield that packages do not wait for parties of which the case does not say what outcomes are worth to them."""
    waiting = [party for party in analysis.model.outline.silent if party not in analysis.model.outline.refusing]
    plain = [party for party in waiting if not party.assumption]
    for party in analysis.model.outline.refusing:
        name = party_name(analysis, party)
        yield Statement(f"Of {name}, nothing but its red lines counts for packages.", assumption=_UNVALUED)
    for party in waiting:
        if party.assumption:
            yield say(f"Packages do not wait for the consent of {party_name(analysis, party)}.", party)
    if plain:
        names_of = listed([party_name(analysis, party) for party in plain])
        yield Statement(f"Packages do not wait for the consent of {names_of}.", assumption=_SILENT)


def _numbers(analysis: Analysis, party: Party) -> Iterator[Statement]:
    """Yield what the numbers of one party rest on, as the case says."""
    name = party_name(analysis, party)
    if party.assumption:
        yield say(f"What packages and no deal are worth to {name}.", party)
    for stated in analysis.model.outline.conditions:
        if stated.party is party and stated.condition.assumption:
            what, weight = condition_name(analysis, stated), stated_range(stated.condition.weight)
            yield say(f"{what} counts for {name} with a weight of {weight}.", stated.condition)


def _left_open(analysis: Analysis, party: Party) -> Iterator[Statement]:
    """Yield what is taken for granted of one party where the case states nothing."""
    outline, name = analysis.model.outline, party_name(analysis, party)
    if not party.weights and sum(outline.matters(party, issue) for issue in outline.issues) > 1:
        yield Statement(f"All issues whose outcomes {name} values matter to it alike.", assumption=_UNWEIGHED)
    own = [stated for stated in outline.conditions if stated.party is party]
    turned_on = frozenset[str]().union(*(stated.issues for stated in own))
    mattering = [issue for issue in outline.issues if outline.matters(party, issue) or issue.id in turned_on]
    unconcerned = [f"“{issue.label}”" for issue in outline.issues if issue not in mattering]
    if unconcerned:
        verb = one_or_many(len(unconcerned), "does", "do")
        yield Statement(f"{listed(unconcerned)} {verb} not matter to {name}.", assumption=_UNCONCERNED)
    scales = {issue.id: issue.label for issue in analysis.situation.case.issues if not issue.outcomes}
    left_out = [f"“{scales[issue]}”" for issue, weight in party.weights.items() if issue in scales and weight.high]
    if left_out:
        text = f"What {listed(left_out)} {one_or_many(len(left_out), 'weighs', 'weigh')} for {name} is left out."
        yield Statement(text, assumption="packages are made of issues with outcomes")


_UNNEEDING = "the case says of no outcome what brings it about, or from when it can be had"
_UNWEIGHED = "the case gives no weights"
_UNCONCERNED = "the case states neither a weight above 0 nor values"
_SILENT = "the case does not say what any outcome is worth to them"
_UNVALUED = "the case does not say what any outcome is worth to it"


def rests(analysis: Analysis) -> str:
    """Return the end of a headline that says whether it rests on assumptions of the case."""
    on = any(party.assumption for party in analysis.model.outline.parties)
    return ", on the case’s assumptions" if on else ""
