"""Who agrees to what: the parties and issues that packages are made of, without any arrays."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from detente.case.value import Value
from detente.methods.bargaining.limits import too_many
from detente.models.settlement.conditions import read_package_conditions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case import Case
    from detente.case.issue import Issue, Outcome
    from detente.case.settlement import Party
    from detente.models.flaw import Flaw
    from detente.models.settlement.conditions import Barrier, Stated

_MOST_TRIED = 1 << 14
"""How many combinations of outcomes times conditions are tried at most."""

ONE = Value(low=1, high=1)
NONE = Value(low=0, high=0)


@dataclass(frozen=True, slots=True)
class Outline:
    """The parties that value outcomes, and the issues whose outcomes they value.

    Attributes
    ----------
    parties
        Those that value the outcomes of some issue, in the order of the case.
    issues
        Those whose outcomes some party values, in the order of the case.
    silent
        Parties of which the case does not say what any outcome is worth to them.
    unvalued
        Issues with outcomes that no party values.
    conditions
        What counts beside the issues for those that value outcomes, in the order of the case.
    barriers
        What the parties accept in no case, those that value outcomes and others, in the order of the case.
    unread
        Why other conditions and red lines cannot be read.
    """

    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    silent: tuple[Party, ...]
    unvalued: tuple[Issue, ...]
    conditions: tuple[Stated, ...]
    barriers: tuple[Barrier, ...]
    unread: tuple[Flaw, ...]

    @property
    def count(self) -> int:
        """How many packages there are; none where no party values any outcome."""
        return prod(len(issue.outcomes) for issue in self.issues) if self.issues else 0

    @property
    def refusal(self) -> str | None:
        """Why packages are not worked out: too many of them, or of conditions on them; else ``None``."""
        return too_many(self.count, len(self.conditions) + len(self.barriers))

    @property
    def refusing(self) -> tuple[Party, ...]:
        """Those of the silent parties that accept something in no case."""
        owners = [barrier.party for barrier in self.barriers]
        return tuple(party for party in self.silent if party in owners)

    def weight(self, party: Party, issue: Issue) -> Value:
        """Return how much an issue matters to a party: alike where it weighs none, nothing where it values none.

        Only shares of weights count, so what alone matters to a party has the weight 1.
        """
        weight = _weight(party, issue)
        return ONE if weight.high > 0 and self._mattering(party) == 1 else weight

    def condition_weight(self, stated: Stated) -> Value:
        """Return how much a condition matters to its party; what alone matters to it has the weight 1."""
        weight = stated.condition.weight
        return ONE if weight.high > 0 and self._mattering(stated.party) == 1 else weight

    def _mattering(self, party: Party) -> int:
        """Return how many issues and conditions can matter to a party."""
        issues = sum(_weight(party, each).high > 0 for each in self.issues)
        return issues + sum(each.weight.high > 0 for each in party.conditions)

    def value(self, party: Party, issue: Issue, outcome: str) -> Value:
        """Return what an outcome is worth to a party; nothing where the issue does not matter to it."""
        return party.values.get(issue.id, {}).get(outcome, NONE)

    def matters(self, party: Party, issue: Issue) -> bool:
        """Whether an issue can matter to a party."""
        return self.weight(party, issue).high > 0


def outline_settlement(case: Case) -> Outline:
    """Return who agrees to what."""
    parties = case.settlement.parties if case.settlement else ()
    with_outcomes = tuple(issue for issue in case.issues if issue.outcomes)
    names = {issue.id for issue in with_outcomes}
    read = read_package_conditions(case)
    voiced = tuple(
        party for party in parties if party.conditions or any(party.values[name] for name in names & set(party.values))
    )
    valued = {name for party in voiced for name in names & set(party.values) if party.values[name]}
    if valued or read.stated:
        valued |= {name for each in (*read.stated, *read.barriers) for name in each.issues}
    return Outline(
        voiced,
        tuple(issue for issue in with_outcomes if issue.id in valued),
        tuple(party for party in parties if party not in voiced),
        tuple(issue for issue in with_outcomes if issue.id not in valued),
        read.stated,
        read.barriers,
        read.flaws,
    )


def best_possible(outline: Outline, party: Party) -> float | None:
    """Return what the best package is worth to a party, with all numbers in their middle [0..1].

    Issues that no condition of the party turns on are best each by itself. It is ``None`` where too many combinations
    of the others would have to be tried.
    """
    own = [stated for stated in outline.conditions if stated.party is party]
    tied = [issue for issue in outline.issues if any(issue.id in stated.issues for stated in own)]
    if prod(len(issue.outcomes) for issue in tied) * len(own) > _MOST_TRIED:
        return None
    weights = {issue.id: outline.weight(party, issue).mean for issue in outline.issues}
    stressed = [outline.condition_weight(stated).mean for stated in own]

    def worth(issue: Issue, outcome: Outcome) -> float:
        return weights[issue.id] * outline.value(party, issue, outcome.id).mean

    def together(chosen: Sequence[Outcome]) -> float:
        pairs = list(zip(tied, chosen, strict=True))
        choices = {(issue.id, outcome.id) for issue, outcome in pairs}
        met = sum(weight for weight, stated in zip(stressed, own, strict=True) if stated.holds(choices))
        return met + sum(worth(*pair) for pair in pairs)

    alone = sum(max(worth(issue, each) for each in issue.outcomes) for issue in outline.issues if issue not in tied)
    best = max(together(chosen) for chosen in product(*(issue.outcomes for issue in tied)))
    return (alone + best) / (sum(weights.values()) + sum(stressed))


def _weight(party: Party, issue: Issue) -> Value:
    if not party.values.get(issue.id):
        return NONE
    return party.weights[issue.id] if party.weights else ONE
