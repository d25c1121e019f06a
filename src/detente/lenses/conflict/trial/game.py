"""A game: the conflict at a moment as the page can work with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings.trial import MOST_OPTIONS, Act, Choice, Game, Wants, Wish
from detente.lenses.conflict.joint import consented_to, doing, joint_acts
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.scenarios.outlook import nearest
from detente.lenses.conflict.trial.pools import spelt_out
from detente.lenses.conflict.trial.wishes import wish_of
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import listed
from detente.methods.gmcr.preference.exact_weights import whole_weights
from detente.models.conflict.text import read_conditions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from detente.case.conflict import Preferences
    from detente.findings.trial import Condition
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.trial.pools import Pools
    from detente.methods.gmcr.preference.expressions import Expression

LARGEST_SUM = 1 << 40
"""Sums below are exact in the numbers of the page's script, also beside a red line that counts for more."""

GRAPH = "its states are listed by name, and the page works with options"
MERGED = "some of its states are merged, and the page keeps every state apart"


def too_many(count: int) -> str:
    """Return that so many options that can be taken are too many."""
    return f"{count} options can be taken, and the page goes through the states of {MOST_OPTIONS} at most"


def trouble_of(analysis: Explicit) -> str:
    """Return why the page cannot work with a conflict, or nothing."""
    if not analysis.model.options:
        return GRAPH
    if analysis.model.labels is not None:
        return MERGED
    count = sum(1 for option in analysis.model.options if analysis.situation.options[option].open)
    return too_many(count) if count > MOST_OPTIONS else ""


def game_of(analysis: Explicit, pools: Pools, title: str, closed: Collection[str] = ()) -> Game:
    """Return a conflict as the page can work with it.

    Parameters
    ----------
    analysis
        The conflict, with which there is no trouble.
    pools
        Where what it speaks of is kept.
    title
        What to call it.
    closed
        Options of the status quo that a scenario has closed: it is looked at without them, and so is every outcome
        that has them.
    """
    scenario = analysis.moment.scenario
    return _Reader(analysis, pools).game(title, "" if scenario is None else scenario.id, closed)


class _Reader:
    """Reads one conflict into the pools of a trial."""

    def __init__(self, analysis: Explicit, pools: Pools) -> None:
        self.analysis, self.pools = analysis, pools
        options = analysis.conflict.options
        self.numbers = {
            option.id: pools.choices.number((option.id, Choice(option.label, option.direction))) for option in options
        }
        open_ = [analysis.situation.options[option.id].open for option in options]
        self.places = [k for k, each in enumerate(open_) if each]

    def game(self, title: str, scenario: str, closed: Collection[str]) -> Game:
        analysis, listed_ = self.analysis, tuple(self.numbers.values())
        read, owners = read_conditions(analysis.conflict), analysis.conflict.owners
        quo = analysis.model.status_quo
        return Game(
            title,
            scenario,
            makers=maker_names(analysis),
            options=tuple(listed_[k] for k in self.places),
            owners=tuple(owners[k] for k in self.places),
            ruled_out=tuple(map(self._condition, read.infeasible)),
            wants=tuple(
                self._wants(i, statements, accepted)
                for i, (statements, accepted) in enumerate(zip(read.statements, read.accepted, strict=True))
            ),
            acts=tuple(map(self.pools.acts.number, self._acts())),
            quo=None if quo is None else self._state(quo),
            outcomes=tuple(self._outcomes(closed)),
            notes=tuple(self._notes(closed)),
        )

    def _notes(self, closed: Collection[str]) -> Iterator[str]:
        """Yield what the status quo has lost."""
        conflict = self.analysis.conflict
        lost = dict.fromkeys(f"“{doing(conflict, option)}”" for option in conflict.options if option.id in closed)
        if lost:
            yield f"the status quo, and each outcome that had it, is looked at without {listed(tuple(lost))}"

    def _condition(self, expression: Expression) -> Condition:
        return spelt_out(expression, self.numbers)

    def _state(self, state: int) -> int:
        """Return the number of a state that can be, over the options that can be taken alone."""
        name = self.analysis.model.name(state)
        return int("".join("01"[name[k] == "Y"] for k in self.places) or "0", 2)

    def _wants(self, i: int, statements: Sequence[Expression], accepted: Expression | None) -> Wants:
        accepts = None if accepted is None else self._condition(accepted)
        stated = self.analysis.conflict.decision_makers[i].preferences
        if stated is None:
            return Wants(accepts=accepts)
        if stated.statements is not None:
            wishes = [
                wish_of(self.analysis, item, self._condition(each))
                for item, each in zip(stated.statements, statements, strict=True)
            ]
            return Wants(tuple(map(self.pools.wishes.number, wishes)), accepts=accepts)
        weighed = self._weighed(stated)
        if weighed is None:
            return Wants(ranks=self._ranks(i))
        return Wants(tuple(map(self.pools.wishes.number, weighed)), weighed=True, accepts=accepts)

    def _weighed(self, stated: Preferences) -> list[Wish] | None:
        """Return weights as wishes, the heaviest first; ``None`` where these are none, or no script can add them."""
        if stated.weights is None:
            return None
        options = [option for option in self.analysis.conflict.options if stated.weights.get(option.id)]
        whole = whole_weights([stated.weights[option.id] for option in options])
        if sum(map(abs, whole)) >= LARGEST_SUM:
            return None
        pairs = sorted(zip(options, whole, strict=True), key=lambda pair: -abs(pair[1]))
        return [
            Wish(f"“{option.label}”", self.numbers[option.id], weight=weight)
            if weight > 0
            else Wish(f"no “{option.label}”", ("not", self.numbers[option.id]), weight=-weight)
            for option, weight in pairs
        ]

    def _ranks(self, i: int) -> tuple[tuple[int, ...], ...]:
        payoff, states = self.analysis.model.engine.payoffs[i], self.analysis.states
        levels = payoff[states]
        return tuple(
            tuple(self._state(int(s)) for s in states[levels == level]) for level in np.unique(levels)[::-1].tolist()
        )

    def _acts(self) -> Iterator[Act]:
        """Yield what can be ruled out: what several do together once, and each other option that can be taken."""
        conflict = self.analysis.conflict
        consents, options = consented_to(conflict), conflict.options
        open_ = {options[k].id for k in self.places}
        for joint in joint_acts(conflict):
            if open_ >= joint.consents.keys():
                yield Act(joint.act.label, ("and", *(self.numbers[each] for each in joint.consents)))
        for k in self.places:
            if options[k].id not in consents:
                yield Act(options[k].label, self.numbers[options[k].id])

    def _outcomes(self, closed: Collection[str]) -> Iterator[tuple[int, int]]:
        quo = self.analysis.model.status_quo
        if quo is not None:
            yield self.pools.outcomes.number("The status quo"), self._state(quo)
        for name in self.analysis.model.named:
            state, _ = nearest(self.analysis, name, closed)
            place = self.pools.outcomes.number(f"“{spoken(self.analysis, name)}”")
            yield place, -1 if state is None else self._state(state)
