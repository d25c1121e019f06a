"""Many profiles judged together get the verdicts that each gets alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms

from detente.methods.gmcr.arrays import Bool, Ordinal, States
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.ensembles import ensemble
from detente.methods.gmcr.ensembles.ensemble import Profiles, analyse_ensemble, together
from detente.methods.gmcr.ensembles.form import levels
from detente.methods.gmcr.ensembles.graph import GraphEnsemble
from detente.methods.gmcr.ensembles.options import OptionEnsemble
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.registry import shipped

KEYS = list(shipped())
FORMS = st.one_of(option_forms(most_options=4), option_forms(), graph_forms())


def drawn(form: OptionForm | GraphForm, seed: int, number: int) -> Ordinal:
    """Return random payoffs with ties, also below zero and far above the short numbers [shape (n_dm, S, B)]."""
    rng = np.random.default_rng(seed)
    most = int(rng.choice([2, 5, 60, 70_000, 2_000_000_000]))
    return rng.integers(-most // 3, most, (*form.payoffs.shape, number), dtype=np.int32)


def alone(form: OptionForm | GraphForm, payoffs: Ordinal) -> dict[str, Bool]:
    """Return by concept the verdicts on each profile by itself [each shape (n_dm, S, B)]."""
    found = [analyse(replace(form, payoffs=payoffs[:, :, b])).stable for b in range(payoffs.shape[2])]
    return {key: np.stack([each[key] for each in found], axis=2) for key in KEYS}


def profiles_of(payoffs: Ordinal, choice: States, weights: list[float]) -> Profiles:
    sources = tuple((lambda which, table=table: table[:, which]) for table in payoffs)
    return Profiles(sources, choice, np.array(weights))


@pytest.mark.parametrize("key", KEYS)
@given(form=FORMS, seed=st.integers(0, 1 << 32), number=st.integers(1, 9))
def test_profiles_judged_together_are_judged_as_alone(
    key: str, form: OptionForm | GraphForm, seed: int, number: int
) -> None:
    payoffs = drawn(form, seed, number)
    engine = together(form, payoffs)
    stable = np.stack([shipped()[key].stable(engine, i) for i in range(len(payoffs))])

    assert np.array_equal(stable, alone(form, payoffs)[key])


@given(form=FORMS, seed=st.integers(0, 1 << 32), equal=st.booleans(), data=st.data())
def test_the_tally_adds_up_the_profiles_in_which_each_stays(
    form: OptionForm | GraphForm, seed: int, equal: bool, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    makers, states = form.payoffs.shape
    table = drawn(form, seed, 4)
    choice = rng.integers(0, 4, (makers, 11))
    weights = [0.25] * 11 if equal else rng.random(11).tolist()
    watch = np.array(data.draw(st.lists(st.integers(0, states - 1), max_size=3)), dtype=np.intp)
    payoffs = np.stack([table[i][:, choice[i]] for i in range(makers)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ensemble, "CELLS", states * data.draw(st.sampled_from([1, 8, 16])) + states - 1)
        found = analyse_ensemble(form, profiles_of(table, choice, weights), watch=watch)

    for key, stays in alone(form, payoffs).items():
        everybody = np.logical_and.reduce(stays)
        assert np.allclose(found.stable[key], stays @ np.array(weights)), key
        assert np.allclose(found.equilibria[key], everybody @ np.array(weights)), key
        assert np.array_equal(found.profiles[key], everybody.sum(axis=1)), key
        assert np.array_equal(found.watched[key], everybody[watch]), key


def test_progress_is_told_after_every_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ensemble, "CELLS", 32)
    form = GraphForm((np.array([[0, 1]]),), np.zeros((1, 2), dtype=np.int32))
    table = np.zeros((1, 2, 40), dtype=np.int32)
    told: list[tuple[int, int]] = []
    profiles = profiles_of(table, np.arange(40)[None], [1.0] * 40)
    analyse_ensemble(form, profiles, watch=np.array([], dtype=np.intp), progress=lambda *done: told.append(done))

    assert told == [(16, 40), (32, 40), (40, 40)]


@given(form=st.one_of(option_forms(), graph_forms()), seed=st.integers(0, 1 << 32))
def test_an_ensemble_moves_as_its_conflict_does(form: OptionForm | GraphForm, seed: int) -> None:
    engine = together(form, drawn(form, seed, 2)).with_payoffs(drawn(form, seed + 1, 3))
    states = np.flatnonzero(form.feasible)

    assert engine.payoffs.shape == (*form.payoffs.shape, 3)
    for i in range(len(form.payoffs)):
        assert np.array_equal(engine.moves_from(i, states), form.moves_from(i, states))
        assert all(np.array_equal(engine.moves(i, int(s)), form.moves(i, int(s))) for s in states)
        best = engine.best_move(i, engine.payoffs)
        for b in range(3):
            assert np.array_equal(best[:, states, b], form.best_move(i, engine.payoffs[:, :, b])[:, states])


@pytest.mark.parametrize("shape", [(1, 2), (2, 2, 3), (1, 4, 3)])
def test_profiles_that_do_not_fit_are_refused(shape: tuple[int, ...]) -> None:
    form = GraphForm((np.array([[0, 1]]),), np.zeros((1, 2), dtype=np.int32))
    with pytest.raises(ValueError, match=r"do not go with payoffs of shape \(1, 2\)"):
        GraphEnsemble.of(form, np.zeros(shape, dtype=np.int32))
    options = OptionForm((), (), np.ones(1, dtype=np.bool_), np.zeros((3, 1), dtype=np.int32))
    with pytest.raises(ValueError, match="do not go with"):
        OptionEnsemble.of(options, np.zeros(shape, dtype=np.int32))


def test_another_kind_of_conflict_is_refused() -> None:
    form = GraphForm((np.array([[0, 1]]),), np.zeros((1, 2), dtype=np.int32))
    profiles = np.zeros((1, 2, 3), dtype=np.int32)
    with pytest.raises(TypeError, match="profiles of a GraphEnsemble cannot be judged together"):
        together(together(form, profiles), profiles)


@given(seed=st.integers(0, 1 << 32), most=st.sampled_from([1, 30_000, 40_000, 1 << 21, 1 << 30]))
def test_levels_keep_the_order_and_are_small(seed: int, most: int) -> None:
    rng = np.random.default_rng(seed)
    payoffs = rng.integers(-most, most, (2, 6, 3), dtype=np.int32)
    feasible = rng.random(6) < 0.7
    found = levels(payoffs, feasible)

    assert found.min() >= 0
    assert not found[:, ~feasible].any()
    assert int(found.max()) < max(1 << 22, payoffs.size)
    kept, before = found[:, feasible], payoffs[:, feasible]
    assert np.array_equal(kept[:, :, None] < kept[:, None], before[:, :, None] < before[:, None])
