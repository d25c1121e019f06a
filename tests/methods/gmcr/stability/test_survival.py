"""Robustness against a twin: change the order by hand, sort the states by their truths, and ask the definitions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import option_forms
from tests.methods.gmcr.twin import plain_options, stable_states

from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.preferences import from_statements
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.stability.survival import survival, variations


def test_every_swap_of_neighbours_and_every_removal_is_tried_once() -> None:
    found = [(each.kind, each.touched, each.order) for each in variations((1, 1, 1))]

    assert found == [
        ("swap", (0, 1), (1, 0, 2)),
        ("swap", (1, 2), (0, 2, 1)),
        ("remove", (0,), (1, 2)),
        ("remove", (1,), (0, 2)),
        ("remove", (2,), (0, 1)),
    ]
    assert [each.kind for each in variations((1, 1, 1), removals=False)] == ["swap", "swap"]
    assert [each.order for each in variations((1,))] == [()]
    assert list(variations(())) == []


def test_what_counts_alike_changes_places_together_and_goes_one_by_one() -> None:
    found = [(each.kind, each.touched, each.order) for each in variations((1, 2, 1))]

    assert found == [
        ("swap", (0, 1, 2), (1, 2, 0, 3)),
        ("swap", (1, 2, 3), (0, 3, 1, 2)),
        ("remove", (0,), (1, 2, 3)),
        ("remove", (1,), (0, 2, 3)),
        ("remove", (2,), (0, 1, 3)),
        ("remove", (3,), (0, 1, 2)),
    ]


@given(conflict=option_forms(4, 3), data=st.data())
def test_survival_is_what_the_definitions_say_of_each_changed_conflict(
    conflict: OptionForm, data: st.DataObject
) -> None:
    size = conflict.feasible.size
    maker = data.draw(st.integers(0, len(conflict.payoffs) - 1))
    rng = np.random.default_rng(data.draw(st.integers(0, 1 << 32)))
    wishes = rng.random((data.draw(st.integers(1, 3)), size)) < 0.5
    changed = list(variations((1,) * len(wishes)))
    payoffs = [from_statements([wishes[k] for k in each.order], conflict.feasible) for each in changed]

    found = survival(conflict, [(maker, payoff) for payoff in payoffs])

    for k, each in enumerate(changed):
        worth = sorted({tuple(wishes[list(each.order), s]) for s in range(size)})
        rows = conflict.payoffs.copy()
        rows[maker] = [worth.index(tuple(wishes[list(each.order), s])) for s in range(size)]
        for key in shipped():
            table = np.array(stable_states(plain_options(replace(conflict, payoffs=rows)), key, size))
            assert np.array_equal(found.after[key][k], table.all(axis=0)), (key, each)
            before = np.array(stable_states(plain_options(conflict), key, size)).all(axis=0)
            assert np.array_equal(found.before[key], before)


@given(conflict=option_forms(4, 3), data=st.data())
def test_a_change_that_changes_nothing_loses_nothing(conflict: OptionForm, data: st.DataObject) -> None:
    maker = data.draw(st.integers(0, len(conflict.payoffs) - 1))
    found = survival(conflict, [(maker, conflict.payoffs[maker])] * 2)

    for key, before in found.before.items():
        assert np.array_equal(found.survived(key), 2 * before)
