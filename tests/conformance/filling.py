"""A case with every field filled: texts with a mark of their own, so that one can look for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints

from detente.case import Case
from detente.case.citation import Citation
from detente.case.record import Record, Ref
from detente.case.shape import fields
from detente.casefile.yaml_tree import read_tree

EVERYTHING = Path(__file__).with_name("everything.yaml")
MEANT = {
    *("when", "only_if", "drop", "set", "add", "coalesce", "file", "unit", "boundaries", "users"),
    *("reads", "opens", "closes"),
}
"""Texts that mean something to the program, so that they cannot be any: conditions, paths, files, units, cargo."""

Place = tuple[str | int, ...]


@dataclass
class Filled:
    """A case as plain values, the place of each mark, and every field of it that is set, with its kind of record."""

    tree: dict[str, Any]
    marks: dict[str, str] = field(default_factory=dict)
    places: list[tuple[type[Record], str, Place]] = field(default_factory=list)
    kinds: set[type[Record]] = field(default_factory=set)


def filled() -> Filled:
    """Return the case of every kind of record, with every text that it leaves out filled with a mark."""
    tree, _ = read_tree(EVERYTHING.read_text("utf-8"), EVERYTHING.name)
    assert tree is not None
    case = Filled(tree.value)
    _fill(case, Case, case.tree, ())
    return case


def _fill(case: Filled, kind: type[Record], record: dict[str, Any], place: Place) -> None:
    case.kinds.add(kind)
    for key, (name, annotation) in fields(kind).items():
        if key not in record and key not in MEANT:
            value = _invented(case, annotation, (*place, key))
            if value is not None and kind is not Case:
                record[key] = value
        if key in record:
            if not kind.model_fields[name].is_required():
                case.places.append((kind, key, (*place, key)))
            for inner, value, where in _inside(annotation, record[key], (*place, key)):
                _fill(case, inner, value, where)


def _invented(case: Filled, annotation: Any, place: Place) -> Any:
    """Return a value for a field that is left out: a mark for a text, a citation, how it is held; else nothing."""
    bare, marks = opened(annotation)
    inner = [arg for arg in get_args(bare) if arg is not Ellipsis]
    if get_origin(bare) is tuple and inner:
        if opened(inner[0])[0] is Citation:
            return [{"source": "paper", "credibility": 3}]
        found = _invented(case, inner[0], place) if opened(inner[0])[0] is str else None
        return None if found is None else [found]
    if get_origin(bare) is dict and opened(inner[1])[0] is str:
        return {"hy": _mark(case, place)} if place[-1] == "names" else None
    if get_origin(bare) is Literal and place[-1] == "certainty":
        return "inference"
    constraints = [mark for mark in marks if isinstance(mark, StringConstraints)]
    is_text = bare is str and not any(isinstance(mark, Ref) for mark in marks)
    return _mark(case, place) if is_text and all(each.pattern is None for each in constraints) else None


def _mark(case: Filled, place: Place) -> str:
    mark = f"Mark{len(case.marks):04}end"
    case.marks[mark] = ".".join(map(str, place))
    return mark


def _inside(annotation: Any, value: Any, place: Place) -> Iterator[tuple[type[Record], dict[str, Any], Place]]:
    """Yield the records in a value that are written in full."""
    bare, _ = opened(annotation)
    if isinstance(bare, type) and issubclass(bare, Record):
        if isinstance(value, dict):
            yield bare, value, place
        return
    inner = [arg for arg in get_args(bare) if arg is not Ellipsis]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items if inner else ():
        yield from _inside(inner[-1], item, (*place, key))


def opened(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return an annotation without what is around it, and the marks that were."""
    marks: tuple[Any, ...] = ()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            marks += annotation.__metadata__
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not NoneType)
        else:
            return annotation, marks
