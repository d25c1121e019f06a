"""Measures: observed quantities over time, with their bounds and units."""

from __future__ import annotations

from math import inf
from typing import Annotated, Literal

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import IssueId, Ref, Slug, Text
from detente.case.value import Value

Comparator = Literal["exactly", "about", "nearly", "more-than", "less-than", "at-least", "at-most"]


class Observation(Claim):
    """A value seen at some time.

    Attributes
    ----------
    comparator
        How the source bounds it, such as ``more-than``.
    """

    value: Value
    date: When | None = None
    comparator: Comparator | None = None

    @property
    def least(self) -> float:
        """The least that it can be; a rough number ("about", "nearly") is taken at its word."""
        return -inf if self.comparator in ("less-than", "at-most") else self.value.low

    @property
    def most(self) -> float:
        """The most that it can be."""
        return inf if self.comparator in ("more-than", "at-least") else self.value.high

    @property
    def is_rough(self) -> bool:
        """Whether its source does not say how far from the number it may be."""
        return self.comparator in ("about", "nearly")


class Measure(Claim):
    """A quantity that tells how far things have come.

    Attributes
    ----------
    unit
        Unit of all its observations.
    share_of
        Id of the measure that it is a part of, in the same unit.
    """

    id: Slug
    what: Text | None = None
    unit: Text | None = None
    issue: IssueId | None = None
    share_of: Annotated[Slug, Ref(("measures",))] | None = None
    observations: tuple[Observation, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: what it measures, or its id where it has none."""
        return self.what or self.id
