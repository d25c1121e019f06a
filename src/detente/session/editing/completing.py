"""Completing: what may be written at a place, by the type of what is wanted there."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from detente.case import Case
from detente.case.record import Record
from detente.case.settlement import Party
from detente.case.shape import annotation_at, fields, holds, kind_at, sections_of, unwrapped
from detente.checks.declared import HOMES, declared_ids
from detente.dates import PartialDate
from detente.methods.gmcr.preference.parser import WORDS
from detente.session.editing.changes import Changes
from detente.session.editing.cursor import Cursor, cursor_at
from detente.session.editing.hidden import CONDITIONS
from detente.session.editing.mention import Name
from detente.session.editing.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.session.editing.desk import Desk

_DATED = ("events", "steps")
_OPTIONS = ("status_quo", "take", "takes", "named_states")
_PATHS = ("drop", "set", "add")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be written.

    Attributes
    ----------
    text
        What is written.
    kind
        Whether it is an id, a key, or a word of a list or of the language of conditions.
    detail
        What it means.
    is_followed
        Whether a colon and a value follow.
    """

    text: str
    kind: Literal["id", "key", "word"]
    detail: str = ""
    is_followed: bool = False


def complete(desk: Desk, file: str, line: int, column: int) -> tuple[Choice, ...]:
    """Return what may be written at a place of a file, counted from 1."""
    cursor = cursor_at(desk.text(file), line, column)
    if cursor is None:
        return ()
    found = _keys(desk, cursor) if cursor.is_key else _values(desk, cursor)
    return tuple(dict.fromkeys(found))


def _keys(desk: Desk, cursor: Cursor) -> Iterator[Choice]:
    """Yield the keys that a mapping may have and does not have yet."""
    annotation = annotation_at(Case, cursor.path)
    kind = Case if not cursor.path else _record(annotation)
    if kind is not None:
        for key, (name, _) in fields(kind).items():
            if key not in cursor.siblings:
                yield Choice(key, "key", _described(kind, name), is_followed=True)
    elif annotation is not None and holds(annotation, PartialDate):
        yield from (
            Choice(key, "key", is_followed=True) for key in ("before", "after", "by") if key not in cursor.siblings
        )
    elif get_origin(bare := unwrapped(annotation)) is dict:
        for choice in _ids(desk, sections_of(get_args(bare)[0])):
            if choice.text not in cursor.siblings:
                yield choice
        yield from _outcomes(desk, cursor.path)


def _values(desk: Desk, cursor: Cursor) -> Iterator[Choice]:
    """Yield the values that may stand at a place."""
    path = cursor.path
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    annotation = _item(annotation_at(Case, path))
    prefix = cursor.before.rpartition(":")[0]
    if prefix in ("event", "step"):
        yield from _ids(desk, (f"{prefix}s",))
    elif key in ("before", "after") and holds(annotation_at(Case, path[:-1]), PartialDate):
        yield from _ids(desk, _DATED)
    elif key in _PATHS and "changes" in path:
        yield from _below(desk, cursor.before)
    elif key in CONDITIONS or _speaks(annotation):
        yield from _spoken(desk, path)
    elif key in _OPTIONS:
        yield from _ids(desk, ("options",))
    else:
        yield from _typed(desk, annotation)


def _typed(desk: Desk, annotation: Any) -> Iterator[Choice]:
    """Yield what a type allows: ids, the words of a list, yes and no, or the keys of a record and its short form."""
    yield from _ids(desk, sections_of(annotation))
    yield from (Choice(word, "word") for word in _words(annotation))
    kind = _record(annotation)
    if kind is None:
        return
    named = (sections_of(written) for _, written in fields(kind).values())
    if any("type" in form for form in kind.short_forms):
        yield from _ids(desk, next((each for each in named if each), ()))
    yield from (Choice(key, "key", _described(kind, name), is_followed=True) for key, (name, _) in fields(kind).items())


def _words(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    elif annotation is bool:
        yield from ("true", "false")
    else:
        inner = (arg for arg in get_args(annotation) if arg is not NoneType and not isinstance(arg, str))
        yield from (word for arg in inner if not _is_class(arg, Record) for word in _words(arg))


def _ids(desk: Desk, kinds: tuple[str, ...]) -> Iterator[Choice]:
    """Yield the ids of some kinds of record."""
    case = desk.known.case
    for kind in kinds:
        if kind in HOMES:
            declared = declared_ids(HOMES[kind], getattr(case, HOMES[kind])).get(kind, frozenset())
            yield from (Choice(name, "id", _label(desk, name)) for name in sorted(declared))


def _spoken(desk: Desk, path: Path) -> Iterator[Choice]:
    """Yield the words of conditions: options, and what regions and packages have besides."""
    yield from _ids(desk, ("options",))
    if path[0] == "system":
        yield from _ids(desk, ("descriptors", "states"))
    if path[0] in ("settlement", "system"):
        for issue in desk.known.case.issues:
            if issue.outcomes:
                yield Choice(issue.id, "id", issue.label)
                yield from (Choice(each.id, "id", each.label) for each in issue.outcomes)
    yield from (Choice(word, "word") for word in sorted(WORDS))


def _below(desk: Desk, before: str) -> Iterator[Choice]:
    """Yield the words that a path of a change may go on with: a section, then ids below what it has so far."""
    words = before.split(".")[:-1]
    if not words:
        yield from (Choice(key, "key", _described(Case, name)) for key, (name, _) in fields(Case).items())
        return
    place = Changes(desk.known.case).place(words)
    if place is None:
        return
    for name, (path, record) in desk.index.records.items():
        if len(path) > len(place) and path[: len(place)] == place:
            yield Choice(name.id, "id", label(record))
    if place[0] in ("conflict", "settlement") and len(place) == 1:
        yield from _ids(desk, ("actors",))
    kind = kind_at(Case, place)
    if kind is not None:
        yield from (Choice(key, "key", _described(kind, name)) for key, (name, _) in fields(kind).items())


def _outcomes(desk: Desk, path: Path) -> Iterator[Choice]:
    """Yield the outcomes of an issue that a party gives values to."""
    if len(path) > 2 and path[-2] == "values" and kind_at(Case, path[:-2]) is Party:
        for issue in desk.known.case.issues:
            if issue.id == path[-1]:
                yield from (Choice(each.id, "id", each.label) for each in issue.outcomes)


def _label(desk: Desk, name: str) -> str:
    found = desk.index.records.get(Name(name))
    return label(found[1]) if found else ""


def _item(annotation: Any) -> Any:
    """Return the annotation of what a list holds, where one value stands for a list of one."""
    bare = unwrapped(annotation)
    return get_args(bare)[0] if get_origin(bare) is tuple else annotation


def _speaks(annotation: Any) -> bool:
    """Whether a text in the place of a record is a condition."""
    kind = _record(annotation)
    return kind is not None and bool(kind.short_forms) and "when" in fields(kind)


def _record(annotation: Any) -> type[Record] | None:
    bare = unwrapped(annotation)
    return bare if _is_class(bare, Record) else None


def _is_class(found: Any, kind: type) -> bool:
    return isinstance(found, type) and issubclass(found, kind)


def _described(kind: type[Record], name: str) -> str:
    """Return what the documentation of a kind of record says of one of its attributes."""
    lines = iter((kind.__doc__ or "").splitlines())
    for line in lines:
        if name.rstrip("_") in [each.strip().rstrip("_") for each in line.split(",")]:
            return next(lines, "").strip()
    return ""
