"""Uncertain numbers: a point, an interval, or low, mode and high."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.record import Record

Number = Annotated[float, Field(strict=True)]
"""A number as it is written: ``true`` and ``"1"`` are none."""


class Value(Record):
    """A number as well as it is known. Short forms: ``0.4`` and ``[60, 80]``.

    Attributes
    ----------
    low, high
        Bounds, equal for a point.
    mode
        Most likely value, where one is stated.
    """

    short_forms: ClassVar = (
        {"type": "number"},
        {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    )

    low: Number
    high: Number
    mode: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return {"low": float(value), "high": float(value)}
        if isinstance(value, list | tuple) and len(value) == 2:
            return {"low": value[0], "high": value[1]}
        if isinstance(value, list | tuple | str | bool):
            raise PydanticCustomError("number", "expected a number, [low, high] or {low: …, mode: …, high: …}")
        return value

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        inside = self.mode is None or self.low <= self.mode <= self.high
        if self.low > self.high or not inside:
            raise PydanticCustomError("number", "the numbers must rise: low, then mode, then high")
        return self

    @property
    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.low == self.high

    @property
    def mean(self) -> float:
        """What it is on average, when all of the interval is equally likely, or rises to a mode and falls again."""
        parts = (self.low, self.high) if self.mode is None else (self.low, self.mode, self.high)
        return sum(parts) / len(parts)

    def plain(self) -> float | list[float] | dict[str, float]:
        """Return it in the shortest form a case would write it in."""
        if self.is_point:
            return self.low
        if self.mode is None:
            return [self.low, self.high]
        return {"low": self.low, "mode": self.mode, "high": self.high}

    def within(self, low: float, high: float) -> bool:
        """Return whether all of it lies between two bounds, both included."""
        return low <= self.low and self.high <= high
