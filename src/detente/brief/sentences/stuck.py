"""Why it is stuck: what is demanded and refused, by whom; then what the model makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.brief.assumed import assumed
from detente.brief.matter import answer
from detente.brief.sentences.region import region
from detente.brief.status_quo import hangs, held, otherwise
from detente.brief.untold import untold
from detente.dates import Truth
from detente.dates.words import plain_day
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
    verdict = held(matter)
    not_told = untold(matter, "conflict", "What keeps the dispute open")
    said = _said(matter) or (() if verdict or not_told else _alone(matter))
    because = (
        *(_shown(matter, said) if said else ()),
        *(matter.because("conflict", "impasse") if verdict else ()),
        *(matter.because("conflict", "uncertainty") if hangs(matter) else ()),
        *(matter.because("conflict", "perceptions") if verdict and otherwise(matter) else ()),
        *(matter.because("conflict", "determination") if not_told else ()),
    )
    own = "" if said or verdict or not_told else region(matter)
    because += matter.because("system", "region") if own else ()
    carrying = [position.id for position in said if position.assumption and position.id]
    carrying += assumed(matter, "conflict") if verdict else ()
    words = (*_spoken(matter, said), verdict, not_told, own)
    model = bool(verdict or own)
    return answer(Question.STUCK, " ".join(filter(None, words)), because, model=model, assumptions=carrying)


def _shown(matter: Matter, said: tuple[Position, ...]) -> tuple[str, ...]:
    """Return where demands are told, with the conflict or with what each side wants."""
    shown = matter.because("conflict", "impasse") if all(each.kind == "demand" for each in said) else ()
    return shown or matter.because_first("chronicle", "grid", "positions")


def _said(matter: Matter) -> tuple[Position, ...]:
    """Return the demand to begin with, and what is said against it; where nothing is, what another demands."""
    firsts = [each for actor in matter.parties if (each := _quarrel(matter, actor))]
    firsts.sort(key=lambda each: (each.refusal is None, *_rank(matter, each.demand)))
    if not firsts:
        return () if _awaited(matter) else _stances(matter)
    first = firsts[0]
    if first.refusal is not None:
        return first.demand, first.refusal
    reply = next((each for actor in matter.parties for each in _claims(matter, first.demand, actor)), None)
    if reply is not None:
        return first.demand, reply
    return tuple(each.demand for each in firsts[:2])


def _claims(matter: Matter, demand: Position, actor: str) -> list[Position]:
    """Return what another actor claims on the issue of a demand."""
    there = matter.situation.positions.get(actor, {}).get(demand.issue)
    positions = [each.position for each in there.standing] if there is not None else []
    return [each for each in positions if each.kind == "claim" and each.stance and actor != demand.actor]


def _awaited(matter: Matter) -> frozenset[str]:
    """Return the issues of the steps that the goal still waits for; none where the case does not tell of any."""
    road = matter.road
    steps = [road.model.steps[number] for number in road.required] if road is not None else []
    truths = matter.situation.steps
    return frozenset(step.issue for step in steps if step.issue is not None and truths[step.id] is not Truth.TRUE)


def _not_yet_said(matter: Matter) -> str:
    """Return by when what parties demand on the way to the goal is on record, where that is later than the day."""
    clock, awaited = matter.moment.clock, _awaited(matter)
    asked = (each for each in clock.case.positions if each.kind == "demand" and each.stance)
    dates = [
        clock.calendar.happened(each.date) for each in asked if each.actor in matter.parties and each.issue in awaited
    ]
    later = [days.latest for days in dates if days.latest and days.by(clock.date.interval) is not Truth.TRUE]
    return f"What is demanded on the way there is on record only by {plain_day(min(later))}." if later else ""


def _stances(matter: Matter) -> tuple[Position, ...]:
    """Return what two of them want of one issue, the first by name that is not off the table, where nobody demands."""
    situation = matter.situation
    for issue in matter.by_name(issue.id for issue in matter.case.issues):
        there = (situation.positions.get(actor, {}).get(issue) for actor in matter.parties)
        wanted = [held.latest.position for held in there if held is not None]
        said = tuple(each for each in wanted if each.kind == "stance" and each.stance)
        if len(said) > 1 and situation.issues.get(issue) is not Truth.FALSE:
            return said[:2]
    return ()


def _alone(matter: Matter) -> tuple[Position, ...]:
    """Return the first thing that anybody wants or refuses, by issue and name, that is not off the table."""
    situation = matter.situation
    if _awaited(matter):
        return ()
    for issue in matter.by_name(issue.id for issue in matter.case.issues):
        for actor in matter.by_name(situation.positions):
            there = situation.positions[actor].get(issue)
            positions = (each.position for each in (there.standing if there is not None else ()))
            wanted = (each for each in positions if each.kind != "claim" and each.stance)
            if situation.issues.get(issue) is not Truth.FALSE and (first := next(wanted, None)):
                return (first,)
    return ()


def _rank(matter: Matter, demand: Position) -> tuple[bool, bool]:
    """Return what to order demands by: those first that a step waits for, and of these what only others can do."""
    situation = matter.situation
    others = any(
        situation.steps[step.id] is Truth.FALSE and demand.actor not in step.responsible
        for step in situation.case.steps
        if step.issue == demand.issue and demand.actor in step.demanded_by
    )
    return not is_awaited(situation, demand), not others


def _quarrel(matter: Matter, actor: str) -> Quarrel | None:
    """Return the first demand of an actor that somebody refuses, else its first one."""
    makers = matter.case.conflict.decision_makers if matter.case.conflict else ()
    wishes = next((maker.preferences.statements for maker in makers if maker.actor == actor and maker.preferences), ())
    awaited = _awaited(matter)
    asked = [each for each in asked_by(matter.situation, actor, wishes or ()) if not awaited or each.issue in awaited]
    every = [Quarrel(each, next(_refusals(matter, each), None)) for each in asked]
    return next((each for each in every if each.refusal is not None), every[0] if every else None)


def _refusals(matter: Matter, demand: Position) -> Iterator[Position]:
    """Yield what others refuse on the issue of a demand."""
    for actor in matter.by_name(matter.situation.positions):
        there = matter.situation.positions[actor].get(demand.issue)
        if actor != demand.actor and there is not None:
            positions = (each.position for each in there.standing)
            yield from (each for each in positions if each.kind == "refusal" and each.stance)


def _spoken(matter: Matter, said: tuple[Position, ...]) -> Iterator[str]:
    """Yield what is said, one sentence each; where no demand on the way to the goal is on record, that none is."""
    if not said and matter.conflict is not None:
        yield _not_yet_said(matter)
    yield from (_words(matter, position) for position in said)


def _words(matter: Matter, position: Position) -> str:
    verb = {"refusal": "refuses", "demand": "demands", "claim": "says"}.get(position.kind, "wants")
    hedge = f" (“{position.hedge}”)" if position.hedge else ""
    name, stance = matter.speech.names[position.actor], matter.speech.within(position.stance or "")
    return sentence(f"{name} {verb}: {stance}{hedge}")
