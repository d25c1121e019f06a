"""Looking ahead, for some moves and without end: against the recursion, and by hand on small games."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms, strict_pairs, strict_pairs_in_graph_form
from tests.methods.gmcr.stability.further_asking import NN, NY, YN, YY, equilibria, game, named, stable
from tests.methods.gmcr.stability.further_twin import Anticipating
from tests.methods.gmcr.stability.test_certificates import plain
from tests.methods.gmcr.stability.test_published import CASES, load

from detente.methods.gmcr.engines.coalesce import coalesce
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability import foresight
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.concept import UndefinedConceptError
from detente.methods.gmcr.stability.foresight import Anticipation, Foresight

PAIRS = st.one_of(strict_pairs(), strict_pairs_in_graph_form())


@given(PAIRS, st.integers(1, 7))
def test_limited_moves_equal_the_recursion(conflict: Engine, horizon: int) -> None:
    twin = Anticipating(plain(conflict))
    found = stable(f"l{horizon}", conflict)

    for i in (0, 1):
        expected = [s for s in twin.conflict.states if twin.stays(horizon, i, s)]
        assert np.flatnonzero(found[i]).tolist() == expected


@given(PAIRS)
def test_no_horizon_equals_the_round_written_down(conflict: Engine) -> None:
    twin = Anticipating(plain(conflict))
    found = stable("nm", conflict)

    for i in (0, 1):
        expected = [s for s in twin.conflict.states if twin.stays_at_last(i, s)]
        assert np.flatnonzero(found[i]).tolist() == expected


@given(PAIRS)
def test_one_move_ahead_is_nash_and_two_are_at_least_sequential(conflict: Engine) -> None:
    five = analyse(conflict).stable

    assert np.array_equal(stable("l1", conflict), five["nash"])
    assert not (stable("l2", conflict) & ~five["seq"]).any()


@given(strict_pairs())
def test_both_forms_agree(conflict: OptionForm) -> None:
    feasible = np.flatnonzero(conflict.feasible)
    listed = coalesce(conflict, []).engine

    for key in ("l2", "l5", "nm"):
        assert np.array_equal(stable(key, listed), stable(key, conflict)[:, feasible])


@given(st.one_of(option_forms(), graph_forms()), st.integers(0, 1 << 32))
def test_the_best_move_does_not_count_staying(conflict: Engine, seed: int) -> None:
    values = np.random.default_rng(seed).integers(-50, 50, conflict.feasible.size, dtype=np.int32)
    twin = plain(conflict)

    for i in range(len(conflict.payoffs)):
        best = conflict.best_move(i, values[None])[0]
        for s in twin.states:
            least = np.iinfo(np.int32).min
            assert best[s] == max((int(values[t]) for t in twin.moves[i][s]), default=least)


def replay(twin: Anticipating, i: int, s: int, found: Anticipation) -> None:
    """Play a line of moves through: each is a best one, and leads on to where its mover expects to end."""
    payoff, moves = twin.conflict.payoff, twin.conflict.moves
    end = found.line[-1].target if found.line else s
    here, mover, left = s, i, found.horizon
    for move in found.line:
        assert (move.by, move.source) == (mover, here)
        expected = {t: twin.end(left - 1, 1 - mover, t) for t in moves[mover][here]}
        assert expected[move.target] == end
        assert payoff[mover][end] == max(payoff[mover][each] for each in expected.values())
        assert move is found.line[0] or payoff[mover][end] > payoff[mover][here]
        here, mover, left = move.target, 1 - mover, left - 1
    assert left >= 0
    assert bool(found.line) == bool(moves[i][s])
    assert found.stays == (payoff[i][end] <= payoff[i][s])


@given(PAIRS, st.integers(1, 6))
def test_lines_of_limited_moves_replay_and_agree_with_the_verdict(conflict: Engine, horizon: int) -> None:
    twin = Anticipating(plain(conflict))
    verdict, proof = stable(f"l{horizon}", conflict), named(f"l{horizon}").proof
    assert proof is not None

    for i in (0, 1):
        for s in twin.conflict.states:
            found = proof(conflict, i, s)
            assert isinstance(found, Anticipation)
            assert (found.horizon, found.stays) == (horizon, verdict[i, s])
            replay(twin, i, s, found)


@given(PAIRS)
def test_lines_without_a_horizon_are_at_one_that_comes_back(conflict: Engine) -> None:
    twin = Anticipating(plain(conflict))
    verdict, proof, again = stable("nm", conflict), named("nm").proof, twin.round()
    assert proof is not None

    for i in (0, 1):
        for s in twin.conflict.states:
            found = proof(conflict, i, s)
            assert isinstance(found, Anticipation)
            assert found.stays == verdict[i, s] == twin.stays_at_last(i, s)
            assert found.horizon >= max(again[0], 1)
            replay(twin, i, s, found)


@given(PAIRS)
def test_long_lines_need_not_be_held_whole(conflict: Engine) -> None:
    feasible = np.flatnonzero(conflict.feasible).tolist()
    whole = [Foresight.of(conflict).anticipate(0, s, 9) for s in feasible]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(foresight, "KEPT", 2 * conflict.feasible.size)
        assert [Foresight.of(conflict).anticipate(0, s, 9) for s in feasible] == whole


def test_the_prisoners_dilemma_by_hand() -> None:
    """Cooperation (YY) holds for everybody who looks at least two moves ahead, and for ever.

    The first likes NY (3), YY (2), NN (1), YN (0), and the second likewise with the roles changed; Y cooperates.

    - At YN the second has all that it wants: no move of its own ever ends better, so at any horizon it stays.
    - So at NN the first, whose only move is to YN, expects that to end at YN, worse than NN: it stays, and so,
      likewise, does the second: NN is stable for both at any horizon.
    - At YY the first's only move is to NY. Looking one move ahead it takes it (3 for 2). Looking further, it asks
      what the second does at NY (0 for it): it goes to NN (1), where the first, we saw, stays, if it looks on at all.
      So the first expects NN (1), less than YY (2), and stays at any horizon from 2 on; the second likewise.
    - At NY the second leaves, and at YN the first: they are never equilibria.
    """
    dilemma = game([1, 3, 0, 2], [1, 0, 3, 2])

    assert equilibria("l1", dilemma) == [NN]
    for key in ("l2", "l3", "l4", "l5", "l50", "nm"):
        assert equilibria(key, dilemma) == [NN, YY], key
    # Simultaneously: at YY each may defect, and if both do, NN is worse for each.
    assert equilibria("sim", dilemma) == [NN, YY]


def test_chicken_by_hand() -> None:
    """Both swerving (YY) is what is left to those who look far ahead, and nothing is to those who look two ahead.

    The first likes NY (3), YY (2), YN (1), NN (0), and the second likewise with the roles changed; Y swerves.

    - At YN the second has all that it wants and always stays; so at NN the first, looking at least one move ahead,
      goes to YN (1 for 0), where it ends. At NN neither stays.
    - At NY the second (1) can go to NN. Looking one ahead it does not (0). Looking two ahead or more, it expects the
      first to swerve then, ending at YN (3): it goes. So NY, and likewise YN, is an equilibrium one ahead only.
    - At YY the first (2) can go to NY. Looking one ahead it goes (3), and looking two ahead as well, as the second
      then stays at NY. Looking three ahead, it expects the second to go on to NN and itself to YN (1): it stays.
    """
    chicken = game([0, 3, 1, 2], [0, 1, 3, 2])

    assert equilibria("l1", chicken) == [NY, YN]
    assert equilibria("l2", chicken) == []
    for key in ("l3", "l4", "l5", "nm"):
        assert equilibria(key, chicken) == [YY], key


def test_foresight_that_never_settles_by_hand() -> None:
    """At NN the first stays at every even horizon and leaves at every odd one, so not in the limit.

    The first likes YN (3), NY (2), NN (1), YY (0); the second likes YY (3), NN (2), YN (1), NY (0). Round and round,
    NN to YN to YY to NY to NN, each has a reason to move on when it looks one move ahead. So

    - one ahead: the first goes from NN to YN (3 for 1);
    - two: the second would go on to YY (0 for the first), so the first stays;
    - three: the second would fear that the first goes on from YY to NY (0 for the second), and stay at YN: the first
      goes;
    - four: the second expects to get from YY by NY back to NN (2 for 1), so it goes, and all that the first expects
      is NN itself: it stays;
    - five: the second would fear that the first, after YY and NY and NN, ends at YN, where it stands; it stays there,
      and the first goes. What is expected from here on repeats.
    """
    restless = game([1, 2, 3, 0], [2, 0, 1, 3])

    assert [bool(stable(f"l{h}", restless)[0, NN]) for h in range(1, 9)] == [False, True] * 4
    assert not stable("nm", restless)[0, NN]
    assert Foresight.of(restless).anticipate(0, NN, 4) == Anticipation(
        4, (Move(0, NN, YN), Move(1, YN, YY), Move(0, YY, NY), Move(1, NY, NN)), stays=True
    )


def test_repetition_is_not_looked_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Along a chain of 200 states to ever better ones, what is expected changes with each of 200 horizons."""
    up = [[(s, s + 1)] for s in range(199)]
    arcs = tuple(np.array([arc for s in range(k, 199, 2) for arc in up[s]], dtype=np.intp) for k in (0, 1))
    chain = GraphForm(arcs, np.array([range(200)] * 2, dtype=np.int32))

    assert not stable("nm", chain)[0, [0, 2, 198]].any()
    assert stable("nm", chain)[:, 199].all()
    monkeypatch.setattr(foresight, "WORK", 64)
    with pytest.raises(UndefinedConceptError, match="does not repeat within 64 moves ahead"):
        stable("nm", chain)


@pytest.mark.parametrize("key", ["l1", "l3", "nm"])
@pytest.mark.parametrize("movers", [1, 3])
def test_foresight_is_for_two(key: str, movers: int) -> None:
    conflict = GraphForm((np.zeros((0, 2), dtype=np.intp),) * movers, np.array([[0, 1]] * movers, dtype=np.int32))

    there = "there is 1 here" if movers == 1 else "there are 3 here"
    with pytest.raises(UndefinedConceptError, match=f"it is for two decision makers, and {there}"):
        stable(key, conflict)


def test_elmira_is_a_dispute_of_three() -> None:
    with pytest.raises(UndefinedConceptError, match="there are 3 here"):
        stable("nm", load(CASES["elmira_9_states"]))


def test_foresight_needs_strict_preferences_where_states_can_be() -> None:
    tied = game([1, 2, 3, 0], [2, 1, 1, 3])
    with pytest.raises(UndefinedConceptError, match="preferences without ties") as caught:
        stable("l2", tied)
    assert caught.value.tie == (1, NY, YN)

    barred = OptionForm(tied.owners, tied.directions, np.array([True, True, False, True]), tied.payoffs)
    assert stable("l2", barred).shape == (2, 4)
