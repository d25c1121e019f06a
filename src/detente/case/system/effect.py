"""Effects: how strongly one condition promotes or hinders another, on a small scale of whole numbers."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.record import Record

STRONGEST = 3
"""The strongest effect either way."""

Whole = Annotated[int, Field(strict=True)]
"""A whole number as it is written: ``true`` and ``"1"`` are none."""

_ON_THE_SCALE = {"type": "integer", "minimum": -STRONGEST, "maximum": STRONGEST}


class Effect(Record):
    """How strongly something promotes (above 0) or hinders (below 0) a state. Short forms: ``2`` and ``[1, 2]``.

    Attributes
    ----------
    low, high
        Bounds, equal where one strength is meant [-3..3: strongly hindering to strongly promoting].
    """

    short_forms: ClassVar = (
        _ON_THE_SCALE,
        {"type": "array", "items": _ON_THE_SCALE, "minItems": 2, "maxItems": 2},
    )

    low: Whole
    high: Whole

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return {"low": value, "high": value}
        if isinstance(value, list | tuple) and len(value) == 2:
            return {"low": value[0], "high": value[1]}
        if not isinstance(value, dict | Record):
            raise PydanticCustomError("number", "expected a whole number or [low, high] within -3 and 3")
        return value

    @property
    def middle(self) -> float:
        """The middle of its bounds."""
        return (self.low + self.high) / 2
