"""What lies beside the records of a case, and is worked with, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.case.source_text import SourceText
    from detente.findings.sources import WithoutSources
    from detente.models.corridor.boundaries.outlines import Outlines


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the records of a case.

    Attributes
    ----------
    boundaries
        The outlines of countries that it brings, where it brings some.
    texts
        By id of source, its text as it was read.
    left
        What was left out of the case with some of its sources; ``None`` where it is whole.
    """

    boundaries: Outlines | None = None
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    left: WithoutSources | None = None

    def missing(self, section: str) -> str:
        """Return why nothing is left of a section of the case, in words; empty where something is."""
        missing = self.left.missing if self.left is not None else ()
        return next((each.because for each in missing if each.section == section), "")


NOTHING = Beside()
