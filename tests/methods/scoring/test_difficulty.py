"""Authors beside each other: by hand, by a regression with a column for each question, and what must not matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.scoring.difficulty import beside_others

Answers = list[tuple[int, int, float]]
"""Author, question and score of each forecast."""


def beside(answers: Answers) -> dict[int, float]:
    authors, questions, scores = zip(*answers, strict=True) if answers else ((), (), ())
    return beside_others(np.array(scores, float), np.array(authors, int), np.array(questions, int))


def test_who_answered_the_same_questions_differs_by_the_means() -> None:
    answers = [(0, 0, 0.1), (1, 0, 0.5), (0, 1, 0.2), (1, 1, 0.8)]

    assert beside(answers) == pytest.approx({0: -0.25, 1: 0.25})


def test_who_is_linked_by_another_is_compared_through_them() -> None:
    """1 is 0.4 worse than 0 on one question, and 0.6 better than 2 on another: so 2 is 1 worse than 0."""
    answers = [(0, 0, 0.1), (1, 0, 0.5), (1, 1, 0.2), (2, 1, 0.8)]
    mean = (0 + 0.4 + 1.0) / 3

    assert beside(answers) == pytest.approx({0: -mean, 1: 0.4 - mean, 2: 1 - mean})


def test_strong_company_costs_nothing() -> None:
    """0 and 1 are as good as each other, but 0 was beside 2, who is better, and 1 beside 3, who is worse."""
    answers = [(0, 0, 0.5), (2, 0, 0.1), (1, 1, 0.5), (3, 1, 0.9), (0, 2, 0.3), (1, 2, 0.3)]
    found = beside(answers)

    assert found[0] == pytest.approx(found[1])
    assert found[0] - found[2] == pytest.approx(0.4)
    assert found[3] - found[1] == pytest.approx(0.4)


def test_authors_whom_nothing_links_are_measured_apart() -> None:
    answers = [(0, 0, 0.1), (1, 0, 0.3), (2, 1, 1.0), (3, 1, 2.0)]

    assert beside(answers) == pytest.approx({0: -0.1, 1: 0.1, 2: -0.5, 3: 0.5})


def test_a_question_that_one_author_answered_says_nothing() -> None:
    shared = [(0, 0, 0.1), (1, 0, 0.3)]

    assert beside([*shared, (0, 1, 1.9), (0, 1, 1.7), (2, 2, 0.0)]) == pytest.approx(beside(shared))
    assert beside([(0, 0, 1.0), (1, 1, 0.5)]) == {}
    assert beside([]) == {}


@st.composite
def answered(draw: st.DrawFn) -> Answers:
    """Forecasts of up to five authors on up to five questions, some answered twice by the same author."""
    pair = st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(0, 2))
    return draw(st.lists(pair, min_size=1, max_size=20))


def linked(answers: Answers) -> list[set[int]]:
    """Return the authors that common questions link, directly or through others."""
    groups: list[set[int]] = []
    for question in {question for _, question, _ in answers}:
        together = {author for author, asked, _ in answers if asked == question}
        for group in [each for each in groups if each & together]:
            groups.remove(group)
            together |= group
        groups.append(together)
    return [group for group in groups if len(group) > 1]


@given(answered())
def test_it_is_the_regression_on_authors_and_questions(answers: Answers) -> None:
    """With a column for each question but for nothing else, and a row that makes the authors of a group sum to zero."""
    rows, ends = [], []
    for author, question, score in answers:
        rows.append([*np.eye(5)[author], *np.eye(5)[question]])
        ends.append(score)
    found = beside(answers)
    groups = linked(answers)
    fitted = np.linalg.lstsq(np.array(rows), np.array(ends), rcond=None)[0][:5]

    assert set(found) == {author for group in groups for author in group}
    for group in groups:
        mean = sum(fitted[author] for author in group) / len(group)
        assert {author: found[author] for author in group} == pytest.approx(
            {author: fitted[author] - mean for author in group}, abs=1e-9
        )


@given(answered(), st.lists(st.floats(-1, 1), min_size=5, max_size=5))
def test_how_hard_a_question_is_does_not_matter(answers: Answers, harder: list[float]) -> None:
    changed = [(author, question, score + harder[question]) for author, question, score in answers]

    assert beside(changed) == pytest.approx(beside(answers), abs=1e-9)


def test_a_long_chain_of_authors_is_one_group() -> None:
    """Each is one step worse than the one before, and answers a question with the next one only."""
    size = 300
    answers = [(k + end, k, float(end)) for k in range(size - 1) for end in (0, 1)]
    found = beside(answers)

    assert found == pytest.approx({k: k - (size - 1) / 2 for k in range(size)}, abs=1e-6)


def test_unlike_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="as many of each"):
        beside_others(np.array([1.0]), np.array([0]), np.array([0, 1]))
