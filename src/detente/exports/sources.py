"""Sources as programs for bibliographies take them: what there is no field for becomes a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.exports.actor_table import one_line

if TYPE_CHECKING:
    from detente.lenses.chronicle.records import SourceRecord

LEAVES_OUT = "what is cited from the sources, and every other section of the case"
NOTHING = "the case has no sources, so there is nothing for a bibliography"

_UNHELD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Controls, halves of characters, and what makes a text appear in another order than it is written."""


def held(text: str) -> str:
    """Return a text on one line, with U+FFFD for what no text of another program should hold."""
    return _UNHELD.sub("\ufffd", one_line(text))


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
