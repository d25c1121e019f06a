"""Hypergames equal their definition read aloud, and collapse to plain analysis where all see alike."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms
from tests.methods.gmcr.twin import plain_graph, plain_options

from detente.methods.gmcr.arrays import States
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.hypergame import PerceivedGame, combine, surprises
from detente.methods.gmcr.stability.registry import shipped


@st.composite
def families(draw: st.DrawFn) -> list[OptionForm]:
    """Draw a conflict as it is, and as each decision maker sees it: the same options, all else may differ."""
    n, movers = draw(st.integers(0, 4)), draw(st.integers(1, 3))
    owners = tuple(draw(st.lists(st.integers(0, movers - 1), min_size=n, max_size=n)))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    share, levels = draw(st.sampled_from([0.5, 0.8, 1.0])), draw(st.sampled_from([2, 8]))

    def one() -> OptionForm:
        directions = tuple(rng.choice(list(Direction), n).tolist())
        payoffs = rng.integers(0, levels, (movers, 1 << n), dtype=np.int32)
        return OptionForm(owners, tuple(map(Direction, directions)), rng.random(1 << n) < share, payoffs)

    return [one() for _ in range(movers + 1)]


def placed(feasible: np.ndarray) -> States:
    return np.where(feasible, np.arange(feasible.size), -1)


def view_of(engine: Engine) -> PerceivedGame:
    return PerceivedGame(engine, analyse(engine), placed(engine.feasible))


@given(families())
def test_everybody_stays_by_its_own_model(family: list[OptionForm]) -> None:
    real, *own = family
    plain = [plain_options(each) for each in own]
    found = combine(real.feasible, [view_of(each) for each in own])

    shared = set(plain_options(real).states).intersection(*(set(each.states) for each in plain))
    assert set(np.flatnonzero(found.feasible).tolist()) == shared
    for key in shipped():
        stays = [{s for s in shared if each.stable(key, i, s)} for i, each in enumerate(plain)]
        assert [set(np.flatnonzero(row).tolist()) for row in found.stable[key]] == stays
        assert set(found.equilibria[key].tolist()) == set.intersection(*stays)


@given(families())
def test_what_is_there_only_by_misreading_and_what_is_lost(family: list[OptionForm]) -> None:
    real, *own = family
    plain = analyse(real)
    found = combine(real.feasible, [view_of(each) for each in own])

    gained, lost = found.only_seen(plain), found.lost(plain)
    for key in shipped():
        seen, there = set(found.equilibria[key].tolist()), set(plain.equilibria[key].tolist())
        assert gained[key].tolist() == sorted(seen - there)
        assert lost[key].tolist() == sorted(there - seen)


@given(families())
def test_where_all_see_it_as_it_is_it_is_plain_analysis(family: list[OptionForm]) -> None:
    real = family[0]
    plain = analyse(real)
    found = combine(real.feasible, [view_of(real)] * len(real.payoffs))

    assert (found.feasible == real.feasible).all()
    for key in shipped():
        assert (found.stable[key] == plain.stable[key]).all()
        assert found.only_seen(plain)[key].size == found.lost(plain)[key].size == 0


@given(families())
def test_where_all_are_wrong_alike_it_is_analysis_of_what_they_see(family: list[OptionForm]) -> None:
    real, seen, *_ = family
    found = combine(real.feasible, [view_of(seen)] * len(seen.payoffs))

    for key, states in analyse(seen).equilibria.items():
        assert found.equilibria[key].tolist() == [s for s in states.tolist() if real.feasible[s]]


@given(graph_forms(), st.randoms(use_true_random=False))
def test_a_view_may_number_its_states_in_its_own_way(conflict: GraphForm, random: Random) -> None:
    """Seen with its states in another order, and with one more that the conflict does not have, nothing changes."""
    size = conflict.payoffs.shape[1]
    place = np.array(random.sample(range(1, size + 1), size), dtype=np.intp)
    payoffs = np.zeros((len(conflict.payoffs), size + 1), dtype=np.int32)
    payoffs[:, place] = conflict.payoffs
    other = GraphForm(tuple(place[arcs] for arcs in conflict.arcs), payoffs)
    plain = analyse(conflict)

    found = combine(conflict.feasible, [PerceivedGame(other, analyse(other), place)] * len(payoffs))

    for key in shipped():
        assert (found.stable[key] == plain.stable[key]).all()


@given(families())
def test_the_order_of_decision_makers_does_not_matter(family: list[OptionForm]) -> None:
    def turned(form: OptionForm) -> OptionForm:
        owners = tuple(len(form.payoffs) - 1 - owner for owner in form.owners)
        return OptionForm(owners, form.directions, form.feasible, form.payoffs[::-1].copy())

    real, *own = family
    one = combine(real.feasible, [view_of(each) for each in own])
    other = combine(real.feasible, [view_of(turned(each)) for each in reversed(own)])

    for key in shipped():
        assert (one.stable[key] == other.stable[key][::-1]).all()


@given(families())
def test_a_surprise_is_a_move_that_the_view_does_not_know(family: list[OptionForm]) -> None:
    real, seen, *_ = family
    there, known = plain_options(real), plain_options(seen)
    view = view_of(seen)
    for j in range(len(real.payoffs)):
        for s in there.states:
            expected = [t for t in there.moves[j][s] if t not in known.moves[j].get(s, [])]
            assert surprises(real, view, j, s=s).tolist() == expected


@given(graph_forms())
def test_nothing_surprises_one_who_sees_it_as_it_is(conflict: GraphForm) -> None:
    plain = plain_graph(conflict)
    for j in range(len(conflict.payoffs)):
        assert all(surprises(conflict, view_of(conflict), j, s=s).size == 0 for s in plain.states)


def test_each_decision_maker_needs_a_view_of_every_state() -> None:
    conflict = OptionForm((0, 1), (Direction.BOTH,) * 2, np.ones(4, dtype=np.bool_), np.zeros((2, 4), dtype=np.int32))
    view = view_of(conflict)
    with pytest.raises(ValueError, match="1 perceived games of 4 states"):
        combine(conflict.feasible, [view])
    with pytest.raises(ValueError, match=r"2 perceived games of 8 states, but one has \(DMs, placed states\) \(2, 4\)"):
        combine(np.ones(8, dtype=np.bool_), [view, view])
