"""Rubrics hold all that may come, each thing once, and probabilities and intervals are those of their bands."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.forecast import Forecast
    from detente.case.rubric import Band
    from detente.case.shape import Path
    from detente.case.value import Value
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

TOO_FEW = Rule(
    "DT1200",
    "a rubric that decides nothing",
    "The bands of a rubric hold all that may come, so there are at least two: what is forecast, and everything else. "
    "Add a band for what else may come. Only beside an interval without a probability may all bands be left out: any "
    "number may come.",
)
NO_TILING = Rule(
    "DT1201",
    "bands with a gap between them, or that overlap",
    "Each number that may come lies in exactly one band. A band holds from 'from' up to 'to', and 'to' itself belongs "
    "to the next one: let each end where the next begins. A band without numbers holds all that the others leave.",
)
OTHER_BANDS = Rule(
    "DT1202",
    "probabilities that are not those of the bands",
    "A forecast gives either one number, which beside a rubric of two bands is that of the first, or a number for each "
    "band of its rubric and for nothing else.",
)
NOT_ONE = Rule(
    "DT1203",
    "probabilities that cannot sum to one",
    "One of the bands comes, so the probabilities of all of them sum to one, at least for some number in each "
    "interval.",
)
MIDDLES = Rule(
    "DT1204",
    "probabilities whose middles do not sum to one",
    "A score counts the middle of each interval, so middles that sum to less than one give some of the probability to "
    "nothing, and others count some of it twice. Widen or narrow an interval.",
    Severity.WARNING,
)
NO_PLACE = Rule(
    "DT1205",
    "an interval that does not fit the bands",
    "An interval says where a number is held to come. The bands of a rubric beside it are those of the same number, "
    "and hold all of the interval. Give the bands 'from' and 'to', or widen them; what is asked in words takes "
    "probabilities.",
)

READS = ("forecasts",)

_ROUNDING = 1e-6


def check(context: Context) -> Iterator[Diagnostic]:
    """Report rubrics with too few bands, gaps or overlaps, and probabilities and intervals that do not fit them."""
    for index, forecast in enumerate(context.case.forecasts):
        here: Path = ("forecasts", index)
        yield from _bands(context, forecast, (*here, "resolves", "bands"))
        yield from _probabilities(context, forecast, (*here, "probability"))
        if message := _beyond(forecast):
            yield NO_PLACE.at(context.spans.span(*here, "interval"), message)


def _bands(context: Context, forecast: Forecast, here: Path) -> Iterator[Diagnostic]:
    bands = forecast.resolves.bands if forecast.resolves else None
    if bands is None:
        return
    needs_none = forecast.interval is not None and forecast.probability is None
    if len(bands) < 2 and not (needs_none and not bands):
        message = f"'{forecast.id}' has {'one band' if bands else 'no bands'}"
        yield TOO_FEW.at(context.spans.span(*here), message, "add a band for everything else")
    ranges = [(number, band) for number, band in enumerate(bands) if band.has_range]
    empty = {number for number, band in ranges if band.low >= band.high}
    for number in sorted(empty):
        message = f"the band '{bands[number].id}' ends where it begins, or before"
        yield NO_TILING.at(context.spans.span(*here, number), message)
    ordered = sorted((each for each in ranges if each[0] not in empty), key=lambda each: each[1].low)
    reaching = accumulate((band for _, band in ordered), _farther)
    for lower, (number, upper) in zip(reaching, ordered[1:], strict=False):
        if message := _between(lower, upper, leaves=len(ranges) == len(bands)):
            yield NO_TILING.at(context.spans.span(*here, number), message, "let each band end where the next begins")


def _between(lower: Band, upper: Band, *, leaves: bool) -> str:
    """Return what is wrong between two neighbours, or nothing; a gap is, where nothing else holds what it leaves."""
    end, start = lower.high, upper.low
    if start < end:
        return f"the bands '{lower.id}' and '{upper.id}' overlap from {start:g} to {min(end, upper.high):g}"
    if start > end and leaves:
        return f"no band holds what lies from {end:g} to {start:g}"
    return ""


def _beyond(forecast: Forecast) -> str:
    """Return how an interval reaches beyond the bands, or nothing; one without numbers holds what the others leave."""
    rubric, interval = forecast.resolves, forecast.interval
    if rubric is None or interval is None or not rubric.bands:
        return ""
    if not rubric.has_ranges:
        return f"'{forecast.id}' gives an interval, and its bands hold no numbers"
    low, high = min(band.low for band in rubric.bands), max(band.high for band in rubric.bands)
    if interval.low < low:
        return f"no band holds what lies from {interval.low:g} to {min(low, interval.high):g}"
    if interval.high > high:
        return f"no band holds what lies from {max(high, interval.low):g} to {interval.high:g}"
    return ""


def _farther(one: Band, other: Band) -> Band:
    return max(one, other, key=lambda band: band.high)


def _probabilities(context: Context, forecast: Forecast, here: Path) -> Iterator[Diagnostic]:
    bands = [band.id for band in forecast.resolves.bands] if forecast.resolves else []
    given = forecast.probability
    if not isinstance(given, dict):
        if given is not None and len(bands) > 2:
            message = f"one probability for {len(bands)} bands"
            yield OTHER_BANDS.at(context.spans.span(*here), message, f"give one for each of {', '.join(bands)}")
        return
    for name in given:
        if name not in bands:
            hint = did_you_mean(name, bands) or (f"its bands are {', '.join(bands)}" if bands else "add 'resolves'")
            message = f"'{forecast.id}' has no band '{name}'"
            yield OTHER_BANDS.at(context.spans.key(*here, name), message, hint)
    if missing := [band for band in bands if band not in given]:
        message = f"no probability for the band '{missing[0]}'"
        yield OTHER_BANDS.at(context.spans.span(*here), message, f"add '{missing[0]}: …'")
    if given.keys() == set(bands) and all(each.within(0, 1) for each in given.values()):
        yield from _sum(context, given, here)


def _sum(context: Context, given: Mapping[str, Value], here: Path) -> Iterator[Diagnostic]:
    least, most = (math.fsum(getattr(each, bound) for each in given.values()) for bound in ("low", "high"))
    middle = math.fsum(each.mean for each in given.values())
    span = context.spans.span(*here)
    if least > 1 + _ROUNDING:
        yield NOT_ONE.at(span, f"the probabilities sum to {least:g} at least")
    elif most < 1 - _ROUNDING:
        yield NOT_ONE.at(span, f"the probabilities sum to {most:g} at most")
    elif abs(middle - 1) > _ROUNDING:
        yield MIDDLES.at(span, f"the middles of the probabilities sum to {middle:g}")
