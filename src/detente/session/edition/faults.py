"""Faults in Detente: a part of a page that fails is left out, and told of, where readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from detente.findings.fault import told_of
from detente.lenses.look import AskError
from detente.session.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

REFUSALS = (AskError, CaseError, MemoryError, OSError)
"""What a part of a page raises for other reasons than a fault."""


def forgiven(work: Callable[[], _T], part: str, forgive: Callable[[str], None] | None) -> _T | None:
    """Return what ``work`` gives; ``None`` where it fails and ``forgive`` is there to be told so."""
    try:
        return work()
    except REFUSALS:
        raise
    except Exception as error:
        if forgive is None:
            raise
        forgive(told_of("report", part, error))
        return None
