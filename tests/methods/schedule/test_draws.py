"""Monte Carlo: where nothing is uncertain it is the forward pass; where something is, known distributions."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given
from scipy.stats import triang
from tests.methods.schedule.networks import Plan, plans

from detente.methods.schedule.dates import GATE, Timing, date_path
from detente.methods.schedule.draws import Drawable, Drawn, draw_dates
from detente.methods.schedule.requirements import AllOf, AnyOf, Step, network_of
from detente.methods.schedule.samples import Chance
from detente.methods.schedule.ways import ways_to
from detente.methods.uniforms import BLOCK, uniforms

NOW = 100.0


def drawn(waits: list[AllOf], chances: list[Chance], draws: int = 4096, seed: int = 1) -> Drawn:
    """Draw the last of some steps, none of which is met."""
    network = network_of(waits, [False] * len(waits))
    every = (*chances, *[Chance(GATE)] * (len(network.needs) - len(waits)))
    course = Drawable.of(network, len(waits) - 1)
    inputs = sum(every[node].inputs for node in course.order)
    numbers = uniforms(inputs, draws, np.random.default_rng(seed))
    return draw_dates(network, every, course, now=NOW, numbers=numbers)


@given(plan=plans(6))
def test_without_doubt_the_goal_comes_when_its_quickest_path_says(plan: Plan) -> None:
    sure = tuple(t._replace(last=t.first if t.first > -inf else inf) for t in plan.timings)
    sure = tuple(t._replace(slow=t.quick if t.slow < inf else inf) for t in sure)
    network = network_of(plan.requirements, plan.met)
    timings = (*sure, *(GATE,) * (len(network.needs) - len(sure)))
    course = Drawable.of(network, plan.goal)
    if plan.met[plan.goal]:
        return
    paths = ways_to(network, plan.goal).paths
    expected = min((date_path(network, timings, p, plan.goal, now=NOW).earliest[plan.goal] for p in paths), default=inf)

    found = draw_dates(network, [Chance(t) for t in timings], course, now=NOW, numbers=iter([np.empty((0, 3))]))

    assert found.goal.tolist() == [expected] * 3


def test_durations_follow_the_triangle_between_low_mode_and_high() -> None:
    found = drawn([AllOf(())], [Chance(Timing(quick=30, slow=90), mode=50)], draws=BLOCK)
    days = np.sort(found.goal) - NOW

    expected = triang.ppf((np.arange(BLOCK) + 0.5) / BLOCK, c=(50 - 30) / 60, loc=30, scale=60)
    assert np.abs(days - expected).max() <= 1.0  # whole days


def test_a_date_is_any_day_of_its_interval_alike() -> None:
    found = drawn([AllOf(())], [Chance(Timing(first=110, last=119))])
    days, counts = np.unique(found.goal, return_counts=True)

    assert days.tolist() == list(range(110, 120))
    assert np.abs(counts / found.goal.size - 0.1).max() < 0.01


def test_chances_multiply_along_a_chain_and_alternatives_help() -> None:
    half = Chance(Timing(first=110, last=110), succeeds=(0.5, 0.5))
    goal = Chance(Timing(quick=0, slow=0))
    chain = drawn([AllOf(()), AllOf((Step(0),)), AllOf((Step(1),))], [half, half, goal], draws=1 << 14)
    either = drawn([AllOf(()), AllOf(()), AllOf((AnyOf((Step(0), Step(1))),))], [half, half, goal], draws=1 << 14)

    assert np.isfinite(chain.goal).mean() == pytest.approx(0.25, abs=0.01)
    assert np.isfinite(either.goal).mean() == pytest.approx(0.75, abs=0.01)
    assert set(chain.goal.tolist()) == {110.0, inf}


def test_a_doubtful_chance_counts_with_its_middle() -> None:
    found = drawn([AllOf(())], [Chance(Timing(first=110, last=110), succeeds=(0.4, 0.7))], draws=1 << 14)

    assert np.isfinite(found.goal).mean() == pytest.approx(0.55, abs=0.01)


def test_the_slower_of_two_is_critical_as_often_as_geometry_says() -> None:
    """One takes 0-1000 days, the other 0-2000: the second is slower in three quarters of the square."""
    short, long = Chance(Timing(quick=0, slow=1000)), Chance(Timing(quick=0, slow=2000))
    goal = Chance(Timing(quick=0, slow=0))
    found = drawn([AllOf(()), AllOf(()), AllOf((Step(0), Step(1)))], [short, long, goal], draws=1 << 14)

    assert found.critical.tolist() == pytest.approx([0.25, 0.75, 1.0], abs=0.01)


def test_what_its_own_date_binds_hangs_on_nothing_before() -> None:
    early, late = Chance(Timing(quick=5, slow=5)), Chance(Timing(first=200, last=200))
    found = drawn([AllOf(()), AllOf((Step(0),))], [early, late])

    assert set(found.goal.tolist()) == {200.0}
    assert found.critical.tolist() == [0.0, 1.0]


def test_the_same_seed_gives_the_same_draws_and_another_others() -> None:
    chances = [Chance(Timing(quick=0, slow=1000))]
    first, again, other = (drawn([AllOf(())], chances, seed=seed).goal for seed in (1, 1, 2))

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_draws_come_in_blocks_that_leave_none_out() -> None:
    found = drawn([AllOf(())], [Chance(Timing(quick=0, slow=1000))], draws=BLOCK + 5)

    assert found.goal.size == BLOCK + 5


def test_undated_steps_are_taken_to_be_in_time_and_nothing_dated_has_no_day() -> None:
    undated, goal = Chance(Timing()), Chance(Timing(quick=7, slow=7))
    alone = drawn([AllOf(()), AllOf((Step(0),))], [undated, goal])
    dated = drawn([AllOf(()), AllOf(()), AllOf((Step(0), Step(1)))], [undated, Chance(Timing(120, 120)), goal])

    assert set(alone.goal.tolist()) == {-inf}
    assert set(dated.goal.tolist()) == {127.0}
