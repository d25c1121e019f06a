"""The whole network of steps as plain data, for exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.lenses.roadmap.days import Told, assumption_of, iso, names_of, told
from detente.lenses.roadmap.links import Gate, in_words, wanted
from detente.lenses.roadmap.words import known_day

if TYPE_CHECKING:
    from detente.case.step import Step
    from detente.lenses.roadmap.course import Course


def model_document(course: Course) -> dict[str, Any]:
    """Return every step with its days and who must act, the gates, and the requirements as the case writes them."""
    parts = [part for step in course.model.steps for part in wanted(step)]
    header = course.situation.case.case
    return {
        "title": header.title or header.id,
        "today": known_day(course.model.now),
        "steps": [_step(course, step) for step in course.model.steps],
        "gates": [part._asdict() for part in parts if isinstance(part, Gate)],
        "requirements": [part._asdict() for part in parts if not isinstance(part, Gate)],
    }


def _step(course: Course, step: Step) -> dict[str, Any]:
    number = course.model.number[step.id]
    done = course.model.network.met[number]
    found = _when(course, number) if done else told(course, number)
    return {
        "id": step.id,
        "name": step.name,
        "status": step.status,
        "met": course.situation.steps[step.id].value,
        "done": done,
        "goal": number == course.goal,
        "paths": [k + 1 for k in found.paths],
        "part": found.apart,
        "earliest": iso(found.earliest),
        "latest": iso(found.latest),
        "after": list(found.after),
        "responsible": list(names_of(course, step.responsible)),
        "demanded_by": list(names_of(course, step.demanded_by)),
        "waits_for": [] if done else list(in_words(course, step)),
        "assumptions": [
            {"step": course.step(each).name, "assumption": assumption_of(course, each)}
            for each in dict.fromkeys((*found.rests_on, number))
            if assumption_of(course, each)
        ],
        "assumptions_more": max(0, found.resting - len(found.rests_on)),
    }


def _when(course: Course, number: int) -> Told:
    """Return the days of a step that is met: those that the case gives it."""
    when = course.situation.calendar.of(course.step(number).date)
    return Told(when.earliest, when.latest, (), (), 0, (), "")
