"""Bearings: what a step has to do with the goal, in words, where no path to the goal needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.roadmap.parts import Bearing

if TYPE_CHECKING:
    from detente.models.roadmap.road import Road

_BEARINGS = {
    Bearing.SPARE: "an alternative that nobody needs",
    Bearing.BLOCKED: "it cannot come about, as it waits in a circle",
    Bearing.EASES: "it only makes another step easier",
    Bearing.ELSEWHERE: "it is not of this goal",
}


def apart(road: Road, number: int) -> str:
    """Return what a step that no path needs has to do with the goal."""
    bearing = road.bearing(number)
    if bearing is Bearing.DONE and number not in road.behind:
        bearing = Bearing.EASES if number in road.eased else Bearing.ELSEWHERE
    if bearing is Bearing.SPARE and not road.paths:
        return "the goal waits for it, but no path leads there"
    if bearing is Bearing.SPARE and not road.complete:
        return "on no path that is shown"
    return _BEARINGS.get(bearing, "no path leads there")
