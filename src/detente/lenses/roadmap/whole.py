"""All that this lens says, until it has chapters."""

from __future__ import annotations

from detente.findings import Finding
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.roadmap.look import look as old
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.transition import Old, Whole


def find(look: Look[RoadmapOptions]) -> Whole:
    """Return the document."""
    return Whole(look.once(_old).document)


def show(found: Whole, look: Look[RoadmapOptions]) -> tuple[Finding, ...]:
    """Return the findings."""
    del found
    return look.once(_old).findings


def _old(look: Look[RoadmapOptions]) -> Old:
    return old(look.situation, look.options)


CHAPTER = Chapter("whole", 0, find, show)
