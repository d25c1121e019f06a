"""Resolutions: what came of forecasts. They stand in a file of their own, which scoring alone reads."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from detente.case.central_interval import Magnitude
from detente.case.citation import Citation
from detente.case.fields import AbsoluteDate
from detente.case.record import Record, Slug, Text
from detente.case.value import Number

Verdict = Literal["right", "wrong", "partly", "open"]
"""What can be said of a forecast in words."""


class Resolution(Record):
    """What came of one forecast: a band, shares of bands, a number, or a word.

    Attributes
    ----------
    forecast
        Id of the forecast.
    band
        Id of the band that came.
    share
        Where it is partly so: how much of it lies in each band; together one. [0..1]
    value
        The number that came, in the unit of the interval and of the bands; the band follows from it.
    verbal
        Whether a forecast in words was right, wrong, partly right, or is open.
    date
        When it came, or was looked for.
    found
        What was found, in words.
    url, cites
        Where it was found.
    """

    forecast: Slug
    band: Slug | None = None
    share: dict[Slug, Annotated[Number, Field(ge=0, le=1)]] | None = None
    value: Magnitude | None = None
    verbal: Verdict | None = None
    date: AbsoluteDate | None = None
    found: Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    cites: Annotated[
        tuple[Citation, ...],
        BeforeValidator(lambda value: [value] if isinstance(value, str | dict) else value),
    ] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.band is not None and self.share is not None:
            raise PydanticCustomError("choice", "expected a band or shares of several, got both")
        if self.value is not None and self.share is not None:
            raise PydanticCustomError("choice", "expected a number or shares of bands, got both: a number lies in one")
        if self.band is None and self.share is None and self.value is None and self.verbal is None:
            raise PydanticCustomError("choice", "expected what came: 'band', 'share', 'value' or 'verbal'")
        return self


class Resolutions(Record):
    """A file of outcomes.

    Attributes
    ----------
    outcomes
        What came of forecasts, each at most once.
    title, note
        What the file is, and what its readers should know of it.
    gathered
        When the outcomes were looked for.
    """

    outcomes: tuple[Resolution, ...]
    title: Text | None = None
    note: Text | None = None
    gathered: AbsoluteDate | None = None
