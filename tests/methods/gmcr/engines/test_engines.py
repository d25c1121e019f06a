"""The two engines: worst cases, and conflicts that do not fit together."""

from __future__ import annotations

import numpy as np
import pytest

from detente.methods.gmcr.arrays import Ordinal, States
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines import option_form
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.label_search import settle
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.states import TooManyStatesError


def staircase(k: int) -> OptionForm:
    """Build three movers whose last two climb a stair of 2**(k+1) - 1 states, one step each by turns.

    Feasible are the states (x, x) and (x, x + 1) of the two climbers. Each gains by every step, so that
    both plain and credible reach run the whole stair; the first mover dreads the top.
    """
    width = 1 << k
    x, y = np.divmod(np.arange(width * width), width)
    stair = (y == x) | (y == x + 1)
    feasible = np.concatenate([stair, stair])
    height = np.where(stair, x + y, -1).astype(np.int32)
    base = np.concatenate([height, height])
    fear = np.concatenate([-height, 10 - height])
    owners = (0,) + (1,) * k + (2,) * k
    return OptionForm(owners, (Direction.BOTH,) * len(owners), feasible, np.array([fear, base, base]))


def test_the_staircase_equals_the_fixpoint() -> None:
    conflict = staircase(5)
    by_search = analyse(conflict).stable
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(option_form, "ROUNDS", 1000)
        by_sweeps = analyse(conflict).stable

    for key, stable in by_sweeps.items():
        assert np.array_equal(stable, by_search[key]), key


def test_the_staircase_reaches_its_top_from_every_step() -> None:
    conflict = staircase(5)
    worst = conflict.payoffs[0][: 1 << 10][conflict.feasible[: 1 << 10]].min()

    for reach in (conflict.others_worst, conflict.others_worst_credible):
        assert (reach(0, conflict.payoffs[:1])[0, : 1 << 10][conflict.feasible[: 1 << 10]] == worst).all()


def test_the_search_goes_on_from_what_each_question_left_open() -> None:
    conflict = staircase(5)
    fear = conflict.payoffs[0]
    worst = fear[: 1 << 10][conflict.feasible[: 1 << 10]].min()

    for reach in (conflict.others_worst, conflict.others_worst_credible):
        nothing, top = reach(0, np.array([np.zeros_like(fear), fear]))[:, : 1 << 10]
        assert not nothing[conflict.feasible[: 1 << 10]].any()
        assert (top[conflict.feasible[: 1 << 10]] == worst).all()


def test_the_staircase_is_what_needs_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    active: list[int] = []

    def spy(v: Ordinal, states: States, **given: object) -> Ordinal:
        active.append(states.size)
        return settle(v, states, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(option_form, "settle", spy)
    monkeypatch.setattr(option_form, "CHUNK", 64)
    analyse(staircase(5))

    assert len(active) == 4  # GMR, SMR, SEQ and SSEQ of the one whom two others can climb against
    assert min(active) > 0


def test_the_search_expands_every_state_once_at_most() -> None:
    expanded: list[int] = []

    def before(states: States) -> States:
        expanded.extend(states.tolist())
        return states[states > 0] - 1  # a chain: from each state one move leads to the next

    v = np.arange(20, dtype=np.int32)[::-1]
    assert settle(v, np.arange(20), before=before).tolist() == [0] * 20
    assert sorted(expanded) == list(range(20))


def test_the_search_of_nothing_changes_nothing() -> None:
    v = np.arange(3, dtype=np.int32)

    assert settle(v, np.arange(0), before=lambda states: states).tolist() == [0, 1, 2]


def test_too_many_options_are_refused_with_a_way_out() -> None:
    few = np.ones(1, dtype=np.bool_)
    with pytest.raises(TooManyStatesError, match="at most 24 options"):
        OptionForm((0,) * 25, (Direction.BOTH,) * 25, few, np.zeros((1, 1), dtype=np.int32))


def test_too_many_moves_to_list_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(option_form, "MAX_MOVES", 15)
    conflict = OptionForm((0, 0), (Direction.BOTH,) * 2, np.ones(4, dtype=np.bool_), np.zeros((1, 4), dtype=np.int32))
    with pytest.raises(TooManyStatesError, match="decision maker 0 has more moves than the 15"):
        conflict.arcs(0)


@pytest.mark.parametrize(
    ("owners", "directions", "states", "movers"),
    [((0,), 2, 2, 1), ((0,), 1, 4, 1), ((0, 2), 2, 4, 2), ((-1, 0), 2, 4, 2)],
)
def test_parts_that_disagree_are_refused(owners: tuple[int, ...], directions: int, states: int, movers: int) -> None:
    feasible = np.ones(states, dtype=np.bool_)
    payoffs = np.zeros((movers, states), dtype=np.int32)
    with pytest.raises(ValueError, match="options"):
        OptionForm(owners, (Direction.BOTH,) * directions, feasible, payoffs)


@pytest.mark.parametrize(
    ("arcs", "message"),
    [
        ([], "0 lists of moves for 1 decision makers"),
        ([[0, 1]], r"shape \(2,\)"),
        ([[[0, 3]]], r"\[0 3\] is not a move"),
        ([[[-1, 0]]], r"\[-1  0\] is not a move"),
        ([[[1, 1]]], r"\[1 1\] is not a move"),
    ],
)
def test_moves_that_lead_nowhere_are_refused(arcs: list[list[list[int]]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        GraphForm(tuple(np.array(each, dtype=np.intp) for each in arcs), np.zeros((1, 3), dtype=np.int32))
