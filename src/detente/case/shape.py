"""The shape of records: what stands where, read from their annotations; nobody keeps a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def key_of(kind: type[Record], attribute: str) -> str:
    """Return the key as written in a case that fills an attribute of a kind of record."""
    return kind.model_fields[attribute].alias or attribute


def kind_at(kind: type[Record], path: Path) -> type[Record] | None:
    """Return the kind of record that stands at ``path`` below a record of ``kind``."""
    here: Any = kind
    for step in path:
        here = _step(here, step)
    found = unwrapped(here)
    return found if isinstance(found, type) and issubclass(found, Record) else None


def value_at(record: Record, path: Path) -> Any:
    """Return what stands at a path below a record; ``None`` where nothing does."""
    here: Any = record
    for key in path:
        if isinstance(here, Record):
            name = fields(type(here)).get(str(key))
            here = None if name is None else getattr(here, name[0])
        elif isinstance(here, dict):
            here = here.get(key)
        elif isinstance(here, tuple) and isinstance(key, int) and key < len(here):
            here = here[key]
        else:
            return None
    return here


def references(found: Iterable[tuple[Path, Record]]) -> Iterator[Reference]:
    """Yield every reference that the records ``found`` hold themselves, not through records inside them."""
    for path, record in found:
        for key, name, annotation in _with_references(type(record)):
            value = getattr(record, name)
            if value:
                yield from _walk(value, annotation, (*path, key))


def annotation_at(kind: type[Record], path: Path) -> Any:
    """Return the annotation of what stands at ``path`` below a record of ``kind``; ``None`` where nothing can."""
    here: Any = kind
    for step in path:
        here = _step(here, step)
    return here


def referred(value: Any, annotation: Any, path: Path) -> Iterator[Reference]:
    """Yield every reference in a plain value that would stand at a path; none where it does not fit there."""
    yield from _walk(value, annotation, path)


def sections_of(annotation: Any) -> tuple[str, ...]:
    """Return the sections that a text of this annotation refers to; none where it refers to nothing."""
    return _open(annotation)[1]


def _walk(value: Any, annotation: Any, path: Path) -> Iterator[Reference]:
    annotation, sections = _open(annotation)
    if isinstance(value, str):
        if sections:
            yield Reference(path, sections, value)
    elif isinstance(value, tuple) and get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        for index, item in enumerate(value):
            yield from _walk(item, inner, (*path, index))
    elif isinstance(value, dict) and get_origin(annotation) is dict:
        key_kind, inner = get_args(annotation)
        for key, item in value.items():
            if found := _open(key_kind)[1]:
                yield Reference((*path, key), found, key, is_key=True)
            yield from _walk(item, inner, (*path, key))


def unwrapped(annotation: Any) -> Any:
    """Return an annotation without its wrappers: of ``Annotated[X, …] | None`` it is ``X``."""
    return _open(annotation)[0]


@cache
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
def _with_references(kind: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    """Return by key the attributes of a kind of record that may hold references, with their annotations."""
    return tuple((key, name, annotation) for key, (name, annotation) in fields(kind).items() if _refers(annotation))


@cache
def _refers(annotation: Any) -> bool:
    """Whether a value of this annotation may hold a reference outside the records inside it."""
    bare, sections = _open(annotation)
    if sections:
        return True
    return any(_refers(arg) for arg in get_args(bare) if arg is not Ellipsis and not isinstance(arg, str))


def _step(annotation: Any, step: str | int) -> Any:
    bare, _ = _open(annotation)
    if isinstance(bare, type) and issubclass(bare, Record):
        found = fields(bare).get(str(step))
        return found[1] if found else None
    inner = [arg for arg in get_args(bare) if arg is not Ellipsis]
    return inner[-1] if inner else None


def records(record: Record) -> list[tuple[Path, Record]]:
    """Return every record inside ``record`` with its path, outer ones first."""
    found: list[tuple[Path, Record]] = []
    _collect(record, (), found)
    return found


def records_at(value: Any, path: Path) -> list[tuple[Path, Record]]:
    """Return every record in a value that stands at a path, with its own path, outer ones first."""
    found: list[tuple[Path, Record]] = []
    _collect_inside(value, path, found)
    return found


def _collect(record: Record, path: Path, found: list[tuple[Path, Record]]) -> None:
    for key, name in _with_records(type(record)):
        value = getattr(record, name)
        if value:
            _collect_inside(value, (*path, key), found)


def _collect_inside(value: Any, path: Path, found: list[tuple[Path, Record]]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect_inside(item, (*path, index), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect_inside(item, (*path, key), found)
    elif isinstance(value, Record):
        found.append((path, value))
        _collect(value, path, found)


@cache
def _with_records(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return by key the attributes of a kind of record that may hold records."""
    found = fields(kind).items()
    return tuple((key, name) for key, (name, annotation) in found if holds(annotation, Record))


@cache
def holds(annotation: Any, kind: type) -> bool:
    """Whether a value of this annotation may be, or directly contain, an instance of ``kind``."""
    bare, _ = _open(annotation)
    if isinstance(bare, type) and issubclass(bare, kind):
        return True
    inner = get_args(bare) or (get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ())
    return any(holds(arg, kind) for arg in inner if arg is not Ellipsis and not isinstance(arg, str))
