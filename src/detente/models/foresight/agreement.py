"""Agreement of outcomes with forecasts: what is said to have come is one of the things that might."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean
from detente.units import quantity

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
    "A forecast that gives a probability to each band is scored by the band that came, and one that gives an interval "
    "alone by the number, not by a word. Only 'open' may be said of it.",
)
OTHER_BAND = Rule(
    "DT1223",
    "a number that lies in another band",
    "A band of numbers holds what comes from 'from' up to 'to', and 'to' itself belongs to the next one. The number "
    "lies in another band than the outcome names: mend one of them, or leave the band out, as it follows from the "
    "number.",
)
NO_NUMBER = Rule(
    "DT1224",
    "a number where none is asked for",
    "A number says what came of a forecast that gives an interval, or of which the bands hold numbers. What is asked "
    "in words has come out as one of its bands.",
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
    at = (index, spans)
    named = {found.band: 1.0} if found.band is not None else found.share
    outside = () if named is None else tuple(_outside(forecast, named, found.band is None, at))
    yield from outside
    if found.value is not None:
        yield from _misplaced(forecast, found.value, found.band, at)
    elif found.verbal != "open" and not outside:
        yield from _unlike(forecast, found, at)


def _unlike(forecast: Forecast, found: Resolution, at: tuple[int, SourceMap]) -> Iterator[Diagnostic]:
    """Yield that an outcome without a number does not say what its forecast is scored by."""
    index, spans = at
    key = "band" if found.band is not None else "verbal" if found.share is None else "share"
    said = found.band or found.verbal if key != "share" else "shares of bands"
    if forecast.by_band and key == "verbal":
        message, hint = "probabilities", f"say which 'band' came: {', '.join(forecast.by_band)}"
    elif forecast.interval is not None and not forecast.by_band:
        message, hint = "an interval", "say the number that came, as 'value'; or 'verbal: open' where nobody knows it"
    else:
        return
    place = spans.span("outcomes", index, key)
    yield NOT_IN_WORDS.at(place, f"'{forecast.id}' gives {message}, and its outcome is '{said}'", hint)


def _misplaced(forecast: Forecast, number: float, named: str | None, at: tuple[int, SourceMap]) -> Iterator[Diagnostic]:
    """Yield why a number cannot have come of a forecast, or not in the band that is named beside it."""
    index, spans = at
    place, written = spans.span("outcomes", index, "value"), quantity(number, number, None)
    bands = [band.id for band in forecast.resolves.bands] if forecast.resolves else []
    if forecast.resolves is None or not forecast.resolves.has_ranges:
        if forecast.interval is None:
            hint = f"say which 'band' came: {', '.join(bands)}" if bands else "say 'verbal: right' or so"
            yield NO_NUMBER.at(place, f"'{forecast.id}' has neither an interval nor bands of numbers", hint)
        return
    holding = [band.id for band in forecast.resolves.bands_of(number)]
    if not holding:
        yield OUTSIDE.at(place, f"no band of '{forecast.id}' holds {written}")
    elif named in bands and named not in holding:
        message = f"{written} lies in the band '{holding[0]}' of '{forecast.id}', not in '{named}'"
        yield OTHER_BAND.at(place, message, "mend the number or the band")
    elif named is None and len(holding) > 1:
        message = f"no band of numbers of '{forecast.id}' holds {written}"
        yield OUTSIDE.at(place, message, f"say which 'band' came: {', '.join(holding)}")


def _outside(
    forecast: Forecast, shares: Mapping[str, float], is_partial: bool, at: tuple[int, SourceMap]
) -> Iterator[Diagnostic]:
    """Yield the bands that a forecast does not have, and shares that do not make a whole."""
    index, spans = at
    bands = [band.id for band in forecast.resolves.bands] if forecast.resolves else []
    instead = "'verbal: right' or so" if forecast.interval is None else "the number that came, as 'value'"
    for band in shares:
        if band not in bands:
            place = spans.key("outcomes", index, "share", band) if is_partial else spans.span("outcomes", index, "band")
            known = f"its bands are {', '.join(bands)}" if bands else f"it says no bands; say {instead}"
            yield OUTSIDE.at(place, f"'{forecast.id}' has no band '{band}'", did_you_mean(band, bands) or known)
    whole = math.fsum(shares.values())
    if abs(whole - 1) > _ROUNDING:
        yield OUTSIDE.at(spans.span("outcomes", index, "share"), f"the shares sum to {whole:g}, not to 1")
