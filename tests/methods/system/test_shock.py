"""Shocks and chains of shocks, on small webs whose answers are plain, and against the slow twin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from random import Random

import numpy as np
import pytest
from tests.methods.system.test_draws import doubted
from tests.methods.system.twin import Configuration, Twin
from tests.methods.system.webs import random_twin, some, web_of

from detente.methods.system.chains import Chain, Goal, shortest_chains
from detente.methods.system.draws import Draws, draw_effects
from detente.methods.system.rule import RULES, Rule
from detente.methods.system.shock import Shock, ends_after, ends_after_in_draws
from detente.methods.system.starts import Starts

LOCK = Twin({0: 2, 1: 2}, {((a, k), (1 - a, k)): 1 for a in (0, 1) for k in (0, 1)})
"""Two descriptors that hold each other in the same state."""


def after(twin: Twin, before: Collection[Configuration], shock: Shock, rule: Rule) -> set[tuple[Configuration, ...]]:
    """Return the ends of a shock, from its definition."""
    held = tuple(shock.states) if shock.held else ()
    hit = [tuple(shock.states.get(d, state) for d, state in enumerate(at)) for at in before]
    found = {end for at in hit for end in twin.ends(at, rule, held)}
    if shock.held and shock.release:
        return {end for each in found for at in each for end in twin.ends(at, rule)}
    return found


def shocks(twin: Twin, rng: Random) -> list[Shock]:
    """Return shocks of each kind, of one descriptor or two."""
    kinds = ((False, False), (False, True), (True, False), (True, True))
    chosen = [rng.sample(list(twin.sizes), min(len(twin.sizes), rng.randint(1, 2))) for _ in kinds]
    return [
        Shock({d: rng.randrange(twin.sizes[d]) for d in some_of}, held=held, release=release)
        for some_of, (held, release) in zip(chosen, kinds, strict=True)
    ]


def test_a_push_that_is_let_go_may_go_either_way_and_one_that_is_held_decides() -> None:
    web = web_of(LOCK)
    once, kept, freed = Shock({0: 1}), Shock({0: 1}, held=True), Shock({0: 1}, held=True, release=True)
    assert ends_after(web, (0, 0), once, "global") == (((0, 1), (1, 0)),)
    assert ends_after(web, (0, 0), once, "local") == (((0, 1), (1, 0)),)
    for rule in RULES:
        assert ends_after(web, (0, 0), kept, rule) == ends_after(web, (0, 0), freed, rule) == (((1, 1),),)


def test_what_is_held_against_all_pressure_falls_back_when_released() -> None:
    web = web_of(Twin({0: 3}, {}, {(0, 0): 2}, ordered=frozenset({0})))
    assert ends_after(web, (0,), Shock({0: 2}, held=True), "incremental") == (((2,),),)
    assert ends_after(web, (0,), Shock({0: 2}, held=True, release=True), "incremental") == (((0,),),)


@pytest.mark.parametrize("rule", RULES)
def test_shocks_end_as_their_definition_says(rule: Rule) -> None:
    for seed in range(40):
        rng = Random(seed)
        twin = random_twin(rng, most=200)
        [at] = some(rng, twin, 1)
        for shock in shocks(twin, rng):
            assert ends_after(web_of(twin), at, shock, rule) == tuple(sorted(after(twin, [at], shock, rule)))


def test_shocks_in_draws_are_those_of_each_draw() -> None:
    for seed in range(8):
        rng = Random(seed)
        twin = random_twin(rng, most=200)
        web = web_of(twin)
        draws = draw_effects(web, doubted(web, rng), 20, np.random.default_rng(seed))
        at = (0,) * len(web.sizes)
        for shock in shocks(twin, rng):
            together = ends_after_in_draws(web, draws, Starts.alike(at, 20), shock, "global")
            for number in range(20):
                own = ends_after_in_draws(web, draws.part(number, number + 1), Starts.alike(at, 1), shock, "global")
                assert [together[number]] == own


def test_a_shock_leaves_its_starts_as_they_are() -> None:
    starts = Starts.alike((0, 0), 1)
    ends_after_in_draws(web_of(LOCK), Draws.of(web_of(LOCK)), starts, Shock({0: 1}), "global")
    assert starts.configurations.tolist() == [[0, 0]]


def chains_by_hand(twin: Twin, at: Configuration, goal: Goal) -> list[tuple[int, ...]]:
    """Return the shortest chains by trying every chain, the short ones first."""
    if all(goal.holds(each) for end in twin.ends(at, goal.rule) for each in end):
        return [()]
    for length in range(1, goal.longest + 1):
        found = [
            chain
            for chain in product(range(len(goal.shocks)), repeat=length)
            if all(map(goal.holds, _after_all(twin, at, [goal.shocks[n] for n in chain], goal.rule)))
        ]
        if found:
            return found
    return []


def _after_all(twin: Twin, at: Configuration, chain: Sequence[Shock], rule: Rule) -> Iterable[Configuration]:
    now = {at}
    for shock in chain:
        now = {each for end in after(twin, now, shock, rule) for each in end}
    return now


@pytest.mark.parametrize("rule", RULES)
def test_the_shortest_chains_are_all_that_there_are(rule: Rule) -> None:
    lengths = set()
    for seed in range(25):
        rng = Random(seed)
        twin = random_twin(rng, most=60)
        web = web_of(twin)
        at, wanted = some(rng, twin, 2)
        weight = rng.randint(1, len(wanted))
        goal = Goal(shocks(twin, rng)[:3], rule, lambda each, w=wanted, n=weight: each[:n] == w[:n], 3)  # type: ignore[misc]
        found = shortest_chains(web, at, goal, Draws.of(web))
        assert found == tuple(Chain(chain, 1.0) for chain in chains_by_hand(twin, at, goal))
        lengths |= {len(chain.shocks) for chain in found}
    assert {0, 1, 2} <= lengths


def test_shortest_chains_come_in_order_where_some_lead_through_the_same() -> None:
    """Two shocks do the same, so that chains through either are found together."""
    web = web_of(Twin({0: 2, 1: 2}, {}))
    goal = Goal([Shock({0: 1}), Shock({1: 1}), Shock({0: 1})], "global", lambda each: each == (1, 1), 2)
    found = shortest_chains(web, (0, 0), goal, Draws.of(web))
    assert [chain.shocks for chain in found] == [(0, 1), (1, 0), (1, 2), (2, 1)]


def test_the_share_of_a_chain_is_that_of_the_draws_in_which_it_leads_there() -> None:
    """In one draw of four the second descriptor does not follow the first."""
    web = web_of(LOCK)
    impact = np.repeat(web.impact[np.newaxis], 4, axis=0)
    impact[2, 1, 3] = -1
    draws = Draws(impact, np.zeros((4, 4), np.int64))
    goal = Goal([Shock({0: 0}, held=True), Shock({0: 1}, held=True)], "global", lambda each: each[1] == 1, 2)
    assert shortest_chains(web, (0, 0), goal, draws) == (Chain((1,), 0.75),)
    at_once = Goal(goal.shocks, "global", lambda each: each[1] == 0, 2)
    assert shortest_chains(web, (0, 0), at_once, draws) == (Chain((), 1.0),)
    never = Goal(goal.shocks, "global", lambda each: each == (0, 1), 2)
    assert shortest_chains(web, (0, 0), never, draws) == ()
