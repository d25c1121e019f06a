"""When: the first day of each way, and the assumption that it hangs on."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.resting import lasting, others
from detente.brief.speech import some
from detente.brief.ways import called, paths
from detente.findings import Question
from detente.lenses.roadmap.bounds import unmarked
from detente.lenses.roadmap.course import Course
from detente.lenses.roadmap.words import after
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.step import Step
    from detente.findings import Answer
    from detente.models.roadmap.parts import Path
    from detente.models.roadmap.road import Road


def when(matter: Matter) -> Answer | None:
    """Return the soonest day of the goal and what it is counted from, or that there is none."""
    road = matter.road
    if road is None or not road.paths:
        return None
    every, course = paths(matter, road), Course(matter.situation, road)
    because = matter.because("roadmap", "paths")
    told = next((path for path in every if isfinite(path.earliest) or after(course, path.after)), None)
    if told is None:
        return answer(Question.WHEN, _no_date(matter, road, every), because, model=False)
    rest = [path for path in every if path is not told]
    goal = matter.speech.quoted(road.model.steps[road.goal].name)
    by = f"{_by(matter, road, told, every)} " if rest else f"{goal}: "
    timed, more = lasting(road, told), others(road, told)
    when = _at_once(matter, road, told) or f"{unmarked(course, told)}{_assuming(matter, timed, more)}"
    text = f"In the model, {by}{when}.{_others(rest)}"
    resting = [step.id for step in (*timed, *more) if step.assumption]
    return answer(Question.WHEN, text, because, model=True, assumptions=resting)


def _by(matter: Matter, road: Road, told: Path, every: list[Path]) -> str:
    """Return which way is meant: the first of those that are named, or what it is called."""
    return "by the first way," if told is every[0] else f"with {called(matter, road, told)},"


def _at_once(matter: Matter, road: Road, told: Path) -> str:
    """Return that the goal can be reached on the day itself, and what no source dates; nothing where it cannot."""
    today = matter.moment.as_of.interval.latest
    if today is None or not isfinite(told.earliest):
        return ""
    if (told.latest if isfinite(told.latest) else told.earliest) > today.toordinal():
        return ""
    undated = sorted(matter.speech.quoted(road.model.steps[n].name) for n in told.undated if n != road.goal)
    return f"at once{f', but no source dates {some(undated)}' if undated else ''}"


def _no_date(matter: Matter, road: Road, every: list[Path]) -> str:
    """Return that no way has a date, and of the only one what has none."""
    if len(every) > 1:
        return "No way has a date."
    undated = sorted(matter.speech.quoted(road.model.steps[n].name) for n in every[0].undated if n != road.goal)
    return f"No source dates {some(undated)}." if undated else "No source gives a date."


def _others(others: list[Path]) -> str:
    """Return whether the other ways have a date."""
    if not others or any(isfinite(path.earliest) for path in others):
        return ""
    return " The other has no date." if len(others) == 1 else " The others have no date."


def _assuming(matter: Matter, timed: list[Step], more: list[Step]) -> str:
    """Return how long the step is taken to last that weighs most, else what other steps something is assumed of."""
    first = timed[0] if timed else None
    if first is None or first.duration is None:
        return f", on an assumption about {some([matter.speech.quoted(step.name) for step in more])}" if more else ""
    low, high = first.duration.low, first.duration.high
    days = counted(int(high), "day") if low == high else f"{low:g} to {high:g} days"
    return f", on an assumption of {days} for {matter.speech.quoted(first.name)}"
