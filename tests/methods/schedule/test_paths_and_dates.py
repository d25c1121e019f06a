"""Paths, deadlocks and the two passes against a twin that tries every set of steps."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import example, given
from tests.methods.schedule.networks import Plan, plans

from detente.methods.schedule.dates import GATE, Dates, Schedule, Timing, date_path
from detente.methods.schedule.deadlocks import deadlocks
from detente.methods.schedule.network import Network
from detente.methods.schedule.requirements import AllOf, AnyOf, Step, network_of
from detente.methods.schedule.room import delay_of
from detente.methods.schedule.ways import ways_to

NOW = 100.0


def network(plan: Plan) -> Network:
    return network_of(plan.requirements, plan.met)


def dated(plan: Plan, path: tuple[int, ...]) -> Dates:
    found = network(plan)
    gates = (GATE,) * (len(found.needs) - found.steps)
    return date_path(found, (*plan.timings, *gates), path, plan.goal, now=NOW)


def steps_of(plan: Plan, path: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(node for node in path if node < len(plan.met))


@given(plan=plans(6))
def test_the_paths_are_the_smallest_sets_that_work(plan: Plan) -> None:
    found = ways_to(network(plan), plan.goal)

    assert found.complete
    assert sorted(steps_of(plan, path) for path in found.paths) == plan.paths()


CIRCLE = Plan(
    (AllOf((AnyOf((Step(1), Step(2, 1))),)), AllOf((Step(0, 1),)), AllOf(()), AllOf((Step(1),))),
    (False,) * 4,
    (Timing(-inf, inf, 1, 3),) * 4,
)
"""Two steps that wait for each other, one of them or for a third: on a path such circles have an order of their own."""


@example(plan=CIRCLE)
@given(plan=plans(6))
def test_the_forward_pass_is_the_definition_read_aloud(plan: Plan) -> None:
    for path in ways_to(network(plan), plan.goal).paths:
        found = dated(plan, path)
        steps = frozenset(steps_of(plan, path))
        expected = plan.bounds(steps, NOW)
        for step in steps:
            assert (found.earliest[step], found.latest[step]) == expected[step]


@given(plan=plans(6))
def test_a_step_may_use_its_room_and_no_more(plan: Plan) -> None:
    for path in ways_to(network(plan), plan.goal).paths:
        found = dated(plan, path)
        for step in steps_of(plan, path):
            room = found.room.get(step, inf)
            if step == plan.goal or room == inf:
                continue
            for late, same in ((room, True), (room + 1, False)):
                day = found.earliest[step] + late
                moved = plan.timings[step]._replace(first=day, last=max(day, plan.timings[step].last))
                delayed = Plan(plan.requirements, plan.met, (*plan.timings[:step], moved, *plan.timings[step + 1 :]))
                goal = dated(delayed, path).earliest[plan.goal]
                assert (goal == found.earliest[plan.goal]) is same


@given(plan=plans(6, circles=False))
def test_the_cost_of_a_delay_is_what_the_passes_say_where_nothing_can_make_up_for_it(plan: Plan) -> None:
    found = network(plan)
    timings = (*plan.timings, *(GATE,) * (len(found.needs) - found.steps))
    for path in ways_to(found, plan.goal).paths:
        dates = dated(plan, path)
        if dates.earliest.get(plan.goal, -inf) == -inf:
            continue
        for step in steps_of(plan, path):
            timing = timings[step]
            late = timing._replace(quick=timing.quick + 17)
            changed = (*timings[:step], late, *timings[step + 1 :])
            later = date_path(found, changed, path, plan.goal, now=NOW).earliest[plan.goal] - dates.earliest[plan.goal]
            cost = delay_of(Schedule(found, timings, NOW), dates, step, late)
            alternatives = any(found.any_of[node] and len(found.open_needs(node)) > 1 for node in path)
            assert cost == later or (alternatives and cost >= later)


@given(plan=plans(6))
def test_deadlocks_are_circles_of_steps_that_cannot_come_about(plan: Plan) -> None:
    found = network(plan)
    unmet = frozenset(s for s, met in enumerate(plan.met) if not met)
    can: frozenset[int] = frozenset()
    while more := {s for s in unmet - can if plan.fulfilled(plan.requirements[s], can)}:
        can |= more

    blocked = {step for deadlock in deadlocks(found) for step in deadlock.steps}
    assert not blocked & can
    assert bool(blocked) == (can != unmet)
    for deadlock in deadlocks(found):
        for step in deadlock.steps:  # from every step of it one comes back to it
            assert step in _behind(found, step)


def _behind(found: Network, step: int) -> set[int]:
    seen: set[int] = set()
    pending = [step]
    while pending:
        fresh = {need for need, _ in found.steps_behind(pending.pop())} - seen
        seen |= fresh
        pending += fresh
    return seen


def test_mutual_preconditions_are_broken_by_giving_up_either() -> None:
    """North waits for South, South for North: whoever gives way first ends it."""
    found = network_of([AllOf((Step(1),)), AllOf((Step(0),)), AllOf((Step(0), Step(1)))], [False] * 3)

    (deadlock,) = deadlocks(found)
    assert (deadlock.steps, deadlock.broken_by) == ((0, 1), ((0, 1), (1, 0)))
    assert ways_to(found, 2).paths == ()


def test_an_alternative_leads_out_of_a_circle() -> None:
    """North waits for South or for a guarantee; then the circle is no deadlock, and the path goes by the guarantee."""
    waits = [AllOf((AnyOf((Step(1), Step(2))),)), AllOf((Step(0),)), AllOf(()), AllOf((Step(1),))]
    found = network_of(waits, [False] * 4)

    assert deadlocks(found) == ()
    assert [tuple(n for n in path if n < 4) for path in ways_to(found, 3).paths] == [(0, 1, 2, 3)]


def test_a_double_circle_is_not_broken_by_one_relaxation_outside_it() -> None:
    """A figure of eight: 0-1 and 1-2; giving up one edge of a loop leaves the other loop standing."""
    found = network_of([AllOf((Step(1),)), AllOf((Step(0), Step(2))), AllOf((Step(1),))], [False] * 3)

    (deadlock,) = deadlocks(found)
    assert (deadlock.steps, deadlock.broken_by) == ((0, 1, 2), ())


def test_the_flagship_s_arithmetic_by_hand() -> None:
    """Elections on 7 June 2026; 50 days later the referendum; undated companions leave a lower bound."""
    june = 739774.0  # 2026-06-07
    waits = [AllOf(()), AllOf((Step(0, 1),)), AllOf(()), AllOf((Step(1), Step(2)))]
    timings = (Timing(june, june), Timing(quick=50, slow=50), Timing(), Timing(quick=0, slow=0))
    plan = Plan(tuple(waits), (False,) * 4, timings)

    found = date_path(network(plan), timings, (0, 1, 2, 3), 3, now=june - 300)
    assert found.earliest[3] == june + 50  # 27 July 2026; a day is strictly after the elections anyway
    assert found.latest[3] == inf
    assert found.slowest(3) == (0, 1, 3)


def test_more_choices_than_are_followed_are_reported() -> None:
    """Twelve alternatives of two each: 4,096 paths, of which 100 are followed."""
    pairs = [AnyOf((Step(2 * k), Step(2 * k + 1))) for k in range(12)]
    found = network_of([*[AllOf(())] * 24, AllOf(tuple(pairs))], [False] * 25)

    few, all_ = ways_to(found, 24, most=100), ways_to(found, 24, most=5000)
    assert (len(few.paths), few.complete) == (100, False)
    assert (len(all_.paths), all_.complete) == (4096, True)


@pytest.mark.slow
def test_ten_thousand_steps_in_a_row_are_one_path() -> None:
    chain = [AllOf(()) if k == 0 else AllOf((Step(k - 1),)) for k in range(10_000)]
    found = network_of(chain, [False] * 10_000)

    (path,) = ways_to(found, 9_999).paths
    assert len(path) == 10_000
    timings = (Timing(NOW, NOW), *[Timing(quick=1, slow=2)] * 9_999)
    dates = date_path(found, timings, path, 9_999, now=NOW)
    assert (dates.earliest[9_999], dates.latest[9_999]) == (NOW + 9_999, NOW + 2 * 9_999)
    closed = network_of([AllOf((Step(9_999),)), *chain[1:]], [False] * 10_000)
    assert len(deadlocks(closed)[0].steps) == 10_000


def test_a_requirement_on_no_step_is_refused() -> None:
    with pytest.raises(ValueError, match="5 is not one of 2 steps"):
        network_of([AllOf((Step(5),)), AllOf(())], [False, False])
    with pytest.raises(ValueError, match="1 requirements for 2 steps"):
        network_of([AllOf(())], [False, False])


def test_an_alternative_that_comes_first_is_no_path_where_another_is_needed_anyway() -> None:
    """The goal needs X, behind Y, and one of X and W: with W there is one step more than must be."""
    waits = [AllOf(()), AllOf((Step(0),)), AllOf(()), AllOf((Step(1), AnyOf((Step(1), Step(2)))))]

    found = ways_to(network_of(waits, [False] * 4), 3)
    assert [tuple(node for node in path if node < 4) for path in found.paths] == [(0, 1, 3)]


def test_what_an_alternative_on_the_same_path_makes_up_for_is_room() -> None:
    """A and B come on day 100; S comes 50 days after either, C with both, the goal after S and C: each may wait 50."""
    either = AllOf((AnyOf((Step(0), Step(1))),))
    waits = [AllOf(()), AllOf(()), either, AllOf((Step(0), Step(1))), AllOf((Step(2), Step(3)))]
    timings = (Timing(NOW, NOW), Timing(NOW, NOW), Timing(quick=50, slow=50), GATE, GATE, GATE)
    found = network_of(waits, [False] * 5)

    (path,) = ways_to(found, 4).paths
    dates = date_path(found, timings, path, 4, now=NOW)
    assert dates.earliest[4] == NOW + 50
    assert [dates.room[step] for step in range(5)] == [50, 50, 0, 50, 0]


def test_a_chain_holds_no_step_that_might_come_later() -> None:
    """B comes with C, and the goal a day after either: it hangs on C, without which B is no sooner."""
    waits = [AllOf((Step(1),)), AllOf(()), AllOf((Step(0), AnyOf((Step(0, 1), Step(1, 1)))))]
    timings = (Timing(quick=0, slow=90), Timing(NOW, NOW), Timing(), GATE)
    found = network_of(waits, [False] * 3)

    (path,) = ways_to(found, 2).paths
    dates = date_path(found, timings, path, 2, now=NOW)
    assert [node for node in dates.slowest(2) if node < 3] == [1, 2]
    assert dates.room[0] == 1


def test_a_duration_counts_from_the_date_of_the_analysis_where_nobody_says_since_when() -> None:
    waits = [AllOf(()), AllOf(()), AllOf((Step(0), Step(1))), AllOf((Step(1, 1),))]
    timings = (Timing(50, 50), Timing(), Timing(quick=7, slow=9), GATE)
    found = network_of(waits, [True, True, False, False])

    days = Schedule(found, timings, NOW).path((2, 3))
    assert (days.earliest[2], days.latest[2]) == (NOW + 7, NOW + 9)
    assert (days.earliest[3], days.latest[3]) == (NOW, NOW + 1)  # the day before, or on the day itself
