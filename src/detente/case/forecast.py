"""Forecasts: claims about what comes, that time will settle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from detente.case.central_interval import CentralInterval
from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.likelihood import Likelihood
from detente.case.record import Slug, SpeakerId, Text
from detente.case.rubric import Rubric
from detente.case.value import Value


class Forecast(Claim):
    """If this, then that, by then.

    Attributes
    ----------
    by
        Id of the source or actor who says so.
    if_, then
        Condition and consequence, in words.
    question
        What is asked, so that whoever decides it can answer with one of the bands.
    until
        By when it should show.
    observable
        What would settle it.
    resolves
        How it is decided.
    probability
        How likely its author holds it, or each band of the rubric [0..1].
    interval
        Where its author holds a number to come, and with what chance; beside or instead of a probability.
    outcome
        What came of it; belongs in a sealed file when it lies after the lock.
    """

    id: Slug
    then: Text | None = None
    by: SpeakerId | None = None
    if_: Text | None = Field(None, alias="if")
    question: Text | None = None
    until: When | None = None
    observable: Text | None = None
    resolves: Rubric | None = None
    probability: Likelihood | None = None
    interval: CentralInterval | None = None
    outcome: Literal["true", "false", "undetermined"] | None = None

    @property
    def label(self) -> str:
        """What to call it: what is expected, or what is asked, or its id."""
        return self.then or self.question or self.id

    @property
    def by_band(self) -> Mapping[str, Value]:
        """The probability of each band; none where it is not said for each of the bands, and of no others.

        One number beside two bands is that of the first, and the second has the rest.
        """
        bands = [band.id for band in self.resolves.bands] if self.resolves else []
        if isinstance(self.probability, dict):
            whole = self.probability.keys() == set(bands) and len(set(bands)) == len(bands)
            return {band: self.probability[band] for band in bands} if whole else {}
        if self.probability is None or len(set(bands)) != 2 or len(bands) != 2:
            return {}
        return dict(zip(bands, (self.probability, _rest(self.probability)), strict=True))


def _rest(value: Value) -> Value:
    """Return what is left of one."""
    return Value(low=1 - value.high, high=1 - value.low, mode=None if value.mode is None else 1 - value.mode)
