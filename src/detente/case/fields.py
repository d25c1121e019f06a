"""Dates inside records: written as EDTF text or relative to something else in the case."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from detente.dates import DateError, PartialDate, RelativeDate, parse_edtf, parse_offset
from detente.dates.relative import Direction

_EDTF_SCHEMA = {
    "type": ["string", "integer"],
    "description": "EDTF: 2025, 2025-03, 2025-03-13, 2024-08~, 2021-12/..",
}
_RELATIVE_SCHEMA = {
    "type": "object",
    "properties": {
        "before": {"type": "string"},
        "after": {"type": "string"},
        "by": {"type": "string", "description": "such as 2 days or 6 months"},
    },
    "oneOf": [{"required": ["before"]}, {"required": ["after"]}],
    "additionalProperties": False,
}


def _absolute(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("date", "expected a date such as 2025, 2025-03 or 2025-03-13")
    text = f"{value:04d}" if isinstance(value, int) else value
    try:
        return parse_edtf(text)
    except DateError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from error


def _relative(value: dict[Any, Any]) -> RelativeDate:
    direction: Direction = "before" if "before" in value else "after"
    anchor, by = value.get(direction), value.get("by")
    if not isinstance(anchor, str) or set(value) - {direction, "by"}:
        raise PydanticCustomError("date", "a relative date is {before: id} or {after: id}, with by: 2 days")
    try:
        return RelativeDate(direction, anchor, None if by is None else parse_offset(str(by)))
    except DateError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from error


def _when(value: Any) -> PartialDate | RelativeDate:
    if isinstance(value, RelativeDate):
        return value
    return _relative(value) if isinstance(value, dict) else _absolute(value)


def _bound(value: Any) -> PartialDate | RelativeDate:
    kind, colon, anchor = value.partition(":") if isinstance(value, str) else ("", "", "")
    if colon and kind in ("event", "step"):
        relation: Literal["event", "step"] = "event" if kind == "event" else "step"
        return RelativeDate(relation, anchor.strip())
    return _when(value)


def written(value: PartialDate | RelativeDate) -> str | dict[str, str]:
    """Return a date as a case writes it."""
    if isinstance(value, PartialDate):
        return value.text
    if value.is_anchor:
        return str(value)
    return {value.direction: value.anchor} | ({"by": str(value.by)} if value.by else {})


@dataclass(frozen=True, eq=False)
class _Written:
    """How a date is read, and described in the schema of cases.

    The records that have one hang on this alone: pydantic need not look into the classes of dates, field by field,
    which takes longer than to read a case.

    Attributes
    ----------
    read
        Returns the date of what the case writes.
    schema
        Its JSON Schema.
    """

    read: Callable[[Any], PartialDate | RelativeDate]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the field."""
        del source, handler
        serialization = core_schema.plain_serializer_function_ser_schema(written)
        return core_schema.no_info_plain_validator_function(self.read, serialization=serialization)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return what the schema of cases says of the field."""
        del core, handler
        return deepcopy(self.schema)


_EITHER = {"anyOf": [_EDTF_SCHEMA, _RELATIVE_SCHEMA]}

AbsoluteDate = Annotated[PartialDate, _Written(_absolute, _EDTF_SCHEMA)]
"""A partial date that does not depend on another record."""

When = Annotated[PartialDate | RelativeDate, _Written(_when, _EITHER)]
"""A partial date, or one counted from an event or step of the case."""

Bound = Annotated[PartialDate | RelativeDate, _Written(_bound, _EITHER)]
"""Since or until when a reading holds: a date as ``When``, or ``event:ID`` or ``step:ID`` for that day itself."""
