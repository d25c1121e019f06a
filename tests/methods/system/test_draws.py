"""Draws of effects, and the ends of many draws at once against each draw by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from tests.methods.system.twin import Twin
from tests.methods.system.webs import random_twin, rows, some, web_of

from detente.methods.system import reach, succession
from detente.methods.system.arrays import TooLargeError
from detente.methods.system.draws import BACKGROUND, Draws, Effects, draw_effects, integer_draws
from detente.methods.system.rule import RULES, Rule
from detente.methods.system.starts import Starts
from detente.methods.system.succession import ends, ends_of_draws
from detente.methods.system.web import Web


def doubted(web: Web, rng: Random) -> Effects:
    """Return effects around those of a web, with about half of them uncertain."""
    places = [tuple(pair) for pair in np.argwhere(web.impact).tolist()]
    places += [(BACKGROUND, state) for state in range(web.states) if rng.random() < 0.3]
    known = [
        web.background[target] if source == BACKGROUND else web.impact[source, target] for source, target in places
    ]
    low = np.array([effect - rng.randint(0, 1) for effect in known], np.int64)
    source, target = rows(places).reshape(-1, 2).T
    return Effects(source, target, low, low + np.array([rng.randint(0, 2) for _ in known], np.int64))


def test_each_integer_is_equally_likely() -> None:
    low, high = np.array([-3, 0, 2, -1]), np.array([3, 1, 2, 2])
    found = integer_draws(low, high, 1 << 10, np.random.default_rng(1))
    for column, least, most in zip(found.T.tolist(), low.tolist(), high.tolist(), strict=True):
        counts = Counter(column)
        assert set(counts) == set(range(least, most + 1))
        assert max(counts.values()) - min(counts.values()) <= 2


def test_what_is_certain_draws_nothing() -> None:
    """The luck of the others stays what it is, whether something certain stands among them or not."""
    low, high = np.array([-1, 2, 0]), np.array([1, 2, 3])
    all_three = integer_draws(low, high, 50, np.random.default_rng(4))
    two = integer_draws(low[[0, 2]], high[[0, 2]], 50, np.random.default_rng(4))
    assert np.array_equal(all_three[:, [0, 2]], two)
    assert (all_three[:, 1] == 2).all()
    certain = integer_draws(low, low, 3, np.random.default_rng(4))
    assert np.array_equal(certain, [low] * 3)


def test_effects_are_put_in_their_places() -> None:
    web = web_of(Twin({0: 2, 1: 2}, {((0, 0), (1, 1)): 2, ((1, 0), (0, 0)): -1}, {(0, 1): 1}))
    effects = Effects(np.array([0, BACKGROUND]), np.array([3, 1]), np.array([1, -2]), np.array([3, 0]))
    draws = draw_effects(web, effects, 64, np.random.default_rng(2))
    assert len(draws) == 64
    assert {1, 2, 3} == set(draws.impact[:, 0, 3].tolist())
    assert {-2, -1, 0} == set(draws.background[:, 1].tolist())
    left, behind = draws.impact.copy(), draws.background.copy()
    left[:, 0, 3], behind[:, 1] = 2, 1
    assert np.array_equal(left, [web.impact] * 64)
    assert np.array_equal(behind, [web.background] * 64)


@pytest.mark.parametrize(
    ("effects", "message"),
    [
        (Effects(np.array([0, 0]), np.array([2, 2]), np.zeros(2, int), np.ones(2, int)), "two effects"),
        (Effects(np.array([0]), np.array([1]), np.zeros(1, int), np.ones(1, int)), "its own descriptor"),
        (Effects(np.array([0]), np.array([2]), np.ones(1, int), np.zeros(1, int)), "below the least"),
    ],
)
def test_effects_that_cannot_be_are_refused(effects: Effects, message: str) -> None:
    web = web_of(Twin({0: 2, 1: 2}, {}))
    with pytest.raises(ValueError, match=message):
        draw_effects(web, effects, 4, np.random.default_rng(0))


@pytest.mark.parametrize("rule", RULES)
def test_draws_together_end_as_each_by_itself(rule: Rule) -> None:
    for seed in range(30):
        rng = Random(seed)
        twin = random_twin(rng)
        web = web_of(twin)
        draws = draw_effects(web, doubted(web, rng), 40, np.random.default_rng(seed))
        held = [d for d in twin.sizes if rng.random() < 0.2]
        chosen = some(rng, twin, 40)
        found = ends_of_draws(web, draws, Starts.of([[at] for at in chosen]), rule, held)
        for number, at in enumerate(chosen):
            own = replace(web, impact=draws.impact[number], background=draws.background[number])
            assert found[number] == ends(own, at, rule, held)


def test_several_starts_of_a_draw_end_where_any_of_them_does() -> None:
    for seed in range(40):
        rng = Random(seed)
        twin = random_twin(rng)
        chosen = some(rng, twin, 4)
        [found] = ends_of_draws(web_of(twin), Draws.of(web_of(twin)), Starts.of([chosen]), "global")
        assert set(found) == {end for at in chosen for end in twin.ends(at, "global")}


def tied(count: int) -> Twin:
    """Return descriptors that are pushed out of their first state, to either of two others."""
    return Twin(dict.fromkeys(range(count), 3), {}, {(d, 0): -1 for d in range(count)})


def test_draws_that_are_too_much_together_are_followed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """And one that is too much by itself is refused in words."""
    web = web_of(tied(4))
    draws = Draws(np.repeat(web.impact[np.newaxis], 9, axis=0), np.repeat(web.background[np.newaxis], 9, axis=0))
    wanted = ends(web, (0,) * 4, "global")
    assert len(wanted) == 2**4
    for module in (reach, succession):
        monkeypatch.setattr(module, "MOST_MOVES", 80)
    assert ends_of_draws(web, draws, Starts.alike((0,) * 4, 9), "global") == [wanted] * 9
    monkeypatch.setattr(succession, "MOST_MOVES_IN_ALL", 9 * 32 - 1)
    with pytest.raises(TooLargeError, match="more than 287 would"):
        ends_of_draws(web, draws, Starts.alike((0,) * 4, 9), "global")
    for module in (reach, succession):
        monkeypatch.setattr(module, "MOST_MOVES", 20)
    with pytest.raises(TooLargeError, match="too many moves are possible: more than 20"):
        ends_of_draws(web, draws, Starts.alike((0,) * 4, 9), "global")


def test_a_step_to_very_many_is_refused_before_it_is_made() -> None:
    with pytest.raises(TooLargeError, match="too many moves"):
        succession.step(web_of(tied(40)), (0,) * 40, "global")
    with pytest.raises(TooLargeError, match="too many moves"):
        ends(web_of(tied(40)), (0,) * 40, "global")
