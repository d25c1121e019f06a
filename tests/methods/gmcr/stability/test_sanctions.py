"""Several questions at once get the verdicts of the definitions, and in the order asked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.stability.test_certificates import plain

from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.stability import sanctions
from detente.methods.gmcr.stability.concept import Concept, UndefinedConceptError, verdicts
from detente.methods.gmcr.stability.registry import further_concept, shipped

FIVE = list(shipped().values())


@given(
    st.one_of(option_forms(), graph_forms()),
    st.lists(st.sampled_from(FIVE), min_size=1, max_size=7),
    st.sampled_from([1, 2, 4]),
)
def test_any_questions_are_judged_as_defined_however_many_at_once(
    conflict: Engine, asked: list[Concept], at_once: int
) -> None:
    before, twin = conflict.payoffs.copy(), plain(conflict)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sanctions, "CELLS", at_once * conflict.feasible.size)
        for i in range(len(conflict.payoffs)):
            found = verdicts(conflict, i, asked)
            assert found.shape == (len(asked), conflict.feasible.size)
            for concept, row in zip(asked, found, strict=True):
                assert np.flatnonzero(row).tolist() == [s for s in twin.states if twin.stable(concept.key, i, s)]
    assert np.array_equal(conflict.payoffs, before)


@given(option_forms(), st.permutations([0, 1, 2]))
def test_concepts_of_either_kind_stand_in_the_order_asked(conflict: Engine, order: list[int]) -> None:
    simultaneous = further_concept("sim")
    assert simultaneous is not None
    asked = [[shipped()["nash"], simultaneous, shipped()["smr"]][k] for k in order]

    for i in range(len(conflict.payoffs)):
        alone = [concept.stable(conflict, i).tolist() for concept in asked]
        assert verdicts(conflict, i, asked).tolist() == alone


@given(graph_forms())
def test_a_concept_that_is_not_defined_is_named(conflict: Engine) -> None:
    simultaneous = further_concept("sim")
    assert simultaneous is not None
    with pytest.raises(UndefinedConceptError) as caught:
        verdicts(conflict, 0, [shipped()["nash"], simultaneous])

    assert caught.value.key == "sim"
