"""The JSON Schema of a document, draft-07 as that of case files, made from the types of its results."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from detente.findings.result import Result, Unasked, is_spread, key_of, plain
from detente.writing.docstrings import attributes, summary

Schema: TypeAlias = dict[str, Any]

_NULL: Schema = {"type": "null"}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def document_schema(
    name: str, results: Iterable[tuple[type[Result], bool]], *, nullable: Collection[type[Result]] = ()
) -> Schema:
    """Return the schema of a document.

    Parameters
    ----------
    name
        What stands in the document as its ``format``.
    results
        The types of its results, and whether each is always there.
    nullable
        Those of which every key may be ``null``.

    Raises
    ------
    TypeError
        If a result holds something that no document can.
    """
    kinds = _Kinds()
    whole, inner = _Object(), dict[str, list[tuple[type[Result], bool]]]()
    for kind, always in results:
        if kind.under:
            inner.setdefault(kind.under, []).append((kind, always))
        else:
            whole.add_fields(kind, kinds, always, nullable=kind in nullable)
    for under, there in inner.items():
        place = _Object()
        for kind, always in there:
            place.add_fields(kind, kinds, always or len(there) == 1)
        told = " ".join(summary(kind) for kind, _ in there)
        may_be = [_NULL] if any(kind in nullable for kind, _ in there) else []
        whole.add(under, _told(_either([place.schema(), *may_be]), told), any(always for _, always in there))
    whole.properties["format"] |= {"const": name}
    head: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": name}
    return head | whole.schema() | {"definitions": kinds.definitions}


@dataclass(slots=True)
class _Object:
    """An object of a document, key by key."""

    properties: dict[str, Schema] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    others: list[Schema] = field(default_factory=list)

    def add(self, key: str, schema: Schema, required: bool) -> None:
        """Add a key; one that is there already holds either."""
        if key in self.properties:
            schema = _either([self.properties[key], schema])
        self.properties[key] = schema
        if required and key not in self.required:
            self.required.append(key)

    def add_fields(self, kind: type, kinds: _Kinds, always: bool = True, *, nullable: bool = False) -> None:
        """Add the fields of a dataclass; those that nobody may have asked for, and those of a rare one, may miss."""
        hints, told = get_type_hints(kind), attributes(kind)
        each: Any
        for each in fields(kind):
            if is_spread(each):
                self.others.append(kinds.of(get_args(hints[each.name])[1]))
                continue
            options = _options(hints[each.name])
            asked = [option for option in options if option is not Unasked]
            asked += [NoneType] if nullable and NoneType not in asked else []
            said = kinds.union(asked)
            self.add(key_of(each), _told(said, told.get(each.name, "")), always and Unasked not in options)

    def schema(self) -> Schema:
        """Return the schema of the object."""
        others: Schema | bool = _either(self.others) if self.others else False
        found: Schema = {"type": "object", "properties": self.properties, "additionalProperties": others}
        return found | ({"required": self.required} if self.required else {})


class _Kinds:
    """The types met so far; every dataclass has a definition."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._names: dict[type, str] = {}

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type."""
        if kind is Any:
            return {}
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [plain(word) for word in kind]}
        if isinstance(kind, type) and is_dataclass(kind):
            return {"$ref": f"#/definitions/{self._defined(kind)}"}
        found = self._made_of(get_origin(kind), get_args(kind))
        if found is None:
            raise TypeError(f"no document can hold a value of the type {kind!r}")
        return found

    def _made_of(self, whole: Any, parts: tuple[Any, ...]) -> Schema | None:
        """Return the schema of what is made of other types; ``None`` for what no document can hold."""
        if whole in {Union, UnionType}:
            return self.union(parts)
        if whole is Literal:
            return {"enum": [plain(word) for word in parts]}
        if whole is tuple:
            return self._tuple(parts)
        if isinstance(whole, type) and issubclass(whole, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])} | self._keys(parts[0])
        return None

    def union(self, kinds: Iterable[Any]) -> Schema:
        """Return the schema of whatever is of one of some types."""
        return _either([self.of(kind) for kind in kinds])

    def _tuple(self, kinds: tuple[Any, ...]) -> Schema:
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return {"type": "array", "items": self.of(kinds[0])}
        size = {"minItems": len(kinds), "maxItems": len(kinds)}
        return {"type": "array", "items": [self.of(kind) for kind in kinds]} | size

    def _keys(self, kind: Any) -> Schema:
        """Return what the keys of a mapping are, where they are words of a list."""
        return {} if kind in _PLAIN else {"propertyNames": self.of(kind)}

    def _defined(self, kind: type) -> str:
        if kind not in self._names:
            alike = sum(known.__name__ == kind.__name__ for known in self._names)
            name = self._names[kind] = f"{kind.__name__}{alike + 1 if alike else ''}"
            self.definitions[name] = {}  # a type may hold itself
            found = _Object()
            found.add_fields(kind, self)
            self.definitions[name] = {"description": summary(kind)} | found.schema()
        return self._names[kind]


def _options(kind: Any) -> tuple[Any, ...]:
    """Return the types of which a value has one."""
    return get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)


def _either(schemas: Sequence[Schema]) -> Schema:
    """Return the schema of what fits any of some schemas."""
    different = [schema for k, schema in enumerate(schemas) if schema not in schemas[:k]]
    if len(different) == 1:
        return different[0]
    if all(schema.keys() == {"type"} for schema in different):
        return {"type": [schema["type"] for schema in different]}
    return {"anyOf": different}


def _told(schema: Schema, text: str) -> Schema:
    """Return a schema with words for its readers; beside a bare ``$ref`` draft-07 reads nothing."""
    whole: Schema = {"allOf": [schema]} if "$ref" in schema else schema
    return whole | ({"description": text} if text else {})
