"""Years are years of negotiations that somebody may write down today."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.dates import PartialDate
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

_FIRST, _LAST = 1500, 2200
_PLAIN = re.compile(r"(?:1[5-9]|20|21)[0-9X]{2}[^/]*\Z")
"""Dates that need no second look."""

STRANGE_YEAR = Rule(
    "DT106",
    f"a year before {_FIRST} or after {_LAST}",
    "Most often such a year is a slip: 25 is the year 25, not 2025. Write years with four digits. If the year is "
    "meant, nothing needs to be done; results are the same.",
    Severity.WARNING,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of every date with a year that is certainly out of the ordinary."""
    for path, moment in context.moments:
        if not isinstance(moment, PartialDate) or _PLAIN.match(moment.text):
            continue
        for year in filter(None, (end.strip()[:4] for end in moment.text.split("/"))):
            if year == "XXXX" or not year[0].isalnum() or _is_ordinary(year):
                continue
            span = context.spans.span(*path)
            hint = f"did you mean 20{year[2:]}?" if year.startswith("00") else "write it with four digits, such as 2025"
            yield STRANGE_YEAR.at(span, f"the year {year} lies before {_FIRST} or after {_LAST}", hint)


def _is_ordinary(year: str) -> bool:
    """Whether a year, or any year that its unspecified digits allow, is an ordinary one."""
    return int(year.replace("X", "9")) >= _FIRST and int(year.replace("X", "0")) <= _LAST
