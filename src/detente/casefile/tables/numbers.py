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
_TO = r"\s*(?:\.\.|…|[-–—]|\bto\b)\s*"
_RANGE = re.compile(rf"{_ONE}(?:{_TO}{_ONE})?", re.ASCII)
_TRIPLE = re.compile(rf"{_ONE}\s*(?:\.\.|…)\s*{_ONE}\s*(?:\.\.|…)\s*{_ONE}", re.ASCII)
_MONTH = "(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sept?|o[ck]t|nov|de[cz])[a-z]{0,6}"
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|0\d-\d|\d-0\d"
    rf"|\d{{1,2}}[-. ]*{_MONTH}(?:[-. ]+\d{{2,4}})?\Z|{_MONTH}[-. ]\d",
    re.ASCII | re.IGNORECASE,
)
_MANGLED = re.compile(r"0\d-\d{1,2}|\d{1,2}-0\d", re.ASCII)
_NOTHING = re.compile(r"[-–—?.]+|n\.?\s*/?\s*[ak]\.?|none|nil|null|nan|unknown|missing|x+", re.IGNORECASE)
_DOUBTFUL = re.compile(r"[+-]?([1-9]\d{0,2})([.,])(\d{3})", re.ASCII)
_DECIMALS = r"(?<![\d.,])(?:\d*{0}(?:\d{{1,2}}|\d{{4,}})|0{0}\d+)(?![\d.,]*\d)"
_DECIMAL_COMMA = re.compile(_DECIMALS.format(","), re.ASCII)
_DECIMAL_POINT = re.compile(_DECIMALS.format(r"\."), re.ASCII)


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
    """Return whether a text holds a comma that can only stand before decimals."""
    return _is_any_number(text) and _DECIMAL_COMMA.search(text) is not None


def is_decimal_point(text: str) -> bool:
    """Return whether a text holds a point that can only stand before decimals."""
    return _is_any_number(text) and _DECIMAL_POINT.search(text) is not None


def _match(text: str) -> re.Match[str] | None:
    plain = text.replace("\u2212", "-")
    return _TRIPLE.fullmatch(plain) or _RANGE.fullmatch(plain)


def _is_any_number(text: str) -> bool:
    return _match(text) is not None


def read_number(text: str, *, doubtful: str = ",") -> Written:
    """Return what a text says.

    Parameters
    ----------
    doubtful
        Which of comma and point may separate thousands, by what is known of the table.

    Raises
    ------
    NumberError
        If it is no number, or may be read in two ways.
    """
    match = _match(text)
    if match is None or _MANGLED.fullmatch(text):
        raise NumberError(f"expected a number, got '{cut(text)}'", _hint(text))
    found = [part for part in match.groups()[::2] if part is not None]
    signs = [sign for part, sign in zip(match.groups()[::2], match.groups()[1::2], strict=True) if part is not None]
    for part in found:
        check_point(part, doubtful=doubtful)
    numbers = tuple(float(part.replace(",", ".")) for part in found)
    if not all(map(isfinite, numbers)):
        raise NumberError(f"expected a number, got '{cut(text)}'", "it is too large")
    if any(signs) and not signs[-1]:
        raise NumberError(
            f"expected a number, got '{cut(text)}'", "write a percent sign after the last number, or none"
        )
    if list(numbers) != sorted(numbers):
        raise NumberError(f"the numbers of an interval must rise, got '{cut(text)}'", "write the lower number first")
    return Written(numbers, any(signs))


def check_point(part: str, *, doubtful: str) -> None:
    """Make sure that a number can be read in one way only.

    Raises
    ------
    NumberError
        If a comma or a point in it may separate thousands as well as decimals.
    """
    match = _DOUBTFUL.fullmatch(part)
    if match and match[2] in doubtful:
        decimals = f"{match[1]}{match[2]}{match[3]}"
        message = f"'{part}' can be read as {match[1]}.{match[3]} or as {match[1]}{match[3]}"
        raise NumberError(message, f"write '{decimals}0' or '{match[1]}{match[3]}'")


def _hint(text: str) -> str:
    if _DATE.match(text):
        return "if a spreadsheet program made a date of an interval, write it as 4..6"
    if _NOTHING.fullmatch(text):
        return "leave the cell empty where nothing is known"
    return "write a number, or an interval such as 40..60; leave the cell empty where nothing is known"
