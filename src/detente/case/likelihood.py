"""Likelihood: one number for what is forecast, or one for each band of its rubric."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import TypeAdapter, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator

from detente.case.record import Slug
from detente.case.value import Value

_ByBand: TypeAlias = dict[Slug, Value]


def _read(value: Any, _either: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Value | dict[str, Value]:
    """Return numbers by band where a mapping has other keys than a number has, or names bands of the rubric."""
    if isinstance(value, dict):
        rubric = info.data.get("resolves")
        bands = {band.id for band in rubric.bands} if rubric is not None else set()
        if value and (not value.keys() <= Value.model_fields.keys() or value.keys() <= bands):
            return _by_band().validate_python(value)
    return Value.model_validate(value)


@cache
def _by_band() -> TypeAdapter[dict[str, Value]]:
    return TypeAdapter(_ByBand)


Likelihood = Annotated[Value | _ByBand, WrapValidator(_read)]
"""A number, or a mapping from the bands of the rubric, which the record reads before, to numbers."""
