"""The roadmap worked out by brute force, from the definitions alone.

Nothing of Detente is imported, and nothing is clever: every subset of the steps is tried as a path, days are relaxed
until they no longer change, a step's room is found by delaying the step, and a circle by looking who can be reached.

A network is a plain dictionary, shaped like the case file: ``as_of``, ``goal``, and ``steps`` with ``id``, ``status``,
``date`` (``2026``, ``2026-03``, ``2026-03-13``), ``duration`` (a number, ``[low, high]`` or low, mode and high),
``requires`` and ``assumption``; and ``known_until``, where the case says up to when it knows.

How what the definitions leave open is read here
------------------------------------------------
Met
    At the case's own date and later a step of status ``met`` is met, unless it is dated after the day asked about.
    Before, it is met if its date had certainly come; without a date it is not, for the paths. A step of another status
    is not met. What is met was met by ``known_until``, or else by ``as_of``, and not before what it required and is met
    as well, strictly or not; how long it was to take plays no part.
Beyond the case
    Later than ``as_of`` and ``known_until`` a step is taken to have held on the last of its days: of its own date, or
    of the days that the roadmap gives it on the later of these two. It is not, if its date had already passed then (the
    case says that it did not hold), nor if that roadmap has it no earlier than after today (rule 7: no day before its
    requirement's). What is taken to have held is on no path, and its days count as those of a met step.
Plans
    A date that ended before today dates nothing; one that ends today does. Then the step's duration, if it has
    one, dates it; else it is undated.
Accelerates
    Such a requirement, or group of them, is left out wherever it stands: an alternative that only accelerates is none.
Strict
    A group's ``strict`` holds for every step in it. A strictly later step comes ``max(duration, 1)`` days after.
Alternatives
    One that is met already settles the matter, on the day it was met; the others then date nothing.
Undated
    What is met gives an undated step no earliest day, and gives none to a step that also waits for undated ones only:
    the earliest day is what the dated steps *of the path* allow. Nothing unmet comes before today.
Counting
    A duration without requirements, or after a met step without a date, counts from today. Such a step was met today
    at the latest: what comes strictly after it may come today, or tomorrow.
Room
    The most days by which a step may come later than its earliest day with the goal's earliest day unchanged; none is
    known where either has no earliest day.
After
    For every undated step of a path but the goal: by how many days the goal comes after it when it is the step that
    everything else waits for (the longest chain of durations between them; through alternatives, the shortest). The
    most is open (None) where a step without a duration comes after it, dated or not, the goal included: nobody says how
    long that takes.
Deadlocks
    Circles among all steps of the case that cannot come about, whether or not the goal hangs on them. A requirement
    breaks one if, given up wherever that step names that other one, it leaves no circle among these steps. One that is
    given up is read as one that only accelerates: of several alternatives, the others are still asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from tests.twins.roadmap_circles import breakers, circles
from tests.twins.roadmap_days import (
    INFINITE,
    LATE,
    Moment,
    Network,
    Pass,
    closure,
    dates_of,
    day,
    first_day,
    forward,
    is_met,
    is_undated,
    satisfied,
    stand,
)


class Path(NamedTuple):
    """A smallest set of unmet steps, and what is known of it; days are ordinals, or None."""

    steps: frozenset[str]
    days: dict[str, tuple[int | None, int | None]]
    room: dict[str, int | None]
    undated: frozenset[str]
    waiting_for: frozenset[str]
    assumptions: frozenset[str]
    after: dict[str, tuple[int, int | None]]


class Answer(NamedTuple):
    """What the twin says of a network on a day."""

    goal: str
    met: bool
    paths: dict[frozenset[str], Path]
    deadlocks: dict[frozenset[str], frozenset[tuple[str, str]]]


def smallest_sets(moment: Moment, goal: str) -> Iterator[frozenset[str]]:
    """Yield every set of unmet steps that reaches the goal and of which none can be left out."""
    unmet = sorted(set(moment.steps) - set(moment.done))
    found: list[frozenset[str]] = []
    for size in range(1, len(unmet) + 1):
        for chosen in map(frozenset, combinations(unmet, size)):
            if any(smaller <= chosen for smaller in found):
                continue
            if goal in chosen and goal in closure(moment.trees, moment.done, chosen):
                found.append(chosen)
                yield chosen


def path_of(moment: Moment, steps: frozenset[str], goal: str) -> Path:
    """Return everything that is asked of one path."""
    soonest, latest = (forward(moment, Pass(end, steps, {})) for end in (0, 1))
    undated = frozenset(name for name in steps if is_undated(moment, name))
    return Path(
        steps=steps,
        days={name: (_plain(soonest[name]), _plain(latest[name])) for name in steps},
        room={name: _room(moment, soonest, name, goal) for name in steps},
        undated=undated,
        waiting_for=frozenset(
            name for name in steps if all(satisfied(need, moment.done) for need in moment.trees[name])
        ),
        assumptions=frozenset(name for name in steps if moment.steps[name].get("assumption")),
        after={name: _after(moment, steps, name, goal) for name in undated - {goal}},
    )


def _plain(number: float) -> int | None:
    return None if number in (INFINITE, -INFINITE) else int(number)


def _room(moment: Moment, soonest: dict[str, float], name: str, goal: str) -> int | None:
    """Delay a step day by day (by halves, as the goal only ever gets later) until the goal is delayed."""
    if soonest[name] == -INFINITE or soonest[goal] == -INFINITE:
        return None

    def delays(days: int) -> bool:
        late = forward(moment, Pass(0, frozenset(soonest), {name: soonest[name] + days}))
        return late[goal] > soonest[goal]

    least, most = 0, int(soonest[goal] - soonest[name]) + 1
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (least, middle) if delays(middle) else (middle, most)
    return least


def _after(moment: Moment, steps: frozenset[str], name: str, goal: str) -> tuple[int, int | None]:
    least = forward(moment, Pass(0, steps, {name: LATE}))[goal]
    most = forward(moment, Pass(1, steps, {name: LATE}, after=True))[goal]
    return int(least - LATE), (None if most == INFINITE else int(most - LATE))


def answer(network: Network, today: str) -> Answer:
    """Return what the definitions say of a network on a day, or from the first day of a month."""
    moment = stand(network, first_day(today))
    goal = network["goal"]
    sets = () if goal in moment.done else smallest_sets(moment, goal)
    paths = {steps: path_of(moment, steps, goal) for steps in sets}
    found = circles(moment.trees, moment.done)
    step = moment.steps[goal]
    return Answer(
        goal=goal,
        met=is_met(step, dates_of(network), moment.today, day(network["as_of"])),
        paths=paths,
        deadlocks={circle: frozenset(breakers(moment, circle)) for circle in found},
    )
