"""Wording: dates, numbers, languages and grades as a reader who is new to all this reads them."""

from __future__ import annotations

import math
import re
from datetime import date
from urllib.parse import urlsplit

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
_MARKS = {"": "", "?": " (doubted)", "~": "about ", "%": "about "}
_CREDIBILITY = (
    "confirmed by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "truth cannot be judged",
)


def plain_day(day: date) -> str:
    """Return a day in words: ``10 July 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_date(text: str) -> str:
    """Return an ISO or EDTF date in words, with what follows it in brackets; anything else as it is.

    Examples
    --------
    >>> plain_date("2025-03~"), plain_date("2021-12/.."), plain_date("before the summit")
    ('about March 2025', 'December 2021 – open', 'before the summit')
    """
    when, bracket, remark = text.partition(" (")
    if bracket:
        return f"{plain_date(when)} ({remark}"
    if "/" not in text:
        return _plain_point(text) or text
    ends = [_plain_point(end) if end not in ("", "..") else "open" for end in text.split("/", 1)]
    return f"{ends[0]} – {ends[1]}" if all(ends) else text


def _plain_point(text: str) -> str:
    found = _POINT.fullmatch(text.strip())
    if not found:
        return ""
    year, month, day, mark = found.groups(default="")
    if month in _SEASONS and not day:
        words = f"{_SEASONS[month]} {year}"
    elif month and not 1 <= int(month) <= 12:
        return ""
    else:
        name = MONTHS[int(month) - 1] if month else ""
        words = " ".join(part for part in (day.lstrip("0"), name, year) if part)
    return words + _MARKS[mark] if mark == "?" else _MARKS[mark] + words


def plain_number(value: float) -> str:
    """Return a number with as many digits as a reader can use; programs read the JSON export.

    Examples
    --------
    >>> plain_number(2024), plain_number(-1234567), plain_number(12.7)
    ('2024', '−1,234,567', '12.7')
    >>> plain_number(1250.5), plain_number(1 / 3)
    ('1250.5', '0.3333')
    """
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else "∞" if value > 0 else "−∞"
    size = abs(value)
    digits = f"{size:.10g}"
    if isinstance(value, int) or size >= 100_000:
        digits = f"{size:,.0f}" if size >= 10_000 else f"{size:.0f}"
    elif len(digits) > 6:
        digits = f"{size:.0f}" if size >= 1000 else f"{size:.4g}"
    return f"−{digits}" if value < 0 and digits.strip("0.") else digits


def credibility_words(grade: int | None) -> str:
    """Return the Admiralty code's words for a credibility from 1 to 6, or ``""``."""
    return _CREDIBILITY[grade - 1] if grade and grade <= len(_CREDIBILITY) else ""


def language_tag(text: str) -> str:
    """Return ``text`` if it has the form of a BCP 47 tag, else ``""``."""
    return text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) else ""


def safe_url(text: str) -> str:
    """Return ``text`` if a reader may be sent there (http or https only), else ``""``."""
    if re.search(r"[\s\x00-\x1f\x7f]", text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""
