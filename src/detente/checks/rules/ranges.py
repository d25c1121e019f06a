"""Numbers stay in the range that their meaning allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.case.value import Value
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

OUT_OF_RANGE = Rule(
    "DT600",
    "a number outside its range",
    "Probabilities, saliences and utilities lie between 0 and 1; capabilities, powers, weights and durations are not "
    "negative; a position lies on its issue's continuum.",
)
_SHARE = (0.0, 1.0)
_LARGEST = 1e30
_POSITIVE = (0.0, _LARGEST)

READS = ("issues", "positions", "capabilities", "steps", "forecasts", "conflict", "settlement")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every number outside its range."""
    for path, name, value, (low, high) in _numbers(context):
        if value is not None and not value.within(low, high):
            span = context.spans.span(*path)
            bounds = f"at least {low:g}" if high == _LARGEST and value.low < low else f"between {low:g} and {high:g}"
            yield OUT_OF_RANGE.at(span, f"{name} must be {bounds}, got {value.plain()}")


_Number = tuple["Path", str, "Value | None", tuple[float, float]]


def _numbers(context: Context) -> Iterator[_Number]:
    case = context.case
    scales = {issue.id: issue.continuum for issue in case.issues}
    for i, position in enumerate(case.positions):
        yield ("positions", i, "salience"), "salience", position.salience, _SHARE
        if scale := scales.get(position.issue):
            yield ("positions", i, "value"), "a position on this issue", position.value, (scale.low, scale.high)
    for i, capability in enumerate(case.capabilities):
        yield ("capabilities", i, "value"), "a capability", capability.value, _POSITIVE
    for i, step in enumerate(case.steps):
        yield ("steps", i, "probability"), "a probability", step.probability, _SHARE
        yield ("steps", i, "duration"), "a duration in days", step.duration, _POSITIVE
    for i, forecast in enumerate(case.forecasts):
        at: Path = ("forecasts", i, "probability")
        if isinstance(forecast.probability, dict):
            for band, value in forecast.probability.items():
                yield (*at, band), "a probability", value, _SHARE
        else:
            yield at, "a probability", forecast.probability, _SHARE
    yield from _preferences(context)
    yield from _settlement(context)


def _preferences(context: Context) -> Iterator[_Number]:
    for i, maker in enumerate(context.case.conflict.decision_makers if context.case.conflict else ()):
        for k, item in enumerate((maker.preferences and maker.preferences.statements) or ()):
            at = ("conflict", "decision_makers", i, "preferences", "statements", k, "probability")
            yield at, "a probability", item.probability, _SHARE


def _settlement(context: Context) -> Iterator[_Number]:
    parties = context.case.settlement.parties if context.case.settlement else ()
    for i, party in enumerate(parties):
        at = ("settlement", "parties", i)
        yield (*at, "batna"), "a BATNA", party.batna, _SHARE
        yield (*at, "power"), "power", party.power, _POSITIVE
        yield (*at, "budget"), "a budget", party.budget, _SHARE
        for k, condition in enumerate(party.conditions):
            yield (*at, "conditions", k, "weight"), "a weight", condition.weight, _POSITIVE
        for issue, weight in party.weights.items():
            yield (*at, "weights", issue), "a weight", weight, _POSITIVE
        for issue, values in party.values.items():
            for outcome, value in values.items():
                yield (*at, "values", issue, outcome), "a utility", value, _SHARE
