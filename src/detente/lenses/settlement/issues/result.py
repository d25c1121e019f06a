"""Issues for programs: what the models say of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Result, spread
from detente.lenses.settlement.issues.flips import flips
from detente.lenses.settlement.issues.reading import by_order
from detente.methods.bargaining.spatial.registry import shipped_rules

if TYPE_CHECKING:
    from detente.lenses.settlement.issues.reading import Estimate, Pressure, Reading

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a model puts the settlement, on the scale of the issue.

    Attributes
    ----------
    value
        With every number in its middle; ``null`` where the model has no answer.
    low, high
        Between these lie four of five draws; ``null`` where no draw has an answer.
    """

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Round:
    """The positions after a round of challenges.

    Attributes
    ----------
    round
        Which, from 1 on.
    mean, median
        Their weighted mean, and their median.
    """

    round: int
    mean: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Challenge:
    """The challenge model in the reading that leads.

    Attributes
    ----------
    variant
        Which reading.
    rounds
        The positions after each round.
    """

    variant: str
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Last:
    """The positions after the last round of challenges.

    Attributes
    ----------
    mean, median
        Their weighted mean, and their median.
    """

    mean: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class HangsOn:
    """An uncertain number that the compromise hangs on.

    Attributes
    ----------
    actor, input
        Whose number it is, and of which kind.
    at_low, at_high
        Where the compromise lies with it at either bound.
    share
        The share of the spread in which it has a part.
    flips
        Whether it alone would change the answer.
    """

    actor: str
    input: str
    at_low: float | None
    at_high: float | None
    share: float | None
    flips: bool


@dataclass(frozen=True, slots=True)
class IssueResult:
    """What the models say of an issue.

    Attributes
    ----------
    challenge
        The challenge model, round by round.
    challenges
        The same in each of its readings, after the last round.
    levers
        By actor, how far the compromise moves when it moves by 1.
    hangs_on
        The uncertain numbers that the compromise hangs on, the largest share first.
    models
        By the key of each model on a scale, where it puts the settlement; ``null`` where it asks for what the case
        does not say.
    """

    challenge: Challenge
    challenges: Mapping[str, Last]
    levers: Mapping[str, float | None]
    hangs_on: tuple[HangsOn, ...]
    models: Mapping[str, Place | None] = spread()


@dataclass(frozen=True, slots=True)
class Issues(Result):
    """Where a settlement would lie, issue by issue.

    Attributes
    ----------
    issues
        What the models say of each issue with a scale that they are for, by its id.
    """

    issues: Mapping[str, IssueResult]


def issue_result(reading: Reading) -> IssueResult:
    """Return what the models say of an issue."""
    return IssueResult(
        _challenge(reading.pressures[0]),
        {pressure.preset.key: _last(pressure) for pressure in by_order(reading.pressures)},
        {stake.actor: _number(lever) for stake, lever in zip(reading.model.stakes, reading.levers, strict=True)},
        tuple(
            HangsOn(
                hinge.actor,
                hinge.kind,
                _number(hinge.at_low),
                _number(hinge.at_high),
                _number(hinge.share),
                flips(reading, hinge),
            )
            for hinge in reading.hinges
        ),
        {key: _place(reading.estimates.get(key)) for key in shipped_rules()},
    )


def _place(estimate: Estimate | None) -> Place | None:
    if estimate is None:
        return None
    return Place(_number(estimate.value), _number(estimate.low), _number(estimate.high))


def _challenge(pressure: Pressure) -> Challenge:
    rounds = enumerate(pressure.rounds, 1)
    each = (Round(number, _number(mean), _number(median)) for number, (mean, median) in rounds)
    return Challenge(pressure.preset.key, tuple(each))


def _last(pressure: Pressure) -> Last:
    mean, median = pressure.rounds[-1]
    return Last(_number(mean), _number(median))


def _number(value: float) -> float | None:
    return round(value, _DIGITS) if isfinite(value) else None
