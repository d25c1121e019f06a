"""Testing claims: in how many draws each holds, and what that hangs on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.claims.counter import counter_example
from detente.models.corridor.claims.drivers import Moves, drivers
from detente.models.corridor.claims.results import ClaimResult, Compared, Verdict
from detente.models.corridor.claims.trial import Trial
from detente.models.corridor.predicate.expressions import comparisons_of
from detente.models.corridor.predicate.found import Found, absent
from detente.models.corridor.predicate.passing import Passing
from detente.models.corridor.predicate.units import unit_of
from detente.models.corridor.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.reading import ReadClaim

_SURE = 0.95


def judge_claims(model: CorridorModel, claims: Sequence[ReadClaim], outcome: Outcome) -> tuple[ClaimResult, ...]:
    """Return what becomes of claims in the draws of an outcome, and what that hangs on."""
    moves = Moves.of(model)
    return tuple(_whole(found, trial, read, moves) for read, trial, found in _weighed(model, claims, outcome))


def weigh_claims(model: CorridorModel, claims: Sequence[ReadClaim], outcome: Outcome) -> tuple[ClaimResult, ...]:
    """Return the same without what that hangs on, which takes longer to find than the verdict."""
    return tuple(found for _, _, found in _weighed(model, claims, outcome))


def _weighed(
    model: CorridorModel, claims: Sequence[ReadClaim], outcome: Outcome
) -> Iterator[tuple[ReadClaim, Trial | None, ClaimResult]]:
    """Yield each claim, its trial where what it speaks of is there, and its verdict."""
    passing = Passing(model.routing)
    for read in claims:
        missing = tuple(dict.fromkeys(name for each in read.asked.values() for name in absent(each, model)))
        if missing:
            yield read, None, ClaimResult(read.claim, read.number, missing)
            continue
        outputs = {
            output: Found(asked, model, model.world(asked.world) or 0, passing) for output, asked in read.asked.items()
        }
        trial = Trial.of(read.predicate, outputs, model, outcome)
        yield read, trial, _judged(read, trial)


def _judged(read: ReadClaim, trial: Trial) -> ClaimResult:
    known = trial.truth[~np.isnan(trial.truth)]
    if not len(known):
        return ClaimResult(read.claim, read.number, undefined=tuple(read.asked[each] for each in trial.undefined))
    probability = float(known.mean())
    return ClaimResult(read.claim, read.number, probability=probability, verdict=_verdict(probability))


def _whole(found: ClaimResult, trial: Trial | None, read: ReadClaim, moves: Moves) -> ClaimResult:
    if trial is None or found.probability is None:
        return found
    return replace(
        found,
        central=trial.central,
        compared=_compared(read, trial),
        drivers=drivers(trial, moves),
        counter_example=counter_example(trial, moves),
        assumed=trial.assumed(),
    )


def _verdict(probability: float) -> Verdict:
    if probability >= _SURE:
        return "true"
    return "false" if probability <= 1 - _SURE else "undetermined"


def _compared(read: ReadClaim, trial: Trial) -> Compared | None:
    """Return what a claim is about; nothing where that is no number in some draw, as a change from nothing."""
    first = next(comparisons_of(read.predicate))
    numbers = trial.evaluation(trial.outcome).number(first.left)
    median, low, high = spread(numbers[~np.isnan(numbers)])
    return Compared(first.left, float(median), float(low), float(high), unit_of(first.left, read.asked) or "")
