"""A solution concept is one file: planted among the others, every kernel answers for it, and the others as before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.inverse.changing import Problem, problems
from tests.methods.gmcr.strangers import CONTENT, CONTENT_COALITION, CONTENT_WITH_DIAGRAMS, FEARFUL, planted
from tests.methods.gmcr.symbolic.small import Small, small_conflicts
from tests.methods.gmcr.twin import plain_graph, plain_options, stable_states

from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.coalitions import concepts as coalitional
from detente.methods.gmcr.coalitions.analysis import analyse_coalitions
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.ensembles.ensemble import Profiles, analyse_ensemble
from detente.methods.gmcr.inverse.search import Limits, smallest_changes
from detente.methods.gmcr.stability import further
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.certificates import certify
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.hypergame import PerceivedGame, combine
from detente.methods.gmcr.stability.registry import further_concept, shipped, shipped_for_coalitions, shipped_further
from detente.methods.gmcr.stability.survival import survival
from detente.methods.gmcr.symbolic.stability import STATE_BY_STATE, analyse_symbolic

Form = OptionForm | GraphForm
FIVE = ["nash", "gmr", "smr", "seq", "sseq"]
SOURCES = {"by sanctions": FEARFUL, "by itself": CONTENT, "with diagrams": CONTENT_WITH_DIAGRAMS}
FORMS = st.one_of(option_forms(4, 3), graph_forms())
some = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def content(form: Form) -> Bool:
    """Return where each has what it likes best, state by state [shape (n_dm, S)]."""
    states = np.flatnonzero(form.feasible).tolist()
    table = np.zeros(form.payoffs.shape, dtype=np.bool_)
    for i, row in enumerate(form.payoffs.tolist()):
        for s in states:
            table[i, s] = all(row[s] >= row[t] for t in states)
    return table


def fearful(form: Form) -> Bool:
    """Return general metarationality by its slow twin [shape (n_dm, S)]."""
    plain = plain_options(form) if isinstance(form, OptionForm) else plain_graph(form)
    return np.array(stable_states(plain, "gmr", form.feasible.size))


@pytest.fixture(params=SOURCES)
def stranger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Concept, Callable[[Form], Bool]]]:
    """Plant a concept; return it with its definition read aloud."""
    with planted(SOURCES[request.param], tmp_path):
        [key] = set(shipped()) - set(FIVE)
        yield shipped()[key], fearful if key == "fearful" else content


Stranger = tuple[Concept, Callable[[Form], Bool]]


def test_it_stands_in_its_place(stranger: Stranger) -> None:
    concept, _ = stranger
    orders = [each.order for each in shipped().values()]

    assert orders == sorted(orders)
    assert [key for key in shipped() if key != concept.key] == FIVE


@some
@given(form=FORMS)
def test_verdicts_and_proofs(stranger: Stranger, form: Form) -> None:
    concept, definition = stranger
    table, stability = definition(form), analyse(form)

    assert list(stability.stable) == list(shipped())
    assert np.array_equal(stability.stable[concept.key], table)
    assert stability.equilibria[concept.key].tolist() == np.flatnonzero(table.all(axis=0)).tolist()
    for s in np.flatnonzero(form.feasible).tolist():
        for i in range(len(form.payoffs)):
            assert {key: proof.stays for key, proof in certify(form, i, s=s).items()} == {
                key: rows[i, s] for key, rows in stability.stable.items()
            }


@some
@given(form=FORMS)
def test_what_a_concept_implies_is_a_law(stranger: Stranger, form: Form) -> None:
    stable = analyse(form).stable
    assert stranger[0].implies <= set(shipped())
    for key, concept in shipped().items():
        for weaker in concept.implies:
            assert not (stable[key] & ~stable[weaker]).any(), (key, weaker)


@some
@given(form=FORMS, seed=st.integers(0, 1 << 32))
def test_survival(stranger: Stranger, form: Form, seed: int) -> None:
    concept, definition = stranger
    rng = np.random.default_rng(seed)
    maker = int(rng.integers(len(form.payoffs)))
    payoff = rng.permutation(form.payoffs[maker])
    changed = form.payoffs.copy()
    changed[maker] = payoff
    found = survival(form, [(maker, payoff)])

    assert set(found.after) == set(shipped())
    assert np.array_equal(found.before[concept.key], definition(form).all(axis=0))
    assert np.array_equal(found.after[concept.key][0], definition(form.with_payoffs(changed)).all(axis=0))


@some
@given(form=FORMS, seed=st.integers(0, 1 << 32))
def test_ensembles(stranger: Stranger, form: Form, seed: int) -> None:
    concept, definition = stranger
    rng = np.random.default_rng(seed)
    makers, states = form.payoffs.shape
    table = rng.integers(0, 5, (makers, states, 9), dtype=np.int32)
    sources = tuple((lambda which, rows=rows: rows[:, which]) for rows in table)
    profiles = Profiles(sources, np.broadcast_to(np.arange(9), (makers, 9)), np.ones(9))
    found = analyse_ensemble(form, profiles, watch=np.arange(states))
    alone = np.stack([definition(form.with_payoffs(table[:, :, b])) for b in range(9)], axis=2)

    assert list(found.stable) == list(shipped())
    assert np.array_equal(found.stable[concept.key], alone.sum(axis=2))
    assert np.array_equal(found.watched[concept.key], alone.all(axis=0))
    five = [analyse(form.with_payoffs(table[:, :, b])).stable for b in range(9)]
    for key in FIVE:
        assert np.array_equal(found.stable[key], np.sum([each[key] for each in five], axis=0))


@some
@given(form=FORMS)
def test_hypergames(stranger: Stranger, form: Form) -> None:
    concept, definition = stranger
    view = PerceivedGame(form, analyse(form), np.arange(form.feasible.size))
    found = combine(form.feasible, [view] * len(form.payoffs))

    assert np.array_equal(found.stable[concept.key], definition(form))


@settings(some, max_examples=12)
@given(problem=problems())
def test_inverse_analysis(stranger: Stranger, problem: Problem) -> None:
    concept, definition = stranger
    holds = bool(definition(problem.engine)[:, problem.wanted].all())
    found = smallest_changes(problem.engine, problem.wanted, problem.preferences, Limits(edits=1, answers=5))

    assert list(found) == list(shipped())
    if concept.by_sanctions:
        assert found[concept.key].edits == found["gmr"].edits
        assert found[concept.key].answers == found["gmr"].answers
    else:
        assert (found[concept.key].edits, found[concept.key].searched) == (0 if holds else None, 0)


@some
@given(small=small_conflicts())
def test_sets_of_states(stranger: Stranger, small: Small) -> None:
    concept, definition = stranger
    size, found = small.explicit.feasible.size, analyse_symbolic(small.symbolic)

    assert concept.has_symbolic_form == (concept.key in found.stable)
    if not concept.has_symbolic_form:
        assert found.too_large == {concept.key: STATE_BY_STATE}
        return
    assert not found.too_large
    table = [[region.holds(s) for s in range(size)] for region in found.stable[concept.key]]
    assert table == definition(small.explicit).tolist()


@some
@given(form=option_forms(4, 3))
def test_one_for_coalitions(tmp_path: Path, form: OptionForm) -> None:
    before = analyse_coalitions(form).stable
    with planted(CONTENT_COALITION, tmp_path, among=coalitional):
        assert next(iter(shipped_for_coalitions())) == "ccontent"
        found = analyse_coalitions(form).stable
    for members, stable in found.items():
        best = content(form)[list(members)].all(axis=0)
        assert np.array_equal(stable["ccontent"], best)
        assert all(np.array_equal(stable[key], rows) for key, rows in before[members].items())


@some
@given(form=FORMS)
def test_one_that_is_asked_for(tmp_path: Path, form: Form) -> None:
    with planted(CONTENT, tmp_path, among=further):
        concept = further_concept("content")
        assert concept is not None
        assert list(shipped_further()) == ["content", "sim", "l<h>", "nm"]
        assert list(shipped()) == FIVE
        assert np.array_equal(analyse(form, [concept]).stable["content"], content(form))


def test_a_file_that_defines_something_else_is_refused(tmp_path: Path) -> None:
    with planted("CONCEPT = Bare(True)", tmp_path), pytest.raises(TypeError, match=r"CONCEPT of .* is a Bare"):
        shipped()


def test_a_second_file_of_a_key_is_refused(tmp_path: Path) -> None:
    source = FEARFUL.replace("fearful", "gmr")
    with planted(source, tmp_path), pytest.raises(ValueError, match="two have the key 'gmr'"):
        shipped()


@pytest.mark.parametrize("part", ["proof", "symbolic"])
def test_half_a_definition_is_refused(part: str) -> None:
    half = {part: lambda *_: np.ones(1, dtype=np.bool_)}
    with pytest.raises(ValueError, match="'half' turns on sanctions"):
        Concept("half", 1, "Half", "H", "It stays.", (), **half)  # type: ignore[arg-type]


def test_the_registries_are_read_only() -> None:
    for found in (shipped(), shipped_further(), shipped_for_coalitions()):
        assert isinstance(found, MappingProxyType)
