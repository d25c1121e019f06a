"""Lengths behind undated steps, and what the days rest on, against twins that read the definitions aloud."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from tests.methods.schedule.networks import Plan, plans

from detente.methods.schedule import lengths as kernel
from detente.methods.schedule.circles import components
from detente.methods.schedule.dates import GATE, Dates, Schedule, Timing
from detente.methods.schedule.lengths import Length, lengths
from detente.methods.schedule.marks import all_behind, marked, marks
from detente.methods.schedule.network import Network
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, Step, network_of
from detente.methods.schedule.ways import ways_to

NOW = 100.0


def scheduled(plan: Plan) -> tuple[Network, Schedule]:
    network = network_of(plan.requirements, plan.met)
    return network, Schedule(network, (*plan.timings, *(GATE,) * (len(network.needs) - network.steps)), NOW)


def longest(plan: Plan, steps: frozenset[int], start: int, side: int) -> float:
    """Return how long after a step the goal comes when all else is there at once: step by step, until all are."""
    days: dict[int, float] = {}
    for _ in range(2 * len(steps) + 2):
        for step in steps:
            if plan.fulfilled(plan.requirements[step], frozenset(days)):
                takes = plan.timings[step].slow if side else plan.timings[step].quick
                days[step] = 0.0 if step == start else _begun(plan, plan.requirements[step], days, takes)
    return days[plan.goal]


def _begun(plan: Plan, part: Requirement, days: dict[int, float], takes: float) -> float:
    if isinstance(part, Step):
        if plan.met[part.number]:
            return -inf
        day = days.get(part.number, inf)
        return day + max(takes, part.gap) if day > -inf else day
    found = [_begun(plan, each, days, takes) for each in part.parts]
    return (min if isinstance(part, AnyOf) else max)(found, default=-inf)


@given(plan=plans(6))
def test_the_length_behind_a_step_is_the_longest_chain_to_the_goal(plan: Plan) -> None:
    network, schedule = scheduled(plan)
    for path in ways_to(network, plan.goal).paths:
        steps = frozenset(node for node in path if node < network.steps)
        starts = [step for step in sorted(steps) if step != plan.goal]
        found = lengths(network, schedule.timings, network.attainable(path), (starts, plan.goal))
        assert found == {step: Length(*(longest(plan, steps, step, side) for side in (0, 1))) for step in starts}


@given(plan=plans(6))
def test_on_paths_that_are_too_large_to_try_a_length_says_no_more_than_is_so(plan: Plan) -> None:
    network, schedule = scheduled(plan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "MOST_WORK", 0)
        for path in ways_to(network, plan.goal).paths:
            steps = frozenset(node for node in path if node < network.steps)
            starts = [step for step in sorted(steps) if step != plan.goal]
            found = lengths(network, schedule.timings, network.attainable(path), (starts, plan.goal))
            for step, (low, high) in found.items():
                assert low <= longest(plan, steps, step, 0)
                assert high >= longest(plan, steps, step, 1)


def test_intervals_add_up_and_what_nobody_dates_in_between_leaves_the_end_open() -> None:
    """X, nobody knows when; Y 60-180 days later, and strictly after W; the goal 30-90 days after Y."""
    waits = (AllOf(()), AllOf((Step(0), Step(3, 1))), AllOf((Step(1),)), AllOf((Step(0),)))
    timings = (Timing(), Timing(quick=60, slow=180), Timing(quick=30, slow=90), Timing())
    network = network_of(waits, [False] * 4)

    found = lengths(network, timings, network.attainable(), ((0, 3), 2))
    assert found == {0: Length(90, inf), 3: Length(90, 270)}


def test_a_strict_requirement_costs_a_day_where_nothing_else_does() -> None:
    waits = (AllOf(()), AllOf((AnyOf((Step(0, 1), Step(2, 1))),)), AllOf(()))
    network = network_of(waits, [False] * 3)
    timings = (Timing(), Timing(quick=0, slow=0), Timing(), GATE)

    (_, path) = ways_to(network, 1).paths
    assert lengths(network, timings, network.attainable(path), ((2,), 1)) == {2: Length(1, 1)}


def sets_behind(network: Network, dates: Dates, step: int) -> set[int]:
    """Return a node and all that it still waits for, among those that have days."""
    seen: set[int] = set()
    pending = [step]
    while pending:
        node = pending.pop()
        if node in dates.earliest and node not in seen:
            seen.add(node)
            pending += [need.node for need in network.open_needs(node)]
    return seen


@given(plan=plans(6))
def test_marks_are_those_of_the_chain_or_of_all_that_is_waited_for(plan: Plan) -> None:
    network, schedule = scheduled(plan)
    own = [1 << node if node < network.steps and node % 2 == 0 else 0 for node in range(len(network.needs))]
    for path in ways_to(network, plan.goal).paths:
        if not path:
            continue
        dates = schedule.path(path, plan.goal)
        behind, found = all_behind(network, dates, own), marks(network, schedule.timings, dates, own)
        for step in (node for node in path if node < network.steps):
            everything = {each for each in sets_behind(network, dates, step) if own[each]}
            chain = {each for each in dates.slowest(step) if own[each]}
            assert set(marked(behind[step])) == everything
            by_date = dates.latest[step] in (plan.timings[step].last, inf)
            assert set(marked(found[step])) == (chain if by_date else everything)
            assert chain <= everything


def test_the_first_few_of_a_set() -> None:
    assert list(marked(0b101101)) == [0, 2, 3, 5]
    assert list(marked(0b101101, 2)) == [0, 2]
    assert list(marked(0)) == []


def test_ten_thousand_assumptions_in_a_row_take_a_bit_each() -> None:
    count = 10_000
    waits = [AllOf(()) if k == 0 else AllOf((Step(k - 1),)) for k in range(count)]
    network = network_of(waits, [False] * count)
    timings = (Timing(NOW, NOW), *[Timing(quick=1, slow=2)] * (count - 1))
    dates = Schedule(network, timings, NOW).path(range(count), count - 1)

    found = marks(network, timings, dates, [1 << k for k in range(count)])
    assert found[count - 1] == (1 << count) - 1
    assert found[0] == 1


@given(plan=plans(6))
def test_circles_are_the_sets_of_nodes_that_reach_each_other(plan: Plan) -> None:
    network = network_of(plan.requirements, plan.met)
    every = range(len(network.needs))
    waits = {node: [need.node for need in network.open_needs(node)] for node in every}
    unmet = replace(Dates({}, {}, {}, {}), earliest=dict.fromkeys(every, 0.0))
    reach = {node: sets_behind(network, unmet, node) for node in every}

    found = list(components(waits))
    assert sorted(found) == sorted({tuple(sorted(b for b in reach[a] if a in reach[b])) for a in every})
    place = {node: k for k, circle in enumerate(found) for node in circle}
    assert all(place[need] <= place[node] for node in every for need in waits[node])
