"""Forecasts: conditional claims that time will settle."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import Slug, SpeakerId, Text
from detente.case.value import Value


class Forecast(Claim):
    """If this, then that, by then.

    Attributes
    ----------
    by
        Id of the source or actor who says so.
    if_, then
        Condition and consequence, in words.
    until
        By when it should show.
    observable
        What would settle it.
    probability
        How likely its author holds it [0..1].
    outcome
        What came of it; belongs in a sealed file when it lies after the lock.
    """

    id: Slug
    then: Text | None = None
    by: SpeakerId | None = None
    if_: Text | None = Field(None, alias="if")
    until: When | None = None
    observable: Text | None = None
    probability: Value | None = None
    outcome: Literal["true", "false", "undetermined"] | None = None
