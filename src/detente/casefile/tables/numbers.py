"""Numbers as people write them in the cells of a table.

A number is ``40``, ``0.4``, ``0,4`` or ``40%``; an interval is ``40..60`` or ``40-60``; with a most likely value
between its ends it is ``40..50..60``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite

from detente.casefile.tables.cell import cut

_ONE = r"([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?)\s*(%?)"
_RANGE = re.compile(rf"{_ONE}(?:\s*(?:\.\.|[-–])\s*{_ONE})?", re.ASCII)
_TRIPLE = re.compile(rf"{_ONE}\s*\.\.\s*{_ONE}\s*\.\.\s*{_ONE}", re.ASCII)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-. ]?[A-Za-z]{3}", re.ASCII)
_DOUBTFUL = re.compile(r"[+-]?([1-9]\d{0,2})([.,])(\d{3})", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?(?:\d*,\d{1,2}|\d*,\d{4,}|0,\d+)\s*%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Written:
    """A number or an interval as it is written.

    Attributes
    ----------
    parts
        The number; low and high; or low, the most likely one, and high.
    is_percent
        Whether percent signs follow.
    """

    parts: tuple[float, ...]
    is_percent: bool


class NumberError(ValueError):
    """A text that is no number, or could be two; the message says so, ``hint`` says what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def is_decimal_comma(text: str) -> bool:
    """Return whether the comma in a text can only stand before decimals."""
    return _DECIMAL_COMMA.fullmatch(text) is not None


def read_number(text: str, *, decimal_commas: bool = False) -> Written:
    """Return what a text says.

    Parameters
    ----------
    decimal_commas
        Whether other numbers of the table are written so: then a point may separate thousands.

    Raises
    ------
    NumberError
        If it is no number, or may be read in two ways.
    """
    plain = text.replace("\u2212", "-")
    match = _TRIPLE.fullmatch(plain) or _RANGE.fullmatch(plain)
    if match is None:
        raise NumberError(f"expected a number, got '{cut(text)}'", _hint(text))
    found = [part for part in match.groups()[::2] if part is not None]
    for part in found:
        _check(part, decimal_commas=decimal_commas)
    numbers = tuple(float(part.replace(",", ".")) for part in found)
    if not all(map(isfinite, numbers)):
        raise NumberError(f"expected a number, got '{cut(text)}'", "it is too large")
    return Written(numbers, any(match.groups()[1::2]))


def _check(part: str, *, decimal_commas: bool) -> None:
    match = _DOUBTFUL.fullmatch(part)
    if match and (match[2] == "," or decimal_commas):
        decimals = f"{match[1]}{match[2]}{match[3]}"
        message = f"'{part}' can be read as {match[1]}.{match[3]} or as {match[1]}{match[3]}"
        raise NumberError(message, f"write '{decimals}0' or '{match[1]}{match[3]}'")


def _hint(text: str) -> str:
    if _DATE.match(text):
        return "if a spreadsheet program made a date of an interval, write it as 4..6"
    return "write a number, or an interval such as 40..60; leave the cell empty where nothing is known"
