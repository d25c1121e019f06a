"""The smallest changes are those that trying every sequence of edits finds, and obey the laws they must."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from tests.methods.gmcr.inverse.changing import Listed, Problem, Twin, changeable, problems

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.inverse import arena as arenas
from detente.methods.gmcr.inverse.changes import Change, Changeable, Edit, Kind
from detente.methods.gmcr.inverse.search import Answer, Limits, Outcome, smallest_changes
from detente.methods.gmcr.preference.blocks import split
from detente.methods.gmcr.stability.registry import shipped

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
PLENTY = Limits(edits=2, answers=1_000_000)
LITTLE = Limits(cost=1_000_000)


def after(problem: Problem, answer: Answer) -> tuple[Listed, ...]:
    """Return everybody's list after a change."""
    changed = dict(answer)
    return tuple(problem.listed(i, changed.get(i)) for i in range(len(problem.preferences)))


@given(problems())
def test_all_smallest_changes_are_found_and_no_others(problem: Problem) -> None:
    outcomes = smallest_changes(problem.engine, problem.wanted, problem.preferences, PLENTY)
    twin = Twin(problem)

    for key in CONCEPTS:
        outcome = outcomes[key]
        edits, lists = twin.smallest(key, 2)
        if edits is None:
            assert outcome.edits is None or outcome.edits > 2
            assert outcome.searched >= 2
        else:
            assert (outcome.edits, outcome.count) == (edits, len(lists)), key
            assert {after(problem, answer) for answer in outcome.answers} == lists, key
            parts = [{problem.listed(i, change) for change in part} for i, part in enumerate(outcome.parts)]
            assert not parts or set(product(*parts)) == lists


@given(problems())
def test_the_edits_of_an_answer_make_it_one_by_one(problem: Problem) -> None:
    for outcome in smallest_changes(problem.engine, problem.wanted, problem.preferences, PLENTY).values():
        for answer in outcome.answers[:50]:
            steps = {i: change.edits(problem.preferences[i].blocks) for i, change in answer}
            assert sum(map(len, steps.values())) == outcome.edits
            for i, change in answer:
                blocks = problem.preferences[i].blocks
                items = [[f"s{k}" for k in block] for block in split(range(len(blocks)), blocks)]
                for edit in steps[i]:
                    replay(items, edit)
                assert items == written(change, blocks)


def replay(items: list[list[str]], edit: Edit) -> None:
    """Do one edit of a list whose entries count alike within themselves."""
    firsts = [item[0] for item in items]
    names = [f"s{k}" for k in edit.items]
    if edit.kind == "remove":
        [block] = [item for item in items if names[0] in item]
        block.remove(names[0])
        items[:] = [item for item in items if item]
    elif edit.kind == "swap":
        at = firsts.index(names[1])
        assert firsts[at + 1] == names[0]
        items[at : at + 2] = items[at + 1], items[at]
    else:
        at = len(items) if edit.before is None else firsts.index(f"s{edit.before}")
        items.insert(at, [f"w{edit.wish}"])


def written(change: Change, blocks: Sequence[int]) -> list[list[str]]:
    """Return a list entry by entry."""
    items: list[list[str]] = []
    places = {0: 0}
    for block in split(change.kept, blocks):
        items.append([f"s{k}" for k in block])
        places[sum(map(len, items))] = len(items)
    for place, wish in reversed(change.added):
        items.insert(places[place], [f"w{wish}"])
    return items


@given(problems())
def test_no_edits_are_needed_exactly_at_equilibria(problem: Problem) -> None:
    outcomes = smallest_changes(problem.engine, problem.wanted, problem.preferences, LITTLE)

    for key in CONCEPTS:
        makers = range(len(problem.preferences))
        holds = all(shipped()[key].stable(problem.engine, i)[problem.wanted] for i in makers)
        assert (outcomes[key].edits == 0) == holds
        assert not holds or outcomes[key].answers == ((),)


@given(problems())
def test_a_stronger_concept_asks_at_least_as_much(problem: Problem) -> None:
    outcomes = smallest_changes(problem.engine, problem.wanted, problem.preferences, LITTLE)

    for key in CONCEPTS:
        strong = outcomes[key].edits
        for weaker in shipped()[key].implies:
            weak = outcomes[weaker].edits
            assert strong is None or (weak is not None and weak <= strong)


@given(problems())
def test_who_is_named_first_does_not_matter(problem: Problem) -> None:
    engine = problem.engine
    turned = np.arange(len(engine.payoffs))[::-1]
    mirrored: OptionForm | GraphForm
    if isinstance(engine, OptionForm):
        owners = tuple(int(turned[i]) for i in engine.owners)
        mirrored = OptionForm(owners, engine.directions, engine.feasible, engine.payoffs[turned])
    else:
        mirrored = GraphForm(engine.arcs[::-1], engine.payoffs[turned])
    there = smallest_changes(engine, problem.wanted, problem.preferences, PLENTY)
    back = smallest_changes(mirrored, problem.wanted, problem.preferences[::-1], PLENTY)

    assert {key: (out.edits, out.searched, out.count) for key, out in there.items()} == {
        key: (out.edits, out.searched, out.count) for key, out in back.items()
    }


