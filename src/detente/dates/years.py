"""Years that are most often a slip of the pen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.dates.edtf import PartialDate

FIRST, LAST = 1500, 2200
"""The years of negotiations that somebody may write down today."""

_PLAIN = re.compile(r"(?:1[5-9]|20|21)[0-9X]{2}[^/]*\Z")
"""Dates that need no second look."""


def strange_years(date: PartialDate) -> Iterator[str]:
    """Yield the years in a date, as it writes them, that are certainly out of the ordinary."""
    if _PLAIN.match(date.text):
        return
    for year in filter(None, (end.strip()[:4] for end in date.text.split("/"))):
        if year != "XXXX" and year[0].isalnum() and not _is_ordinary(year):
            yield year


def year_hint(year: str) -> str:
    """Return what to write instead of such a year."""
    return f"did you mean 20{year[2:]}?" if year.startswith("00") else "write the year that is meant, such as 2025"


def _is_ordinary(year: str) -> bool:
    """Whether a year, or any year that its unspecified digits allow, is an ordinary one."""
    return int(year.replace("X", "9")) >= FIRST and int(year.replace("X", "0")) <= LAST
