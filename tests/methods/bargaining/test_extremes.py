"""Extremes: with every floating-point warning an error, each model still answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.bargaining.challenge.preset import Preset
from detente.methods.bargaining.challenge.registry import shipped_presets
from detente.methods.bargaining.challenge.rounds import play
from detente.methods.bargaining.spatial.exchange import Exchange, exchanges
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain, Numbers, Rule

RULES = pytest.mark.parametrize("rule", shipped_rules().values(), ids=shipped_rules())
PRESETS = pytest.mark.parametrize("preset", shipped_presets().values(), ids=shipped_presets())
POWER = st.sampled_from([0.0, 1e-30, 1e-9, 0.3, 1.0, 7.0, 1e9, 1e30])
PLACE = st.sampled_from([0.0, 0.0, 1e-9, 30.0, 50.0, 50.0, 100.0])
CARE = st.sampled_from([0.0, 1e-6, 0.5, 0.5, 1.0])


@st.composite
def extremes(draw: st.DrawFn, counts: tuple[int, ...] = (1, 2, 3, 5, 20)) -> tuple[Bargain, Numbers]:
    """One to five actors, or twenty: idle ones, equal places, no salience, huge and tiny capabilities."""
    count = draw(st.sampled_from(counts))
    places, power, care = (
        np.array(draw(st.lists(each, min_size=count, max_size=count))) for each in (PLACE, POWER, CARE)
    )
    weights = power * care
    if not weights.any():
        weights[0] = 1.0
    return Bargain(places, weights, (0.0, 100.0), np.full(count, -0.5)), care


@RULES
@given(found=extremes())
def test_every_rule_answers_between_the_positions(rule: Rule, found: tuple[Bargain, Numbers]) -> None:
    bargain, _ = found
    with np.errstate(all="raise", under="ignore"):
        value = float(rule.settle(bargain))
    slack = 1e-6
    assert bargain.positions.min() - slack <= value <= bargain.positions.max() + slack


@PRESETS
@given(found=extremes())
def test_every_reading_keeps_to_the_positions(preset: Preset, found: tuple[Bargain, Numbers]) -> None:
    bargain, care = found
    with np.errstate(all="raise", under="ignore"):
        history = play(bargain, care, preset, 4)
    assert (history >= bargain.positions.min() - 1e-9).all()
    assert (history <= bargain.positions.max() + 1e-9).all()


@given(st.lists(extremes((3,)), min_size=2, max_size=4))
def test_swaps_of_idle_and_of_huge_actors(found: list[tuple[Bargain, Numbers]]) -> None:
    positions = np.stack([bargain.positions for bargain, _ in found], axis=1) / 100
    care = np.stack([care for _, care in found], axis=1)
    care[0] = np.where(care.any(axis=0), care[0], 1.0)
    power = np.ones_like(care)
    power[1] = 1e30
    with np.errstate(all="raise", under="ignore"):
        best, count = exchanges(positions, power, care, 3)
    assert len(best) == min(count, 3)
    assert all(np.isfinite(swap.gain) and np.isfinite((*swap.moves, *swap.shifts)).all() for swap in best)


def test_the_best_swaps_are_the_first_of_all_of_them() -> None:
    rng = np.random.default_rng(7)
    positions, power, care = (rng.integers(1, 11, (12, 9)) / 10 for _ in range(3))
    every, count = exchanges(positions, power, care, 10**6)
    best, same = exchanges(positions, power, care, 20)
    assert count == same == len(every) > 20
    assert best == every[:20]
    assert [swap.gain for swap in every] == sorted((swap.gain for swap in every), reverse=True)


@given(st.data())
def test_the_order_of_actors_and_issues_changes_no_swap(data: st.DataObject) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 9)))
    positions, power, care = (rng.integers(1, 11, (5, 4)) / 10 for _ in range(3))
    rows, columns = (np.array(data.draw(st.permutations(range(size)))) for size in (5, 4))
    mixed = np.ix_(rows, columns)
    shuffled = exchanges(positions[mixed], power[mixed], care[mixed], 10**6)
    plain = exchanges(positions, power, care, 10**6)

    def told(found: list[Exchange], who: list[int], what: list[int]) -> dict[object, float]:
        pairs = ((s, frozenset(((who[s.giver], what[s.given]), (who[s.taker], what[s.got])))) for s in found)
        return {key: swap.gain for swap, key in pairs}

    before = told(plain.best, list(range(5)), list(range(4)))
    assert told(shuffled.best, rows.tolist(), columns.tolist()) == pytest.approx(before)
    assert shuffled.total == plain.total
