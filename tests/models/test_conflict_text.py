"""Conditions over lists of options say what they say, however long the lists are."""

from __future__ import annotations

import pytest
from tests.conftest import Opener

from detente.methods.gmcr.preference.expressions import walk
from detente.methods.gmcr.preference.state_sets import holds
from detente.models.conflict.text import read_conditions

HEAD = "case: {id: many, as_of: 2025-07-10}\nactors: [{id: north, name: North, kind: state}]\n"
WISH = "{actor: north, options: [%s], preferences: {assumption: a, weights: {}}}"


def many(options: int, excluded: list[int]) -> str:
    """Return the text of a conflict in which at most one of some options can be taken."""
    listed = ", ".join(f"{{id: o{k}}}" for k in range(options))
    rule = f"[{{at_most_one: [{', '.join(f'o{k}' for k in excluded)}]}}]"
    return f"{HEAD}conflict:\n  assumption: a\n  decision_makers: [{WISH % listed}]\n  infeasible: {rule}\n"


@pytest.mark.parametrize("excluded", [[0, 1], [3, 8], [0, 4, 8], [1, 2, 5, 6], list(range(5)), list(range(9))])
def test_at_most_one_rules_out_two_and_more(opened: Opener, excluded: list[int]) -> None:
    conflict = opened(many(9, excluded)).case.conflict
    assert conflict is not None
    [rule] = read_conditions(conflict).infeasible
    options = [f"o{k}" for k in range(9)]

    for state in range(1 << 9):
        taken = sum(state >> (8 - k) & 1 for k in excluded)
        assert holds(rule, options, state=state) == (taken > 1)


def test_at_most_one_of_a_thousand_is_no_list_of_half_a_million_pairs(opened: Opener) -> None:
    case = opened(many(1000, list(range(1000))))
    assert case.case.conflict is not None
    [rule] = read_conditions(case.case.conflict).infeasible

    assert sum(1 for _ in walk(rule)) < 20_000
    assert case.errors == ()
