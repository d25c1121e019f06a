"""The verdict on a road in short: its paths and their days."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from detente.lenses.look import Look
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.paths import chapter as paths

if TYPE_CHECKING:
    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return whether the goal is met, and every path to it with its first and last day."""
    found = paths.find(Look(moment, RoadmapOptions()))
    each = frozenset((path.steps, path.earliest, path.latest, path.after) for path in found.paths)
    return found.met, each, found.complete
