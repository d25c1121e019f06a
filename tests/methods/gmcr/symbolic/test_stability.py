"""The symbolic engine gives the verdicts of the explicit one and of the slow twin."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.symbolic.small import Small, small_conflicts
from tests.methods.gmcr.twin import plain_options, stable_states

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.preference.exact_weights import PreferenceError
from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Name, Not, Or
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic import diagram, sanctioned
from detente.methods.gmcr.symbolic.budget import LEAST, Budget, DiagramTooLargeError
from detente.methods.gmcr.symbolic.form import Statements, SymbolicForm, Weights
from detente.methods.gmcr.symbolic.region import Region
from detente.methods.gmcr.symbolic.stability import SymbolicStability, analyse_symbolic


def table(region: Region, size: int) -> list[bool]:
    """Return the set as one truth value for each state."""
    return [region.holds(s) for s in range(size)]


def agree(small: Small) -> None:
    """Check the verdicts on a conflict against the explicit engine."""
    explicit = analyse(small.explicit)
    symbolic = analyse_symbolic(small.symbolic)
    size = small.explicit.feasible.size

    assert not symbolic.too_large
    assert table(symbolic.feasible, size) == small.explicit.feasible.tolist()
    for key in shipped():
        for region, row in zip(symbolic.stable[key], explicit.stable[key], strict=True):
            assert table(region, size) == row.tolist(), key
        assert symbolic.equilibria[key].first(size) == explicit.equilibria[key].tolist(), key


@given(small_conflicts())
def test_the_verdicts_are_those_of_the_explicit_engine(small: Small) -> None:
    agree(small)


@given(small_conflicts())
def test_splitting_by_the_worst_changes_no_verdict(small: Small) -> None:
    for limit in (0, 12):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sanctioned, "SPLIT_NODES", limit)
            agree(small)


@given(small_conflicts())
def test_the_verdicts_are_the_definitions_read_aloud(small: Small) -> None:
    plain = plain_options(small.explicit)
    symbolic = analyse_symbolic(small.symbolic)
    size = small.explicit.feasible.size

    for key in shipped():
        assert [table(region, size) for region in symbolic.stable[key]] == stable_states(plain, key, size), key


def pair(*wants: Statements | Weights) -> SymbolicForm:
    """Return a conflict of three options of three decision makers."""
    return SymbolicForm(("a", "b", "c"), (0, 1, 2), (Direction.BOTH,) * 3, (), wants)


def test_weights_tie_where_they_tie_as_written() -> None:
    form = SymbolicForm(("a", "b", "c"), (0, 0, 0), (Direction.BOTH,) * 3, (), (Weights((0.1, 0.2, 0.3)),))
    tied = SymbolicForm(("a", "b", "c"), (0, 0, 0), (Direction.BOTH,) * 3, (Name("c"),), (Weights((0.1, -0.1, 5)),))

    assert analyse_symbolic(form).equilibria["nash"].cubes(9) == ["YYY"]
    assert analyse_symbolic(tied).equilibria["nash"].cubes(9) == ["YNN"]
    with pytest.raises(PreferenceError, match="too many digits"):
        analyse_symbolic(pair(Weights((1e30, 1e-30, 0)), Statements(()), Statements(())))


def test_parts_that_disagree_are_refused() -> None:
    ways = (Direction.BOTH,)
    with pytest.raises(ValueError, match="1 options, but"):
        SymbolicForm(("a",), (0, 0), ways, (), (Statements(()),))
    with pytest.raises(ValueError, match="options belong to"):
        SymbolicForm(("a",), (1,), ways, (), (Statements(()),))
    with pytest.raises(ValueError, match="2 weights for 1 options"):
        SymbolicForm(("a",), (0,), ways, (), (Weights((1, 2)),))


def test_diagrams_that_outgrow_their_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram, "MAX_NODES", 24)
    with pytest.raises(DiagramTooLargeError, match=r"outgrow 24 nodes$"):
        analyse_symbolic(pair(*[Weights((1, 3, 5))] * 3))


def alone(form: SymbolicForm, most: int) -> SymbolicStability | None:
    """Return what is found within a budget; nothing if nothing is."""
    try:
        return analyse_symbolic(form, Budget(most))
    except DiagramTooLargeError as error:
        assert re.search(r"given up after [\d,]+ steps$", str(error))
        return None


@given(small_conflicts(), st.integers(1, 1 << 14))
def test_a_budget_leaves_verdicts_out_and_changes_none(small: Small, most: int) -> None:
    """Whatever the budget, a concept is answered as it is without one, or it is said why not; twice the same."""
    size = small.explicit.feasible.size
    explicit = analyse(small.explicit)
    found, again = (alone(small.symbolic, most) for _ in range(2))

    assert (found is None) == (again is None)
    if found is not None and again is not None:
        assert dict(found.too_large) == dict(again.too_large)
        assert set(found.stable) ^ set(found.too_large) == set(shipped())
        for key, regions in found.stable.items():
            for region, row in zip(regions, explicit.stable[key], strict=True):
                assert table(region, size) == row.tolist(), key


def test_what_is_left_of_a_budget_is_shared_out() -> None:
    some = Budget(1000 * LEAST)
    some.share(4)
    for _ in range(250):
        some.spend(1)
    with pytest.raises(DiagramTooLargeError):
        some.spend(1)
    some.share(1)
    some.spend(749 * LEAST)
    with pytest.raises(DiagramTooLargeError, match="64,064 steps"):
        some.spend(LEAST)
    some.renew()
    some.spend(1000 * LEAST)
    with pytest.raises(DiagramTooLargeError):
        some.spend(1)


def test_entangled_statements_are_given_up_within_the_budget() -> None:
    """Forty random pairs over forty options of two decision makers: SEQ alone took minutes without an end."""
    options = tuple(f"o{k}" for k in range(40))
    rng = random.Random(2)
    wants = tuple(Statements(tuple(_pair(rng, options) for _ in range(40))) for _ in range(2))
    form = SymbolicForm(options, tuple(k // 20 for k in range(40)), (Direction.BOTH,) * 40, (), wants)
    before = time.process_time()
    assert alone(form, 1 << 20) is None
    assert time.process_time() - before < 20  # far less here; without a bound it is minutes


def _pair(rng: random.Random, options: Sequence[str]) -> Expression:
    first, second = (Name(each) if rng.random() < 0.5 else Not(Name(each)) for each in rng.sample(options, 2))
    return rng.choice((And((first, second)), Or((first, second)), Iff(first, second)))
