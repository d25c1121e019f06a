"""Completing: what may be written where a cursor stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from detente.case import Case
from detente.case.citation import Citation
from detente.case.corridor import Control, Regime
from detente.case.record import Record
from detente.case.settlement import Party
from detente.case.shape import annotation_at, fields, holds, kind_at, records, sections_of, unwrapped
from detente.case.system import Descriptor, Shock
from detente.dates import PartialDate
from detente.session.editing.completing.choice import Choice, ids, inside, keys, named
from detente.session.editing.completing.conditions import spoken
from detente.session.editing.completing.cursor import Cursor, cursor_at
from detente.session.editing.completing.paths import below, changed
from detente.session.editing.hidden import CONDITIONS
from detente.session.editing.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.shape import Path
    from detente.session.editing.desk import Desk

_DATED = ("events", "steps")
_OPTIONS = ("status_quo", "take", "takes", "named_states")
_PATHS = ("drop", "set", "add")
_SPOKEN = CONDITIONS - {"measure"}  # which is a sentence, with ids in it at most
_STEM = re.compile(r"[a-z][a-z0-9-]*[.@]$")
_OPENING_WORDS = 80


def complete(desk: Desk, file: str, line: int, column: int) -> tuple[Choice, ...]:
    """Return what may be written at a place of a file, counted from 1, in the place of the word that stands there."""
    cursor = cursor_at(desk.text(file), line, column)
    if cursor is None:
        return ()
    path = changed(desk, cursor)
    found = _keys(desk, path, cursor.beside) if cursor.is_key else _values(desk, path, cursor)
    return tuple(dict.fromkeys(found))


def _keys(desk: Desk, path: Path, beside: Mapping[str, Any]) -> Iterator[Choice]:
    """Yield the keys that a mapping may have and does not have yet."""
    annotation = annotation_at(Case, path)
    kind = Case if not path else _record(annotation)
    if kind is not None:
        yield from keys(kind, beside)
    elif annotation is not None and holds(annotation, PartialDate):
        dated = (key for key in ("before", "after", "by") if key not in beside)
        yield from (Choice(key, "key", is_followed=True) for key in dated)
    else:
        found = (choice for choice in _named(desk, path, annotation) if choice.text not in beside)
        yield from (replace(choice, is_followed=True) for choice in found)


def _named(desk: Desk, path: Path, annotation: Any) -> Iterator[Choice]:
    """Yield the ids that are keys of a mapping."""
    bare = unwrapped(annotation)
    if get_origin(bare) is dict:
        yield from ids(desk, sections_of(get_args(bare)[0]))
    if path[-1:] == ("fee_to",):
        yield from ids(desk, ("actors",))
    if path[-2:-1] == ("values",) and kind_at(Case, path[:-2]) is Party:
        yield from inside(desk, str(path[-1]))


def _values(desk: Desk, path: Path, cursor: Cursor) -> Iterator[Choice]:
    """Yield the values that may stand at a place."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    annotation = _item(annotation_at(Case, path))
    prefix = cursor.before.rpartition(":")[0]
    if prefix in ("event", "step"):
        yield from ids(desk, (f"{prefix}s",))
    elif key in ("before", "after") and holds(annotation_at(Case, path[:-1]), PartialDate):
        yield from ids(desk, _DATED)
    elif (source := _cited(path, cursor)) is not None:
        yield from _paragraphs(desk, source)
    elif key in _PATHS and "changes" in cursor.path:
        yield from below(desk, cursor.before)
    elif key in _SPOKEN or _speaks(annotation):
        yield from _joined(desk, cursor, spoken(desk, path, cursor.before))
    elif key in _OPTIONS:
        yield from _joined(desk, cursor, ids(desk, ("options",)))
    else:
        yield from _joined(desk, cursor, (*_hidden(desk, path, cursor), *_typed(desk, path, annotation)))


def _joined(desk: Desk, cursor: Cursor, found: Iterable[Choice]) -> Iterator[Choice]:
    """Yield the choices, or where the first half of a word such as ``sign@north`` stands there, its second halves."""
    stem = _STEM.search(cursor.before)
    if stem is None or stem[0][:-1] in fields(Case):
        yield from found
    elif within := tuple(inside(desk, stem[0][:-1])):
        yield from within
    else:
        yield from (replace(each, text=each.text[len(stem[0]) :]) for each in found if each.text.startswith(stem[0]))


def _hidden(desk: Desk, path: Path, cursor: Cursor) -> Iterator[Choice]:
    """Yield the ids that belong into a text whose type does not say so."""
    owner, key = kind_at(Case, path[:-2]), path[-2:][0] if path else ""
    if owner is Shock and key == "set":
        yield from inside(desk, str(path[-1]))
    elif path[-1:] == ("is",) and kind_at(Case, path[:-3]) is Descriptor:
        written = cursor.at(cursor.path[:-3])
        yield from inside(desk, str(written.get("id") if isinstance(written, dict) else ""))
    elif owner is Control and key == "holders":
        yield from ids(desk, ("actors",))
    elif owner is Regime and key == "users" and desk.known.case.corridor:
        yield from named(desk, (flow.id for flow in desk.known.case.corridor.flows))


def _cited(path: Path, cursor: Cursor) -> str | None:
    """Return the source that a citation has named already, where its paragraph is wanted now."""
    if path[-1:] == ("at",) and kind_at(Case, path[:-1]) is Citation:
        return str(cursor.beside.get("source", ""))
    is_short = _record(_item(annotation_at(Case, path))) is Citation
    return next(iter(cursor.before.split()), None) if is_short else None


def _paragraphs(desk: Desk, source: str) -> Iterator[Choice]:
    """Yield the paragraphs of a source with their first words; those that are cited, where its text is not at hand."""
    text = desk.known.texts.get(source)
    if text is not None and text.paragraphs:
        said = enumerate(text.paragraphs, 1)
        yield from (Choice(f"¶{number}", "word", shortened(words, _OPENING_WORDS)) for number, words in said)
        return
    found = (record for _, record in records(desk.known.case) if isinstance(record, Citation))
    cited = Counter(number for each in found if each.source == source for number in each.paragraphs() or ())
    yield from (Choice(f"¶{number}", "word", f"cited by {count}") for number, count in sorted(cited.items()))


def _typed(desk: Desk, path: Path, annotation: Any) -> Iterator[Choice]:
    """Yield what a type allows: ids, the words of a list, yes and no, or the keys of a record and its short form."""
    yield from ids(desk, sections_of(annotation))
    yield from (Choice(word, "word") for word in _words(annotation))
    kind = _record(annotation)
    if kind is None:
        yield from _keys(desk, path, {})
        return
    written = (sections_of(each) for _, each in fields(kind).values())
    if any("type" in form for form in kind.short_forms):
        yield from ids(desk, next((each for each in written if each), ()))
    yield from keys(kind)


def _words(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    elif annotation is bool:
        yield from ("true", "false")
    else:
        inner = (arg for arg in get_args(annotation) if arg is not NoneType and not isinstance(arg, str))
        yield from (word for arg in inner if not _is_class(arg, Record) for word in _words(arg))


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
