"""Look at a situation as a road: what has to happen first, and when it could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.evidence import references
from detente.lenses.roadmap import chances, paths, schedule, stuck, what_if
from detente.lenses.roadmap.course import Course
from detente.lenses.roadmap.document import document
from detente.lenses.roadmap.model_document import model_document
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.transition import Old as Findings

if TYPE_CHECKING:
    from detente.situation import Situation


def look(situation: Situation, options: RoadmapOptions | None = None) -> Findings:
    """Return what would settle it, and when.

    Raises
    ------
    AskError
        If the case has no such goal.
    """
    options = options or RoadmapOptions()
    course = Course.of(situation, options.goal)
    found = chances.chances_of(course, draws=options.draws, seed=options.seed)
    chapters = (
        paths.finding(course),
        stuck.finding(course),
        chances.finding(course, found),
        schedule.finding(course),
        what_if.finding(course),
    )
    return Findings(
        "roadmap",
        "What would settle it, and when?",
        tuple(finding for finding in chapters if finding is not None),
        references(situation.case),
        document(course)
        | {"by_date": chances.by_date_document(found)}
        | ({"model": model_document(course)} if options.model else {}),
    )
