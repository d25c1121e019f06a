"""What is put in: how much each issue and condition weighs for a party, and what it takes outcomes to be worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.evidence import row_of
from detente.lenses.settlement.packages.words import condition_name, outcome_name, party_names, stated_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.issue import Issue
    from detente.case.settlement import Party
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.models.settlement.outline import Outline

_MOST = 60
"""With more outcomes and conditions than this the numbers are not listed: the case has them."""

_REASONS = "for the reasons given with each party"


def table(analysis: Analysis) -> Table | None:
    """Return weights and values as the case states them; ``None`` where there are very many."""
    outline = analysis.model.outline
    if sum(len(issue.outcomes) for issue in outline.issues) + len(outline.conditions) > _MOST:
        return None
    columns = [Column(party.actor, name) for party, name in zip(outline.parties, party_names(analysis), strict=True)]
    rows = [*_whole(analysis), *(_issue(analysis, issue) for issue in outline.issues)]
    caption = "What weighs how much, and what outcomes are worth, to whom"
    return Table(
        "inputs",
        caption,
        (Column("what", "Issue or condition"), *columns),
        (*rows, *_conditions(analysis), *_budgets(analysis)),
    )


def _whole(analysis: Analysis) -> Iterator[Row]:
    """Yield what the settlement as a whole rests on, where the case says so."""
    settlement = analysis.situation.case.settlement
    found = (
        row_of((settlement,), "All of them", *(None for _ in analysis.model.outline.parties)) if settlement else None
    )
    if found is not None and not found.is_bare:
        yield found


def _issue(analysis: Analysis, issue: Issue) -> Row:
    """Return what an issue weighs, and what its outcomes are worth, to those to whom it matters."""
    outline = analysis.model.outline
    said = [party for party in outline.parties if outline.matters(party, issue)]
    cells = [_numbers(outline, party, issue) if party in said else None for party in outline.parties]
    row = row_of(said or outline.parties, issue.label, *cells)
    return replace(row, assumption=_REASONS if row.assumption else "")


def _numbers(outline: Outline, party: Party, issue: Issue) -> tuple[str, ...]:
    values = (
        f"{outcome_name(issue, k)}: {stated_range(outline.value(party, issue, outcome.id))}"
        for k, outcome in enumerate(issue.outcomes)
    )
    return f"Weight: {stated_range(outline.weight(party, issue))}", *values


def _conditions(analysis: Analysis) -> Iterator[Row]:
    outline = analysis.model.outline
    for stated in outline.conditions:
        weight = f"Weight: {stated_range(outline.condition_weight(stated))}"
        cells = [weight if party is stated.party else None for party in outline.parties]
        name, why = condition_name(analysis, stated), stated.condition.why
        yield row_of((stated.condition,), f"{name}: {why}" if why else name, *cells)


def _budgets(analysis: Analysis) -> Iterator[Row]:
    """Yield how much each party can pay beside a package, or be paid, where the case says so of some."""
    parties = analysis.model.outline.parties
    if any(party.budget is not None for party in parties):
        cells = (stated_range(party.budget) if party.budget else None for party in parties)
        yield Row(("The most it can pay or be paid", *cells))
