"""Rubrics: how a forecast is decided, said before anybody knows what comes."""

from __future__ import annotations

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


class Rubric(Record):
    """How a forecast is decided: who says what came, by what, and the bands that all outcomes fall into.

    Attributes
    ----------
    by
        Id of the actor or source that says what came.
    observable
        What it is told by, where that is narrower than the forecast's own.
    bands
        All that may come, at least two; in the first of them what is forecast has come about.
    partial
        What is done where an outcome lies partly in one band and partly in another.
    """

    by: SpeakerId
    bands: tuple[Band, ...]
    observable: Text | None = None
    partial: Text | None = None
