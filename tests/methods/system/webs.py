"""Webs for tests: random ones of every kind, as twins, and the same as arrays."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
from hypothesis import strategies as st
from tests.methods.system.twin import Configuration, State, Twin

from detente.methods.system.arrays import Int
from detente.methods.system.web import Web


def web_of(twin: Twin) -> Web:
    """Return a twin as arrays."""
    states = list(twin.states())
    number = {state: k for k, state in enumerate(states)}
    impact = np.zeros((len(states), len(states)), np.int64)
    for (source, target), effect in twin.impact.items():
        impact[number[source], number[target]] = effect
    return Web(
        np.array(list(twin.sizes.values())),
        impact,
        np.array([twin.background.get(state, 0) for state in states]),
        np.array([state in twin.closed for state in states]),
        np.array([twin.slack.get(descriptor, 0) for descriptor in twin.sizes]),
        np.array([descriptor not in twin.contexts for descriptor in twin.sizes]),
        np.array([descriptor in twin.ordered for descriptor in twin.sizes]),
        tuple((number[state], np.array([each in clause for each in states])) for state, clause in twin.needs),
    )


def rows(configurations: list[Configuration]) -> Int:
    """Return configurations as an array [shape (M, N)]."""
    return np.array(configurations, np.int64)


def random_twin(rng: Random, most: int = 400) -> Twin:
    """Return a web of up to so many configurations: weak effects, so that there are ties, and some of everything."""
    sizes: dict[int, int] = {}
    count = 1
    for descriptor in range(rng.randint(1, 7)):
        size = rng.choice((1, 2, 2, 3, 3, 4))
        if count * size > most:
            break
        sizes[descriptor], count = size, count * size
    states = [(descriptor, state) for descriptor, size in sizes.items() for state in range(size)]
    strength, share = rng.choice((1, 2, 3)), rng.choice((0.2, 0.5, 1.0))
    impact = {
        (source, target): rng.randint(-strength, strength)
        for source, target in product(states, states)
        if source[0] != target[0] and rng.random() < share
    }
    special = rng.choice((0.0, 0.1, 0.3))
    return Twin(
        sizes,
        impact,
        {state: rng.randint(-2, 2) for state in states if rng.random() < special},
        frozenset(state for state in states if rng.random() < special / 2),
        {descriptor: rng.choice((1, 1, 2)) for descriptor in sizes if rng.random() < special * 2},
        frozenset(descriptor for descriptor in sizes if rng.random() < special),
        frozenset(descriptor for descriptor in sizes if rng.random() < 0.5),
        tuple(
            (rng.choice(states), frozenset(state for state in states if rng.random() < 0.25))
            for _ in range(rng.choice((0, 0, 1, 3, 5)))
        ),
    )


@st.composite
def twins(draw: st.DrawFn) -> Twin:
    """Webs of up to 60 configurations."""
    return random_twin(draw(st.randoms(use_true_random=False)), most=60)


def some(rng: Random, twin: Twin, count: int) -> list[Configuration]:
    """Return some configurations, not all of them different."""
    every = list(twin.every())
    return [rng.choice(every) for _ in range(count)]


def renamed(twin: Twin, rng: Random) -> tuple[Twin, dict[State, State]]:
    """Return a web with its descriptors and states in another order, and what each state became.

    The states of an ordered descriptor are turned round or left, as what lies between is what it is about.
    """
    places = list(twin.sizes)
    rng.shuffle(places)
    moved = dict(zip(twin.sizes, places, strict=True))
    became: dict[State, State] = {}
    for descriptor, size in twin.sizes.items():
        states = list(range(size))
        if descriptor in twin.ordered:
            states = rng.choice((states, states[::-1]))
        else:
            rng.shuffle(states)
        became |= {(descriptor, k): (moved[descriptor], states[k]) for k in range(size)}
    return (
        Twin(
            dict(sorted((moved[each], size) for each, size in twin.sizes.items())),
            {(became[source], became[target]): effect for (source, target), effect in twin.impact.items()},
            {became[state]: effect for state, effect in twin.background.items()},
            frozenset(became[state] for state in twin.closed),
            {moved[each]: slack for each, slack in twin.slack.items()},
            frozenset(moved[each] for each in twin.contexts),
            frozenset(moved[each] for each in twin.ordered),
            tuple((became[state], frozenset(map(became.get, clause))) for state, clause in twin.needs),  # type: ignore[arg-type]
        ),
        became,
    )


def translated(at: Configuration, became: dict[State, State]) -> Configuration:
    """Return a configuration by its new names."""
    return tuple(state for _, state in sorted(became[state] for state in enumerate(at)))
