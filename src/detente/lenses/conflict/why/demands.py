"""Demands: what each decision maker asks for at this date, what weighs most for it first, and who refuses it."""

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
    from collections.abc import Iterable, Iterator, Sequence

    from detente.case.conflict import Statement
    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.findings import Statement as Said
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
    actor
        Id of who demands it.
    refused
        What others refuse on the issue, as sentences, in the order of the case.
    """

    said: Said
    awaited: bool
    actor: str
    refused: tuple[Said, ...] = ()


def demands(analysis: Subject) -> tuple[Demand, ...]:
    """Return what decision makers demand on issues that are not off the table.

    Of one decision maker, first what a step waits for; then a demand on an issue whose outcomes take an option the
    higher the wish stands that speaks of the option; then those on other issues, by the issues' ids.
    """
    found = []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        wishes = (maker.preferences and maker.preferences.statements) or ()
        asked = asked_by(analysis.situation, maker.actor, wishes)
        found += [_demand(analysis.situation, each, name) for each in asked]
    return tuple(found)


def asked_by(situation: Situation, actor: str, wishes: Sequence[Statement] = ()) -> list[Position]:
    """Return what one actor demands on issues that are not off the table, in that order, by its wishes."""
    asked = list(_standing(situation, actor))
    asked.sort(key=lambda each: (not is_awaited(situation, each), _weight(situation, wishes, each), each.issue))
    return asked


def is_awaited(situation: Situation, demand: Position) -> bool:
    """Whether a step that is not met is demanded by the same side on the same issue."""
    return any(
        situation.steps[step.id] is Truth.FALSE
        for step in situation.case.steps
        if step.issue == demand.issue and demand.actor in step.demanded_by
    )


def foremost(found: Iterable[Demand]) -> tuple[Demand, ...]:
    """Return of each decision maker its first demand; those that a step waits for come first."""
    first: dict[str, Demand] = {}
    for each in found:
        first.setdefault(each.actor, each)
    return tuple(sorted(first.values(), key=lambda each: not each.awaited))


def _demand(situation: Situation, demand: Position, name: str) -> Demand:
    refused = tuple(_refused(situation, demand))
    return Demand(_said(demand, name), is_awaited(situation, demand), demand.actor, refused)


def _refused(situation: Situation, demand: Position) -> Iterator[Said]:
    names = {actor.id: actor.name for actor in situation.case.actors}
    for actor, issues in situation.positions.items():
        if actor != demand.actor and demand.issue in issues:
            standing = [each.position for each in issues[demand.issue].standing]
            yield from (
                say(f"{names.get(actor, actor)} refuses: {sentence(each.stance)}", each)
                for each in standing
                if each.kind == "refusal" and each.stance
            )


def _said(demand: Position, name: str) -> Said:
    return say(f"{name} demands: {sentence(demand.stance or '')}", demand)


def _standing(situation: Situation, actor: str) -> Iterator[Position]:
    for issue, held in situation.positions.get(actor, {}).items():
        if situation.issues.get(issue) is not Truth.FALSE:
            yield from (
                each.position for each in held.standing if each.position.kind == "demand" and each.position.stance
            )


def _weight(situation: Situation, wishes: Sequence[Statement], demand: Position) -> int:
    """Return the place of the first wish that speaks of an option of the issue; behind all where none does."""
    taken = next((_takes(issue) for issue in situation.case.issues if issue.id == demand.issue), frozenset[str]())
    return next((k for k, wish in enumerate(wishes) if taken & _named(wish.when)), len(wishes))


def _takes(issue: Issue) -> frozenset[str]:
    return frozenset(option for outcome in issue.outcomes for option in outcome.takes or ())


def _named(text: str) -> frozenset[str]:
    try:
        return frozenset(name for name, _ in mentioned(text))
    except StatementError:
        return frozenset()
