"""Typography: what two texts with the same words may differ in.

Signs that stand for themselves are left as they are, so that they never become part of a word or a number beside
them: raised letters and digits (footnote marks, powers, ™), fractions, № and other signs made of letters, letters and
digits in circles. Only digits below a letter are plain ones: CO₂ is CO2.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from detente.diagnostics.characters import UNDRAWN

_IGNORED = re.compile(f"[\xad\u0640\ufeff\ufff9-\ufffb\u200b-\u200f\u202a-\u202e{UNDRAWN}]")
SINGLE = "‘’‚‛‹›`´ʹʻʼʽˈ′‵՚׳＇"
_DOUBLE = "“”„‟«»″〝〞〟＂״「」『』﹁﹂﹃﹄｢｣"
HYPHENS = "-‐‑֊־"
_DASHES = "‒–—―−⸺⸻﹘﹣－"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(HYPHENS + _DASHES, "-"),
        "ı": "i",
        "⁄": "/",
        "∕": "/",
        "٪": "%",
        "؉": "‰",
    }
)
_DRAWN = str.maketrans({"´": "'", "`": "'", "″": '"', "\u2800": " "})
_BELOW = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_BELOW_LETTERS = re.compile(r"(?<=[^\W\d_])[₀-₉]+")
_INSIDE = (
    (re.compile(r"(?<=[«‹]) +| +(?=[»›])"), ""),
    (re.compile(r"(?<=\d) +(?=[%‰٪؉؊‱])|(?<![\d.,] )(?<![\d.,])(?<=[%‰٪؉]) +(?=\d)"), ""),
    (re.compile(r"-{2,}"), "—"),
)


def drawn(text: str) -> str:
    """Return a text without what cannot be seen, in one letter case, with its own quotation marks and dashes."""
    folded = text.casefold().replace("`", "'")
    if not text.isascii():
        seen = _BELOW_LETTERS.sub(lambda found: found[0].translate(_BELOW), _IGNORED.sub("", text))
        folded = _composed(_composed(seen.translate(_DRAWN)).casefold()).replace("i\u0307", "i")
    plain = " ".join(folded.split())
    for pattern, instead in _INSIDE:
        plain = pattern.sub(instead, plain)
    return plain


def alike(text: str) -> str:
    """Return the same text, letter by letter, with one shape of quotation marks and dashes."""
    return text.translate(_ALIKE)


@cache
def stands_apart(character: str) -> bool:
    """Whether a character stands for itself, although it is made of letters or digits."""
    if character.isascii():
        return False
    category, name = unicodedata.category(character), unicodedata.name(character, "")
    tag = unicodedata.decomposition(character).partition(" ")[0]
    if category in ("No", "So"):
        spelled = unicodedata.normalize("NFKC", character)
        is_word = tag == "<square>" and spelled.isalpha()  # ㎞
        is_degree = spelled[0] == "°"
        return (spelled != character and not is_word and not is_degree) or "CIRCLED" in name
    return tag == "<super>" and category[0] == "L"


def _composed(text: str) -> str:
    """Return a text with one spelling of each letter."""
    apart = "".join(each for each in set(text) if stands_apart(each))
    if not apart:
        return unicodedata.normalize("NFKC", text)
    parts = re.split(f"([{re.escape(apart)}])", text)
    return "".join(each if k % 2 else unicodedata.normalize("NFKC", each) for k, each in enumerate(parts))
