"""All that this lens says, until it has chapters."""

from __future__ import annotations

from detente.findings import Finding
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.look import look as old
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import Look
from detente.lenses.transition import Old, Whole


def find(look: Look[ConflictOptions]) -> Whole:
    """Return the document."""
    return Whole(look.once(_old).document)


def show(found: Whole, look: Look[ConflictOptions]) -> tuple[Finding, ...]:
    """Return the findings."""
    del found
    return look.once(_old).findings


def _old(look: Look[ConflictOptions]) -> Old:
    return old(look.situation, look.options)


CHAPTER = Chapter("whole", 0, find, show)
