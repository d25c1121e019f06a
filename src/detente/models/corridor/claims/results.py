"""What is found of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from detente.case.corridor import CorridorClaim
    from detente.models.corridor.levers import Lever
    from detente.models.corridor.predicate.expressions import Expression
    from detente.models.corridor.predicate.outputs import Asked

Verdict = Literal["true", "false", "undetermined"]
"""True where it holds in 95 per cent of the draws at least, false where in 5 at most."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a claim is about: the left side of its first comparison.

    Attributes
    ----------
    expression
        The same as the predicate has it.
    median, low, high
        What it comes to: its median, and what a twentieth of the draws lie below and above, of those in which it is a
        number.
    unit
        In what; ``""`` where it has no unit.
    """

    expression: Expression
    median: float
    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True)
class Driver:
    """What one lever does to a claim while all others are at their central values.

    Attributes
    ----------
    lever
        The lever.
    low, high
        Margin of the claim at the ends of its range: above 0 where the claim holds. [spreads of the margin in the
        draws] ``None`` where there is no telling.
    flips
        Whether the claim holds at one end of its range and not at the other, or nowhere but in the middle.
    break_even
        The value next to the central one at which that turns; ``None`` where it does not flip.
    """

    lever: Lever
    low: float | None
    high: float | None
    flips: bool
    break_even: float | None


@dataclass(frozen=True, slots=True)
class CounterExample:
    """The least that has to be otherwise for the claim to come out the other way.

    Attributes
    ----------
    levers
        Levers and values that, with all others at their central values, are enough.
    value
        What the left side of the claim comes to then; ``None`` where it is no number.
    """

    levers: tuple[tuple[Lever, float], ...]
    value: float | None


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A claim, tested.

    Attributes
    ----------
    claim, number
        The claim, and its place among those of the corridor.
    absent
        What its predicate speaks of that is not there at the date, such as a regime that does not hold yet; where
        there is any, nothing else is found, and the verdict is undetermined.
    undefined
        Where in no draw all that it compares are numbers: the outputs that never are, such as a change of nothing in
        per cent. Nothing else is found then, and the verdict is undetermined.
    probability
        Share of the draws in which it holds [0..1], of those in which what it compares are numbers.
    verdict
        What follows from that.
    central
        Whether it holds with all levers at their central values; ``None`` where there is no telling.
    compared
        What it is about, over the draws; ``None`` where it could not be tested, or is no number in some draw.
    drivers
        At most three levers that move it most, the strongest first.
    counter_example
        What would turn it; ``None`` where no draw does.
    assumed
        Share of what it speaks of that rests on tonnages no source states [0..1]; ``None`` where it speaks of costs
        only.
    """

    claim: CorridorClaim
    number: int
    absent: tuple[str, ...] = ()
    undefined: tuple[Asked, ...] = ()
    probability: float | None = None
    verdict: Verdict = "undetermined"
    central: bool | None = None
    compared: Compared | None = None
    drivers: tuple[Driver, ...] = ()
    counter_example: CounterExample | None = None
    assumed: float | None = None
