"""Marked forecasts: each with what came of it, as numbers over its bands or as a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.scoring.proper import brier, logarithmic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.case.forecast import Forecast
    from detente.case.resolution import Resolution, Verdict
    from detente.methods.scoring.proper import Floats


@dataclass(frozen=True, slots=True)
class Scored:
    """A forecast in numbers of which it is known what came.

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
class Marked:
    """The forecasts of a case, with what came of them.

    Attributes
    ----------
    scored
        Those in numbers of which it is known.
    told
        By id, those in words of which something is said.
    unresolved
        Ids of the others.
    """

    scored: tuple[Scored, ...]
    told: Mapping[str, Verdict]
    unresolved: tuple[str, ...]


def mark(forecasts: Iterable[Forecast], came: Mapping[str, Resolution]) -> Marked:
    """Return forecasts with what came of them.

    Parameters
    ----------
    forecasts
        Forecasts of a case without errors.
    came
        What is known, by id of the forecast; bands and shares fit the rubrics.
    """
    scored: list[Scored] = []
    told: dict[str, Verdict] = {}
    unresolved: list[str] = []
    for forecast in forecasts:
        found = came.get(forecast.id)
        shares = shares_of(found) if found else None
        if forecast.by_band and shares:
            scored.append(_scored(forecast, shares))
        elif found is None or forecast.by_band:
            unresolved.append(forecast.id)
        else:
            told[forecast.id] = found.verbal or _in_words(forecast, shares or {})
    return Marked(tuple(scored), told, tuple(unresolved))


def shares_of(found: Resolution) -> Mapping[str, float] | None:
    """Return how much of what came lies in each band; ``None`` where no band is named."""
    return {found.band: 1.0} if found.band is not None else found.share


def _scored(forecast: Forecast, shares: Mapping[str, float]) -> Scored:
    bands = forecast.by_band
    chances = np.array([each.mean for each in bands.values()])
    return Scored(forecast, chances, np.array([shares.get(band, 0.0) for band in bands]))


def _in_words(forecast: Forecast, shares: Mapping[str, float]) -> Verdict:
    """Return how a forecast in words turned out: in the first of its bands, what is forecast has come about."""
    first = forecast.resolves.bands[0].id if forecast.resolves else ""
    share = shares.get(first, 0.0)
    if share == 0:
        return "wrong"
    return "right" if sum(shares.values()) == share else "partly"
