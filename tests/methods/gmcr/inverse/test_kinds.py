"""Kinds hold every list once, and a search that is broken off leaves nothing behind."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from tests.methods.gmcr.inverse.changing import Problem, problems

from detente.methods.gmcr.inverse import lists
from detente.methods.gmcr.inverse.alone import OneMaker
from detente.methods.gmcr.inverse.arena import arena
from detente.methods.gmcr.inverse.changes import Kind
from detente.methods.gmcr.inverse.effort import Effort, ExhaustedError
from detente.methods.gmcr.inverse.kinds import Kinds
from detente.methods.gmcr.inverse.lists import Lists


def kinds_of(problem: Problem, maker: int) -> Kinds:
    """Return the kinds of lists of a decision maker, none found yet."""
    around = arena(problem.engine, problem.wanted, sanctioned=True)
    return Kinds(OneMaker(around, maker, problem.preferences[maker], problem.engine.feasible))


@given(problems())
def test_a_search_that_is_broken_off_leaves_nothing_behind(problem: Problem) -> None:
    fresh, again = kinds_of(problem, 0), kinds_of(problem, 0)
    fresh.extend(2, Effort(10**9))
    again.extend(0, Effort(10**9))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "_CHUNK", 1)
        for limit in (2500, 9000, 20_000):
            with suppress(ExhaustedError):  # where there are few lists, it is not
                again.extend(4, Effort(limit))
    again.extend(2, Effort(10**9))

    assert again.by_edits[:3] == fresh.by_edits
    assert all(np.array_equal(one, other) for one, other in zip(fresh.gains, again.gains, strict=False))


@given(problems())
def test_kinds_differ_and_hold_each_list_that_is_looked_at(problem: Problem) -> None:
    found = kinds_of(problem, 1)
    found.extend(2, Effort(10**9))
    seen = {(better.tobytes(), gains.tobytes()) for better, gains in zip(found.better, found.gains, strict=True)}

    assert len(seen) == len(found.better)
    assert found.by_edits[0] == range(1)
    if problem.preferences[1].kind is Kind.FIXED:
        assert len(found.better) == 1
    assert all(found.changes(kind) for kind in range(len(found.better)))


@given(problems())
def test_lists_order_states_as_their_statements_do(problem: Problem) -> None:
    """Whatever a chunk says of a list is what its truth vectors say."""
    each = problem.preferences[0]
    states = np.flatnonzero(problem.engine.feasible)
    for chunk in Lists(each, states).chunks(2, Effort(10**9)):
        for column in range(0, int(chunk.ends[-1]), 7):
            items = problem.listed(0, chunk.change(column))
            vectors = [tuple(sum(said[k] for said in block) for block in items) for k in range(states.size)]
            ranks = [sorted(set(vectors)).index(vector) for vector in vectors]
            assert np.array_equal(np.unique(chunk.levels[:, column], return_inverse=True)[1], ranks)
