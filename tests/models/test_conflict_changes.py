"""What may be varied follows from how preferences are stated."""

from __future__ import annotations

import numpy as np
from tests.conftest import Opener
from tests.models.test_conflict_wishes import GRAPH, MERGED, RANKED, STATED, modelled

from detente.methods.gmcr.inverse.changes import Kind
from detente.models.conflict.changes import varied


def test_statements_may_change_in_every_way(opened: Opener) -> None:
    stated, model = modelled(opened, STATED)
    found = varied(stated, model)

    assert [each.kind for each in found.preferences] == [Kind.STATEMENTS] * 2
    assert found.labels == (("first", "2", "last"), ("1",))
    assert [str(wish) for wish in found.wishes] == ["a", "not a", "b", "not b", "c", "not c"]
    taken = {model.name(int(s))[0] for s in np.flatnonzero(found.preferences[0].wishes[0])}
    assert taken == {"Y"}


def test_a_ranking_keeps_its_groups_and_weights_stay(opened: Opener) -> None:
    found = varied(*modelled(opened, RANKED))

    assert [(each.kind, each.count) for each in found.preferences] == [(Kind.RANKING, 2), (Kind.FIXED, 0)]
    assert found.labels[0] == ("NY", "NN = YN")


def test_silence_can_be_filled_with_wishes_only(opened: Opener) -> None:
    found = varied(*modelled(opened, GRAPH))
    silent = found.preferences[1]

    assert found.preferences[0].kind is Kind.RANKING
    assert (silent.kind, silent.count, len(silent.wishes)) == (Kind.STATEMENTS, 0, 0)  # a graph has no options


def test_no_wish_tells_merged_states_apart(opened: Opener) -> None:
    """The states with a taken become one, whatever c is there; b cannot be with a, so it does not tell them apart."""
    stated, model = modelled(opened, MERGED)
    found = varied(stated, model)

    assert found.untying == ("c",)
    assert [str(wish) for wish in found.wishes] == ["a", "not a", "b", "not b"]
    assert found.preferences[0].wishes.shape == (4, model.engine.feasible.size)
    closed = varied(stated, model, ["c"])  # c cannot be taken at this date, so it tells nothing apart
    assert closed.untying == ()
