"""Parameters: the numbers that the costs of all routes share, with what they are where a case says nothing else.

Money is of 2024, for a unit of cargo: a container of 40 feet, or a truck, with 20 tonnes.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

TONNES_IN_UNIT = 20
"""How much a unit of cargo weighs [tonnes]."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A parameter as it is where the case does not say.

    Attributes
    ----------
    label, unit
        What it is, in words, and its unit; ``""`` where it has none.
    value
        Its range, with the likeliest value.
    """

    label: str
    unit: str
    value: Value


def _standard(label: str, unit: str, low: float, mode: float, high: float) -> Standard:
    return Standard(label, unit, Value(low=low, mode=mode, high=high))


PARAMETERS: Mapping[str, Standard] = MappingProxyType(
    {
        "rail-rate": _standard("what a kilometre by rail costs", "USD a km", 0.7, 1.2, 1.7),
        "road-rate": _standard("what a kilometre by road costs", "USD a km", 1.0, 1.5, 2.6),
        "sea-boarding": _standard("what going to sea costs, however far", "USD", 300, 550, 900),
        "sea-rate": _standard("what a kilometre by sea costs", "USD a km", 0.07, 0.105, 0.20),
        "terminal": _standard("what changing between rail, road and sea costs", "USD", 300, 500, 700),
        "terminal-hours": _standard("how long changing between rail, road and sea takes", "hours", 12, 24, 72),
        "gauge-change": _standard("what changing the gauge of rails costs", "USD", 150, 330, 600),
        "gauge-hours": _standard("how long changing the gauge of rails takes", "hours", 9, 24, 72),
        "rail-speed": _standard("how far cargo comes in a day by rail", "km a day", 200, 300, 500),
        "road-speed": _standard("how far cargo comes in a day by road", "km a day", 350, 500, 700),
        "sea-speed": _standard("how far cargo comes in a day by sea", "km a day", 500, 700, 850),
        "border-time": _standard("how much longer all borders take than is stated", "times", 0.5, 1, 2),
        "border-spread": _standard("how uncertain the time at a border is, as a share of it", "", 0.2, 0.5, 1.0),
        "travel-spread": _standard("how uncertain all other time is, as a share of it", "", 0.05, 0.1, 0.3),
        "value-of-time": _standard("what a day is worth to cargo that is not bulk", "USD a day", 15, 80, 400),
        "bulk-value-of-time": _standard("what a day is worth to bulk cargo", "USD a day", 2, 10, 40),
        "reliability-ratio": _standard("what a day of uncertainty is worth, against a day", "times", 0.3, 0.8, 1.5),
        "logit": _standard("how strongly cargo keeps to what is cheapest", "", 4, 8, 16),
        "nesting": _standard("how little the modes in a corridor stand in for each other", "", 0.3, 0.6, 1),
        "rail-constant": _standard("what speaks against rail beside its cost", "USD", 0, 0, 0),
        "road-constant": _standard("what speaks against the road beside its cost", "USD", 0, 0, 0),
        "sea-constant": _standard("what speaks against the sea beside its cost", "USD", 0, 0, 0),
    }
)
"""Every parameter, by the name that a case overrides it by."""
