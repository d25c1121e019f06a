"""What would settle it: the ways to the goal; without a road, the outcomes that would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.assumed import assumed
from detente.brief.matter import answer
from detente.brief.outcomes import holding
from detente.brief.sentences.pressure import balance
from detente.brief.speech import MOST, some
from detente.brief.untold import untold
from detente.brief.ways import called, hedged, paths
from detente.findings import Question
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.findings import Answer
    from detente.methods.schedule.deadlocks import Deadlock
    from detente.models.roadmap.road import Road


def settles(matter: Matter) -> Answer | None:
    """Return which ways lead to the goal, or that none does; where there is no road, which outcomes would hold."""
    road = matter.road
    if road is None:
        return _not_told(matter) or _without_road(matter)
    if road.is_met:
        return None
    if not road.paths:
        because = matter.because("roadmap", "deadlocks")
        return answer(Question.SETTLES, _deadlock(matter, road), because, model=False)
    return answer(Question.SETTLES, _ways(matter, road), matter.because("roadmap", "paths"), model=False)


def _not_told(matter: Matter) -> Answer | None:
    text = untold(matter, "roadmap", "What would settle it")
    return answer(Question.SETTLES, text, matter.because("roadmap", "determination"), model=False)


def _without_road(matter: Matter) -> Answer | None:
    text, because = holding(matter), matter.because("conflict", "matrix", "equilibria", "sets")
    if text:
        return answer(Question.SETTLES, text, because[:1], model=True, assumptions=assumed(matter, "conflict"))
    text, because = balance(matter), matter.because("settlement", "issues")
    return answer(Question.SETTLES, text, because, model=True, assumptions=assumed(matter, "positions"))


def _ways(matter: Matter, road: Road) -> str:
    every = paths(matter, road)
    first = [number for number in every[0].frontier if number != road.goal]
    if len(every) == 1:
        now = some(sorted(hedged(matter, road, number) for number in first))
        goal = matter.speech.quoted(road.model.steps[road.goal].name)
        return f"One way is left, and it waits now for {now}." if now else f"Nothing but {goal} is left."
    named = [called(matter, road, path) for path in every]
    if len(named) > MOST + 1 or not road.complete:
        named = [*named[:MOST], f"{len(named) - MOST} more ways" if road.complete else "other ways"]
    text = sentence(f"{', '.join(named[:-1])}, or {named[-1]}")
    shared = some(sorted(hedged(matter, road, number) for number in first if number in road.shared))
    both = "Both" if len(every) == 2 else "All"
    return f"{text} {both} also need {shared}." if shared else text


def _deadlock(matter: Matter, road: Road) -> str:
    goal = matter.speech.quoted(road.model.steps[road.goal].name)
    circles = sorted(_circle(matter, road, each) for each in road.deadlocks)
    return " ".join((f"No way leads to {goal}.", *circles[:1]))


def _circle(matter: Matter, road: Road, found: Deadlock) -> str:
    """Return what waits for each other, and what would end that if it were given up."""
    speech, steps = matter.speech, road.model.steps
    waiting = some(sorted(speech.quoted(steps[number].name) for number in found.steps))
    pairs = sorted((steps[a].name, steps[b].name) for a, b in found.broken_by)
    ends = f"; that ends if “{pairs[0][0]}” waits no longer for “{pairs[0][1]}”" if pairs else ""
    return sentence(f"these wait for each other: {waiting}{ends}")
