"""Readings: what the models say of an issue with a scale, how sure that is, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Rule
    from detente.models.spatial.model import SpatialModel


@dataclass(frozen=True, slots=True)
class Estimate:
    """Where a model puts the settlement.

    Attributes
    ----------
    rule
        The model.
    value
        With every number in its middle; ``nan`` where it has no answer.
    low, high
        Between these lie four of five draws.
    answered
        The share of draws in which it has an answer.
    draws
        How many draws it was followed through.
    """

    rule: Rule
    value: float
    low: float
    high: float
    answered: float
    draws: int


@dataclass(frozen=True, slots=True)
class Pressure:
    """What a reading of the challenge model says: mean and median of the positions after each round."""

    preset: Preset
    rounds: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Hinge:
    """An input that is not known exactly, and what hangs on it.

    Attributes
    ----------
    actor, kind
        Whose number it is, and of which kind.
    at_low, at_high
        Where the compromise lies with it at either bound.
    share
        The share of the spread in which it has a part.
    """

    actor: str
    kind: str
    at_low: float
    at_high: float
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the models say of an issue.

    Attributes
    ----------
    model
        The bargain.
    estimates
        What each model says, by its key, the compromise first.
    levers
        How far the compromise moves when an actor moves by one, in the order of the stakes.
    hinges
        What it hangs on, the largest share first.
    pressures
        What the challenge model says in each of its readings, the one that leads first.
    silent
        Actors whose position on the issue has no number.
    draws, seed
        How many draws, and the seed of the random numbers.
    """

    model: SpatialModel
    estimates: Mapping[str, Estimate]
    levers: tuple[float, ...]
    hinges: tuple[Hinge, ...]
    pressures: tuple[Pressure, ...]
    silent: tuple[str, ...]
    draws: int
    seed: int

    @property
    def compromise(self) -> Estimate:
        """What the compromise model says."""
        return self.estimates["compromise"]

    @property
    def preset(self) -> Preset:
        """The reading of the challenge model that leads."""
        return self.pressures[0].preset

    @property
    def rounds(self) -> tuple[tuple[float, float], ...]:
        """Mean and median of the positions after each round in that reading."""
        return self.pressures[0].rounds


def by_order(pressures: tuple[Pressure, ...]) -> list[Pressure]:
    """Return what the readings of the challenge model say in their own order, whichever leads."""
    return sorted(pressures, key=lambda pressure: pressure.preset.order)
