"""Laws that every registered concept obeys: one suite, every plug-in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms, strict_pairs, strict_pairs_in_graph_form

from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.family import Family
from detente.methods.gmcr.stability.registry import further_concept, shipped, shipped_further

FIVE = list(shipped())
HORIZONS = (1, 2, 3, 4, 7)
"""Of a concept for each horizon, these stand for all."""

FURTHER = {
    concept.key: concept
    for found in shipped_further().values()
    for concept in ([found.of(h) for h in HORIZONS] if isinstance(found, Family) else [found])
}
CONCEPTS = {**shipped(), **FURTHER}
KEYS = list(CONCEPTS)
BIBLIOGRAPHY = Path(__file__).parents[4] / "docs" / "references.bib"


def stable(key: str, engine: Engine) -> Bool:
    """Return the stability table of one concept."""
    return np.array([CONCEPTS[key].stable(engine, i) for i in range(len(engine.payoffs))])


def looks_ahead(key: str) -> bool:
    """Whether a concept is for two decision makers with strict preferences only."""
    return key in FURTHER and key != "sim"


def with_options(key: str) -> st.SearchStrategy[OptionForm]:
    """Return the conflicts in option form that a concept is defined for."""
    return strict_pairs() if looks_ahead(key) else option_forms()


def of_any_form(key: str) -> st.SearchStrategy[Engine]:
    """Return the conflicts that a concept is defined for."""
    if key == "sim":
        return with_options(key)
    return st.one_of(with_options(key), strict_pairs_in_graph_form() if looks_ahead(key) else graph_forms())


def test_the_registry_lists_the_concepts_in_their_own_order() -> None:
    assert FIVE == ["nash", "gmr", "smr", "seq", "sseq"]
    assert list(FURTHER) == ["sim", "l1", "l2", "l3", "l4", "l7", "nm"]
    assert sorted({concept.order for concept in CONCEPTS.values()}) == [each.order for each in CONCEPTS.values()]
    assert [further_concept(key) is not None for key in KEYS] == [False] * 5 + [True] * 7


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=KEYS)
def test_a_concept_explains_itself_and_cites_its_source(concept: Concept) -> None:
    cited = set(re.findall(r"@\w+\{(\w+),", BIBLIOGRAPHY.read_text("utf-8")))

    assert concept.title
    assert re.fullmatch(r"It stays because .+\.", concept.meaning)
    assert concept.references
    assert set(concept.references) <= cited
    assert concept.implies <= set(KEYS) - {concept.key}
    assert (concept.proof is None) == (concept.key in FIVE)


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_declared_implications_hold(key: str, data: st.DataObject) -> None:
    conflict = data.draw(of_any_form(key))
    for weaker in CONCEPTS[key].implies:
        assert not (stable(key, conflict) & ~stable(weaker, conflict)).any(), f"{key} must imply {weaker}"


def test_the_classical_inclusions_are_declared() -> None:
    def entailed(key: str) -> set[str]:
        return set().union(*({weaker} | entailed(weaker) for weaker in CONCEPTS[key].implies))

    assert entailed("nash") == {"sseq", "seq", "smr", "gmr"}
    assert entailed("sseq") == {"seq", "smr", "gmr"}
    assert entailed("seq") == entailed("smr") == {"gmr"}
    assert entailed("l2") == {"seq", "gmr"}
    assert entailed("l3") == entailed("nm") == {"gmr"}


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_the_order_of_the_options_does_not_matter(key: str, data: st.DataObject) -> None:
    conflict = data.draw(with_options(key))
    n = len(conflict.owners)
    order = data.draw(st.permutations(range(n)))

    def shuffle(table: Bool) -> Bool:
        return table.reshape(-1, *(2,) * n).transpose(0, *(k + 1 for k in order)).reshape(len(table), -1)

    shuffled = OptionForm(
        tuple(conflict.owners[k] for k in order),
        tuple(conflict.directions[k] for k in order),
        shuffle(conflict.feasible[None])[0],
        shuffle(conflict.payoffs),  # type: ignore[arg-type]
    )

    assert np.array_equal(stable(key, shuffled), shuffle(stable(key, conflict)))


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_the_order_of_the_decision_makers_does_not_matter(key: str, data: st.DataObject) -> None:
    conflict = data.draw(with_options(key))
    order = data.draw(st.permutations(range(len(conflict.payoffs))))
    owners = tuple(order.index(owner) for owner in conflict.owners)
    permuted = replace(conflict, owners=owners, payoffs=conflict.payoffs[order])

    assert np.array_equal(stable(key, permuted), stable(key, conflict)[order])


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data(), seed=st.integers(0, 1 << 32))
def test_only_the_order_of_payoffs_matters(key: str, data: st.DataObject, seed: int) -> None:
    conflict = data.draw(with_options(key))
    rng = np.random.default_rng(seed)
    steps = rng.integers(1, 1000, (len(conflict.payoffs), conflict.payoffs.max() + 1), dtype=np.int32)
    stretched = np.take_along_axis(np.cumsum(steps, axis=1, dtype=np.int32) - 90_000, conflict.payoffs, axis=1)
    stretched[:, ~conflict.feasible] = rng.integers(-9, 9, (len(stretched), (~conflict.feasible).sum()))

    assert np.array_equal(stable(key, replace(conflict, payoffs=stretched)), stable(key, conflict))


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_infeasible_states_are_never_stable(key: str, data: st.DataObject) -> None:
    conflict = data.draw(with_options(key))
    assert not stable(key, conflict)[:, ~conflict.feasible].any()


@given(st.one_of(option_forms(), graph_forms()))
def test_an_equilibrium_is_stable_for_everyone(conflict: Engine) -> None:
    result = analyse(conflict)

    assert list(result.stable) == FIVE
    for key in FIVE:
        assert np.array_equal(result.stable[key], stable(key, conflict))
        assert result.equilibria[key].tolist() == np.flatnonzero(stable(key, conflict).all(axis=0)).tolist()
