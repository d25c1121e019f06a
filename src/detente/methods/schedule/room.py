"""Delays: by how much the goal of a path is later when one step takes longer than it has room for."""

from __future__ import annotations

from collections import ChainMap
from math import inf
from typing import TYPE_CHECKING

from detente.methods.schedule.passes import Pass

if TYPE_CHECKING:
    from detente.methods.schedule.dates import Dates, Schedule, Timing


def delay_of(schedule: Schedule, dates: Dates, node: int, late: Timing) -> float:
    """Return by how much the goal is later when one step has another timing and all else stays as early as it is.

    Where alternatives meet on the path another one may make up for some of it: then this is the most [days].

    Parameters
    ----------
    dates
        The dates of a path with this step, whose goal has an earliest day.
    node, late
        The step, and its other timing.
    """
    start = Pass(schedule.network, ChainMap(dates.earliest, schedule.begun[0]), schedule.loose).start(node)
    moved = max(schedule.ready(node, start, late), schedule.own_day(late))
    day = dates.earliest[node]
    return max(0.0, moved - day - dates.room[node]) if day > -inf else 0.0
