"""Numbers in running text: how far one goes on, in the figures and the numerals of many scripts.

A number goes on over its separators, its sign before or behind it, a leading point, a fraction and a percent sign; over
the spaces between groups of three digits and before a fraction; and, in Chinese, Japanese and Korean, from numeral to
numeral and over 万 or 억: 1億2000万 is one number, and so is 百分之三十.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from detente.checks.typography import stands_apart

PERCENT = "%‰‱٪؉؊"
_BETWEEN = ".,:/'’·٫٬-‐‑‒–−⁄∕"
_SIGNS = "-−–‒+±"
_OPENING = _SIGNS + "([{$€£¥~≈<>="
_ONES = "〇零一二三四五六七八九两兩廿卅壱弐壹贰貳叁參肆柒捌玖"
_TENS = "十百千万萬拾佰仟"
_UNITS = _TENS + "億亿兆京십백천만억조경"
_SOME = "数數几幾余餘多"
_FIGURES = r"\d+(?:[.,]\d+)*"
_YEARS = "(?![\\d年년])"
_RUN = "|".join(
    (
        rf"[{_ONES}{_UNITS}]",
        rf"(?<=[{_ONES}{_UNITS}])[{_SOME}](?=[{_UNITS}])",
        rf"(?<=[{_ONES}])(?:[点點・·](?=[{_ONES}])|○+(?=[{_ONES}年]))",
        rf"(?<=[\d{_ONES}{_UNITS}])分[之の](?=[\d{_ONES}])",
        rf"(?<=分[之の]){_FIGURES}",
        rf"(?<=[{_UNITS}]){_FIGURES}",
        rf"(?<=[{_UNITS}]) (?:\d{{1,4}}(?=[{_UNITS}])|\d{{3,4}}{_YEARS}|\d,\d{{3}}{_YEARS})",
    )
)
_WHOLE = (
    re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)"),
    re.compile(r"(?<![\d.,])\d{1,3} (?:[¼-¾⅐-⅞↉]|\d{1,2}[/⁄∕]\d{1,3}(?!\d))"),
)
_FIRST_NUMERAL = "〇"
_REACH = 40


def is_figure(character: str) -> bool:
    """Whether a character is a digit, or a fraction in one sign."""
    is_fraction = unicodedata.decomposition(character).startswith("<fraction>")
    return character.isdecimal() or is_fraction or _is_other(character)


def goes_on(text: str, at: int) -> bool:
    """Whether the place before a character is inside a number, though no two digits meet there."""
    before, after = text[at - 1], text[at]
    if (after in PERCENT and is_figure(before)) or _is_sign(text, at - 1):
        return True
    begin, end = max(0, at - _REACH), at + _REACH
    patterns = _WHOLE if max(text[begin:end]) < _FIRST_NUMERAL else (*_WHOLE, _in_numerals())
    return any(found.start() < at < found.end() for pattern in patterns for found in pattern.finditer(text, begin, end))


@cache
def _in_numerals() -> re.Pattern[str]:
    """Return the pattern of numbers in numerals; few texts need it, and it takes time to compile."""
    return re.compile(rf"(?:{_FIGURES}(?=[{_UNITS}]|分[之の])|[{_ONES}{_TENS}])(?:{_RUN})*")


def is_between(character: str) -> bool:
    """Whether a character between two digits makes one number of them."""
    return character in _BETWEEN


def _is_sign(text: str, at: int) -> bool:
    """Whether a character is a sign, a leading point or a percent sign, of a number that begins behind it."""
    before = text[at - 1 : at]
    if text[at] == ".":
        begins = not before or before.isspace() or before in _OPENING
        return begins and text[at + 1 : at + 2].isdecimal()
    if before and (before.isalnum() or before in _BETWEEN + PERCENT or unicodedata.category(before)[0] == "M"):
        return False
    behind = text[at + 1 : at + 3].removeprefix(".") if text[at] in _SIGNS else text[at + 1 : at + 2]
    return text[at] in _SIGNS + PERCENT and bool(behind) and is_figure(behind[0])


def _is_other(character: str) -> bool:
    """Whether a character is a digit of a script that has no decimal ones, such as Ethiopic."""
    return unicodedata.category(character) == "No" and not stands_apart(character)
