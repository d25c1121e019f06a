"""What an export must provide."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from detente.findings import Findings


class ExportError(ValueError):
    """Findings that a format cannot hold; the message says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file format.

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
