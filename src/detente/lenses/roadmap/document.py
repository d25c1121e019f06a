"""The roadmap for programs: ``detente.roadmap/1``."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from detente.lenses.lens import document_head

if TYPE_CHECKING:
    from detente.lenses.roadmap.course import Course, Path


def document(course: Course) -> dict[str, Any]:
    """Return the goal, its paths with their dates, and the deadlocks."""
    return document_head("detente.roadmap/1", course.situation) | {
        "goal": course.step(course.goal).id,
        "met": course.situation.steps[course.step(course.goal).id].value,
        "paths": [_path(course, path) for path in course.paths],
        "complete": course.complete,
        "deadlocks": [
            {
                "steps": course.ids(found.steps),
                "broken_by": [
                    {"step": course.step(step).id, "requires": course.step(need).id} for step, need in found.broken_by
                ],
            }
            for found in course.deadlocks
        ],
    }


def iso(day: float) -> str | None:
    """Return a day as an ISO date; ``None`` where it has no bound, or lies outside the calendar."""
    inside = isfinite(day) and date.min.toordinal() <= day <= date.max.toordinal()
    return date.fromordinal(int(day)).isoformat() if inside else None


def _path(course: Course, path: Path) -> dict[str, Any]:
    steps = [course.step(number) for number in path.steps]
    return {
        "steps": [step.id for step in steps],
        "earliest": iso(path.earliest),
        "latest": iso(path.latest),
        "undated": course.ids(path.undated),
        "assumptions": [{"step": step.id, "assumption": step.assumption} for step in steps if step.assumption],
        "waiting_for": course.ids(path.frontier),
        "slowest": [course.step(n).id for n in path.dates.slowest(path.steps[-1]) if n < course.model.network.steps],
        "dates": {
            course.step(number).id: {
                "earliest": iso(path.dates.earliest[number]),
                "latest": iso(path.dates.latest[number]),
                "float_days": path.dates.room[number] if isfinite(path.dates.room[number]) else None,
            }
            for number in path.steps
        },
    }
