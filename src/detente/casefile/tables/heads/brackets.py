"""What stands in the brackets of a head: a scale, such as ``0..20 m`` or ``0 to 100``, percent, or a unit alone."""

from __future__ import annotations

import re

from detente.casefile.tables.sheet import PERCENT_SIGN, SHARE, Scale
from detente.writing.spelling import key
from detente.writing.unit_words import is_comment, means_percent

_NUMBER = r"[+\-\u2212]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?"
_TO = r"(?:\.{2,3}|…|‥|[-‐‑‒–—−~～:;]|,(?=\s)|\b(?:to|and|through|bis|do|до|à|a)\b)"
_BEFORE = r"(?:(?P<before>[^\d+\-\u2212.,;:…]*?)[\s,;:]*)"
_UNIT = r"(?:\s*;\s*(?P<free>.+)|[\s,]*(?P<unit>[^\s\d.,;…+\-–\u2212].*))?"
_SCALE = re.compile(
    rf"{_BEFORE}(?P<low>{_NUMBER})\s*(?P<percent>%?)\s*{_TO}\s*(?P<high>{_NUMBER}){_UNIT}",
    re.ASCII | re.IGNORECASE,
)
_PAIR = re.compile(r"(?P<low>-?\d+),(?P<high>-?\d+)", re.ASCII)
_OUT_OF = re.compile(rf"(?:out of|max|maximum|/)\s*(?P<high>{_NUMBER})", re.ASCII | re.IGNORECASE)
_AT_END = re.compile(rf"(?P<head>.+?)[\s,:;]+(?P<scale>{_NUMBER}\s*%?\s*{_TO}\s*{_NUMBER}(?:\s*%)?)", re.ASCII)
_PERCENT_AT_END = re.compile(
    r"(?P<head>.+?)(?:[\s,:;_-]+(?:in[\s_]+)?(?:percent|per cent|pct)\.?|(?:[\s,:;_-]+in)?[\s_]*%)", re.IGNORECASE
)
_FILLING = frozenset(
    {"", "scale", "range", "from", "between", "in", "on a scale from", "scale from", "values", "min max"}
)
_OF_SCALES = frozenset({"to", "from", "low", "high", "max", "min", "scale", "between", "and", "="})
"""Words of which no unit is made: what holds them means a scale, which we do not understand."""

_PERCENT = frozenset({"%", "percent", "per cent", "pct", "percentage", "in %", "in percent", "in per cent"})
_SHARES = frozenset({"share", "shares", "fraction", "fractions", "in shares"})


def read_inside(text: str) -> Scale | str | None:
    """Return the scale that stands in brackets, or the unit; ``None`` where it is neither."""
    if key(text) in _PERCENT:
        return PERCENT_SIGN
    if key(text) in _SHARES:
        return SHARE
    if match := _OUT_OF.fullmatch(text.strip()):
        return _scale("0", match["high"], "")
    if match := _SCALE.fullmatch(text.strip()):
        before = "" if key(match["before"]) in _FILLING else match["before"].removeprefix("in ").strip()
        after = (match["free"] or match["unit"] or "").strip().removeprefix("in ")
        unit = before or after or match["percent"]
        says_two = (before and after not in ("", "%")) or ("%" in (match["percent"], after) and not means_percent(unit))
        return None if says_two or is_comment(unit) else _scale(match["low"], match["high"], unit)
    if match := _PAIR.fullmatch(text.strip()):
        return _scale(match["low"], match["high"], "")
    return text.strip().removeprefix("in ") if _is_unit(text) else None


def _is_unit(text: str) -> bool:
    is_word = bool(key(text)) and not any(letter.isdecimal() for letter in text)
    return is_word and not set(key(text).split()) & _OF_SCALES and not is_comment(text)


def without_end(text: str) -> tuple[str, Scale | None]:
    """Return a head without the scale or percent that stands at its end without brackets, and that scale."""
    if match := _PERCENT_AT_END.fullmatch(text):
        return match["head"], PERCENT_SIGN
    match = _AT_END.fullmatch(text)
    found = read_inside(match["scale"]) if match else None
    return (match["head"], found) if match and isinstance(found, Scale) else (text, None)


def _scale(low: str, high: str, unit: str) -> Scale:
    return Scale(_end(low), _end(high), unit, (low, high))


def _end(written: str) -> float:
    return float(written.replace("\u2212", "-").replace(",", "."))
