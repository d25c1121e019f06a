"""Moves at the same moment: against sums of changes, and by hand where they differ from moves in turn."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import option_forms
from tests.methods.gmcr.stability.further_asking import NN, game, named, stable
from tests.methods.gmcr.stability.further_twin import fewest_at_once, joint_ends, stays_at_once
from tests.methods.gmcr.twin import Plain, plain_options

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.coalesce import coalesce
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability import simultaneous
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.concept import UndefinedConceptError
from detente.methods.gmcr.stability.simultaneous import Coincidence, Simultaneous


@given(st.one_of(option_forms(most_options=4), option_forms()))
def test_simultaneous_stability_equals_the_sums(conflict: OptionForm) -> None:
    twin = plain_options(conflict)
    found = stable("sim", conflict)

    for i in range(len(conflict.payoffs)):
        expected = [s for s in twin.states if stays_at_once(twin, i, s)]
        assert np.flatnonzero(found[i]).tolist() == expected


@given(option_forms())
def test_pieces_make_no_difference(conflict: OptionForm) -> None:
    whole = stable("sim", conflict)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simultaneous, "PIECE", 1)
        assert np.array_equal(stable("sim", conflict), whole)


@given(option_forms(most_options=5))
def test_coincidences_replay_and_agree_with_the_verdict(conflict: OptionForm) -> None:
    twin = plain_options(conflict)
    verdict, proof = stable("sim", conflict), named("sim").proof
    assert proof is not None

    for i in range(len(conflict.payoffs)):
        for s in twin.states:
            found = proof(conflict, i, s)
            assert isinstance(found, Simultaneous)
            assert found.stays == verdict[i, s]
            assert sorted(each.to for each in found.improvements) == twin.improving(i, s)
            worths = [twin.payoff[i][each.to] for each in found.improvements]
            assert all(one >= other for one, other in pairwise(worths))
            for each in found.improvements:
                check(twin, i, s, each)


def check(twin: Plain, i: int, s: int, each: Coincidence) -> None:
    """Add the moves up, and assert that they take the gain away by as few as possible, and as much as these can."""
    fewest = fewest_at_once(twin, i, s, each.to)
    if each.answer is None:
        assert fewest is each.ends_at is None
        return
    assert len(each.answer) == len({move.by for move in each.answer} - {i}) == fewest
    assert all(move.source == s and move.target in twin.improving(move.by, s) for move in each.answer)
    assert each.ends_at == each.to + sum(move.target - s for move in each.answer)
    ends = [end for movers, end in joint_ends(twin, i, s, each.to) if movers == fewest]
    assert twin.payoff[i][each.ends_at] == min(twin.payoff[i][end] for end in ends) <= twin.payoff[i][s]


@given(option_forms())
def test_who_has_nothing_to_gain_stays(conflict: OptionForm) -> None:
    assert not (analyse(conflict).stable["nash"] & ~stable("sim", conflict)).any()


@given(option_forms())
def test_moves_at_once_can_also_be_made_in_turn_where_nothing_is_in_the_way(conflict: OptionForm) -> None:
    if len(conflict.payoffs) == 2 or conflict.feasible.all():
        assert not (stable("sim", conflict) & ~analyse(conflict).stable["gmr"]).any()


def test_moves_at_once_need_not_be_possible_in_turn() -> None:
    """The first leaves NNN for YNN; the others gain at NYN and NNY, and all three together are worse for the first.

    From YNN neither of the others could move alone, as YYN and YNY cannot be: simultaneous stability, but no GMR.
    """
    payoffs = np.array([[1, 0, 0, 0, 2, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0, 0], [0, 1, 0, 1, 0, 0, 0, 0]], dtype=np.int32)
    feasible = np.ones(8, dtype=np.bool_)
    feasible[[5, 6]] = False
    conflict = OptionForm((0, 1, 2), (Direction.BOTH,) * 3, feasible, payoffs)

    assert stable("sim", conflict)[0, 0]
    assert not analyse(conflict).stable["gmr"][0, 0]
    proof = named("sim").proof
    assert proof is not None
    assert proof(conflict, 0, 0) == Simultaneous((Coincidence(4, (Move(1, 0, 2), Move(2, 0, 1)), 7),))


def test_the_fewest_meet_a_gain_and_of_these_the_worst() -> None:
    """The first leaves NNN for YNN, and each of the others gains by its own option at the same moment.

    Together they would be the worst for the first (0), but either alone takes its gain away: the second leaves it
    worse off (1) than the third (2).
    """
    payoffs = np.array([[3, 3, 3, 3, 4, 2, 1, 0], [0, 0, 1, 1, 0, 0, 0, 0], [0, 1, 0, 1, 0, 0, 0, 0]], dtype=np.int32)
    conflict = OptionForm((0, 1, 2), (Direction.BOTH,) * 3, np.ones(8, dtype=np.bool_), payoffs)
    proof = named("sim").proof
    assert proof is not None

    assert proof(conflict, 0, 0) == Simultaneous((Coincidence(4, (Move(1, 0, 2),), 6),))


def test_simultaneous_and_sequential_stability_are_different_things() -> None:
    """At NN the first gains at YN. The second gains at NY, and YY is worse for the first: simultaneous stability.

    But once at YN, the second would lose by going on to YY, so no answer is credible in turn.
    """
    conflict = game([1, 0, 2, 0], [0, 1, 3, 2])

    assert stable("sim", conflict)[0, NN]
    assert not analyse(conflict).stable["seq"][0, NN]


def test_simultaneity_needs_options() -> None:
    merged = coalesce(game([0, 1, 2, 3], [0, 1, 2, 3]), []).engine
    with pytest.raises(UndefinedConceptError, match="a graph of states, or states that were merged"):
        stable("sim", merged)


def test_simultaneity_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simultaneous, "MOST_OPTIONS", 1)
    with pytest.raises(UndefinedConceptError, match="for at most 1 options, and there are 2"):
        stable("sim", game([0, 1, 2, 3], [0, 1, 2, 3]))
