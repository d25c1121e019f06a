"""Paths in words: what to call the record at a path of a case, with an id or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.record import Record
from detente.case.shape import value_at

if TYPE_CHECKING:
    from detente.case.case import Case
    from detente.case.shape import Path

_SAYS = ("label", "name", "text", "what", "title", "stance", "then", "term", "why", "when")


def path_id(case: Case, path: Path) -> str:
    """Return the id of the record at a path, or the words that scenarios find it by."""
    record = value_at(case, path)
    own = getattr(record, "id", None)
    if own and len(path) == 2:
        return str(own)
    words = [str(path[0])]
    for end in range(2, len(path) + 1):
        here, key = value_at(case, path[:end]), path[end - 1]
        name = getattr(here, "id", None) or getattr(here, "actor", None) if isinstance(here, Record) else None
        if name is not None:
            words.append(str(name))
        elif end == len(path):
            words += [str(path[end - 2]), str(key + 1)] if isinstance(key, int) and end > 2 else [_word(key)]
    return ".".join(words)


def _word(key: str | int) -> str:
    return str(key + 1) if isinstance(key, int) else key


def path_label(case: Case, path: Path) -> str:
    """Return what to call the record at a path: by its own words, or by those of what it is a part of."""
    for end in range(len(path), 1, -1):
        record = value_at(case, path[:end])
        said = (getattr(record, name, None) for name in _SAYS) if isinstance(record, Record) else ()
        if words := next((each for each in said if isinstance(each, str) and each), ""):
            return words
    return path_id(case, path)


def holder_of(case: Case, path: Path) -> Path:
    """Return the path of the innermost record with a name around a value, or of its section."""
    for end in range(len(path) - 1, 0, -1):
        record = value_at(case, path[:end])
        if isinstance(record, Claim) and (getattr(record, "id", None) or getattr(record, "actor", None)):
            return path[:end]
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]
