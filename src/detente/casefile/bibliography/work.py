"""Works: what a bibliography says of a source, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of a bibliography.

    Attributes
    ----------
    span
        Where it begins.
    key
        What it is called in its file; empty where it has no name.
    kind
        What it is, in the words of the format.
    authors
        Who wrote it, or edited it where nobody is said to have written it.
    dates
        When it appeared, the most exact first, in the ways of the format.
    accessed
        When it was read.
    texts
        What else it says that a source has a place for, by the key that holds it, and ``doi``. Several texts of one
        key stand in the order in which they count.
    rest
        What a source has no place for, by its name in the file.
    """

    span: Span
    key: str
    kind: str
    authors: tuple[str, ...]
    dates: tuple[str, ...]
    accessed: str
    texts: tuple[tuple[str, str], ...]
    rest: tuple[str, ...]

    def all(self, key: str) -> list[str]:
        """Return the texts of a key, in the order in which they count."""
        return [text for name, text in self.texts if name == key]
