"""How many profiles of preferences are judged in a second of CPU time: all decision makers, all concepts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.conflicts import conflict
from benchmarks.figures import Figure, cpu_times

from detente.methods.gmcr.ensembles.ensemble import Profiles, analyse_ensemble
from detente.methods.gmcr.ensembles.places import Placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.methods.gmcr.arrays import Ordinal, States

    Source = Callable[[np.random.Generator], Callable[[States], Ordinal]]

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

OPTIONS, MOVERS, PROFILES, STATEMENTS = 10, 2, 8192, 10
WANTED = 20_000


def strict_orders(rng: np.random.Generator) -> Callable[[States], Ordinal]:
    """Return random orders of the states without ties, which nothing connects."""
    table = rng.permuted(np.tile(np.arange(1 << OPTIONS, dtype=np.int16), (PROFILES, 1)), axis=1)
    return lambda which: table[which].T


def ordered_statements(rng: np.random.Generator) -> Callable[[States], Ordinal]:
    """Return random orders of random statements; their payoffs are made when they are needed, which counts."""
    truths = rng.random((STATEMENTS, 1 << OPTIONS)) < rng.random((STATEMENTS, 1))
    return Placed(truths, rng.random((PROFILES, STATEMENTS)).argsort(axis=1).astype(np.int16)).payoffs


def profiles(source: Source) -> Profiles:
    """Return profiles in which every decision maker draws its preferences by itself."""
    rng = np.random.default_rng(OPTIONS)
    each = np.broadcast_to(np.arange(PROFILES), (MOVERS, PROFILES))
    return Profiles(tuple(source(rng) for _ in range(MOVERS)), each, np.ones(PROFILES))


SOURCES = {"strict orders": strict_orders, "orders of 10 statements": ordered_statements}


@pytest.mark.parametrize("name", SOURCES)
def test_profiles_of_two_movers(benchmark: BenchmarkFixture, name: str) -> None:
    nowhere = np.array([], dtype=np.intp)
    benchmark(analyse_ensemble, conflict(OPTIONS, MOVERS), profiles(SOURCES[name]), watch=nowhere)


@pytest.mark.parametrize("name", SOURCES)
def test_profiles_a_second(name: str, figures: list[Figure]) -> None:
    form, found, nowhere = conflict(OPTIONS, MOVERS), profiles(SOURCES[name]), np.array([], dtype=np.intp)
    [seconds] = cpu_times(lambda: analyse_ensemble(form, found, watch=nowhere), rounds=7)
    what = f"2^{OPTIONS} states, {MOVERS} decision makers, random {name}"
    figures.append(Figure(what, PROFILES / seconds, WANTED, "profiles a s"))
