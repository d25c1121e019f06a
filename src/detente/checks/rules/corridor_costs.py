"""Costs, times and tonnages of a network are not negative, and nobody's shares add up to more than all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.value import Value
from detente.checks.network import with_fees
from detente.diagnostics import Rule
from detente.models.corridor.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

    _Number = tuple[Path, str, Value | None, float, float]

NEGATIVE = Rule(
    "DT905",
    "a cost, time or amount of a network outside its range",
    "Costs, times, tonnages and factors are not negative: cargo that was paid for going in circles would never arrive. "
    "No link is longer than 50,000 km. "
    "Speeds, 'logit' and 'nesting' are above nothing, 'nesting' is at most 1, and shares lie between 0 and 1. Only the "
    "constants of means of transport may be below nothing.",
)
TOO_MUCH = Rule(
    "DT906",
    "shares of a fee that add up to more than all of it",
    "'fee_to' says who is paid which share of a fee. What is shared out is at most the whole, whatever the shares turn "
    "out to be: mend a share, so that their high ends add up to 1 at most. What is left over goes to nobody who is "
    "named.",
)

READS = ("corridor",)
_LARGEST = 1e12
_SMALLEST = 1e-9
_FROM_ZERO = (0.0, _LARGEST)
_LONGEST = 50_000.0
"""More than once around the Earth [km]."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Report numbers of the network outside their range, and shares that add up to more than all."""
    corridor = context.case.corridor
    if corridor is None:
        return
    for path, name, value, low, high in (*_records(corridor), *_shares(corridor), *_parameters(corridor)):
        if value is not None and not value.within(low, high):
            bounds = "above 0" if low == _SMALLEST else f"at least {low:g}"
            bounds = bounds if value.low < low else f"at most {high:g}"
            span = context.spans.span("corridor", *path)
            yield NEGATIVE.at(span, f"{name} must be {bounds}, got {_shown(value)}", "mend the number")
    for payer, place in with_fees(corridor):
        total = sum(share.high for share in payer.fee_to.values())
        if total > 1 + _SMALLEST:
            span = context.spans.span("corridor", *place, "fee_to")
            message = f"the shares in the fees of '{payer.id}' add up to as much as {total:g}"
            yield TOO_MUCH.at(span, message, "mend a share: at their high ends they are together at most 1")


def _records(corridor: Corridor) -> Iterator[_Number]:
    for i, link in enumerate(corridor.links):
        yield ("links", i, "km"), "a length", _point(link.km), 0.0, _LONGEST
        yield ("links", i, "capacity"), "a capacity", _point(link.capacity), *_FROM_ZERO
        yield ("links", i, "rate"), "a rate", link.rate, *_FROM_ZERO
    for i, border in enumerate(corridor.borders):
        yield ("borders", i, "hours"), "a time", border.hours, *_FROM_ZERO
        yield ("borders", i, "spread"), "a spread", border.spread, *_FROM_ZERO
        yield ("borders", i, "usd"), "a fee", border.usd, *_FROM_ZERO
    for i, regime in enumerate(corridor.regimes):
        yield ("regimes", i, "hours"), "a time", regime.hours, *_FROM_ZERO
        yield ("regimes", i, "usd"), "a fee", regime.usd, *_FROM_ZERO
        yield ("regimes", i, "fee"), "a fee", regime.fee, *_FROM_ZERO
    for i, flow in enumerate(corridor.flows):
        yield ("flows", i, "kt"), "an amount of cargo", flow.kt, *_FROM_ZERO
    for i, premium in enumerate(corridor.premiums):
        yield ("premiums", i, "usd"), "a premium", premium.usd, *_FROM_ZERO


def _shares(corridor: Corridor) -> Iterator[_Number]:
    for payer, place in with_fees(corridor):
        for collector, share in payer.fee_to.items():
            yield (*place, "fee_to", collector), "a share", share, 0.0, 1.0


def _parameters(corridor: Corridor) -> Iterator[_Number]:
    for name, parameter in corridor.parameters.items():
        if name in PARAMETERS:
            is_above = name in ("logit", "nesting") or name.endswith("-speed")
            low = -_LARGEST if name.endswith("-constant") else _SMALLEST if is_above else 0.0
            high = 1.0 if name == "nesting" else _LARGEST
            yield ("parameters", name, "value"), f"'{name}'", parameter.value, low, high


def _point(number: float | None) -> Value | None:
    return None if number is None else Value(low=number, high=number)


def _shown(value: Value) -> str:
    return str(value.plain())
