"""The roadmap for programs: ``detente.roadmap/1``."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from detente.lenses.roadmap.words import known_day
from detente.lenses.transition import document_head

if TYPE_CHECKING:
    from detente.lenses.roadmap.course import Course
    from detente.models.roadmap.parts import Path


def document(course: Course) -> dict[str, Any]:
    """Return the goal, its paths with their dates, and the deadlocks."""
    return document_head("detente.roadmap/1", course.situation) | {
        "goal": course.step(course.goal).id,
        "met": course.situation.steps[course.step(course.goal).id].value,
        "paths": [_path(course, path) for path in course.paths],
        "complete": course.road.complete,
        "deadlocks": [
            {
                "steps": course.ids(found.steps),
                "broken_by": [
                    {"step": course.step(step).id, "requires": course.step(need).id} for step, need in found.broken_by
                ],
            }
            for found in course.road.deadlocks
        ],
    }


def _path(course: Course, path: Path) -> dict[str, Any]:
    steps = [course.step(number) for number in path.steps]
    return {
        "steps": [step.id for step in steps],
        "earliest": known_day(path.earliest),
        "latest": known_day(path.latest),
        "undated": course.ids(path.undated),
        "assumptions": [{"step": step.id, "assumption": step.assumption} for step in steps if step.assumption],
        "after": [{"step": course.step(n).id, "days": [_count(d) for d in days]} for n, days in path.after.items()],
        "waiting_for": course.ids(path.frontier),
        "slowest": [course.step(n).id for n in path.dates.slowest(path.steps[-1]) if n < course.model.network.steps],
        "dates": {
            course.step(number).id: {
                "earliest": known_day(path.dates.earliest[number]),
                "latest": known_day(path.dates.latest[number]),
                "float_days": path.dates.room[number] if isfinite(path.dates.room[number]) else None,
            }
            for number in path.steps
        },
    }


def _count(days: float) -> int | None:
    return int(days) if isfinite(days) else None
