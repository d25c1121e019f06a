"""Wording: numbers, languages and grades as a reader who is new to all this reads them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from unicodedata import bidirectional
from urllib.parse import urlsplit

_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})
_CREDIBILITY = (
    "confirmed by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "truth cannot be judged",
)


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


def runs(numbers: Sequence[int]) -> str:
    """Return numbers that rise in words, those in a row together.

    Examples
    --------
    >>> runs((1, 2, 3, 5)), runs((1, 2)), runs((4,))
    ('1–3 and 5', '1 and 2', '4')
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    words = [each for row in found for each in ([f"{row[0]}–{row[-1]}"] if len(row) > 2 else map(str, row))]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def credibility_words(grade: int | None) -> str:
    """Return the Admiralty code's words for a credibility from 1 to 6, or ``""``."""
    return _CREDIBILITY[grade - 1] if grade and grade <= len(_CREDIBILITY) else ""


def runs_both_ways(text: str) -> bool:
    """Whether a text has letters that run from right to left, or signs that turn the direction of what is beside it."""
    return not text.isascii() and any(bidirectional(letter) in _TURNING for letter in text)


def language_tag(text: str) -> str:
    """Return ``text`` if it has the form of a BCP 47 tag, else ``""``."""
    return text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) else ""


def foreign(text: str) -> str:
    """Return a language tag where it is another language than the page's, which is English; else ``""``."""
    tag = language_tag(text)
    return "" if tag.lower() == "en" else tag


def css_string(text: str) -> str:
    """Return a text as a string of a style sheet: whatever is not plain is written as its number."""
    return "'" + "".join(c if c.isalnum() or c in " ().,-" else f"\\{ord(c):x} " for c in text) + "'"


def spare(style: str) -> str:
    """Return a style sheet without comments, and without blanks that say nothing."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    bare = re.sub(r" ?([{};]) ?", r"\1", bare).replace(": ", ":").replace(";}", "}").strip()
    # Letters in quotation marks are for the reader.
    return re.sub(r'("[^"]*")|(?<=,) |(?<![\d.])0(?=\.\d)', lambda found: found[1] or "", bare)


def safe_url(text: str) -> str:
    """Return ``text`` if a reader may be sent there (http or https only), else ``""``."""
    if re.search(r"[\s\x00-\x1f\x7f]", text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""
