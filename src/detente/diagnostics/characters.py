"""Characters that a reader of a case cannot see, or would take for others: told apart, named, made visible."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters of other categories that draw nothing."""

UNDRAWN = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters, as in the brackets of a pattern, that only change how others are drawn: fillers, variation selectors."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff\ufff9-\ufffb"
    f"{_BLANKS}{UNDRAWN}\ud800-\udfff]"
)
_JOINERS = "\u200c\u200d"
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_VARIED = ("CJK ", "MONGOLIAN ", "MYANMAR ", "PHAGS-PA ", "MANICHAEAN ")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that make text appear in another order than it is written."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Of those that cannot be seen, the ones that a terminal obeys, or that make lines of their own."""

_MOST = 3
_LOOKS = dict(
    zip(
        "авеѕіјкмнорстухһԁԛԝѡɑαοντυρκι‐‑‒–—―−•⁃∶꞉։׃،、‚⁄∕∼〜٫٬【】〔〕“”„‟«»「」‘’‛‹›",
        "abesijkmhopctyxhdqwwaaovtupki---------::::,,,//~~.,[][]" + 8 * '"' + 5 * "'",
        strict=True,
    )
)


def visible(text: str) -> str:
    r"""Return text in which nothing is hidden: every character that cannot be seen as an escape such as ``\u202e``.

    Joiners between letters of scripts that need them stay, and so do variation selectors behind what they vary.
    """
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(_escaped, text)


def printable(text: str) -> str:
    r"""Return text that a terminal prints and does not obey: every control but a line break and a tab as an escape."""
    return _CONTROLS.sub(_escaped, text)


def unseen(text: str) -> list[str]:
    """Return the characters of a text that cannot be seen, each once, in their order."""
    if text.isascii() and text.isprintable():
        return []
    return list(dict.fromkeys(m[0] for m in _UNSEEN.finditer(text) if _escaped(m) != m[0]))


def named(character: str) -> str:
    """Return what Unicode calls a character: ``U+00A0 NO-BREAK SPACE``."""
    name = unicodedata.name(character, "")
    if not name:
        name = "CONTROL CHARACTER" if unicodedata.category(character) == "Cc" else "WITHOUT A NAME"
    return f"U+{ord(character):04X} {name}"


def in_words(text: str) -> str:
    """Return text in which nothing is hidden, followed by the names of what was."""
    found = [each for each in unseen(text) if each not in "\n\t"][:_MOST]
    names = ", ".join(f"{visible(each)} is {named(each)}" for each in found)
    return f"{visible(text)} ({names})" if names else visible(text)


def looks_like(text: str) -> str:
    """Return text with plain letters, digits and signs for those of other scripts that look or read the same.

    What cannot be seen is left out.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if not _UNSEEN.match(c) or c in "\t\n ")
    return "".join(_LOOKS.get(c) or _digit(c) for c in plain)


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return not text.strip() or not _UNSEEN.sub("", text).strip()


def look_alike(text: str) -> tuple[str, str]:
    """Return the first character of a text that could stand for plain ones, and these; empty where there is none."""
    strange = (c for c in text if not c.isascii() and not _UNSEEN.match(c))
    return next(((c, plain) for c in strange if (plain := looks_like(c)) and plain.isascii()), ("", ""))


def _digit(character: str) -> str:
    number = None if character.isascii() else unicodedata.decimal(character, None)
    return character if number is None else str(number)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character in _JOINERS and _joins(match.string, match.start()):
        return character
    if _SELECTORS.match(character) and _varies(match.string[match.start() - 1 : match.start()]):
        return character
    if character in "\n\r\t":
        return repr(character)[1:-1]
    return f"\\u{ord(character):04x}" if ord(character) < 1 << 16 else f"\\U{ord(character):08x}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands where its script needs one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isascii() and unicodedata.category(before)[0] in "LM" and (not after or not after.isascii())


def _varies(before: str) -> bool:
    """Whether a character is of those that a variation selector draws in another way."""
    return bool(before) and (unicodedata.category(before) == "So" or unicodedata.name(before, "").startswith(_VARIED))
