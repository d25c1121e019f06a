"""How long a hundred thousand draws of two hundred steps take, CPU time."""

from __future__ import annotations

import numpy as np
from benchmarks.figures import Figure, cpu_times

from detente.methods.schedule.dates import GATE, Timing
from detente.methods.schedule.draws import Drawable, draw_dates
from detente.methods.schedule.requirements import AllOf, AnyOf, Step, network_of
from detente.methods.schedule.samples import Chance
from detente.methods.uniforms import uniforms

STEPS, DRAWS = 200, 100_000


def draw() -> float:
    """Draw a network in which each step waits for some earlier ones, every third for one of two."""
    rng = np.random.default_rng(1)
    waits = [AllOf(())]
    for k in range(1, STEPS):
        before = [Step(int(b)) for b in rng.integers(max(0, k - 10), k, 3)]
        waits.append(AllOf((AnyOf(tuple(before)),) if k % 3 == 0 else tuple(before)))
    network = network_of(waits, [False] * STEPS)
    chance = Chance(Timing(quick=5, slow=60), mode=20, succeeds=(0.98, 0.999))
    chances = [*[chance] * STEPS, *[Chance(GATE)] * (len(network.needs) - STEPS)]
    course = Drawable.of(network, STEPS - 1)
    inputs = sum(chances[node].inputs for node in course.order)
    numbers = uniforms(inputs, DRAWS, np.random.default_rng(1))
    return float(draw_dates(network, chances, course, now=0.0, numbers=numbers).goal.mean())


def test_draws_of_a_network(figures: list[Figure]) -> None:
    (took,) = cpu_times(draw, rounds=3)

    figures.append(Figure(f"{DRAWS:,} draws of {STEPS} steps", took, 2, "s", most=True))
