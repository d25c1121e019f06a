"""Scores: how well forecasts foretold what came, and whether that says anything of who made them."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.case.resolution import Resolutions
from detente.casefile.beside.documents import read_document
from detente.findings import Result
from detente.methods.scoring.calibration import calibration
from detente.methods.scoring.difficulty import beside_others
from detente.models.foresight.agreement import disagreements
from detente.models.foresight.marked import Marked, Scored, mark
from detente.session.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from detente.session.sight import Sight

SCORE = "detente.score/1"

FEWEST = 10
"""So many questions are resolved, at least, before anybody is ranked."""


@dataclass(frozen=True, slots=True)
class AuthorScore:
    """How well somebody foretold.

    Attributes
    ----------
    n
        How many forecasts in numbers are resolved.
    brier
        Their Brier score, on average; less is better. [0..2]
    beside_others
        By how much it differs from the mean of the authors, as if all had answered the same questions; ``null`` where
        nobody else answered one of theirs.
    """

    n: int
    brier: float
    beside_others: float | None


@dataclass(frozen=True, slots=True)
class Tenth:
    """Probabilities in one tenth, and what came of them.

    Attributes
    ----------
    low, high
        The tenth; the lower bound belongs to it, and in the last one both.
    n
        How many probabilities of bands lie in it.
    share
        The share of them that came; ``null`` where there are none.
    share_low, share_high
        Between which shares the true one lies in 95 of 100 such cases.
    """

    low: float
    high: float
    n: int
    share: float | None
    share_low: float | None
    share_high: float | None


@dataclass(frozen=True, slots=True)
class Verbal:
    """How forecasts in words turned out.

    Attributes
    ----------
    right, wrong, partly, open
        How many were right, wrong, partly right, and cannot be told yet.
    """

    right: int
    wrong: int
    partly: int
    open: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the ranking.

    Attributes
    ----------
    author
        Id of the actor or source.
    n
        How many forecasts it rests on.
    brier
        Their Brier score, on average.
    """

    author: str
    n: int
    brier: float


@dataclass(frozen=True, slots=True)
class Score(Result):
    """How well the forecasts of a case foretold what came.

    Attributes
    ----------
    n
        How many forecasts in numbers are resolved.
    unresolved
        Ids of the forecasts of which nothing is known.
    brier
        The Brier score, summed over bands, on average; less is better. ``null`` where nothing has a number. [0..2]
    log
        The negative logarithm of the probability of what came, on average; less is better. ``null`` where nothing has
        a number, or something came that was given no chance at all, which no number makes good.
    ruled_out
        Ids of forecasts that gave no chance at all to what came.
    by
        By author.
    by_nobody
        Ids of resolved forecasts in numbers that do not say by whom they are: they count above, but no author has them.
    calibration
        The probabilities of all bands by tenths.
    verbal
        How forecasts in words turned out.
    ranking
        The authors, the best first; ``null`` where it would say nothing of them.
    why_no_ranking
        Why nobody is ranked; ``null`` where they are.
    """

    n: int
    unresolved: tuple[str, ...]
    brier: float | None
    log: float | None
    ruled_out: tuple[str, ...]
    by: dict[str, AuthorScore]
    by_nobody: tuple[str, ...]
    calibration: tuple[Tenth, ...]
    verbal: Verbal
    ranking: tuple[Place, ...] | None
    why_no_ranking: str | None


def score(sight: Sight, outcomes: Path) -> Score:
    """Return how well the forecasts of a case foretold what came.

    Parameters
    ----------
    outcomes
        A JSON file of outcomes. Nothing else in Detente reads one.

    Raises
    ------
    CaseError
        If the file cannot be read, or does not fit the forecasts of the case.
    """
    document = read_document(outcomes, Resolutions)
    if document.record is None:
        raise CaseError(document.diagnostics)
    case = sight.moment.written
    if problems := tuple(disagreements(case, document.record, document.spans)):
        raise CaseError(problems)
    return _score(mark(case.forecasts, {each.forecast: each for each in document.record.outcomes}))


def _score(marked: Marked) -> Score:
    scored, words = marked.scored, Counter(marked.told.values())
    by = _by_author(scored)
    ruled_out = tuple(each.forecast.id for each in scored if math.isinf(each.log))
    questions = _questions(scored)
    ranked = sorted((Place(author, each.n, each.brier) for author, each in by.items()), key=lambda each: each.brier)
    enough = questions >= FEWEST
    return Score(
        n=len(scored),
        unresolved=marked.unresolved,
        brier=_mean([each.brier for each in scored]),
        log=None if ruled_out else _mean([each.log for each in scored]),
        ruled_out=ruled_out,
        by=by,
        by_nobody=tuple(each.forecast.id for each in scored if each.forecast.by is None),
        calibration=_calibration(scored),
        verbal=Verbal(words["right"], words["wrong"], words["partly"], words["open"]),
        ranking=tuple(ranked) if enough else None,
        why_no_ranking=None if enough else _too_few(questions),
    )


def _too_few(questions: int) -> str:
    answered = f"{questions or 'no'} question{'' if questions == 1 else 's'} with probabilities by named authors"
    return f"{answered} {'is' if questions == 1 else 'are'} resolved; with fewer than {FEWEST}, luck decides who leads"


def _mean(found: Sequence[float]) -> float | None:
    return math.fsum(found) / len(found) if found else None


def _question(each: Scored) -> str:
    """Return what a forecast answers: what is asked in the same words is the same question."""
    return each.forecast.question or each.forecast.id


def _by_author(scored: Sequence[Scored]) -> dict[str, AuthorScore]:
    """Return how well each author foretold; forecasts that do not say by whom they are are no author's."""
    found: dict[str, AuthorScore] = {}
    differences = _differences(scored)
    for author in sorted({each.forecast.by for each in scored if each.forecast.by is not None}):
        own = [each.brier for each in scored if each.forecast.by == author]
        found[author] = AuthorScore(len(own), math.fsum(own) / len(own), differences.get(author))
    return found


def _differences(scored: Sequence[Scored]) -> dict[str, float]:
    """Return by how much the scores of authors differ, as if all had answered the same questions."""
    answers = [(by, _question(each), each.brier) for each in scored if (by := each.forecast.by) is not None]
    authors = sorted({author for author, _, _ in answers})
    asked = sorted({question for _, question, _ in answers})
    differences = beside_others(
        np.array([brier for _, _, brier in answers]),
        np.array([authors.index(author) for author, _, _ in answers], int),
        np.array([asked.index(question) for _, question, _ in answers], int),
    )
    return {authors[number]: difference for number, difference in differences.items()}


def _calibration(scored: Sequence[Scored]) -> tuple[Tenth, ...]:
    empty = np.empty(0)
    chances = np.concatenate([empty, *(each.chances for each in scored)])
    came = np.concatenate([empty, *(each.came for each in scored)])
    return tuple(Tenth(*each) for each in calibration(chances, came))


def _questions(scored: Sequence[Scored]) -> int:
    """Return how many questions are resolved that named authors answered.

    One that several answered is one, as often as one of them did.
    """
    answers = Counter((_question(each), by) for each in scored if (by := each.forecast.by) is not None)
    most: dict[str, int] = {}
    for (question, _), times in answers.items():
        most[question] = max(most.get(question, 0), times)
    return sum(most.values())
