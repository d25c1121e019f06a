"""Laws of the concepts where no list can be checked: 40 and 60 options."""

from __future__ import annotations

import numpy as np
import pytest

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.preference.expressions import And, Expression, Implies, Name, Not
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic.form import Statements, SymbolicForm
from detente.methods.gmcr.symbolic.stability import analyse_symbolic


def conflict(n: int, movers: int, *, seed: int) -> SymbolicForm:
    """Build a conflict with statements on own and others' options, one-way options and exclusions."""
    rng = np.random.default_rng(seed)
    owners = tuple(k * movers // n for k in range(n))
    options = tuple(f"o{k}" for k in range(n))
    directions = tuple(rng.choice(list(Direction), p=[0.8, 0.1, 0.1]) for _ in range(n))

    def statement(i: int) -> Expression:
        mine = Name(options[rng.choice([k for k in range(n) if owners[k] == i])])
        theirs = Name(options[rng.choice([k for k in range(n) if owners[k] != i])])
        kinds: list[Expression] = [theirs, Not(mine), Not(And((mine, Not(theirs)))), Implies(theirs, mine)]
        return kinds[rng.integers(4)]

    wants = tuple(Statements(tuple(statement(i) for _ in range(8))) for i in range(movers))
    barred = tuple(And((Name(options[a]), Name(options[b]))) for a, b in rng.choice(n, (4, 2), replace=False))
    return SymbolicForm(options, owners, tuple(Direction(way) for way in directions), barred, wants)


@pytest.mark.slow
@pytest.mark.parametrize(("n", "movers", "seed"), [(40, 2, 1), (40, 3, 2), (60, 4, 3), (60, 5, 4)])
def test_stronger_concepts_hold_fewer_states(n: int, movers: int, seed: int) -> None:
    found = analyse_symbolic(conflict(n, movers, seed=seed))

    assert set(found.stable) == set(shipped())
    for key in shipped():
        for weaker in shipped()[key].implies:
            for strong, weak in zip(found.stable[key], found.stable[weaker], strict=True):
                assert strong.within(weak), f"{key} must imply {weaker}"
        assert all(each.within(found.feasible) for each in found.stable[key])
        assert all(found.equilibria[key].within(each) for each in found.stable[key])


def test_the_order_of_options_and_decision_makers_does_not_matter() -> None:
    form = conflict(40, 3, seed=5)
    rng = np.random.default_rng(6)
    order, people = rng.permutation(40).tolist(), rng.permutation(3).tolist()
    shuffled = SymbolicForm(
        tuple(form.options[k] for k in order),
        tuple(people.index(form.owners[k]) for k in order),
        tuple(form.directions[k] for k in order),
        form.infeasible[::-1],
        tuple(form.wants[i] for i in people),
    )
    found, again = analyse_symbolic(form), analyse_symbolic(shuffled)

    for key in shipped():
        counts = [region.count for region in found.stable[key]]
        assert [region.count for region in again.stable[key]] == [counts[i] for i in people]
        taken = found.equilibria[key].taken()
        assert again.equilibria[key].taken() == [taken[k] for k in order]
