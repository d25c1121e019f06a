"""Source maps: where every value of a case was written, kept beside the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.diagnostics.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    Attributes
    ----------
    span
        Where it begins.
    key
        Where its key stands, or ``None`` where it has none.
    inside
        The places of the values inside it, by key or index.
    quoted
        Whether it is written in quotes.
    """

    span: Span
    key: Span | None = None
    inside: Mapping[Key, Place] = field(default_factory=dict)
    quoted: bool = False

    def character(self, offset: int) -> Span:
        """Return where a character of a one-line text value stands, by its ``offset`` from 0."""
        return Span(self.span.path, self.span.line, self.span.column + offset + self.quoted)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Line and column of every value in a case, by its path of keys and indices.

    Attributes
    ----------
    root
        The place of the case as a whole.
    """

    root: Place

    def span(self, *path: Key) -> Span:
        """Return where the value at ``path`` stands; where it is missing, its nearest container."""
        return self.place(*path).span

    def key(self, *path: Key) -> Span:
        """Return where the key of the value at ``path`` stands, or the value where it has no key."""
        place = self.place(*path)
        return place.key or place.span

    def place(self, *path: Key) -> Place:
        """Return the place at ``path``, or that of its nearest container.

        A key where a list is written is that of a record in its short form, whose value the list is.
        """
        here = self.root
        for step in path:
            if isinstance(step, str) and 0 in here.inside:
                continue
            if step not in here.inside:
                return here
            here = here.inside[step]
        return here
