"""Values of records as a case writes them, and in a form in which equal ones are the same."""

from __future__ import annotations

import json
from typing import Any

from detente.case.citation import Citation
from detente.case.fields import written
from detente.case.record import Record
from detente.case.shape import fields
from detente.case.value import Value
from detente.dates import PartialDate, RelativeDate


def plain(value: Any) -> Any:
    """Return a value of a record as plain data for JSON, as briefly as a case would write it."""
    if isinstance(value, Value):
        return value.plain()
    if isinstance(value, Citation) and value == Citation(source=value.source, at=value.at):
        return str(value)
    if isinstance(value, Record):
        return {key: plain(each) for key, each in _stated(value)}
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return written(value) if isinstance(value, PartialDate | RelativeDate) else value


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same: the order of records in a list says nothing but for kinds that say so."""
    return one is other or one == other or _canonical(one) == _canonical(other)


def _canonical(value: Any) -> str:
    return json.dumps(_sorted(value), sort_keys=True, ensure_ascii=False)


def _sorted(value: Any) -> Any:
    if isinstance(value, Record):
        return {key: _sorted(each) for key, each in _stated(value)}
    if isinstance(value, dict):
        return {str(key): _sorted(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        found = [_sorted(each) for each in value]
        free = any(isinstance(each, Record) and not each.in_order for each in value)
        return sorted(found, key=lambda each: json.dumps(each, sort_keys=True)) if free else found
    return plain(value)


def _stated(record: Record) -> list[tuple[str, Any]]:
    """Return the keys of a record that say something, with their values: what is left out says nothing."""
    kind = type(record)
    held = ((key, name, getattr(record, name)) for key, (name, _) in fields(kind).items())
    return [(key, value) for key, name, value in held if value != kind.model_fields[name].get_default()]
