"""Central intervals: between which bounds a number is held to come, and with what chance."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.record import Record, Text
from detente.case.value import Number

_FARTHEST = 1e30

Magnitude = Annotated[Number, Field(ge=-_FARTHEST, le=_FARTHEST)]
"""A number that can be counted with whatever else it is added to."""


class CentralInterval(Record):
    """Where a number is held to come; it is held as likely to come below the interval as above.

    Attributes
    ----------
    low, high
        Its bounds, both within it.
    level
        The chance that its author gives it to hold what comes, such as 0.9; more than 0 and less than 1.
    unit
        Unit of its bounds, and of the number that comes.
    """

    low: Magnitude
    high: Magnitude
    level: Annotated[Number, Field(gt=0, lt=1)]
    unit: Text | None = None

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("number", "an interval must rise: low must not be above high")
        return self

    def holds(self, number: float) -> bool:
        """Return whether a number lies in it, the bounds included."""
        return self.low <= number <= self.high
