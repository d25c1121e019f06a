"""Scoring: how well forecasts foretold what came, and whether that says anything of who made them."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from detente.case.resolution import Resolutions
from detente.casefile.beside.documents import read_document
from detente.diagnostics import Rule, Span
from detente.methods.scoring.calibration import calibration
from detente.methods.scoring.difficulty import beside_others
from detente.methods.scoring.intervals import interval_scores
from detente.models.foresight.agreement import disagreements
from detente.models.foresight.marked import Enclosed, Marked, Scored, mark
from detente.session.errors import CaseError
from detente.session.foresight.scores import AuthorScore, IntervalScore, Place, Score, Tenth, Verbal
from detente.writing import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from detente.session.sight import Sight

FEWEST = 10
"""So many questions are resolved, at least, before anybody is ranked."""

IN_THE_CASE = Rule(
    "DT1225",
    "outcomes in the folder of the case",
    "Whoever judges a dispute must not know how it came out, so what came stands outside the folder of the case. Move "
    "the file, and what links to it, elsewhere.",
)


def score(sight: Sight, outcomes: Path) -> Score:
    """Return how well the forecasts of a case foretold what came.

    Parameters
    ----------
    outcomes
        A JSON file of outcomes. Nothing else in Detente reads one.

    Raises
    ------
    CaseError
        If the file stands in the folder of the case, cannot be read, or does not fit the forecasts of the case.
    OSError
        If links lead in a circle.
    """
    if _is_inside(outcomes, sight):
        message = "the outcomes stand in the folder of the case"
        raise CaseError([IN_THE_CASE.at(Span(str(outcomes)), message, "move the file out of it")])
    document = read_document(outcomes, Resolutions)
    if document.record is None:
        raise CaseError(document.diagnostics)
    case = sight.moment.written
    if problems := tuple(disagreements(case, document.record, document.spans)):
        raise CaseError(problems)
    return _score(mark(case.forecasts, {each.forecast: each for each in document.record.outcomes}))


def _is_inside(outcomes: Path, sight: Sight) -> bool:
    """Whether a file, or a link to it, stands in the folder that is the case; a case of one file holds no files."""
    folder = resolved(sight.path)
    return any(place.is_relative_to(folder) for place in (resolved(outcomes), resolved(outcomes.parent)))


def _score(marked: Marked) -> Score:
    scored, words = marked.scored, Counter(marked.told.values())
    by = _by_author(marked)
    ruled_out = tuple(each.forecast.id for each in scored if math.isinf(each.log))
    questions = _questions(scored)
    enough = questions >= FEWEST
    return Score(
        n=len(scored),
        unresolved=marked.unresolved,
        brier=_mean([each.brier for each in scored]),
        log=None if ruled_out else _mean([each.log for each in scored]),
        ruled_out=ruled_out,
        intervals=_intervals(marked.enclosed),
        by=by,
        by_nobody=tuple(each.id for each in marked.in_numbers if each.by is None),
        calibration=_calibration(scored),
        verbal=Verbal(words["right"], words["wrong"], words["partly"], words["open"]),
        ranking=_ranking(by) if enough else None,
        why_no_ranking=None if enough else _too_few(questions),
    )


def _ranking(by: Mapping[str, AuthorScore]) -> tuple[Place, ...]:
    places = (Place(author, each.n, each.brier) for author, each in by.items() if each.brier is not None)
    return tuple(sorted(places, key=lambda each: each.brier))


def _too_few(questions: int) -> str:
    answered = f"{questions or 'no'} question{'' if questions == 1 else 's'} with probabilities by named authors"
    return f"{answered} {'is' if questions == 1 else 'are'} resolved; with fewer than {FEWEST}, luck decides who leads"


def _mean(found: Sequence[float]) -> float | None:
    return math.fsum(found) / len(found) if found else None


def _question(each: Scored) -> str:
    """Return what a forecast answers: what is asked in the same words is the same question."""
    return each.forecast.question or each.forecast.id


def _by_author(marked: Marked) -> dict[str, AuthorScore]:
    """Return how well each author foretold; forecasts that do not say by whom they are are no author's."""
    found: dict[str, AuthorScore] = {}
    differences = _differences(marked.scored)
    for author in sorted({each.by for each in marked.in_numbers if each.by is not None}):
        own = [each.brier for each in marked.scored if each.forecast.by == author]
        intervals = _intervals([each for each in marked.enclosed if each.forecast.by == author])
        found[author] = AuthorScore(len(own), _mean(own), differences.get(author), intervals)
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


def _intervals(enclosed: Sequence[Enclosed]) -> tuple[IntervalScore, ...] | None:
    """Return the scores of intervals by unit and level: across either, a mean would say nothing."""
    alike: dict[tuple[str, float], list[Enclosed]] = {}
    for each in enclosed:
        alike.setdefault((each.interval.unit or "", each.interval.level), []).append(each)
    return tuple(_interval_score(alike[kind]) for kind in sorted(alike)) or None


def _interval_score(enclosed: Sequence[Enclosed]) -> IntervalScore:
    """Return the score of some intervals of one unit and level."""
    given = enclosed[0].interval
    low, high, level, came = np.array(
        [(each.interval.low, each.interval.high, each.interval.level, each.came) for each in enclosed]
    ).T
    scores = interval_scores(low, high, level, came)
    held = sum(each.held for each in enclosed)
    return IntervalScore(given.unit, given.level, len(enclosed), held, math.fsum(scores) / len(enclosed))


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
