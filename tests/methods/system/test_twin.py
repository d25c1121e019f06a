"""The kernels of webs against the slow twin, on random webs with needs, closed states, slack, contexts and ties."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from tests.methods.system.twin import Twin
from tests.methods.system.webs import random_twin, rows, some, web_of

from detente.methods.system.balances import are_consistent, balances, open_states, pressures
from detente.methods.system.consistency import consistent
from detente.methods.system.rule import RULES, Rule
from detente.methods.system.succession import ends, step

WEBS = [random_twin(Random(seed), most=(60, 300, 2500)[seed % 3]) for seed in range(200)]
FIVE = pytest.mark.parametrize("fifth", range(5))


def test_the_webs_have_some_of_everything() -> None:
    """So that nothing is compared in vain."""
    rng = Random(0)
    assert max(len(list(twin.every())) for twin in WEBS) > 1000
    for kind in ("closed", "slack", "contexts", "ordered", "needs", "background"):
        assert sum(bool(getattr(twin, kind)) for twin in WEBS) > 40, kind
    chosen = [(twin, at) for twin in WEBS for at in some(rng, twin, 5)]
    assert any(len(twin.step(at, rule)) > 3 for twin, at in chosen for rule in RULES)
    assert any(len(twin.consistent()) > 5 for twin in WEBS[::3])
    assert any(not twin.open_of(at, descriptor) for twin, at in chosen for descriptor in twin.sizes)


@FIVE
def test_balances_and_pressures(fifth: int) -> None:
    for seed, twin in enumerate(WEBS[fifth::5]):
        web, chosen, states = web_of(twin), some(Random(seed), twin, 40), list(twin.states())
        at = rows(chosen)
        found = pressures(web, at)
        assert balances(web, at).tolist() == [[twin.balance(each, state) for state in states] for each in chosen]
        opened = [[twin.is_open(each, state) for state in states] for each in chosen]
        assert open_states(web, at).tolist() == found.opened.tolist() == opened
        assert found.value.tolist() == [[twin.pressure(each, d) for d in twin.sizes] for each in chosen]
        assert found.towards.tolist() == [[k in twin.best(each, d) for d, k in states] for each in chosen]
        assert found.forced.tolist() == [[twin.is_forced(each, d) for d in twin.sizes] for each in chosen]
        assert are_consistent(web, at).tolist() == [twin.is_consistent(each) for each in chosen]


@FIVE
def test_consistent_configurations(fifth: int) -> None:
    for seed, twin in enumerate(WEBS[fifth::5]):
        web, wanted = web_of(twin), twin.consistent()
        found = consistent(web)
        assert found.complete
        assert list(map(tuple, found.configurations.tolist())) == wanted
        rng = Random(seed)
        fixed = {d: rng.randrange(size) for d, size in twin.sizes.items() if rng.random() < 0.4}
        kept = [at for at in wanted if all(at[d] == state for d, state in fixed.items())]
        assert list(map(tuple, consistent(web, fixed).configurations.tolist())) == kept


@FIVE
@pytest.mark.parametrize("rule", RULES)
def test_steps_and_ends(fifth: int, rule: Rule) -> None:
    for seed, twin in enumerate(WEBS[fifth::5]):
        web, rng = web_of(twin), Random(seed)
        held = [d for d in twin.sizes if rng.random() < 0.2]
        for at in some(rng, twin, 12):
            assert step(web, at, rule) == twin.step(at, rule)
            assert step(web, at, rule, held) == twin.step(at, rule, held)
        for at in some(rng, twin, 2):
            assert ends(web, at, rule) == twin.ends(at, rule)
            assert ends(web, at, rule, held) == twin.ends(at, rule, held)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_consistent_configurations_of_half_a_million(seed: int) -> None:
    """Every configuration is looked at, by the arrays that agree with the twin."""
    rng = Random(seed)
    states = [(d, k) for d in range(12) for k in range(3)]
    twin = Twin(
        dict.fromkeys(range(12), 3),
        {(a, b): rng.randint(-2, 2) for a in states for b in states if a[0] != b[0] and rng.random() < 0.4},
        closed=frozenset({(0, 1), (7, 2)}),
        slack={3: 1, 5: 1},
        contexts=frozenset({4}),
        needs=tuple((rng.choice(states), frozenset(rng.sample(states, 6))) for _ in range(5)),
    )
    web = web_of(twin)
    every = np.indices((3,) * 12).reshape(12, -1).T
    wanted = [part[are_consistent(web, part)] for part in np.array_split(every, 32)]
    assert np.array_equal(consistent(web).configurations, np.concatenate(wanted))
    assert sum(map(len, wanted))
