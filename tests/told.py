"""Findings made by hand, for tests of what reads findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.findings import Finding, Findings, Head, Reference, Result, Told, spread

HEAD = Head("detente.invented/1", "c", "2025-07-10", None)


@dataclass(frozen=True, slots=True)
class Keys(Result):
    """A result of any keys."""

    keys: Mapping[str, Any] = spread()


def findings(
    lens: str,
    question: str = "",
    answers: Iterable[Finding] = (),
    references: tuple[Reference, ...] = (),
    result: object = None,
) -> Findings:
    """Return what a lens of one chapter says: these answers, and this result."""
    found = Keys({}) if result is None else result
    told = Told("invented", type(found), lambda: found, lambda _: tuple(answers))
    return Findings(lens, question, references, HEAD, (told,))