# A prisoner's dilemma: each has one option, to hold back. States by what is done: NN 0, NY 1, YN 2, YY 3.
# Each wants above all that the other holds back, and then not to do so itself.
HELD = np.array([[False, False, True, True], [False, True, False, True]])
BOTH = (Direction.BOTH, Direction.BOTH)
FREE = np.ones(4, dtype=np.bool_)


def dilemma(kind: Kind = Kind.STATEMENTS) -> Problem:
    """Return the dilemma; wishes: each option taken, then each not taken."""
    wishes = np.concatenate([HELD, ~HELD])
    prefer = tuple(changeable(kind, np.array([HELD[1 - i], ~HELD[i]]), wishes, FREE) for i in (0, 1))
    return Problem(OptionForm((0, 1), BOTH, FREE, np.array([each.payoff for each in prefer])), 3, prefer)


def solved(problem: Problem, limits: Limits | None = None) -> dict[str, Outcome]:
    """Return the outcomes."""
    return dict(smallest_changes(problem.engine, problem.wanted, problem.preferences, limits))


def test_a_dilemma_needs_one_edit_of_each_to_hold_by_itself() -> None:
    """At YY each gains by no longer holding back, and the other, gaining too, takes that away: NN is worse for both.

    So YY holds under every concept but Nash. For Nash each must stop preferring its own N, other things equal:
    drop "not mine", or put "mine" before it: at the top, or between the two. So 3 lists each, 9 in all.
    """
    found = solved(dilemma())

    assert {key: out.edits for key, out in found.items()} == {"nash": 2, "gmr": 0, "smr": 0, "seq": 0, "sseq": 0}
    assert found["nash"].alone == (1, 1)
    assert found["nash"].count == 9
    edits = [tuple((i, change.edits(range(2))) for i, change in answer) for answer in found["nash"].answers]
    assert edits[0] == ((0, (Edit("remove", (1,)),)), (1, (Edit("remove", (1,)),)))
    assert ((0, (Edit("insert", (), 0, 0),)), (1, (Edit("insert", (), 1, 1),))) in edits


def test_a_ranking_changes_by_its_neighbours_only() -> None:
    """Ranked NY, YY, NN, YN for the first: YY above NY is one swap, and likewise for the second."""
    found = solved(dilemma(Kind.RANKING))

    assert (found["nash"].edits, found["nash"].count) == (2, 1)
    assert [change.edits(range(4)) for _, change in found["nash"].answers[0]] == [(Edit("swap", (1, 0)),)] * 2


def test_what_is_fixed_does_not_change() -> None:
    found = solved(dilemma(Kind.FIXED))

    assert (found["nash"].edits, found["nash"].alone, found["nash"].searched) == (None, (None, None), 7)
    assert found["seq"].edits == 0


def test_the_search_says_how_far_it_came() -> None:
    """With no room for a single edit, nothing beyond the preferences as they are is claimed."""
    spent: list[int] = []
    found = solved(dilemma(), Limits(cost=4000, progress=spent.append))

    assert (found["nash"].edits, found["nash"].searched) == (None, 1)
    assert found["seq"].edits == 0
    assert 0 < min(spent) <= max(spent) <= 4000


def test_a_stronger_concept_bounds_a_weaker_one_from_above(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where answers are too many to look at, what makes the state a Nash equilibrium still does for all others."""
    problem = dilemma()
    taken = Problem(problem.engine, 2, problem.preferences)  # YN: the first leaves for NN, and nobody takes that away
    sure = solved(taken)
    monkeypatch.setattr(arenas, "MAX_MOVES", 1)
    found = solved(taken)

    assert sure["seq"].edits is not None
    assert (found["seq"].edits, found["seq"].searched, found["seq"].at_most) == (None, 0, sure["nash"].edits)
    held = solved(problem)
    assert (held["sseq"].edits, held["sseq"].count, held["sseq"].answers) == (0, 1, ((),))


def test_wishes_that_say_what_a_statement_says_count_as_that_statement() -> None:
    """Removing "not mine" and putting it in again elsewhere is a swap, and counted once."""
    same = Changeable(Kind.STATEMENTS, np.array([HELD[0]]), np.array([HELD[0], HELD[0]]), HELD[0].astype(np.int32))
    still = changeable(Kind.FIXED, HELD[:0], HELD[:0], FREE)
    engine = OptionForm((0, 1), BOTH, FREE, np.array([same.payoff, still.payoff]))
    found = smallest_changes(engine, 0, (same, still), PLENTY)

    assert (found["nash"].edits, found["nash"].count) == (1, 1)
