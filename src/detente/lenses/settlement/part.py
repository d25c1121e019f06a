"""Parts: what one half of the lens says, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.findings import Finding


@dataclass(frozen=True, slots=True)
class Part:
    """Chapters, and the keys that they add to the document."""

    findings: tuple[Finding, ...] = ()
    document: Mapping[str, Any] = field(default_factory=dict)
