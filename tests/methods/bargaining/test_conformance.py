"""What every rule for bargains on a scale owes to common sense."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.methods.bargaining.bargains import HIGH, LOW, bargains

from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain, Rule
from detente.methods.bargaining.spatial.rules.compromise import leverage

RULES = pytest.mark.parametrize("rule", shipped_rules().values(), ids=shipped_rules())
NEAR = pytest.approx


def close(value: float) -> object:
    return NEAR(value, abs=1e-7)


def test_all_are_shipped() -> None:
    assert list(shipped_rules()) == ["compromise", "median", "nash", "nash-linear", "condorcet", "condorcet_merged"]


@RULES
@given(bargain=bargains(), shift=st.integers(-50, 50), stretch=st.sampled_from([0.25, 2.0, 3.0]))
def test_a_scale_may_begin_anywhere_and_have_any_unit(rule: Rule, bargain: Bargain, shift: int, stretch: float) -> None:
    ends = (LOW * stretch + shift, HIGH * stretch + shift)
    other = replace(bargain, positions=bargain.positions * stretch + shift, ends=ends)
    assert float(rule.settle(other)) == close(float(rule.settle(bargain)) * stretch + shift)


@RULES
@given(bargain=bargains(), place=st.integers(0, 100))
def test_what_all_want_is_what_they_get(rule: Rule, bargain: Bargain, place: int) -> None:
    agreed = replace(bargain, positions=np.full_like(bargain.positions, place))
    assert float(rule.settle(agreed)) == close(place)


@RULES
@given(bargain=bargains())
def test_nobody_is_dragged_beyond_all_positions(rule: Rule, bargain: Bargain) -> None:
    standing = bargain.positions[bargain.weights > 0]
    assert standing.min() - 1e-7 <= rule.settle(bargain) <= standing.max() + 1e-7


@RULES
@given(bargain=bargains(), rng=st.randoms(use_true_random=False))
def test_the_order_of_the_actors_does_not_matter(rule: Rule, bargain: Bargain, rng: np.random.Generator) -> None:
    order = list(range(bargain.positions.size))
    rng.shuffle(order)
    assert bargain.disagreement is not None
    other = Bargain(bargain.positions[order], bargain.weights[order], bargain.ends, bargain.disagreement[order])
    assert float(rule.settle(other)) == close(float(rule.settle(bargain)))


@RULES
@given(bargain=bargains())
def test_a_mirrored_scale_has_the_mirrored_settlement(rule: Rule, bargain: Bargain) -> None:
    if rule.key == "median":  # it takes the least of several medians
        order = np.argsort(bargain.positions)
        assume(not np.isclose(np.cumsum(bargain.weights[order]), bargain.weights.sum() / 2).any())
    other = replace(bargain, positions=HIGH - bargain.positions)
    assert float(rule.settle(other)) == close(HIGH - float(rule.settle(bargain)))


@RULES
@given(bargain=bargains(), times=st.sampled_from([0.1, 3.0, 1000.0]))
def test_only_relative_weights_count(rule: Rule, bargain: Bargain, times: float) -> None:
    other = replace(bargain, weights=bargain.weights * times)
    assert float(rule.settle(other)) == close(float(rule.settle(bargain)))


@pytest.mark.parametrize("rule", [rule for rule in shipped_rules().values() if not rule.key.startswith("condorcet")])
@given(bargain=bargains(), more=st.sampled_from([0.1, 1.0, 20.0]), data=st.data())
def test_more_weight_never_moves_it_away(rule: Rule, bargain: Bargain, more: float, data: st.DataObject) -> None:
    """It may under the Condorcet rules: weakening the near end can make the far one prevail more often."""
    actor = data.draw(st.integers(0, bargain.positions.size - 1))
    weights = bargain.weights.copy()
    weights[actor] += more
    before, after = rule.settle(bargain), rule.settle(replace(bargain, weights=weights))
    wanted = bargain.positions[actor]
    assert abs(after - wanted) <= abs(before - wanted) + 1e-7


@RULES
@given(found=st.lists(bargains(most=3), min_size=1, max_size=4), copies=st.sampled_from([1, 700]))
def test_many_at_once_are_the_same_as_one_by_one(rule: Rule, found: list[Bargain], copies: int) -> None:
    size = found[0].positions.size
    found = [bargain for bargain in found if bargain.positions.size == size]
    stack = [np.stack([np.array([getattr(b, name) for b in found])] * copies) for name in ("positions", "weights")]
    nothing = np.stack([np.array([bargain.disagreement for bargain in found])] * copies)
    together = rule.settle(Bargain(stack[0], stack[1], (LOW, HIGH), nothing))
    assert together.shape == (copies, len(found))
    apart = [float(rule.settle(bargain)) for bargain in found]
    assert np.allclose(together, apart, atol=1e-7, rtol=0)


@given(bargains(), st.data())
def test_the_compromise_moves_by_its_lever(bargain: Bargain, data: st.DataObject) -> None:
    actor = data.draw(st.integers(0, bargain.positions.size - 1))
    positions = bargain.positions.copy()
    positions[actor] += 10
    compromise = shipped_rules()["compromise"]
    moved = compromise.settle(replace(bargain, positions=positions)) - compromise.settle(bargain)
    assert float(moved) == close(10 * leverage(bargain.weights)[actor])


@pytest.mark.parametrize(
    ("weights", "ends"), [([1.0, -1.0], (0, 1)), ([0.0, 0.0], (0, 1)), ([1.0, 1.0], (1, 1)), ([1.0], (0, 1))]
)
def test_what_is_no_bargain_is_refused(weights: list[float], ends: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"weight|scale|expected"):
        Bargain(np.array([0.0, 1.0]), np.array(weights), ends)
