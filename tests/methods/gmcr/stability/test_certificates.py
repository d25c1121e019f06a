"""Certificates, replayed move by move against the definitions, on conflicts of every kind."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.twin import Plain, plain_graph, plain_options

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.certificates import Certificate, Improvement, certify, replies, unanswered
from detente.methods.gmcr.stability.registry import shipped

CONFLICTS = st.one_of(option_forms(most_options=5), graph_forms())
CREDIBLE, INESCAPABLE = {"seq", "sseq"}, {"smr", "sseq"}


def plain(conflict: Engine) -> Plain:
    """Return the slow twin of a conflict in either form."""
    if isinstance(conflict, GraphForm):
        return plain_graph(conflict)
    assert isinstance(conflict, OptionForm)
    return plain_options(conflict)


def certificates(conflict: Engine, twin: Plain) -> Iterator[tuple[int, int, str, Certificate]]:
    """Yield every certificate with its state, decision maker and concept."""
    for s in twin.states:
        for i in range(len(twin.payoff)):
            for key, found in certify(conflict, i, s=s).items():
                assert isinstance(found, Certificate)
                yield s, i, key, found


def punishes(twin: Plain, key: str, i: int, *, s: int, end: int) -> bool:
    """Return whether ``i``, who left ``s``, has gained nothing at ``end``, nor by one more move of its own."""
    ends = [end, *twin.moves[i][end]] if key in INESCAPABLE else [end]
    return all(twin.payoff[i][t] <= twin.payoff[i][s] for t in ends)


def replay(twin: Plain, key: str, i: int, *, s: int, improvement: Improvement) -> None:
    """Play an answer through and assert that it is one."""
    assert improvement.answer
    here, last = improvement.to, None
    for move in improvement.answer:
        assert move.source == here
        assert move.by != i
        assert move.by != last
        assert move.target in twin.moves[move.by][here]
        if key in CREDIBLE:
            assert twin.payoff[move.by][move.target] > twin.payoff[move.by][here]
        here, last = move.target, move.by
    assert punishes(twin, key, i, s=s, end=here)


def shortest(twin: Plain, key: str, i: int, *, s: int, start: int) -> int | None:
    """Return the length of the shortest answer, trying all sequences, longer and longer."""
    wave = {(start, i)}
    seen: set[tuple[int, int]] = set()
    for length in range(1, len(twin.states) * len(twin.payoff) + 1):
        after = {
            (t, j)
            for state, last in wave
            for j in range(len(twin.payoff))
            if j not in (i, last)
            for t in (twin.improving(j, state) if key in CREDIBLE else twin.moves[j][state])
        }
        if any(punishes(twin, key, i, s=s, end=t) for t, _ in after):
            return length
        wave = after - seen
        seen |= after
    return None


@given(CONFLICTS)
def test_every_certificate_replays(conflict: Engine) -> None:
    twin = plain(conflict)

    for s, i, key, certificate in certificates(conflict, twin):
        assert sorted(improvement.to for improvement in certificate.improvements) == twin.improving(i, s)
        for improvement in certificate.improvements:
            if improvement.answer is not None:
                assert key != "nash"
                replay(twin, key, i, s=s, improvement=improvement)


@given(CONFLICTS)
def test_certificates_agree_with_the_verdicts(conflict: Engine) -> None:
    stable = analyse(conflict).stable

    for s, i, key, certificate in certificates(conflict, plain(conflict)):
        assert certificate.stays == stable[key][i, s]


@given(st.one_of(option_forms(most_options=4), graph_forms()))
def test_no_answer_is_shorter_and_none_is_missed(conflict: Engine) -> None:
    twin = plain(conflict)

    for s, i, key, certificate in certificates(conflict, twin):
        for improvement in certificate.improvements:
            length = None if key == "nash" else shortest(twin, key, i, s=s, start=improvement.to)
            assert length == (None if improvement.answer is None else len(improvement.answer))


@given(CONFLICTS)
def test_improvements_come_best_first(conflict: Engine) -> None:
    for _, i, _, certificate in certificates(conflict, plain(conflict)):
        liked = [(-conflict.payoffs[i][each.to], each.to) for each in certificate.improvements]
        assert liked == sorted(liked)


def test_the_worst_of_the_shortest_answers_is_given() -> None:
    """From NN the first gains at YN; the second can answer by YYN, YNY or YYY, the last of which is worst."""
    payoffs = np.zeros((2, 8), dtype=np.int32)
    payoffs[0] = [5, 5, 5, 5, 9, 3, 4, 1]
    conflict = OptionForm((0, 1, 1), (Direction.BOTH,) * 3, np.ones(8, dtype=np.bool_), payoffs)

    assert certify(conflict, 0, s=0)["gmr"] == Certificate((Improvement(4, (Move(1, 4, 7),)),))


TURNS = GraphForm(
    arcs=(
        np.array([[0, 1], [3, 5]]),
        np.array([[1, 2], [2, 3], [3, 4]]),
        np.array([[2, 3], [1, 4]]),
    ),
    payoffs=np.array([[1, 2, 2, 2, 0, 2], [0, 0, 1, 1, 2, 0], [0, 0, 0, 1, -1, 0]], dtype=np.int32),
)
"""The first gains by going to 1. Only 4 takes the gain away. The second, who cannot move twice in a row, leads
to 2, the third, gaining, from there to 3, and the second to 4; the third alone could go to 4 at once, and loses."""


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("nash", None),
        ("gmr", (Move(2, 1, 4),)),
        ("smr", (Move(2, 1, 4),)),
        ("seq", (Move(1, 1, 2), Move(2, 2, 3), Move(1, 3, 4))),
        ("sseq", (Move(1, 1, 2), Move(2, 2, 3), Move(1, 3, 4))),
    ],
)
def test_an_answer_may_take_turns(key: str, answer: tuple[Move, ...] | None) -> None:
    assert certify(TURNS, 0, s=0)[key] == Certificate((Improvement(1, answer),))


@given(CONFLICTS)
def test_the_best_unanswered_gain_is_the_first_without_an_answer(conflict: Engine) -> None:
    twin = plain(conflict)
    for s in twin.states:
        for i in range(len(twin.payoff)):
            found = [each.to for each in replies(conflict, i, shipped()["gmr"], s=s) if each.answer is None]
            assert unanswered(conflict, i, s=s) == (found[0] if found else None)
