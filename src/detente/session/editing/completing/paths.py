"""Paths of changes: what the words of one may go on with, and where the values that it sets stand in the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_origin

from detente.case import Case
from detente.case.shape import annotation_at, fields, kind_at, sections_of, unwrapped
from detente.session.editing.changes import Changes
from detente.session.editing.completing.choice import Choice, described, ids, keys
from detente.session.editing.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.session.editing.completing.cursor import Cursor
    from detente.session.editing.desk import Desk


def below(desk: Desk, before: str) -> Iterator[Choice]:
    """Yield the words that a path of a change may go on with: a section, then ids below what it has so far."""
    words = before.split(".")[:-1]
    if not words:
        yield from (Choice(key, "key", described(Case, name)) for key, (name, _) in fields(Case).items())
        return
    place = Changes(desk.known.case).place(words)
    if place is None:
        return
    for name, (path, record) in desk.index.records.items():
        if len(path) > len(place) and path[: len(place)] == place:
            yield Choice(name.id, "id", label(record))
    if place[0] in ("conflict", "settlement") and len(place) == 1:
        yield from ids(desk, ("actors",))
    kind, bare = kind_at(Case, place), unwrapped(annotation_at(Case, place))
    if kind is not None:
        yield from (Choice(each.text, "key", each.detail) for each in keys(kind))
    elif get_origin(bare) is dict:
        yield from ids(desk, sections_of(get_args(bare)[0]))


def changed(desk: Desk, cursor: Cursor) -> Path:
    """Return where a cursor in what a change sets or adds would stand in the case; its own place elsewhere."""
    path = cursor.path
    at = path.index("changes") + 2 if "changes" in path[:-2] else 0
    change, rest = (cursor.at(path[:at]), path[at:]) if at else (None, ())
    key = {"to": "set", "record": "add"}.get(str(rest[0])) if rest else None
    target = change.get(key) if key and isinstance(change, dict) else None
    if not isinstance(target, str):
        return path
    home = Changes(desk.known.case).home(target)
    return path if home is None else (*home, *([0] if key == "add" else []), *rest[1:])
