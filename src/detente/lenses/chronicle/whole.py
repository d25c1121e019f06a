"""All that this lens says, until it has chapters."""

from __future__ import annotations

from detente.findings import Finding
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.look import look as old
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look
from detente.lenses.transition import Old, Whole


def find(look: Look[ChronicleOptions]) -> Whole:
    """Return the document."""
    return Whole(look.once(_old).document)


def show(found: Whole, look: Look[ChronicleOptions]) -> tuple[Finding, ...]:
    """Return the findings."""
    del found
    return look.once(_old).findings


def _old(look: Look[ChronicleOptions]) -> Old:
    return old(look.situation, look.options)


CHAPTER = Chapter("whole", 0, find, show)
