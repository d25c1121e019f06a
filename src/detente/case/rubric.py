"""Rubrics: how a forecast is decided, said before anybody knows what comes."""

from __future__ import annotations

from math import inf

from pydantic import Field

from detente.case.record import Record, Slug, SpeakerId, Text
from detente.case.value import Number


class Band(Record):
    """One of the ways in which a question may come out; with the others it holds all that may come.

    Attributes
    ----------
    text
        What has to be so, in words.
    from_, to
        Of a band of numbers, since which number and up to which, which belongs to the next band; open where left out.
    """

    id: Slug
    text: Text | None = None
    from_: Number | None = Field(None, alias="from")
    to: Number | None = None

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id

    @property
    def has_range(self) -> bool:
        """Whether it is a band of numbers."""
        return self.from_ is not None or self.to is not None

    @property
    def low(self) -> float:
        """Since which number it holds what comes."""
        return -inf if self.from_ is None else self.from_

    @property
    def high(self) -> float:
        """Up to which number it holds what comes; that number itself belongs to the next band."""
        return inf if self.to is None else self.to


class Rubric(Record):
    """How a forecast is decided: who says what came, by what, and the bands that all outcomes fall into.

    Attributes
    ----------
    by
        Id of the actor or source that says what came.
    observable
        What it is told by, where that is narrower than the forecast's own.
    bands
        All that may come, at least two; in the first of them what is forecast has come about. A forecast that gives an
        interval and no probability needs none.
    partial
        What is done where an outcome lies partly in one band and partly in another.
    """

    by: SpeakerId
    bands: tuple[Band, ...] = ()
    observable: Text | None = None
    partial: Text | None = None

    def bands_of(self, number: float) -> tuple[Band, ...]:
        """Return the bands in which a number may lie: the one that holds it, or else those that hold no numbers."""
        inside = tuple(band for band in self.bands if band.has_range and band.low <= number < band.high)
        return inside or tuple(band for band in self.bands if not band.has_range)

    @property
    def has_ranges(self) -> bool:
        """Whether some of its bands hold numbers."""
        return any(band.has_range for band in self.bands)
