"""Entries whose fields have names and texts, as BibTeX and RIS write them, gathered into works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.bibliography.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Names:
    """What the fields of a format hold.

    Attributes
    ----------
    keys
        The key of a source, or ``doi``, by the field that holds it; those that count first stand first.
    said
        Words before the text of fields that only a note has a place for; "{}" stands for the text.
    authors, editors, dates, accessed
        Fields with names and dates, those that count first before others.
    silent
        Fields that say nothing that is missed, or that are read elsewhere.
    """

    keys: Mapping[str, str]
    said: Mapping[str, str]
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    dates: tuple[str, ...]
    accessed: tuple[str, ...]
    silent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its file writes it: what it is called, what it is, and the texts of its fields in order."""

    span: Span
    key: str
    kind: str
    fields: tuple[tuple[str, str], ...]

    def all(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the texts of some fields, those of the first named field first."""
        return tuple(text for name in names for field, text in self.fields if field == name and text.strip())


def gathered(entry: Entry, names: Names) -> Work:
    """Return the work that an entry describes."""
    texts = [(key, text) for name, key in names.keys.items() for text in entry.all([name])]
    said = [words.format(text) for name, words in names.said.items() for text in entry.all([name])]
    read = {*names.keys, *names.said, *names.authors, *names.editors, *names.dates, *names.accessed, *names.silent}
    return Work(
        entry.span,
        entry.key,
        entry.kind,
        entry.all(names.authors) or entry.all(names.editors),
        entry.all(names.dates),
        next(iter(entry.all(names.accessed)), ""),
        (*texts, *(("note", text) for text in said)),
        tuple(name for name, text in entry.fields if name not in read and text.strip()),
    )
