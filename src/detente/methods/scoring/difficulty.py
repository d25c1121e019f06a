"""Difficulty: how good an author is, beside others who answered the same questions."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.scoring.proper import Floats

Ints: TypeAlias = npt.NDArray[np.int_]

_NOTHING = 1e-9
"""What is less than this share of the largest singular value is nothing: with ten thousand authors the least is not."""


def beside_others(scores: Floats, authors: Ints, questions: Ints) -> dict[int, float]:
    """Return by author how much a score differs from the mean of the authors, had all answered the same questions.

    A score is taken to be the sum of what the question costs and of what the author adds, and both are fitted by least
    squares. So neither easy questions nor weak company flatter anybody, and authors without a common question are
    compared through those who link them. Differences are from the mean of all authors so linked.

    Questions that one author alone answered say nothing, and authors who have only such ones are left out.

    Parameters
    ----------
    scores
        Of each forecast; less is better. [shape (n,)]
    authors, questions
        Whose it is, and which question it answers, as numbers. [shape (n,)]

    Raises
    ------
    ValueError
        If the shapes disagree.

    References
    ----------
    Yates1934
    """
    if not scores.shape == authors.shape == questions.shape:
        msg = f"expected as many of each, got {scores.shape}, {authors.shape} and {questions.shape}"
        raise ValueError(msg)
    names, who = np.unique(authors, return_inverse=True)
    asked, what = np.unique(questions, return_inverse=True)
    times, sums = np.zeros((2, len(names), len(asked)))
    np.add.at(times, (who, what), 1)
    np.add.at(sums, (who, what), scores)
    shared = (times > 0).sum(axis=0) > 1
    times, sums = times[:, shared], sums[:, shared]
    answers = times.sum(axis=0)
    # the equations of least squares, without the questions
    above = (sums - times * sums.sum(axis=0) / answers).sum(axis=1)
    ties = np.diag(times.sum(axis=1)) - times / answers @ times.T
    added = np.linalg.lstsq(ties, above, rcond=_NOTHING)[
        0
    ]  # the shortest solution, which sums to zero among the linked
    compared = times.any(axis=1)
    return dict(zip(names[compared].tolist(), added[compared].tolist(), strict=True))
