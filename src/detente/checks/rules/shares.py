"""A share is a part of what it is a share of: in the same unit, and not greater."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from detente.diagnostics import Rule
from detente.units import quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.measure import Measure, Observation
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

    Pair: TypeAlias = tuple[int, Observation, Observation]
    """The number of an observation of a part, itself, and an observation of the whole at that time."""

ANOTHER_UNIT = Rule(
    "DT650",
    "a share of a measure in another unit",
    "How much of the whole a part is follows only where both are counted in the same unit, written alike. Give both "
    "the same 'unit', or take 'share_of' out.",
)
GREATER = Rule(
    "DT651",
    "a part greater than the whole",
    "By the bounds that the sources give, the part is greater than what it is a share of, at some time when both "
    "observations are the last ones. Mend a number, its comparator or a date, or the id in 'share_of'.",
)

READS = ("measures", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report shares of what they cannot be a share of; circles and ids of nothing are reported as such."""
    measures = {measure.id: measure for measure in context.case.measures}
    for index, part in enumerate(context.case.measures):
        whole = measures.get(part.share_of or "")
        if whole is None or whole is part:
            continue
        if part.unit != whole.unit:
            message = f"'{part.id}' is in {_unit(part)}, and '{whole.id}' in {_unit(whole)}"
            yield ANOTHER_UNIT.at(context.spans.span("measures", index, "share_of"), message, "give both the same unit")
            continue
        told: set[int] = set()
        for number, seen, every in _together(context, part, whole):
            if number not in told and seen.least > every.most:
                told.add(number)
                least, most = (quantity(bound, bound, part.unit) for bound in (seen.least, every.most))
                message = f"'{part.id}' is at least {least} here, and '{whole.id}' at most {most} then"
                span = context.spans.span("measures", index, "observations", number)
                yield GREATER.at(span, message, "mend a number, its comparator or a date")


def _unit(measure: Measure) -> str:
    return f"'{measure.unit}'" if measure.unit else "no unit"


def _together(context: Context, part: Measure, whole: Measure) -> Iterator[Pair]:
    """Yield the observations of a part and of the whole that are the last ones at one time."""
    seen = [(_order(context, each), number, each) for number, each in enumerate(part.observations)]
    seen += [(_order(context, each), -1, each) for each in whole.observations]
    seen.sort(key=lambda entry: entry[0])
    last: dict[bool, tuple[int, Observation]] = {}
    for _, group in groupby(seen, key=lambda entry: entry[0]):
        last |= {number < 0: (number, each) for _, number, each in group}
        if len(last) == 2:  # both were observed
            yield (*last[False], last[True][1])


def _order(context: Context, seen: Observation) -> tuple[bool, date, date]:
    """Return what observations are sorted by in time: the undated first."""
    days = context.calendar.happened(seen.date)
    return days.latest is not None, days.latest or date.min, days.earliest or date.min
