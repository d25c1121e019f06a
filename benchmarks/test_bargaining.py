"""How long bargains on a scale take: many draws of many issues, and the challenge model, CPU time."""

from __future__ import annotations

import numpy as np
from benchmarks.figures import Figure, cpu_times

from detente.methods.bargaining.challenge.registry import shipped_presets
from detente.methods.bargaining.challenge.rounds import play
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain

DRAWS, ISSUES, ACTORS = 10_000, 10, 20
CHALLENGERS, ROUNDS, TOGETHER = 40, 20, 16


def settle_all() -> None:
    """Settle every draw of every issue by mean, median and Nash."""
    rng = np.random.default_rng(1)
    shape = (DRAWS, ISSUES, ACTORS)
    bargain = Bargain(rng.random(shape) * 100, rng.random(shape), (0.0, 100.0), np.full(shape, -0.5))
    for key in ("compromise", "median", "nash", "nash-linear"):
        shipped_rules()[key].settle(bargain)


def challenge() -> None:
    """Play the challenge model in some draws side by side."""
    rng = np.random.default_rng(1)
    positions, salience, capability = (rng.random((TOGETHER, CHALLENGERS)) for _ in range(3))
    bargain = Bargain(positions, capability * salience, (0.0, 1.0))
    play(bargain, salience, shipped_presets()["all-pairs"], ROUNDS)


def test_draws_of_many_issues(figures: list[Figure]) -> None:
    (took,) = cpu_times(settle_all, rounds=3)

    what = f"{DRAWS:,} draws, {ACTORS} actors, {ISSUES} issues: mean, median, Nash of both losses"
    figures.append(Figure(what, took, 2, "s", most=True))


def test_the_challenge_model(figures: list[Figure]) -> None:
    (took,) = cpu_times(challenge, rounds=3)

    what = f"challenge model, {CHALLENGERS} actors, {ROUNDS} rounds, a draw"
    figures.append(Figure(what, took / TOGETHER, 0.5, "s", most=True))
