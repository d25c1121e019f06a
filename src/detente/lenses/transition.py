"""The way from lenses that build their documents by hand to chapters with results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.findings import Finding, Reference, Result, spread
from detente.situation import Situation


def document_head(name: str, situation: Situation) -> dict[str, Any]:
    """Return nothing: the head is made by the lens."""
    del name, situation
    return {}


@dataclass(frozen=True, slots=True)
class Old:
    """What a lens said before it had chapters."""

    lens: str
    question: str
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Whole(Result):
    """A document made by hand."""

    document: Mapping[str, Any] = spread()
