"""What would settle it: the ways to the goal; without a road, the outcomes that would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.outcomes import holding
from detente.brief.ways import called, hedged, paths
from detente.findings import Question
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.findings import Answer
    from detente.methods.schedule.deadlocks import Deadlock
    from detente.models.roadmap.road import Road

_MOST = 3
"""How many ways, and how many steps, are named."""


def settles(matter: Matter) -> Answer | None:
    """Return which ways lead to the goal, or that none does; where there is no road, which outcomes would hold."""
    road = matter.road
    if road is None:
        if why := matter.why_not("roadmap"):
            because = matter.because("roadmap", "determination")
            return answer(Question.SETTLES, f"What would settle it cannot be told: {why}.", because, model=True)
        text = holding(matter)
        return answer(Question.SETTLES, text, matter.because("conflict", "equilibria", "sets"), model=True)
    if road.is_met:
        return None
    if not road.paths:
        because = matter.because("roadmap", "deadlocks")
        return answer(Question.SETTLES, _deadlock(matter, road), because, model=True)
    return answer(Question.SETTLES, _ways(matter, road), matter.because("roadmap", "paths"), model=True)


def _ways(matter: Matter, road: Road) -> str:
    every = paths(matter, road)
    if len(every) == 1:
        now = sorted(hedged(matter, road, number) for number in every[0].frontier)
        return sentence(f"one way is left, and it waits now for {_row(now)}")
    named = [called(matter, road, path) for path in every[:_MOST]]
    more = [f"{len(every) - _MOST} more" if road.complete else "more"] if len(every) > _MOST else []
    text = sentence(listed([*named, *more], last="or"))
    shared = sorted(hedged(matter, road, n) for n in every[0].frontier if n in road.shared and n != road.goal)
    if shared:
        text += " " + sentence(f"{one_or_many(len(every) - 1, 'either', 'each')} also needs {_row(shared)}")
    return text


def _row(names: list[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = [f"{len(names) - _MOST} more"] if len(names) > _MOST else []
    return listed([*names[:_MOST], *more])


def _deadlock(matter: Matter, road: Road) -> str:
    goal = matter.speech.label(road.model.steps[road.goal].name)
    circles = [_circle(matter, road, each) for each in road.deadlocks]
    circle = min(circles, default="")
    more = (
        f"; there {one_or_many(len(circles) - 1, 'is', 'are')} {counted(len(circles) - 1, 'circle')} more"
        if circles[1:]
        else ""
    )
    return sentence(f"no way leads to this: {goal}. {circle}{more}")


def _circle(matter: Matter, road: Road, found: Deadlock) -> str:
    steps = sorted(matter.speech.label(road.model.steps[number].name) for number in found.steps)
    return f"These wait for each other: {_row(steps)}"
