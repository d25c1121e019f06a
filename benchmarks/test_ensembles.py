"""How many profiles of preferences are judged in a second of CPU time: all decision makers, all concepts."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.ensemble import Profiles, analyse_ensemble
from detente.methods.gmcr.option_form import OptionForm
from detente.methods.gmcr.places import Placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.methods.gmcr.arrays import Ordinal, States

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

OPTIONS, MAKERS, PROFILES, STATEMENTS = 10, 2, 8192, 10
WANTED = 20_000


def by_rank(rng: np.random.Generator) -> Callable[[States], Ordinal]:
    """Return strict random orders of the states, which nothing ties together."""
    orders = np.broadcast_to(np.arange(1 << OPTIONS, dtype=np.int16), (PROFILES, 1 << OPTIONS))
    table = rng.permuted(orders, axis=1)
    return lambda which: table[which].T


def by_statements(rng: np.random.Generator) -> Callable[[States], Ordinal]:
    """Return random orders of random statements; their payoffs are made as they are needed."""
    truths = rng.random((STATEMENTS, 1 << OPTIONS)) < rng.random((STATEMENTS, 1))
    return Placed(truths, rng.random((PROFILES, STATEMENTS)).argsort(axis=1).astype(np.int16)).payoffs


@pytest.mark.parametrize("source", [by_rank, by_statements])
def test_profiles_of_two_movers(
    benchmark: BenchmarkFixture,
    capsys: pytest.CaptureFixture[str],
    source: Callable[[np.random.Generator], Callable[[States], Ordinal]],
) -> None:
    rng = np.random.default_rng(OPTIONS)
    owners = tuple(k * MAKERS // OPTIONS for k in range(OPTIONS))
    states = 1 << OPTIONS
    form = OptionForm(
        owners, (Direction.BOTH,) * OPTIONS, np.ones(states, dtype=np.bool_), np.zeros((MAKERS, states), np.int32)
    )
    each = np.broadcast_to(np.arange(PROFILES), (MAKERS, PROFILES))
    profiles = Profiles(tuple(source(rng) for _ in range(MAKERS)), each, np.ones(PROFILES))
    benchmark(analyse_ensemble, form, profiles, watch=np.array([0], dtype=np.intp))
    if benchmark.stats is not None:
        speed = round(PROFILES / benchmark.stats.stats.median)
        benchmark.extra_info["profiles per second"] = speed
        with capsys.disabled():
            sys.stdout.write(f"\n{source.__name__}: wanted {WANTED} profiles per CPU second, measured {speed}\n")
