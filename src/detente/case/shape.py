"""The shape of records: what stands where, read from their annotations; nobody keeps a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from detente.case.record import Record, Ref

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a case that names another record.

    Attributes
    ----------
    path
        Keys and indices from the top of the case; ``is_key`` tells that the key itself is the name.
    sections
        Where the named record may stand.
    id
        The name.
    """

    path: Path
    sections: tuple[str, ...]
    id: str
    is_key: bool = False


@cache
def fields(kind: type[Record]) -> dict[str, tuple[str, Any]]:
    """Return by key as written in a case the attribute and the annotation that it fills."""
    return {
        info.alias or name: (
            name,
            Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation,
        )
        for name, info in kind.model_fields.items()
    }


def kind_at(kind: type[Record], path: Path) -> type[Record] | None:
    """Return the kind of record that stands at ``path`` below a record of ``kind``."""
    here: Any = kind
    for step in path:
        here = _step(here, step)
    bare, _ = _open(here)
    return bare if isinstance(bare, type) and issubclass(bare, Record) else None


def references(record: Record, path: Path = ()) -> Iterator[Reference]:
    """Yield every reference in ``record`` and the records inside it."""
    for key, (name, annotation) in fields(type(record)).items():
        value = getattr(record, name)
        if value and _refers(annotation):
            yield from _walk(value, annotation, (*path, key))


def _walk(value: Any, annotation: Any, path: Path) -> Iterator[Reference]:
    if isinstance(value, Record):
        yield from references(value, path)
        return
    annotation, sections = _open(annotation)
    if isinstance(value, str):
        if sections:
            yield Reference(path, sections, value)
    elif isinstance(value, tuple):
        inner = get_args(annotation)[0]
        for index, item in enumerate(value):
            yield from _walk(item, inner, (*path, index))
    elif isinstance(value, dict):
        key_kind, inner = get_args(annotation)
        for key, item in value.items():
            if found := _open(key_kind)[1]:
                yield Reference((*path, key), found, key, is_key=True)
            yield from _walk(item, inner, (*path, key))


def _open(annotation: Any) -> tuple[Any, tuple[str, ...]]:
    """Return an annotation without its wrappers, and the sections that its text refers to."""
    sections: tuple[str, ...] = ()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            sections = next((m.sections for m in annotation.__metadata__ if isinstance(m, Ref)), sections)
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not NoneType)
        else:
            return annotation, sections


def is_list(kind: type[Record], key: str) -> bool:
    """Whether the value of ``key`` in a record of ``kind`` is a list."""
    return get_origin(_open(fields(kind)[key][1])[0]) is tuple


@cache
def _refers(annotation: Any) -> bool:
    """Whether a value of this annotation may hold a reference."""
    bare, sections = _open(annotation)
    if sections:
        return True
    if isinstance(bare, type) and issubclass(bare, Record):
        return True
    return any(_refers(arg) for arg in get_args(bare) if arg is not Ellipsis and not isinstance(arg, str))


def _step(annotation: Any, step: str | int) -> Any:
    bare, _ = _open(annotation)
    if isinstance(bare, type) and issubclass(bare, Record):
        found = fields(bare).get(str(step))
        return found[1] if found else None
    inner = [arg for arg in get_args(bare) if arg is not Ellipsis]
    return inner[-1] if inner else None


def records(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield every record inside ``record`` with its path, outer ones first."""
    for key, (name, _) in fields(type(record)).items():
        yield from _inside(getattr(record, name), (*path, key))


def _inside(value: Any, path: Path) -> Iterator[tuple[Path, Record]]:
    if isinstance(value, Record):
        yield path, value
        yield from records(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*path, key))
