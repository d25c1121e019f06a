"""What becomes of each country and each flow in one world, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Tonnage:
    """An amount of cargo.

    Attributes
    ----------
    kt
        Median over the draws [thousand tonnes a year].
    low, high
        What 5 and 95 of 100 draws do not exceed.
    """

    kt: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """A change against the case as it is, draw by draw.

    Attributes
    ----------
    percent
        Median over the draws [per cent].
    low, high
        What 5 and 95 of 100 draws do not exceed.
    """

    percent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money.

    Attributes
    ----------
    usd
        Median over the draws [USD].
    low, high
        What 5 and 95 of 100 draws do not exceed.
    """

    usd: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FlowUnder:
    """What a flow meets in one world; medians over the draws.

    Attributes
    ----------
    cost
        What carrying it costs on average, time included [USD per 40-foot unit].
    days
        How long it is on its way on average [days].
    logsum
        What its shippers can expect of all their ways together: the more, the better, and below 0 as it is a cost [USD
        per 40-foot unit].
    gain
        By how much that is better than in the case as it is [USD per 40-foot unit]; ``null`` for a flow that is not
        there then.
    """

    cost: float
    days: float
    logsum: float
    gain: Money | None


@dataclass(frozen=True, slots=True)
class WorldResult:
    """The network in one world.

    Attributes
    ----------
    title
        What to call it.
    kind
        Whether it is the case as it is, a regime on every link that names one, or a scenario.
    transit
        By country, the cargo that crosses it, that which begins or ends there left out.
    change
        By country, how that differs from the case as it is; countries without transit there are left out.
    fees
        By who collects them, the fees of regimes and borders in a year.
    money
        By country, what cargo that crosses it pays in a year for being carried there.
    flows
        By flow, what it meets.
    over_capacity
        The links that more than they can carry would use in half of the draws or more.
    """

    title: str
    kind: Literal["base", "regime", "scenario"]
    transit: Mapping[str, Tonnage]
    change: Mapping[str, Change]
    fees: Mapping[str, Money]
    money: Mapping[str, Money]
    flows: Mapping[str, FlowUnder]
    over_capacity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worlds(Result):
    """The worlds side by side.

    Attributes
    ----------
    scenarios
        By id: ``base`` for the case as it is, each regime, each scenario that changes the corridor; ``null`` for a case
        without links or flows.
    """

    scenarios: Mapping[str, WorldResult] | None
