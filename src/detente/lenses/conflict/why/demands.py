"""Demands: what each decision maker asks for at this date, what weighs most for it first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.conflict.words import maker_names
from detente.lenses.evidence import say
from detente.lenses.wording import sentence
from detente.methods.gmcr.preference.expressions import StatementError
from detente.methods.gmcr.preference.statements import mentioned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.conflict import DecisionMaker
    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.findings import Statement
    from detente.lenses.conflict.engine.subject import Subject
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand that stands.

    Attributes
    ----------
    said
        It as a sentence, with its evidence.
    awaited
        Whether a step that is not met is demanded by the same side on the same issue.
    """

    said: Statement
    awaited: bool


def demands(analysis: Subject) -> tuple[Demand, ...]:
    """Return what decision makers demand on issues that are not off the table.

    Of one decision maker, first what a step waits for; then a demand on an issue whose outcomes take an option the
    higher the wish stands that speaks of the option; then those on other issues, by the issues' ids.
    """
    situation, found = analysis.situation, []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        asked = [(each, _awaited(situation, each)) for each in _standing(situation, maker.actor)]
        asked.sort(key=lambda pair: (not pair[1], _weight(situation, maker, pair[0]), pair[0].issue))
        found += [Demand(_said(each, name), awaited) for each, awaited in asked]
    return tuple(found)


def _said(demand: Position, name: str) -> Statement:
    return say(f"{name} demands: {sentence(demand.stance or '')}", demand)


def _awaited(situation: Situation, demand: Position) -> bool:
    return any(
        situation.steps[step.id] is Truth.FALSE
        for step in situation.case.steps
        if step.issue == demand.issue and demand.actor in step.demanded_by
    )


def _standing(situation: Situation, actor: str) -> Iterator[Position]:
    for issue, held in situation.positions.get(actor, {}).items():
        if situation.issues.get(issue) is not Truth.FALSE:
            yield from (
                each.position for each in held.standing if each.position.kind == "demand" and each.position.stance
            )


def _weight(situation: Situation, maker: DecisionMaker, demand: Position) -> int:
    """Return the place of the first wish that speaks of an option of the issue; behind all where none does."""
    taken = next((_takes(issue) for issue in situation.case.issues if issue.id == demand.issue), frozenset[str]())
    wishes = (maker.preferences and maker.preferences.statements) or ()
    return next((k for k, wish in enumerate(wishes) if taken & _named(wish.when)), len(wishes))


def _takes(issue: Issue) -> frozenset[str]:
    return frozenset(option for outcome in issue.outcomes for option in outcome.takes or ())


def _named(text: str) -> frozenset[str]:
    try:
        return frozenset(name for name, _ in mentioned(text))
    except StatementError:
        return frozenset()
