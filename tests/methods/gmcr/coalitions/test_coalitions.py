"""Laws that every coalitional concept obeys, and what the literature says of coalitions: one suite, every plug-in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.coalitions.coalition_twin import coalitions_of, joint_improvements, stays
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.stability.test_published import CASES, load, numbers
from tests.methods.gmcr.twin import Plain, plain_graph, plain_options

from detente.methods.gmcr.coalitions import analysis as coalition_analysis
from detente.methods.gmcr.coalitions.analysis import CoalitionStability, analyse_coalitions, most_states
from detente.methods.gmcr.coalitions.coalition import CoalitionConcept
from detente.methods.gmcr.engines.coalesce import coalesce
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.registry import shipped, shipped_for_coalitions
from detente.methods.gmcr.states import TooManyStatesError

KEYS = list(shipped_for_coalitions())
BIBLIOGRAPHY = Path(__file__).parents[4] / "docs" / "references.bib"


def graph(moves: list[list[tuple[int, int]]], payoffs: list[list[int]]) -> GraphForm:
    """Build a graph form by hand."""
    arcs = tuple(np.array(each, dtype=np.intp).reshape(-1, 2) for each in moves)
    return GraphForm(arcs, np.array(payoffs, dtype=np.int32))


def check_against(twin: Plain, found: CoalitionStability) -> None:
    """Compare every verdict and every joint improvement with the definitions."""
    everybody = list(range(len(twin.payoff)))
    assert list(found.stable) == coalitions_of(everybody)
    for members, stable in found.stable.items():
        for key in KEYS:
            expected = [s for s in twin.states if stays(twin, key, members, s)]
            assert np.flatnonzero(stable[key]).tolist() == expected, (key, members)
        for s in twin.states:
            assert set(found.improvements(members, s=s).tolist()) == joint_improvements(twin, members, s), members


def test_the_registry_lists_the_concepts_in_their_own_order() -> None:
    assert KEYS == ["cnash", "cgmr", "csmr", "cseq-class", "cseq-individual"]
    assert len({concept.order for concept in shipped_for_coalitions().values()}) == len(KEYS)


@pytest.mark.parametrize("concept", shipped_for_coalitions().values(), ids=KEYS)
def test_a_concept_explains_itself_and_cites_its_source(concept: CoalitionConcept) -> None:
    cited = set(re.findall(r"@\w+\{(\w+),", BIBLIOGRAPHY.read_text("utf-8")))

    assert concept.title
    assert re.fullmatch(r"They stay because .+\.", concept.meaning)
    assert concept.references
    assert set(concept.references) <= cited
    assert concept.implies <= set(KEYS) - {concept.key}
    assert concept.single is None or concept.single in shipped()


@given(st.one_of(option_forms(most_options=3), option_forms(most_options=5)))
def test_option_form_equals_the_definitions(conflict: OptionForm) -> None:
    check_against(plain_options(conflict), analyse_coalitions(conflict))


@given(graph_forms())
def test_graph_form_equals_the_definitions(conflict: GraphForm) -> None:
    check_against(plain_graph(conflict), analyse_coalitions(conflict))


@given(option_forms())
def test_both_forms_of_a_conflict_agree(conflict: OptionForm) -> None:
    feasible = np.flatnonzero(conflict.feasible)
    listed = analyse_coalitions(coalesce(conflict, []).engine).stable

    for members, stable in analyse_coalitions(conflict).stable.items():
        for key in KEYS:
            assert np.array_equal(listed[members][key], stable[key][feasible]), (key, members)


@given(st.one_of(option_forms(), graph_forms()))
def test_a_coalition_of_one_stays_as_it_would_alone(conflict: Engine) -> None:
    alone = analyse(conflict).stable
    together = analyse_coalitions(conflict).stable

    for i in range(len(conflict.payoffs)):
        for key, concept in shipped_for_coalitions().items():
            if concept.single is not None:
                assert np.array_equal(together[(i,)][key], alone[concept.single][i]), (key, i)
        as_classes = together[(i,)]["cseq-class"]
        assert not (alone["seq"][i] & ~as_classes).any(), "individuals are coalitions too"
        if len(conflict.payoffs) < 3:
            assert np.array_equal(as_classes, alone["seq"][i]), "one opponent has no class"


def test_which_concepts_have_a_counterpart_for_one() -> None:
    singles = {key: concept.single for key, concept in shipped_for_coalitions().items()}

    assert singles == {
        "cnash": "nash",
        "cgmr": "gmr",
        "csmr": "smr",
        "cseq-class": None,
        "cseq-individual": "seq",
    }


def test_a_class_answers_where_individuals_do_not() -> None:
    # A may go from 0 to 1, which it prefers. From 1, B goes to 2, which it likes less, and from 2 C goes to 3,
    # which B and C prefer to 1, and A likes no better than 0. So B and C can answer as a coalition; but B alone
    # would lose by its own move, so no sequence of individual improvements begins.
    conflict = graph([[(0, 1)], [(1, 2)], [(2, 3)]], [[1, 2, 2, 0], [0, 1, 0, 2], [0, 1, 1, 2]])
    alone = analyse_coalitions(conflict).stable[(0,)]

    assert {key: bool(stable[0]) for key, stable in alone.items()} == {
        "cnash": False,
        "cgmr": True,
        "csmr": True,
        "cseq-class": True,
        "cseq-individual": False,
    }


@pytest.mark.parametrize("key", KEYS)
@given(conflict=st.one_of(option_forms(), graph_forms()))
def test_declared_implications_hold(key: str, conflict: Engine) -> None:
    composing = isinstance(conflict, OptionForm)
    for stable in analyse_coalitions(conflict).stable.values():
        for weaker in shipped_for_coalitions()[key].implies:
            if composing or (key, weaker) != ("cseq-class", "cgmr"):
                assert not (stable[key] & ~stable[weaker]).any(), f"{key} must imply {weaker}"


def test_the_classical_inclusions_are_declared() -> None:
    concepts = shipped_for_coalitions()

    def entailed(key: str) -> set[str]:
        return set().union(*({weaker} | entailed(weaker) for weaker in concepts[key].implies))

    assert entailed("cnash") == {"csmr", "cseq-individual", "cseq-class", "cgmr"}
    assert entailed("cseq-individual") == {"cseq-class", "cgmr"}
    assert entailed("cseq-class") == entailed("csmr") == {"cgmr"}


def test_where_moves_do_not_compose_a_class_answers_by_what_is_no_legal_sequence() -> None:
    # A gains by going from 0 to 1. B and C together go from 1 by C to 2 and by B to 3, which both prefer; then B
    # alone goes on to 4, which it prefers and which is bad for A. B has moved twice in a row, and it has no move
    # from 2 to 4 in one step: no legal sequence of B and C leads to a state that A likes no better than 0.
    conflict = graph([[(0, 1)], [(2, 3), (3, 4)], [(1, 2)]], [[1, 2, 2, 2, 0], [0, 1, 1, 2, 3], [0, 1, 1, 2, 0]])
    alone = analyse_coalitions(conflict).stable[(0,)]

    assert alone["cseq-class"][0]
    assert not alone["cgmr"][0]


@given(st.one_of(option_forms(), graph_forms()))
def test_against_everybody_nobody_is_left_to_answer(conflict: Engine) -> None:
    everybody = tuple(range(len(conflict.payoffs)))
    stable = analyse_coalitions(conflict).stable[everybody]

    for key in KEYS:
        assert np.array_equal(stable[key], stable["cnash"]), key


@given(conflict=option_forms(), data=st.data())
def test_the_order_of_the_options_does_not_matter(conflict: OptionForm, data: st.DataObject) -> None:
    n = len(conflict.owners)
    order = data.draw(st.permutations(range(n)))
    axes = np.arange(1 << n).reshape((2,) * n).transpose(order).reshape(-1)
    shuffled = OptionForm(
        tuple(conflict.owners[k] for k in order),
        tuple(conflict.directions[k] for k in order),
        conflict.feasible[axes],
        conflict.payoffs[:, axes],
    )
    found = analyse_coalitions(shuffled).stable

    for members, stable in analyse_coalitions(conflict).stable.items():
        for key in KEYS:
            assert np.array_equal(found[members][key], stable[key][axes]), (key, members)


@given(conflict=option_forms(), data=st.data())
def test_the_order_of_the_decision_makers_does_not_matter(conflict: OptionForm, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(conflict.payoffs))))
    owners = tuple(order.index(owner) for owner in conflict.owners)
    found = analyse_coalitions(replace(conflict, owners=owners, payoffs=conflict.payoffs[order])).stable

    for members, stable in analyse_coalitions(conflict).stable.items():
        renamed = tuple(sorted(order.index(i) for i in members))
        for key in KEYS:
            assert np.array_equal(found[renamed][key], stable[key]), (key, members)


@given(conflict=st.one_of(option_forms(), graph_forms()), seed=st.integers(0, 1 << 32))
def test_only_the_order_of_payoffs_matters(conflict: OptionForm | GraphForm, seed: int) -> None:
    rng = np.random.default_rng(seed)
    steps = rng.integers(1, 1000, (len(conflict.payoffs), conflict.payoffs.max() + 1), dtype=np.int32)
    stretched = np.take_along_axis(np.cumsum(steps, axis=1, dtype=np.int32) - 90_000, conflict.payoffs, axis=1)
    stretched[:, ~conflict.feasible] = rng.integers(-9, 9, (len(stretched), (~conflict.feasible).sum()))
    found = analyse_coalitions(replace(conflict, payoffs=stretched)).stable

    for members, stable in analyse_coalitions(conflict).stable.items():
        for key in KEYS:
            assert np.array_equal(found[members][key], stable[key]), (key, members)


@given(st.one_of(option_forms(), graph_forms()))
def test_what_lasts_is_left_by_no_coalition(conflict: Engine) -> None:
    found = analyse_coalitions(conflict)

    for key in KEYS:
        held = conflict.feasible.copy()
        for stable in found.stable.values():
            held &= stable[key]
            assert not stable[key][~conflict.feasible].any(), "infeasible states are never stable"
        assert found.lasting(key).tolist() == np.flatnonzero(held).tolist(), key


def test_at_elmira_the_ministry_and_the_company_jump_from_5_to_8() -> None:
    case = CASES["elmira_9_states"]
    number = numbers(case)
    found = analyse_coalitions(load(case))
    movers = [mover["name"] for mover in case["decision_makers"]]
    pair = (movers.index("MoE"), movers.index("UR"))

    assert case["expected"]["published_coalition_fact"].startswith("coalition {MoE, UR} moves 5 -> 8")
    assert found.improvements(pair, s=number["5"]).tolist() == [number["8"]]
    assert not found.stable[pair]["cnash"][number["5"]]
    assert [number["8"], number["9"]] == found.lasting("cnash").tolist()


def test_too_many_states_are_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    # 3 coalitions of two decision makers over 4 states compare 3 * 16 = 48 pairs.
    conflict = graph([[(0, 1)], [(1, 2)]], [[0, 1, 2, 3]] * 2)
    monkeypatch.setattr(coalition_analysis, "PAIRS", 48)
    assert most_states(2) == 4
    analyse_coalitions(conflict)
    monkeypatch.setattr(coalition_analysis, "PAIRS", 47)
    with pytest.raises(TooManyStatesError, match="at most 3 states with 2 decision makers, and 4 are possible"):
        analyse_coalitions(conflict)


def test_the_limit_falls_with_the_number_of_decision_makers() -> None:
    assert [most_states(n) for n in (1, 2, 3, 4, 5)] == [11585, 6688, 4378, 2991, 2080]


def test_states_listed_in_pieces_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = load(CASES["elmira_9_states"])
    whole = analyse_coalitions(conflict).stable
    monkeypatch.setattr("detente.methods.gmcr.coalitions.joint_moves.PIECE", 2)

    for members, stable in analyse_coalitions(conflict).stable.items():
        assert all(np.array_equal(stable[key], whole[members][key]) for key in KEYS)


def test_coalitions_of_very_many_are_refused_however_few_the_states() -> None:
    """Each coalition is answered by every coalition of the others: three times as many with each maker more."""
    nowhere = np.empty((0, 2), dtype=np.intp)
    with pytest.raises(TooManyStatesError, match="at most 10 decision makers, and there are 11: leave out"):
        analyse_coalitions(GraphForm((nowhere,) * 11, np.zeros((11, 2), dtype=np.int32)))
