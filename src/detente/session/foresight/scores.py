"""What a score says: the records that are its document."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings import Result

SCORE = "detente.score/1"


@dataclass(frozen=True, slots=True)
class IntervalScore:
    """How well intervals of one level foretold numbers of one unit.

    Attributes
    ----------
    unit
        The unit, as the forecasts write it; ``null`` where they write none.
    level
        The chance that the intervals were given to hold what comes. [0..1]
    n
        How many are resolved.
    held
        How many of them held what came.
    score
        Their interval score, on average; less is better. [unit of the numbers]
    """

    unit: str | None
    level: float
    n: int
    held: int
    score: float


@dataclass(frozen=True, slots=True)
class AuthorScore:
    """How well somebody foretold.

    Attributes
    ----------
    n
        How many forecasts in probabilities are resolved.
    brier
        Their Brier score, on average; less is better. ``null`` where there are none. [0..2]
    beside_others
        By how much it differs from the mean of the authors, as if all had answered the same questions; ``null`` where
        nobody else answered one of theirs.
    intervals
        By unit and level, how well their intervals foretold numbers; ``null`` where there are none.
    """

    n: int
    brier: float | None
    beside_others: float | None
    intervals: tuple[IntervalScore, ...] | None


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
        How many forecasts in probabilities are resolved.
    unresolved
        Ids of the forecasts of which nothing is known.
    brier
        The Brier score, summed over bands, on average; less is better. ``null`` where nothing has a probability. [0..2]
    log
        The negative logarithm of the probability of what came, on average; less is better. ``null`` where nothing has
        a probability, or something came that was given no chance at all, which no number makes good.
    ruled_out
        Ids of forecasts that gave no chance at all to what came.
    intervals
        By unit and level, how well intervals foretold numbers; ``null`` where nothing has one.
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
    intervals: tuple[IntervalScore, ...] | None
    by: dict[str, AuthorScore]
    by_nobody: tuple[str, ...]
    calibration: tuple[Tenth, ...]
    verbal: Verbal
    ranking: tuple[Place, ...] | None
    why_no_ranking: str | None
