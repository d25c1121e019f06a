"""Room: how much later each step of a path may come about without delaying the goal."""

from __future__ import annotations

from collections import ChainMap
from math import floor, inf
from typing import TYPE_CHECKING

from detente.methods.schedule.passes import LATER, Pass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.schedule.dates import Dates, Schedule, Timing

MOST_WORK = 1 << 20
"""How many days are worked out at most where alternatives meet on one path; above, the room is the least there is."""


def room_of(schedule: Schedule, day: Mapping[int, float], binding: Mapping[int, int], goal: int) -> dict[int, float]:
    """Return the room of each node of a path [days]; ``inf`` where no day of it or of the goal is known.

    Parameters
    ----------
    day, binding
        The earliest day of each node, and which need decides it, as :class:`~detente.methods.schedule.dates.Dates` has
        them.
    goal
        The node that must not be delayed.
    """
    room = _backward(schedule, day, binding, goal)
    network = schedule.network
    meet = [node for node in day if len([need for need in network.open_needs(node) if need.node in day]) > 1]
    if day[goal] == -inf or not any(network.any_of[node] for node in meet) or len(day) ** 2 > MOST_WORK // 16:
        return room
    order = tuple(network.attainable(day))
    dated = (node for node in day if node < network.steps and day[node] > -inf and node != goal)
    return room | {node: _tried(schedule, order, (node, goal), room[node]) for node in dated}


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


def _backward(schedule: Schedule, day: Mapping[int, float], binding: Mapping[int, int], goal: int) -> dict[int, float]:
    """Return the room of each node as far as the needs that decide the days tell, from the goal back."""
    network = schedule.network
    due = dict.fromkeys(day, inf)
    due[goal] = day[goal] if day[goal] > -inf else inf
    for node in reversed(list(day)):
        if node < network.steps:
            due[node] = _whole(due[node])
        limit = due[node] if node >= network.steps else _last_start(due[node], schedule.timings[node].quick)
        for need in network.open_needs(node):
            if need.node in due and (not network.any_of[node] or binding.get(node) == need.node):
                due[need.node] = min(due[need.node], limit - LATER * need.gap)
    return {node: _whole(due[node]) - early if early > -inf else inf for node, early in day.items()}


def _last_start(due: float, takes: float) -> float:
    """Return the last start from which something that takes so long comes about by a day."""
    return min(due, due - takes + LATER)


def _whole(day: float) -> float:
    return float(floor(day)) if day < inf else day


def _tried(schedule: Schedule, order: tuple[int, ...], ends: tuple[int, int], least: float) -> float:
    """Return the room of a step by trying how late it may be, where it is at least so much."""
    node, goal = ends
    on_time, early = schedule.day_of(order, goal, {}), schedule.day_of(order, node, {})
    low = least if least < inf else 0.0
    step = 1.0

    def delays(room: float) -> bool:
        return schedule.day_of(order, goal, {node: early + room}) > on_time

    if not delays(inf):
        return inf
    while not delays(low + step):
        low, step = low + step, 2 * step
    high = low + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if delays(middle) else (middle, high)
    return low
