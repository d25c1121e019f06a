"""What comes of each claim, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Measured:
    """What a claim compares, as the model has it.

    Attributes
    ----------
    median
        Median over the draws.
    low, high
        What 5 and 95 of 100 draws do not exceed.
    unit
        Unit of the three.
    """

    median: float
    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True)
class Driver:
    """An uncertain number that moves a claim, all others in their middle.

    Attributes
    ----------
    input
        Which: a parameter, or the place of a number in the corridor, such as ``borders.north.hours``.
    at_low, at_high
        By how much the claim holds with the number at either end of its range; below 0 it does not [ranges of that in
        the draws]. ``null`` where what it compares is no number then.
    flips
        Whether the verdict is another at one of them.
    break_even
        Where the verdict turns; ``null`` where it does not.
    """

    input: str
    at_low: float | None
    at_high: float | None
    flips: bool
    break_even: float | None


@dataclass(frozen=True, slots=True)
class CounterExample:
    """The least that has to be otherwise for a claim to come out the other way.

    Attributes
    ----------
    inputs
        By number, the values that are enough for that, all others in their middle.
    value
        What the claim compares then; ``null`` where that is no number.
    """

    inputs: Mapping[str, float]
    value: float | None


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A claim and what comes of it.

    Attributes
    ----------
    id, text
        The claim.
    probability
        The share of the draws in which it is true, of those in which what it compares are numbers; ``null`` where it
        speaks of something that is not there on the day, or compares what is no number in any draw, such as a change in
        per cent of nothing.
    verdict
        ``true`` from 95 of 100 draws on, ``false`` up to 5, and else ``undetermined``.
    cites
        Where it is made.
    value
        What it compares; ``null`` where ``probability`` is.
    drivers
        The uncertain numbers that move it most, that which moves it most first.
    counter_example
        What would bring the other verdict about; ``null`` where no draw does.
    assumed
        The share of the tonnage behind the answer that is assumed, not cited; ``null`` for a claim about costs, and
        where no cargo is behind it.
    forecast
        The forecast of the case that says the same; ``null`` where none does.
    """

    id: str
    text: str
    probability: float | None
    verdict: Literal["true", "false", "undetermined"]
    cites: tuple[str, ...]
    value: Measured | None
    drivers: tuple[Driver, ...]
    counter_example: CounterExample | None
    assumed: float | None
    forecast: str | None


@dataclass(frozen=True, slots=True)
class Claims(Result):
    """What comes of the claims.

    Attributes
    ----------
    claims
        Those that say by what they stand or fall, in the order of the case.
    """

    claims: tuple[ClaimResult, ...]
