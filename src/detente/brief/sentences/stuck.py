"""Why it is stuck: what is demanded and refused, by whom; then what the model makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.status_quo import held
from detente.findings import Question
from detente.lenses.conflict.why.demands import asked_by, is_awaited
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.brief.matter import Matter
    from detente.case.position import Position
    from detente.findings import Answer


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A demand that stands, and the refusal of it.

    Attributes
    ----------
    demand
        What is demanded.
    refusal
        What another refuses on the same issue; ``None`` where nobody does in as many words.
    """

    demand: Position
    refusal: Position | None


def stuck(matter: Matter) -> Answer | None:
    """Return what is demanded and refused, and whether anybody gains by moving first."""
    said, model = tuple(_said(matter)), held(matter)
    because = (
        *(matter.because("conflict", "impasse") or matter.because("chronicle", "positions") if said else ()),
        *(matter.because("conflict", "determination", "impasse") if model else ()),
    )
    claims = [position.id for position in said if position.assumption and position.id]
    words = [_words(matter, position) for position in said]
    return answer(
        Question.STUCK, " ".join(filter(None, (*words, model))), because, model=bool(model), assumptions=claims
    )


def _said(matter: Matter) -> tuple[Position, ...]:
    """Return the demand to begin with, and its refusal; where nobody refuses it, what another demands."""
    firsts = [each for actor in matter.parties if (each := _quarrel(matter, actor))]
    firsts.sort(key=lambda each: (each.refusal is None, not is_awaited(matter.situation, each.demand)))
    if not firsts:
        return ()
    first = firsts[0]
    if first.refusal is not None:
        return first.demand, first.refusal
    return tuple(each.demand for each in firsts[:2])


def _quarrel(matter: Matter, actor: str) -> Quarrel | None:
    """Return the first demand of an actor that somebody refuses, else its first one."""
    makers = matter.case.conflict.decision_makers if matter.case.conflict else ()
    wishes = next((maker.preferences.statements for maker in makers if maker.actor == actor and maker.preferences), ())
    every = [
        Quarrel(each, next(_refusals(matter, each), None)) for each in asked_by(matter.situation, actor, wishes or ())
    ]
    return next((each for each in every if each.refusal is not None), every[0] if every else None)


def _refusals(matter: Matter, demand: Position) -> Iterator[Position]:
    """Yield what others refuse on the issue of a demand."""
    for actor in matter.by_name(matter.situation.positions):
        held_there = matter.situation.positions[actor].get(demand.issue)
        if actor != demand.actor and held_there is not None:
            yield from (
                each.position
                for each in held_there.standing
                if each.position.kind == "refusal" and each.position.stance
            )


def _words(matter: Matter, position: Position) -> str:
    verb = "refuses" if position.kind == "refusal" else "demands"
    hedge = f" (“{position.hedge}”)" if position.hedge else ""
    name, stance = matter.speech.names[position.actor], matter.speech.within(position.stance or "")
    return sentence(f"{name} {verb}: {stance}{hedge}")
