"""The cursor: what of a case it stands in, however much of the text around it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.casefile.yaml_text.half_typed import read_so_far
from detente.session.editing.lines import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path

_MARK = "cursor-stands-here"
_BEFORE, _AFTER = re.compile(r"¶?[\w-]*$"), re.compile(r"[\w-]*")
_COLON = re.compile(r" *:(?: |$)")
_VALUE, _KEY = ("", '"', "'"), (": ",)
"""What follows the mark, which may stand in a text whose quotes are still open."""


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
    text
        The plain values of the text around it.
    """

    path: Path
    is_key: bool
    before: str
    text: Any = None

    @property
    def beside(self) -> dict[str, Any]:
        """What a mapping has besides, where it stands in a key of it, or in a value that a key has."""
        found = self.at(self.path if self.is_key else self.path[:-1])
        others = found.items() if isinstance(found, dict) else ()
        own = _MARK if self.is_key else self.path[-1]
        return {key: value for key, value in others if key != own}

    def at(self, path: Path) -> Any:
        """Return the plain value at a path; nothing where there is none."""
        found = self.text
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found


@dataclass(frozen=True, slots=True)
class Typed:
    """The word at a cursor, which what is chosen takes the place of.

    Attributes
    ----------
    first, behind
        Its first column, and the one behind its last, from 1; the same where nothing is typed yet.
    has_colon
        Whether a colon follows it.
    """

    first: int
    behind: int
    has_colon: bool


def typed_at(text: str, line: int, column: int) -> Typed:
    """Return the word at a place of a text, counted from 1."""
    lines = split(text)
    written = lines[line - 1] if line <= len(lines) else ""
    head, tail = _parted(written, column)
    return Typed(len(head) + 1, len(written) - len(tail) + 1, _COLON.match(tail) is not None)


def cursor_at(text: str, line: int, column: int) -> Cursor | None:
    """Return where a cursor stands that is at a place of a text, counted from 1; nothing where nobody can tell.

    The word at the cursor is replaced by another, as a value and as a key, and the text is read up to it; then also
    what follows, for what stands beside it there.
    """
    lines = split(text)
    if line > len(lines):
        return None
    above, below = lines[: line - 1], lines[line:]
    head, tail = _parted(lines[line - 1], column)
    for sign in _KEY if _COLON.match(tail) else (*_VALUE, *_KEY):
        found = _read([*above, f"{head}{_MARK}{sign}"])
        if found is not None:
            follows = tail.lstrip(" :") if sign in _KEY else tail
            whole = _read([*above, f"{head}{_MARK}{sign}{follows}", *_beside(lines[line - 1], below)])
            is_same = whole is not None and (whole.path, whole.is_key) == (found.path, found.is_key)
            return whole if is_same else found
    return None


def _parted(written: str, column: int) -> tuple[str, str]:
    """Return what stands on a line before and behind the word at a column."""
    return _BEFORE.sub("", written[: column - 1], count=1), _AFTER.sub("", written[column - 1 :], count=1)


def _beside(line: str, below: list[str]) -> Iterator[str]:
    """Yield the lines below one that may belong to the same mapping: up to one further left, or the next entry."""
    own = len(line) - len(line.lstrip(" "))
    for each in below:
        indent = len(each) - len(each.lstrip(" "))
        if each.strip() and (indent < own or (indent == own and each[own] == "-")):
            return
        yield each


def _read(lines: list[str]) -> Cursor | None:
    """Return where the mark stands in some lines."""
    text = read_so_far("\n".join(lines))
    found = _find(text)
    return replace(found, text=text) if found else None


def _find(value: Any, path: Path = ()) -> Cursor | None:
    """Return where the mark stands in plain values."""
    if isinstance(value, str) and _MARK in value:
        return Cursor(path, is_key=False, before=value[: value.index(_MARK)])
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if isinstance(key, str) and _MARK in key:
            return Cursor(path, is_key=True, before="")
        if found := _find(item, (*path, key)):
            return found
    return None
