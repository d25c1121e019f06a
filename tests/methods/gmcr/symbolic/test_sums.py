"""Sums of weights: parts that decide one after the other, and how many sums there are, against all subsets."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.symbolic.sums import count_sums, ordered_parts

weights = st.lists(st.integers(-12, 12) | st.sampled_from([10, 100, 1000, 1024, 64, -16]), max_size=6)


def total(part: list[int], taken: tuple[int, ...]) -> int:
    return sum(weight * yes for weight, yes in zip(part, taken, strict=True))


@given(weights)
def test_parts_compare_as_sums_do(drawn: list[int]) -> None:
    parts = ordered_parts(drawn)
    states = list(product((0, 1), repeat=len(drawn)))
    for one, other in combinations(states, 2):
        whole = total(drawn, one) - total(drawn, other)
        by_part = [total(part, one) - total(part, other) for part in parts]
        decides = next((each for each in by_part if each), 0)
        assert (decides > 0, decides < 0) == (whole > 0, whole < 0)


@given(weights)
def test_every_weight_is_in_one_part(drawn: list[int]) -> None:
    parts = ordered_parts(drawn)
    assert [sum(1 for part in parts if part[k]) for k in range(len(drawn))] == [int(bool(each)) for each in drawn]


def test_weights_that_outweigh_all_lighter_ones_stand_alone() -> None:
    assert ordered_parts([1, 100, -10]) == [[0, 1, 0], [0, 0, -1], [1, 0, 0]]
    assert len(ordered_parts([1 << k for k in range(60)])) == 60
    assert ordered_parts([6, 4, 4]) == [[3, 2, 2]]


@given(weights, st.integers(1, 70))
def test_sums_are_counted_up_to_a_limit(drawn: list[int], most: int) -> None:
    sums = {sum(each) for k in range(len(drawn) + 1) for each in combinations(drawn, k)}
    assert count_sums(drawn, most) == min(len(sums), most + 1)
