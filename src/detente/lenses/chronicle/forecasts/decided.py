"""Decided: how each forecast is decided, and how near its day is; for programs only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from detente.dates import Interval, Truth
from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look

if TYPE_CHECKING:
    from detente.case.forecast import Forecast
    from detente.case.value import Value
    from detente.situation import Situation

Tripwire = Literal["quiet", "approaching", "breached"]

_NEAR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely something is held.

    Attributes
    ----------
    low, high
        Between which bounds. [0..1]
    """

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BandRecord:
    """One of the ways in which a forecast may come out.

    Attributes
    ----------
    id, text
        As the record has them.
    from_, to
        Of a band of numbers, since which and up to which.
    probability
        How likely it is held; ``null`` where that is not said.
    """

    id: str
    text: str | None
    from_: float | None
    to: float | None
    probability: Chance | None


@dataclass(frozen=True, slots=True)
class RubricRecord:
    """How a forecast is decided.

    Attributes
    ----------
    by
        Id of the actor or source that says what came.
    observable, partial
        As the record has them.
    bands
        All that may come.
    """

    by: str
    observable: str | None
    partial: str | None
    bands: tuple[BandRecord, ...]


@dataclass(frozen=True, slots=True)
class IntervalRecord:
    """Where a number is held to come.

    Attributes
    ----------
    low, high
        Between which bounds.
    level
        With what chance. [0..1]
    unit
        Unit of the bounds; ``null`` where none is given.
    """

    low: float
    high: float
    level: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class ForecastRecord:
    """What can be told of a forecast.

    Attributes
    ----------
    by
        Id of the source or actor who says so.
    question
        What is asked.
    resolves
        How it is decided; ``null`` where that is not said.
    interval
        Where a number is held to come; ``null`` where none is.
    tripwire
        How near the day is by which it shows: ``quiet`` more than 90 days before, then ``approaching``, and
        ``breached`` once it is certainly over; ``null`` where there is none, or the case says what came.
    """

    by: str | None
    question: str | None
    resolves: RubricRecord | None
    interval: IntervalRecord | None
    tripwire: Tripwire | None


@dataclass(frozen=True, slots=True)
class Decided(Result):
    """How forecasts are decided.

    Attributes
    ----------
    forecasts
        By forecast, of those on record: how it is decided, and how near its day is.
    """

    forecasts: Mapping[str, ForecastRecord]


def find(look: Look[ChronicleOptions]) -> Decided:
    """Return how the forecasts on record are decided."""
    return Decided({each.id: _record(look.situation, each) for each in look.moment.past.forecasts})


def _record(situation: Situation, forecast: Forecast) -> ForecastRecord:
    said = forecast.by, forecast.question, _rubric(forecast), _interval(forecast)
    return ForecastRecord(*said, _tripwire(situation, forecast))


def _interval(forecast: Forecast) -> IntervalRecord | None:
    given = forecast.interval
    return None if given is None else IntervalRecord(given.low, given.high, given.level, given.unit)


def _rubric(forecast: Forecast) -> RubricRecord | None:
    rubric, likely = forecast.resolves, forecast.by_band
    if rubric is None:
        return None
    bands = (BandRecord(each.id, each.text, each.from_, each.to, _chance(likely.get(each.id))) for each in rubric.bands)
    return RubricRecord(rubric.by, rubric.observable, rubric.partial, tuple(bands))


def _chance(value: Value | None) -> Chance | None:
    return None if value is None else Chance(value.low, value.high)


def _tripwire(situation: Situation, forecast: Forecast) -> Tripwire | None:
    last, now = situation.calendar.of(forecast.until).latest, situation.as_of.interval
    if last is None or now.latest is None or forecast.outcome is not None:
        return None
    over = Interval.day(last + timedelta(days=1))
    if over.by(now) is Truth.TRUE:
        return "breached"
    return "approaching" if last <= now.latest + _NEAR else "quiet"


CHAPTER = Chapter("decided", 91, find)
