"""The JSON Schema of a case file, for editors: draft-07 compatible, made from the records themselves."""

from __future__ import annotations

import re
from typing import Any

from detente.case import Case
from detente.case.record import Record

_ATTRIBUTES = re.compile(r"\n\s*Attributes\n\s*-+\n(?P<body>.*)", re.DOTALL)


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
    told: set[str] = set()
    for owner in kind.__mro__:
        match = _ATTRIBUTES.search(owner.__doc__ or "") if issubclass(owner, Record) else None
        for names, text in _entries(match["body"]) if match else []:
            for name in names:
                entry = schema.get("properties", {}).get(name.rstrip("_"))
                if entry is not None and name not in told:
                    told.add(name)
                    _tell(entry, text)
    schema["description"] = (kind.__doc__ or "").strip().splitlines()[0]


def _tell(entry: dict[str, Any], text: str) -> None:
    """Put ``text`` before what the kind of value says of itself; beside a bare ``$ref`` draft-07 reads nothing."""
    if "$ref" in entry:
        entry["allOf"] = [{"$ref": entry.pop("$ref")}]
    entry["description"] = " ".join(part for part in (text, entry.get("description")) if part)


def _entries(body: str) -> list[tuple[list[str], str]]:
    """Read the entries of a numpydoc section: names on one line, words on the deeper lines below."""
    entries: list[tuple[list[str], str]] = []
    base = len(body) - len(body.lstrip(" "))
    for line in body.rstrip().splitlines():
        if len(line) - len(line.lstrip(" ")) <= base:
            entries.append((line.strip().split(", "), ""))
        else:
            names, text = entries[-1]
            entries[-1] = (names, f"{text} {line.strip()}".strip())
    return entries


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
