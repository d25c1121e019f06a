"""Partial dates as intervals, relative dates, and three-valued comparison."""

from detente.dates.edtf import DateError, PartialDate, parse_edtf
from detente.dates.interval import Interval
from detente.dates.relative import Offset, RelativeDate, parse_offset
from detente.dates.truth import Truth

__all__ = [
    "DateError",
    "Interval",
    "Offset",
    "PartialDate",
    "RelativeDate",
    "Truth",
    "parse_edtf",
    "parse_offset",
]
