"""What words in brackets and names say of a unit: that it is percent, or that they are a comment and no unit."""

from __future__ import annotations

import re

from detente.writing.spelling import key

_PERCENT = re.compile(
    r"%|٪|\b(?:percent\w*|per cents?|pct|p\.?\s?p|prozent\w*|procent\w*|percento|per cento|pour ?cents?|pourcent\w*"
    r"|por ?cien\w*|porcentaje|porcent\w*|por cento|percentual\w*|százalék\w*|yüzde|faiz)\b"
    r"|\b(?:процент|відсот|տոկոս)"
    r"|\b(?:persen|prosent\w*|protsent\w*|phần trăm|τοις εκατό)\b"
    r"|प्रतिशत|درصد|بالمئة|بالمائة|אחוז|ร้อยละ|百分|퍼센트|パーセント"
)
_OTHER_PARTS = re.compile(r"‰|\b(?:per mille?|promille|basis points?|bps?|shares?|fractions?|ratios?|proportions?)\b")
_SAYS_MORE = re.compile(r"[:=]|\b(?:higher|lower|is|see|means)\b")
"""What no unit has in it: it explains the scale."""

_COMMENTS = frozenset(
    {"mean", "median", "average", "avg", "mode", "see", "note", "notes", "est", "estimate", "estimates", "estimated"}
    | {"expert", "experts", "survey", "yes", "true", "agree", "coded", "reversed", "inverted", "normalised", "std"}
    | {"normalized", "standardised", "standardized", "ordinal", "binary", "weighted", "approx", "approximately"}
    | {"source", "cf", "draft", "preliminary", "tbc", "tbd", "imputed", "optional", "required", "guess", "sd"}
)
"""Words with which comments begin, and units do not."""


def means_percent(words: str) -> bool:
    """Return whether numbers of a unit, or below a name, are percent: of whatever, and in whatever language."""
    return _PERCENT.search(key(words)) is not None


def is_other_part(words: str) -> bool:
    """Return whether numbers of a unit are parts of a whole, but not percent: a percent sign there means two things."""
    return not means_percent(words) and _OTHER_PARTS.search(key(words)) is not None


def is_comment(words: str) -> bool:
    """Return whether words explain what a scale is, rather than naming its unit."""
    first = re.split(r"[\s/,;.]+", key(words))[0]
    return first in _COMMENTS or _SAYS_MORE.search(words.casefold()) is not None
