"""What holds of every web: names do not matter, nor constants and nothings; what is at rest stays; contexts too."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.methods.system.twin import Configuration, Twin
from tests.methods.system.webs import renamed, rows, some, translated, twins, web_of

from detente.methods.system.arrays import End
from detente.methods.system.balances import are_consistent, balances, pressures
from detente.methods.system.consistency import consistent
from detente.methods.system.rule import RULES
from detente.methods.system.succession import ends, step

SEEDS = st.integers(0, 1 << 30)
MANY = settings(max_examples=40, deadline=None)


def all_ends(twin: Twin, at: Configuration) -> list[tuple[End, ...]]:
    """Return the ends under each rule."""
    return [ends(web_of(twin), at, rule) for rule in RULES]


@MANY
@given(twins(), SEEDS)
def test_names_and_their_order_do_not_matter(twin: Twin, seed: int) -> None:
    rng = Random(seed)
    other, became = renamed(twin, rng)
    [at] = some(rng, twin, 1)
    found = {translated(tuple(each), became) for each in consistent(web_of(twin)).configurations.tolist()}
    assert list(map(tuple, consistent(web_of(other)).configurations.tolist())) == sorted(found)
    before = [
        sorted(tuple(sorted(translated(each, became) for each in end)) for end in under) for under in all_ends(twin, at)
    ]
    assert before == list(map(list, all_ends(other, translated(at, became))))


@MANY
@given(twins(), SEEDS, st.integers(-9, 9))
def test_a_constant_to_all_states_of_one_target_changes_nothing(twin: Twin, seed: int, constant: int) -> None:
    assume(len(twin.sizes) > 1)
    rng = Random(seed)
    web = web_of(twin)
    source = rng.randrange(web.states)
    target = rng.choice([d for d in twin.sizes if d != web.owner[source]])
    impact = web.impact.copy()
    impact[source, web.owner == target] += constant
    other = replace(web, impact=impact)
    chosen = some(rng, twin, 10)
    assert all(map(np.array_equal, pressures(web, rows(chosen)), pressures(other, rows(chosen))))
    assert np.array_equal(consistent(web).configurations, consistent(other).configurations)
    for rule in RULES:
        assert ends(web, chosen[0], rule) == ends(other, chosen[0], rule)


@MANY
@given(twins())
def test_what_is_consistent_moves_under_no_rule(twin: Twin) -> None:
    web = web_of(twin)
    for at in map(tuple, consistent(web).configurations.tolist()):
        assert [step(web, at, rule) for rule in RULES] == [{at}] * len(RULES)
        assert all_ends(twin, at) == [((at,),)] * len(RULES)


@MANY
@given(twins(), SEEDS)
def test_what_stays_is_consistent_but_for_what_has_nowhere_to_go(twin: Twin, seed: int) -> None:
    web = web_of(twin)
    chosen = some(Random(seed), twin, 10)
    for at, calm in zip(chosen, are_consistent(web, rows(chosen)).tolist(), strict=True):
        shut = [d for d, state in enumerate(at) if not twin.is_open(at, (d, state))]
        stuck = any(d in twin.contexts or not twin.open_of(at, d) for d in shut)
        assert stuck or [step(web, at, rule) == {at} for rule in RULES] == [calm] * len(RULES)
        assert not (stuck and calm)


@MANY
@given(twins(), SEEDS)
def test_a_context_never_moves(twin: Twin, seed: int) -> None:
    for at in some(Random(seed), twin, 3):
        for rule in RULES:
            for after in step(web_of(twin), at, rule):
                assert all(after[d] == at[d] for d in twin.contexts)
            for end in ends(web_of(twin), at, rule):
                assert all(each[d] == at[d] for each in end for d in twin.contexts)


@MANY
@given(twins(), SEEDS)
def test_impacts_of_nothing_and_descriptors_without_a_choice_change_nothing(twin: Twin, seed: int) -> None:
    """An effect that is 0 may be left out, and a descriptor with one state that does nothing may be added."""
    [at] = some(Random(seed), twin, 1)
    less = replace(twin, impact={pair: effect for pair, effect in twin.impact.items() if effect})
    new = len(twin.sizes)
    more = replace(twin, sizes={**twin.sizes, new: 1})
    assert np.array_equal(balances(web_of(less), rows([at])), balances(web_of(twin), rows([at])))
    assert all_ends(less, at) == all_ends(twin, at)
    wider = [tuple(tuple((*each, 0) for each in end) for end in under) for under in all_ends(twin, at)]
    assert all_ends(more, (*at, 0)) == wider
    found = consistent(web_of(twin)).configurations
    assert np.array_equal(consistent(web_of(less)).configurations, found)
    assert np.array_equal(consistent(web_of(more)).configurations, np.pad(found, ((0, 0), (0, 1))))
