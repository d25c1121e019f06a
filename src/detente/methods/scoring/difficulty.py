"""Difficulty: a score beside those of others who answered the same questions."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.scoring.proper import Floats

Ints: TypeAlias = npt.NDArray[np.int_]


def beside_others(scores: Floats, authors: Ints, questions: Ints) -> dict[int, float]:
    """Return by author how much a score differs, on average, from the mean of all who answered the same question.

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
    """
    if not scores.shape == authors.shape == questions.shape:
        msg = f"expected as many of each, got {scores.shape}, {authors.shape} and {questions.shape}"
        raise ValueError(msg)
    differences: dict[int, list[float]] = {}
    for question in np.unique(questions):
        here = questions == question
        if len(set(authors[here].tolist())) > 1:
            mean = scores[here].mean()
            for author, score in zip(authors[here].tolist(), scores[here].tolist(), strict=True):
                differences.setdefault(author, []).append(score - mean)
    return {author: float(np.mean(found)) for author, found in differences.items()}
