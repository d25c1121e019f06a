"""What a spreadsheet program writes where it cannot compute, or cannot show what it has."""

from __future__ import annotations

import re

_FAULT = re.compile(
    r"#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BEZUG!|NV|WERT!|ZAHL!)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)


def is_fault(text: str) -> bool:
    """Return whether a cell says that something could not be computed or shown."""
    return _FAULT.fullmatch(text) is not None
