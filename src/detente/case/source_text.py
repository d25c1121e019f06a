"""Source texts: the words of a source, where they are at hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source.

    Attributes
    ----------
    path
        Where it was read, for diagnostics.
    paragraphs
        Its non-empty lines in order; paragraph n is item n - 1.
    sha256
        Checksum of its bytes [hexadecimal].
    problem
        Why it could not be read; ``""`` when it could.
    """

    path: str
    paragraphs: tuple[str, ...] = ()
    sha256: str = ""
    problem: str = ""
