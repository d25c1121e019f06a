"""Sources as programs for bibliographies take them: what there is no field for becomes a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.lenses.chronicle.records import SourceRecord

LEAVES_OUT = "what is cited from the sources, and every other section of the case"
NOTHING = "the case has no sources, so there is nothing for a bibliography"


def appraisal(source: SourceRecord) -> str:
    """Return what to know of a source before trusting it, in one line."""
    said = (
        f"reliability {source.reliability}" if source.reliability else "",
        f"interest: {source.interest}" if source.interest else "",
        f"known through {source.via}" if source.via else "",
        f"its text is {source.file}" if source.file else "",
        f"SHA-256 of its text {source.sha256}" if source.sha256 else "",
        source.note or "",
    )
    return "; ".join(part.rstrip(".") for part in said if part)
