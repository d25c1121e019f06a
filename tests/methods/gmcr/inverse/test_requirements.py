"""Requirements name exactly the preferences at which a decision maker stays, and say nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.gmcr.twin import Plain, plain_graph, plain_options

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.inverse.requirements import Requirement, requirements
from detente.methods.gmcr.stability.registry import shipped

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


def weak_orders(states: Sequence[int]) -> Iterator[dict[int, int]]:
    """Yield every weak order of some states as levels from 0 without gaps: 541 of five states."""
    if not states:
        yield {}
        return
    for rest in weak_orders(states[1:]):
        levels = sorted(set(rest.values()))
        for level in levels:
            yield {**rest, states[0]: level}
        for gap in range(len(levels) + 1):
            yield {**{s: level + (level >= gap) for s, level in rest.items()}, states[0]: gap}


def test_weak_orders_are_counted_by_the_fubini_numbers() -> None:
    counts = [len({tuple(sorted(order.items())) for order in weak_orders(range(n))}) for n in range(6)]

    assert counts == [1, 1, 3, 13, 75, 541]


@st.composite
def graphs(draw: st.DrawFn) -> GraphForm:
    """Conflicts of 2-3 decision makers over 3-5 states."""
    movers, size = draw(st.integers(2, 3)), draw(st.integers(3, 5))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    allowed = (rng.random((movers, size, size)) < 0.45) & ~np.eye(size, dtype=np.bool_)
    return GraphForm(tuple(np.argwhere(each) for each in allowed), rng.integers(0, 4, (movers, size), dtype=np.int32))


def met(found: Sequence[Requirement], better: set[int]) -> bool:
    """Whether requirements are met when those states are preferred."""
    return all(any(not better & set(states) for states in requirement) for requirement in found)


def assert_exact(engine: GraphForm | OptionForm, plain: Plain, s: int) -> None:
    """Compare with the definition over every weak order of the first decision maker."""
    for key in CONCEPTS:
        found = requirements(engine, 0, shipped()[key].sanctions, s=s)
        for order in weak_orders(plain.states):
            row = [order.get(t, 0) for t in range(engine.payoffs.shape[1])]
            stays = Plain(plain.states, plain.moves, [row, *plain.payoff[1:]]).stable(key, 0, s)
            assert met(found, {t for t in plain.states if order[t] > order[s]}) == stays, key


@given(graphs(), st.data())
def test_they_are_met_by_exactly_the_orders_at_which_it_stays(engine: GraphForm, data: st.DataObject) -> None:
    s = data.draw(st.integers(0, engine.payoffs.shape[1] - 1))
    assert_exact(engine, plain_graph(engine), s)


@settings(max_examples=15)
@given(st.integers(0, 1 << 32), st.booleans())
def test_they_are_exact_in_option_form_too(seed: int, whole: bool) -> None:
    rng = np.random.default_rng(seed)
    options = 2 if whole else 3
    feasible = np.ones(4, dtype=np.bool_) if whole else rng.permutation(8) < 5
    owners = (0, 1, int(rng.integers(2)))[:options]
    directions = tuple(rng.choice(np.array([Direction.BOTH, Direction.BOTH, *Direction]), options))
    payoffs = rng.integers(0, 4, (2, feasible.size), dtype=np.int32)
    engine = OptionForm(owners, tuple(map(Direction, directions)), feasible, payoffs)
    assert_exact(engine, plain_options(engine), int(rng.choice(np.flatnonzero(feasible))))


@given(graphs(), st.data())
def test_none_follows_from_another_and_no_alternative_asks_more(engine: GraphForm, data: st.DataObject) -> None:
    """Some set of preferred states meets another requirement and not this one; without escapes, all others."""
    size = engine.payoffs.shape[1]
    s = data.draw(st.integers(0, size - 1))
    sets = [{t for t in range(size) if bits >> t & 1 and t != s} for bits in range(1 << size)]
    for key in CONCEPTS:
        found = requirements(engine, 0, shipped()[key].sanctions, s=s)
        for number, requirement in enumerate(found):
            others = found[:number] + found[number + 1 :]
            together = [[other] for other in others] if key in ("smr", "sseq") else [others]
            for rest in together:
                assert any(met(rest, better) and not met([requirement], better) for better in sets)
            for one in requirement:
                assert not any(set(other) < set(one) for other in requirement)
                assert s not in one


def test_a_dilemma_by_hand() -> None:
    """At YY (3) the first can go to NY (1), from where the second can go to NN (0).

    Under Nash it must not prefer 1; else it is enough that it does not prefer 1 or does not prefer 0, and if the
    answer must stand, neither 0 nor what it can make of it, 2: as 1 is dealt with, {1}, {0} or {0, 2}.
    """
    both = (Direction.BOTH, Direction.BOTH)
    engine = OptionForm((0, 1), both, np.ones(4, dtype=np.bool_), np.array([[1, 3, 0, 2], [1, 0, 3, 2]]))

    def of(key: str) -> tuple[Requirement, ...]:
        return requirements(engine, 0, shipped()[key].sanctions, s=3)

    assert of("nash") == (((1,),),)
    assert of("gmr") == (((0,), (1,)),)
    assert of("smr") == (((1,), (0, 2)),)
    assert of("seq") == of("gmr")
    assert of("sseq") == of("smr")
