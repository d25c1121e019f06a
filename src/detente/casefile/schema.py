"""The JSON Schema of a case file, for editors: draft-07 compatible, made from the records themselves."""

from __future__ import annotations

from typing import Any

from detente.case import Case
from detente.case.record import Record
from detente.writing.docstrings import attributes, summary


def json_schema() -> dict[str, Any]:
    """Return the schema of one case file; a file holds any of the sections."""
    schema = Case.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    for kind in _kinds(Record):
        if kind.__name__ in definitions:
            _describe(definitions[kind.__name__], kind)
    _describe(schema, Case)
    schema.pop("required", None)
    draft07: dict[str, Any] = _draft07(schema | {"definitions": definitions})
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | draft07 | {"title": "Detente case file"}


def _kinds(kind: type[Record]) -> list[type[Record]]:
    return [found for child in kind.__subclasses__() for found in (child, *_kinds(child))]


def _describe(schema: dict[str, Any], kind: type[Record]) -> None:
    """Give each key the words that the docstring of its record, or of a record it extends, says of it."""
    for name, text in attributes(kind).items():
        entry = schema.get("properties", {}).get(name.rstrip("_"))
        if entry is not None:
            _tell(entry, text)
    schema["description"] = summary(kind)


def _tell(entry: dict[str, Any], text: str) -> None:
    """Put ``text`` before what the kind of value says of itself; beside a bare ``$ref`` draft-07 reads nothing."""
    if "$ref" in entry:
        entry["allOf"] = [{"$ref": entry.pop("$ref")}]
    entry["description"] = " ".join(part for part in (text, entry.get("description")) if part)


def _draft07(value: Any) -> Any:
    """Return a schema in the words of draft-07: fixed-length arrays are the one difference we use."""
    if isinstance(value, list):
        return [_draft07(item) for item in value]
    if not isinstance(value, dict):
        return value
    out = {key: _draft07(item) for key, item in value.items() if key != "prefixItems"}
    if "prefixItems" in value:
        out["items"] = _draft07(value["prefixItems"])
    return out
