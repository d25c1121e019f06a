"""How long webs of descriptors take, CPU time: what is consistent, where shocks lead in many draws, and a region."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from benchmarks.figures import Figure, cpu_times

from detente.lenses.look import Look
from detente.lenses.system.options import SystemOptions
from detente.lenses.system.settings.chapter import find as settings_of
from detente.methods.system.arrays import Bool
from detente.methods.system.consistency import consistent
from detente.methods.system.draws import Effects, draw_effects
from detente.methods.system.rule import RULES
from detente.methods.system.shock import Shock, ends_after_each, ends_after_in_draws
from detente.methods.system.starts import Starts
from detente.methods.system.succession import Following
from detente.methods.system.web import Web
from detente.session import open_case

STATES = 3


def acting(descriptors: int, each: int, rng: np.random.Generator) -> Bool:
    """Return for each descriptor (column) which others act on it [shape (descriptors, descriptors)]."""
    found = np.zeros((descriptors, descriptors), bool)
    for target in range(descriptors):
        others = np.delete(np.arange(descriptors), target)
        found[rng.choice(others, each, replace=False), target] = True
    return found


def web(descriptors: int, each: int, rng: np.random.Generator) -> Web:
    """Return descriptors of three states, on each of which so many others act at random."""
    states = descriptors * STATES
    acts = np.kron(acting(descriptors, each, rng), np.ones((STATES, STATES), bool))
    return Web(
        np.full(descriptors, STATES),
        rng.integers(-3, 4, (states, states)) * acts,
        np.zeros(states, np.int64),
        np.zeros(states, bool),
        np.zeros(descriptors, np.int64),
        np.ones(descriptors, bool),
        np.zeros(descriptors, bool),
    )


def test_all_consistent_of_fifteen(figures: list[Figure]) -> None:
    dense = [web(15, 14, np.random.default_rng(seed)) for seed in range(5)]
    took = max(cpu_times(*(lambda each=each: consistent(each) for each in dense), rounds=3))

    figures.append(
        Figure("all consistent of 15 descriptors × 3, all act on all, slowest of 5", took, 0.3, "s", most=True)
    )


def test_all_consistent_of_thirty(figures: list[Figure]) -> None:
    sparse = [web(30, 3, np.random.default_rng(seed)) for seed in range(5)]
    took = max(cpu_times(*(lambda each=each: consistent(each) for each in sparse), rounds=1))

    figures.append(Figure("all consistent of 30 descriptors × 3, 3 act on each, slowest of 5", took, 5, "s", most=True))


def test_shocks_in_a_thousand_draws(figures: list[Figure]) -> None:
    rng = np.random.default_rng(2)
    plain = replace(web(12, 3, rng), ordered=rng.random(12) < 0.5, slack=(rng.random(12) < 0.4).astype(np.int64))
    source, target = np.nonzero(plain.impact)
    known, wide = plain.impact[source, target], rng.random(len(source)) < 0.5
    effects = Effects(source, target, np.maximum(known - wide, -3), np.minimum(known + wide, 3))
    draws = draw_effects(plain, effects, 1000, rng)
    [start, *_] = map(tuple, consistent(plain).configurations.tolist())
    shocks = [Shock({k % 12: (start[k % 12] + 1) % STATES}, held=k % 2 > 0, release=k % 4 > 2) for k in range(10)]

    def ask() -> None:
        for rule in RULES:
            for shock in shocks:
                ends_after_in_draws(plain, draws, Starts.alike(start, len(draws)), shock, rule)

    (took,) = cpu_times(ask, rounds=1)

    figures.append(Figure("10 shocks, 3 rules, 1,000 draws of 12 descriptors × 3", took, 5, "s", most=True))


def test_shocks_of_a_dense_web(figures: list[Figure]) -> None:
    rng = np.random.default_rng(3)
    plain = replace(web(12, 11, rng), ordered=rng.random(12) < 0.5, slack=(rng.random(12) < 0.4).astype(np.int64))
    source, target = np.nonzero(plain.impact)
    known = plain.impact[source, target]
    draws = draw_effects(plain, Effects(source, target, np.maximum(known - 1, -3), np.minimum(known + 1, 3)), 1000, rng)
    shocks = [Shock({k: k % STATES}, held=k % 2 > 0, release=k % 4 > 2) for k in range(10)]
    starts = Starts.alike((0,) * 12, len(draws))

    def ask() -> None:
        following = Following.of(plain, draws)
        for rule in RULES:
            ends_after_each(following, starts, shocks, rule)

    (took,) = cpu_times(ask, rounds=1)

    figures.append(Figure("the same where all act on all and every effect is an interval", took, 5, "s", most=True))


def test_the_flagship(figures: list[Figure]) -> None:
    case = open_case(Path(__file__).parents[1] / "examples" / "south-caucasus")

    def found() -> Look[SystemOptions]:
        return Look(case.at().moment, SystemOptions())

    whole, settings = cpu_times(
        lambda: case.at().look("system").document,
        lambda: settings_of(found()),
        rounds=1,
    )
    figures.append(Figure("the flagship's system, with shocks and settings", whole, 2, "s", most=True))
    figures.append(Figure("the flagship's settings alone", settings, 1, "s", most=True))
