"""Marked forecasts: each with what came of it, as shares of its bands, as a number, or as a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.scoring.proper import brier, logarithmic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.central_interval import CentralInterval
    from detente.case.forecast import Forecast
    from detente.case.resolution import Resolution, Verdict
    from detente.methods.scoring.proper import Floats


@dataclass(frozen=True, slots=True)
class Scored:
    """A forecast in probabilities of which it is known which band came.

    Attributes
    ----------
    forecast
        The forecast.
    chances, came
        By band in the order of the rubric: the middle of its probability, and how much of what came lies in it.
        [0..1, shape (bands,)]
    """

    forecast: Forecast
    chances: Floats
    came: Floats

    @property
    def brier(self) -> float:
        """Its Brier score."""
        return brier(self.chances, self.came)

    @property
    def log(self) -> float:
        """Its logarithmic score; infinite where what came was given no chance."""
        return logarithmic(self.chances, self.came)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A forecast with an interval of which it is known what number came.

    Attributes
    ----------
    forecast
        The forecast.
    interval
        Its interval.
    came
        The number that came. [unit of the interval]
    """

    forecast: Forecast
    interval: CentralInterval
    came: float

    @property
    def held(self) -> bool:
        """Whether the number lies in the interval."""
        return self.interval.holds(self.came)


@dataclass(frozen=True, slots=True)
class Marked:
    """The forecasts of a case, with what came of them; one with both a probability and an interval may be in both.

    Attributes
    ----------
    scored
        Those in probabilities of which it is known.
    enclosed
        Those with an interval of which it is known.
    told
        By id, those in words of which something is said.
    unresolved
        Ids of the others.
    """

    scored: tuple[Scored, ...]
    enclosed: tuple[Enclosed, ...]
    told: Mapping[str, Verdict]
    unresolved: tuple[str, ...]

    @property
    def in_numbers(self) -> tuple[Forecast, ...]:
        """The forecasts that are scored, each once."""
        found = [*(each.forecast for each in self.scored), *(each.forecast for each in self.enclosed)]
        return tuple({forecast.id: forecast for forecast in found}.values())


def mark(forecasts: Sequence[Forecast], came: Mapping[str, Resolution]) -> Marked:
    """Return forecasts with what came of them.

    Parameters
    ----------
    forecasts
        Forecasts of a case without errors.
    came
        What is known, by id of the forecast; bands, shares and numbers fit the rubrics.
    """
    scored = tuple(found for each in forecasts if (found := _scored(each, came.get(each.id))))
    enclosed = tuple(within for each in forecasts if (within := _enclosed(each, came.get(each.id))))
    counted = {each.forecast.id for each in scored} | {each.forecast.id for each in enclosed}
    told: dict[str, Verdict] = {}
    unresolved: list[str] = []
    for forecast in forecasts:
        said = came.get(forecast.id)
        if forecast.id in counted:
            continue
        if said is None or forecast.by_band or forecast.interval:
            unresolved.append(forecast.id)
        else:
            told[forecast.id] = said.verbal or _in_words(forecast, shares_of(forecast, said) or {})
    return Marked(scored, enclosed, told, tuple(unresolved))


def shares_of(forecast: Forecast, found: Resolution) -> Mapping[str, float] | None:
    """Return how much of what came lies in each band; ``None`` where no band is named, nor follows from a number."""
    if found.band is not None:
        return {found.band: 1.0}
    if found.value is None or forecast.resolves is None:
        return found.share
    bands = forecast.resolves.bands_of(found.value)
    return {bands[0].id: 1.0} if bands else None


def _scored(forecast: Forecast, found: Resolution | None) -> Scored | None:
    bands, shares = forecast.by_band, shares_of(forecast, found) if found else None
    if not bands or shares is None:
        return None
    chances = np.array([each.mean for each in bands.values()])
    return Scored(forecast, chances, np.array([shares.get(band, 0.0) for band in bands]))


def _enclosed(forecast: Forecast, found: Resolution | None) -> Enclosed | None:
    if forecast.interval is None or found is None or found.value is None:
        return None
    return Enclosed(forecast, forecast.interval, found.value)


def _in_words(forecast: Forecast, shares: Mapping[str, float]) -> Verdict:
    """Return how a forecast in words turned out: in the first of its bands, what is forecast has come about."""
    first = forecast.resolves.bands[0].id if forecast.resolves else ""
    share = shares.get(first, 0.0)
    if share == 0:
        return "wrong"
    return "right" if sum(shares.values()) == share else "partly"
