"""What is found of a region, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Pushing:
    """What pushes a descriptor.

    Attributes
    ----------
    from_
        The state that does it, as ``descriptor.state``; ``null`` for what is at work at all times.
    on
        The state that it promotes, or that it hinders if it is the present one.
    effect
        How strongly, from -3 to 3.
    """

    from_: str | None
    on: str
    effect: int


@dataclass(frozen=True, slots=True)
class Pressure:
    """A descriptor that is pushed out of its state; of several states that it is pushed towards alike, one.

    Attributes
    ----------
    descriptor, toward
        Which, and towards which of its states.
    by
        By how much the balance of that state is above that of the present one.
    forced
        Whether it cannot stay where it is, whatever the balances.
    because
        What pushes it, the strongest first.
    """

    descriptor: str
    toward: str
    by: int
    forced: bool
    because: tuple[Pushing, ...]


@dataclass(frozen=True, slots=True)
class Now(Result):
    """The region as it is.

    Attributes
    ----------
    states
        By descriptor, the state that it is in; ``null`` where that cannot be said.
    consistent
        Whether nothing pushes any descriptor out of its state; ``null`` where some state cannot be said.
    pressures
        What is pushed where, the strongest first.
    """

    under: ClassVar[str] = "now"

    states: Mapping[str, str | None]
    consistent: bool | None
    pressures: tuple[Pressure, ...]


@dataclass(frozen=True, slots=True)
class Configured:
    """A configuration.

    Attributes
    ----------
    states
        By descriptor, its state.
    share
        In which share of the draws it holds itself up. [0..1]
    """

    states: Mapping[str, str]
    share: float


@dataclass(frozen=True, slots=True)
class Consistent(Result):
    """The configurations that hold themselves up.

    Attributes
    ----------
    consistent
        The first 200 of them, effects in their middle.
    count
        How many there are; so many at least where they are not complete.
    complete
        Whether all of them were counted.
    combinations
        How many combinations of states there are, whether they hold themselves up or not.
    """

    consistent: tuple[Configured, ...]
    count: int
    complete: bool
    combinations: int


@dataclass(frozen=True, slots=True)
class AtDate:
    """The region at a date.

    Attributes
    ----------
    date
        The date.
    states
        By descriptor, the state that it was in.
    pressures
        What was pushed where, by the judgements of today.
    """

    date: str
    states: Mapping[str, str]
    pressures: tuple[Pressure, ...]


@dataclass(frozen=True, slots=True)
class Dates(Result):
    """The region at each date at which it changed and all of its states are known.

    Attributes
    ----------
    dates
        The dates, in order.
    """

    dates: tuple[AtDate, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Where a shock leads.

    Attributes
    ----------
    states
        By descriptor, its state; ``null`` where it goes on moving.
    share
        The share of the draws: one that may end in several ways counts for each in like parts. [0..1]
    """

    states: Mapping[str, str | None]
    share: float
