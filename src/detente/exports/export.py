"""What an export must provide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.findings import Edition, Findings


class ExportError(ValueError):
    """Findings that a format cannot hold; the message says why, and what to do instead."""


class MissingExtraError(ImportError):
    """A library that a file format needs and that is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file format for what one lens found.

    Attributes
    ----------
    title
        What to call it.
    ending
        How its files end, with the dot.
    leaves_out
        What of a case it has no place for, in words.
    lens
        Key of the lens whose findings it writes.
    asks
        What it asks of that lens: its options, or ``None`` for what is usual.
    write
        Return what stands in the file, piece by piece; the first piece comes only if the whole can be written.
    is_text
        Whether that is text rather than bytes.
    """

    title: str
    ending: str
    leaves_out: str
    write: Callable[[Findings], Iterable[str | bytes]]
    lens: str
    asks: Any = None
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class EditionExport:
    """A file format for what several lenses found.

    Attributes
    ----------
    title, ending, leaves_out, is_text
        As those of an ``Export``.
    write
        Return what stands in the file, piece by piece; the first piece comes only if the whole can be written.
    asks
        By key of each lens whose findings it writes: what it asks of it, or ``None`` for what is usual. A lens that
        the case has nothing for is left out. Empty for every lens, asked for what is usual.
    """

    title: str
    ending: str
    leaves_out: str
    write: Callable[[Edition], Iterable[str | bytes]]
    asks: Mapping[str, Any] = field(default_factory=dict)
    is_text: bool = True
