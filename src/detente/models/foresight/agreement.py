"""Agreement of outcomes with forecasts: what is said to have come is one of the things that might."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean
from detente.models.foresight.marked import shares_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.forecast import Forecast
    from detente.case.resolution import Resolution, Resolutions
    from detente.diagnostics import Diagnostic, SourceMap

NO_FORECAST = Rule(
    "DT1220",
    "an outcome of no forecast",
    "Each outcome names a forecast of the case by its id, and each forecast has at most one outcome.",
)
OUTSIDE = Rule(
    "DT1221",
    "an outcome outside the bands",
    "The bands of a rubric hold all that may come, so what came is one of them, or lies in several by shares that sum "
    "to one. A rubric is not mended afterwards: say which of its bands comes nearest under 'found', or leave the "
    "forecast without an outcome.",
)
NOT_IN_WORDS = Rule(
    "DT1222",
    "a word for what is forecast in numbers",
    "A forecast that gives a probability to each band is scored by the band that came, not by a word. Only "
    "'open' may be said of it.",
)

_ROUNDING = 1e-6


def disagreements(case: Case, said: Resolutions, spans: SourceMap) -> Iterator[Diagnostic]:
    """Yield what is wrong with outcomes, given the forecasts of a case without errors.

    Parameters
    ----------
    spans
        Line and column of every value in the file of outcomes.
    """
    forecasts = {forecast.id: forecast for forecast in case.forecasts}
    seen: set[str] = set()
    for index, found in enumerate(said.outcomes):
        span = spans.span("outcomes", index, "forecast")
        forecast = forecasts.get(found.forecast)
        if forecast is None:
            hint = did_you_mean(found.forecast, forecasts) or "give the id of one of its 'forecasts'"
            yield NO_FORECAST.at(span, f"the case has no forecast '{found.forecast}'", hint)
        elif found.forecast in seen:
            yield NO_FORECAST.at(span, f"'{found.forecast}' has two outcomes", "leave one of them out")
        else:
            yield from _one(forecast, found, index, spans)
        seen.add(found.forecast)


def _one(forecast: Forecast, found: Resolution, index: int, spans: SourceMap) -> Iterator[Diagnostic]:
    """Yield what is wrong with the outcome of a forecast."""
    here = ("outcomes", index)
    shares = shares_of(found)
    if shares is not None:
        yield from _outside(forecast, shares, found.band is None, (index, spans))
    elif forecast.by_band and found.verbal != "open":
        message = f"'{forecast.id}' gives probabilities, and its outcome is '{found.verbal}'"
        bands = ", ".join(forecast.by_band)
        yield NOT_IN_WORDS.at(spans.span(*here, "verbal"), message, f"say which 'band' came: {bands}")


def _outside(
    forecast: Forecast, shares: Mapping[str, float], is_partial: bool, at: tuple[int, SourceMap]
) -> Iterator[Diagnostic]:
    """Yield the bands that a forecast does not have, and shares that do not make a whole."""
    index, spans = at
    bands = [band.id for band in forecast.resolves.bands] if forecast.resolves else []
    for band in shares:
        if band not in bands:
            place = spans.key("outcomes", index, "share", band) if is_partial else spans.span("outcomes", index, "band")
            known = f"its bands are {', '.join(bands)}" if bands else "it says no bands; say 'verbal: right' or so"
            yield OUTSIDE.at(place, f"'{forecast.id}' has no band '{band}'", did_you_mean(band, bands) or known)
    whole = math.fsum(shares.values())
    if abs(whole - 1) > _ROUNDING:
        yield OUTSIDE.at(spans.span("outcomes", index, "share"), f"the shares sum to {whole:g}, not to 1")
