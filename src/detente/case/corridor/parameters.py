"""Parameters: numbers that the costs of all routes share."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from detente.case.citation import Claim
from detente.case.value import Value


class Parameter(Claim):
    """A number that the costs of all routes share. Short forms: those of a value.

    Attributes
    ----------
    value
        The number as well as it is known.
    """

    short_forms: ClassVar = (*Value.short_forms, {"required": ["low", "high"]})

    value: Value

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return {"value": value}
        if {"low", "high"} <= set(value) and "value" not in value:
            number = {key: each for key, each in value.items() if key in ("low", "mode", "high")}
            return {"value": number} | {key: each for key, each in value.items() if key not in number}
        return value
