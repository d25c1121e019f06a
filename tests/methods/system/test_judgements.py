"""Judgements: which of them decide a verdict, and how alike two coders judge."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest
from tests.methods.system.twin import Twin
from tests.methods.system.webs import random_twin, web_of

from detente.methods.system.agreement import Agreement, agreement
from detente.methods.system.flips import Flip, flips
from detente.methods.system.succession import ends
from detente.methods.system.web import Web


def test_the_judgement_that_decides_is_found() -> None:
    """The one is pushed to its second state by 1 and held back by 1: a tie, which stays."""
    twin = Twin({0: 1, 1: 2, 2: 1}, {((0, 0), (1, 1)): 1, ((2, 0), (1, 0)): 1})

    def verdict(web: Web) -> Hashable:
        return ends(web, (0, 0, 0), "global")

    assert flips(web_of(twin), verdict) == (Flip(0, 2, 1), Flip(3, 1, -1))
    assert flips(web_of(twin), verdict, [(3, 1), (3, 2)]) == (Flip(3, 1, -1), Flip(3, 2, 1))


def test_no_effect_goes_beyond_three() -> None:
    web = web_of(Twin({0: 1, 1: 2, 2: 1}, {((0, 0), (1, 1)): 3, ((2, 0), (1, 0)): -3}))
    found = flips(web, lambda changed: changed.impact.tobytes())
    assert found == (Flip(0, 2, -1), Flip(3, 1, 1))


def test_flips_are_those_of_every_changed_web() -> None:
    for seed in range(8):
        twin = random_twin(Random(seed), most=60)
        at = (0,) * len(twin.sizes)
        number = {state: k for k, state in enumerate(twin.states())}
        wanted = set()
        for (pair, effect), by in product(twin.impact.items(), (-1, 1)):
            changed = replace(twin, impact={**twin.impact, pair: effect + by})
            within = effect and -3 <= effect + by <= 3
            if within and changed.ends(at, "local") != twin.ends(at, "local"):
                wanted.add(Flip(number[pair[0]], number[pair[1]], by))
        found = flips(web_of(twin), lambda web, at=at: ends(web, at, "local"))  # type: ignore[misc]
        assert set(found) == wanted
        assert len(found) == len(wanted)


def kappa_of_table(pairs: list[tuple[int, int]]) -> float:
    """Return Cohen's kappa from the table of both coders' shares, with weights that fall by a sixth a step."""
    scale = range(-3, 4)
    count = len(pairs)
    shares = {cell: pairs.count(cell) / count for cell in product(scale, scale)}
    rows = {k: sum(shares[k, j] for j in scale) for k in scale}
    columns = {k: sum(shares[j, k] for j in scale) for k in scale}
    weight = {(i, j): 1 - abs(i - j) / 6 for i, j in product(scale, scale)}
    seen = sum(weight[cell] * share for cell, share in shares.items())
    chance = sum(weight[i, j] * rows[i] * columns[j] for i, j in weight)
    return (seen - chance) / (1 - chance)


def test_agreement_is_that_of_the_table() -> None:
    for seed in range(30):
        rng = Random(seed)
        pairs = [(rng.randint(-3, 3), rng.randint(-3, 3)) for _ in range(rng.randint(2, 30))]
        first = {(k, 0): one for k, (one, _) in enumerate(pairs)}
        second = {(k, 0): other for k, (_, other) in enumerate(pairs)}
        found = agreement(first, second)
        assert found.pairs == len(pairs)
        same = sum((a > 0) == (b > 0) and (a < 0) == (b < 0) for a, b in pairs)
        assert found.same_sign == pytest.approx(same / len(pairs))
        assert found.kappa == pytest.approx(kappa_of_table(pairs))
        assert agreement(second, first) == pytest.approx(found)


def test_what_one_has_left_out_is_nothing() -> None:
    """Two of three pairs are named by both; of the third one says nothing."""
    first, second = {(0, 5): 2, (1, 5): -1}, {(0, 5): 2, (1, 5): -1, (2, 5): 3}
    assert agreement(first, second) == agreement({**first, (2, 5): 0}, second)
    assert agreement(first, second).pairs == 3
    assert agreement(first, second).same_sign == pytest.approx(2 / 3)


def test_agreement_of_the_same_and_of_nothing() -> None:
    judged = {(0, 2): 3, (1, 2): -2, (1, 3): 0}
    assert agreement(judged, judged) == Agreement(3, 1.0, 1.0)
    assert agreement({}, {}) == Agreement(0, None, None)
    assert agreement({(0, 2): 1}, {(0, 2): 1}) == Agreement(1, 1.0, None)
    with pytest.raises(ValueError, match="from -3 to 3"):
        agreement({(0, 2): 4}, judged)


def test_a_verdict_sees_the_web_otherwise_unchanged() -> None:
    web = web_of(random_twin(Random(3)))
    before = web.impact.copy()
    seen: list[int] = []
    flips(web, lambda changed: seen.append(int(np.abs(changed.impact - before).sum())))
    assert seen[0] == 0
    assert set(seen[1:]) == {1}
    assert np.array_equal(web.impact, before)
