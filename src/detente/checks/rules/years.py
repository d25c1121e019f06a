"""Years are years of negotiations that somebody may write down today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import PartialDate
from detente.dates.years import FIRST, LAST, strange_years, year_hint
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

STRANGE_YEAR = Rule(
    "DT106",
    f"a year before {FIRST} or after {LAST}",
    "Most often such a year is a slip: 25 is the year 25, not 2025. Write years with four digits. If the year is "
    "meant, nothing needs to be done; results are the same.",
    Severity.WARNING,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of every date with a year that is certainly out of the ordinary."""
    for path, moment in context.moments:
        if isinstance(moment, PartialDate):
            for year in strange_years(moment):
                span = context.spans.span(*path)
                yield STRANGE_YEAR.at(span, f"the year {year} lies before {FIRST} or after {LAST}", year_hint(year))
