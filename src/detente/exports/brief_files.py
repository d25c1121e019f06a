"""Find the writers of briefs: one ending per file in ``briefs/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from detente.exports import briefs
from detente.findings import Edition


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file that a brief is written to.

    Attributes
    ----------
    title
        What to call it.
    write
        Return what stands in the file, piece by piece.
    is_text
        Whether that is text rather than bytes.
    """

    title: str
    write: Callable[[Edition], Iterable[str | bytes]]
    is_text: bool = True


def endings() -> tuple[str, ...]:
    """Return the endings of files that a brief can be written to, with the dot, without loading any."""
    return tuple(sorted(f".{module.name}" for module in pkgutil.iter_modules(briefs.__path__)))


def writer_for(path: Path) -> Writer:
    """Return what writes a brief to a file, by its ending, in letters of any size.

    Raises
    ------
    LookupError
        If there is none.
    """
    ending = path.suffix.lower()
    if ending not in endings():
        what = f"files that end in '{path.suffix}'" if path.suffix else "a file without an ending"
        raise LookupError(f"a brief cannot be written to {what}; {', '.join(endings())} can")
    found: Writer = importlib.import_module(f"{briefs.__name__}{ending}").WRITER
    return found
