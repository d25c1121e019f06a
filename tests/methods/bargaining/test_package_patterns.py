"""Patterns of what is blocked, against a twin that tries every outcome and every pair in every package."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.bargaining.package_patterns import patterns


@given(st.data(), st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_patterns_are_what_is_blocked_in_every_package(data: st.DataObject, sizes: list[int]) -> None:
    packages = list(product(*map(range, sizes)))
    blocked = {package: data.draw(st.integers(0, 3)) > 0 for package in packages}

    def every(*choices: tuple[int, int]) -> list[bool]:
        return [blocked[package] for package in packages if all(package[k] == x for k, x in choices)]

    outcomes = [(k, x) for k, size in enumerate(sizes) for x in range(size)]
    alone = [choice for choice in outcomes if all(every(choice))]
    expected: dict[tuple[tuple[int, int], ...], int] = {(choice,): len(every(choice)) for choice in alone}
    for one, other in combinations(outcomes, 2):
        if one[0] != other[0] and not {one, other} & set(alone) and all(every(one, other)):
            expected[one, other] = len(every(one, other))
    found = patterns(np.array(list(blocked.values())), sizes)

    assert {pattern.choices: pattern.packages for pattern in found} == expected
    assert [pattern.packages for pattern in found] == sorted(expected.values(), reverse=True)
