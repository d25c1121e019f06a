"""Availability: from when something can be done or had."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, model_validator

from detente.case.fields import When
from detente.case.record import Record, StepId


class Availability(Record):
    """From when an option can be taken, or an outcome be had; at any time where it says nothing.

    Short forms: a date, ``step:referendum``, or ``false`` for never.

    Attributes
    ----------
    step
        Id of the step that opens it.
    from_
        The date that opens it.
    never
        Whether it cannot be taken, or be had, at all.
    """

    short_forms: ClassVar = (
        {"type": ["string", "integer"]},
        {"const": False},
        {"required": ["before"]},
        {"required": ["after"]},
    )

    step: StepId | None = None
    from_: When | None = Field(None, alias="from")
    never: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if value is False:
            return {"never": True}
        if isinstance(value, str) and value.startswith("step:"):
            return {"step": value.removeprefix("step:").strip()}
        if isinstance(value, str | int) or (isinstance(value, dict) and {"before", "after"} & set(value)):
            return {"from": value}
        return value

    @property
    def at_any_time(self) -> bool:
        """Whether it waits for nothing."""
        return not self.never and self.step is None and self.from_ is None
