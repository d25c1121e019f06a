"""The cursor: what of a case it stands in, however much of the text around it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.casefile.yaml_tree import read_tree
from detente.session.editing.lines import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path

_MARK = "cursor-stands-here"
_BEFORE, _AFTER = re.compile(r"[\w-]*$"), re.compile(r"[\w-]*")
_OPENING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a cursor stands.

    Attributes
    ----------
    path
        Keys and indices of the value that it stands in, in the file; of a key, those of the mapping.
    is_key
        Whether it stands in a key.
    before
        What the value has in front of the word that is typed.
    siblings
        The other keys of the mapping, where it stands in a key.
    """

    path: Path
    is_key: bool
    before: str
    siblings: frozenset[str] = frozenset()


def cursor_at(text: str, line: int, column: int) -> Cursor | None:
    """Return where a cursor stands that is at a place of a text, counted from 1; nothing where nobody can tell.

    The word at the cursor is replaced by another, as a value and as a key, and the text is read as far as it goes.
    """
    lines = split(text)
    if line > len(lines):
        return None
    written = lines[line - 1]
    first, rest = written[: column - 1], written[column - 1 :]
    head = _BEFORE.sub("", first)
    tail = _AFTER.sub("", rest, count=1)
    for replaced, whole in _tries(head, tail):
        marked = [*lines[: line - 1], replaced, *(lines[line:] if whole else _closed([*lines[: line - 1], replaced]))]
        tree, _ = read_tree("\n".join(marked), "")
        if tree is not None and (found := _find(tree.value)):
            return found
    return None


def _tries(head: str, tail: str) -> Iterator[tuple[str, bool]]:
    """Yield the line with the mark in it, first with all other lines, then with those above alone."""
    key = f"{head}{_MARK}: {tail.lstrip(' :')}"
    yield from ((f"{head}{_MARK}{tail}", True), (key, True))
    yield from ((f"{head}{_MARK}", False), (f"{head}{_MARK}:", False))


def _closed(lines: list[str]) -> list[str]:
    """Return what closes the brackets that are open at the end of some lines."""
    waiting: list[str] = []
    quote = ""
    for character in "\n".join(lines):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in _OPENING:
            waiting.append(_OPENING[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return ["".join(reversed(waiting))]


def _find(value: Any, path: Path = ()) -> Cursor | None:
    """Return where the mark stands in plain values."""
    if isinstance(value, str) and _MARK in value:
        return Cursor(path, is_key=False, before=value[: value.index(_MARK)])
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, str) and _MARK in key:
                others = frozenset(other for other in value if isinstance(other, str) and other != key)
                return Cursor(path, is_key=True, before="", siblings=others)
            if found := _find(item, (*path, key)):
                return found
    if isinstance(value, list):
        return next((found for k, item in enumerate(value) if (found := _find(item, (*path, k)))), None)
    return None
