"""Characters that look like those which structure YAML, found where a text can be read only without them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from detente.casefile.yaml_text.traps import UNSEEN
from detente.diagnostics import Span
from detente.diagnostics.characters import looks_like, named

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from detente.diagnostics import Diagnostic

COLONS = "\uff1a\u2236\ua789\u0589\u05c3\ufe55\ufe13"
_COMMAS = "\uff0c\u3001\uff64\u060c\ufe50\u201a"
_DASHES = "\u2010-\u2015\u2212\uff0d\ufe58\ufe63\u2022\u2043"
_OPENING, _CLOSING = "\uff3b\uff5b\u3010\u3014", "\uff3d\uff5d\u3011\u3015"
_QUOTES = "\u2018-\u201f\u00ab\u00bb\u2039\u203a\uff02\uff07\u300c\u300d"
_START = rf"^[ ]*(?:[-{_DASHES}][ ]+)*"
_BEFORE = rf"(?:(?<=[:,\[{{{COLONS}{_COMMAS}{_OPENING}])[ ]*|{_START})"
_END = r"(?=[ ]*(?:[,\]}]|$))"
_STRUCTURE = re.compile(
    rf"(?:{_START}|(?<=[{{\[,{_OPENING}{_COMMAS}])[ ]*)[\w-]+[ ]?(?P<colon>[{COLONS}])"
    rf"|^[ ]*(?:-[ ]+)*(?P<dash>[{_DASHES}])(?=[ ])"
    rf"|(?P<comma>[{_COMMAS}])(?=[ ]*(?:[\w-]+[ ]?[:{COLONS}]|[\[{{{_OPENING}]))"
    rf"|{_BEFORE}(?P<opening>[{_OPENING}])"
    rf"|(?P<closing>[{_CLOSING}])(?=[ ]*(?:[\]}},#{_CLOSING}{_COMMAS}]|$))"
    rf"|{_BEFORE}(?P<quote>[{_QUOTES}])(?=[^{_QUOTES}]*[:#,\[\]{{}}])[^\"\\{_QUOTES}]*(?P<quoted>[{_QUOTES}]){_END}"
)
_MOST = 12
_Mend = tuple[tuple[int, str], ...]
"""Places that are mended together, and the sign for each."""

_KEY = re.compile(rf"[{_DASHES}] |[\w-]+ ?[{COLONS}]|.*[{_QUOTES}]$")


def is_misread(key: str) -> bool:
    """Whether a key, as written, holds a character that most likely was to end it, or to begin it."""
    return not key.isascii() and _KEY.match(key) is not None


def without_look_alikes(
    text: str, path: str, lines: Container[int], is_better: Callable[[str], bool]
) -> tuple[str, list[Diagnostic]]:
    """Return a text with plain signs where the structure of some lines needs them, and what stood there.

    Parameters
    ----------
    text, path
        A text that cannot be read as it is, and where it stands.
    lines
        Which lines may be mended, counted from 1.
    is_better
        Whether a mended text can be read further. Only what is needed for that is mended.
    """
    places = _places(text, lines)
    if not places or not is_better(_mended(text, places)):
        return text, []
    for place in reversed(places):
        fewer = [each for each in places if each != place]
        if fewer and is_better(_mended(text, fewer)):
            places = fewer
    return _mended(text, places), [_problem(text, path, *each) for each in chain.from_iterable(places)]


def _places(text: str, lines: Container[int]) -> list[_Mend]:
    """Return the places in some lines where a look-alike could be structure, and the sign to be put there."""
    found: list[_Mend] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number in lines and not line.isascii():
            for match in _STRUCTURE.finditer(line):
                kinds = [kind for kind, written in match.groupdict().items() if written]
                found.append(tuple((start + match.start(kind), _sign(kind, match[kind])) for kind in kinds))
        start += len(line) + 1
    return found[:_MOST]


def _sign(kind: str, written: str) -> str:
    if kind in ("opening", "closing"):
        is_brace = looks_like(written) in ("{", "}")
        return ("{" if is_brace else "[") if kind == "opening" else ("}" if is_brace else "]")
    return {"colon": ":", "dash": "-", "comma": ","}.get(kind, '"')


def _mended(text: str, places: list[_Mend]) -> str:
    parts: list[str] = []
    last = 0
    for at, sign in chain.from_iterable(places):
        is_glued = sign == ":" and text[at + 1 : at + 2].strip()
        parts += [text[last:at], sign, " " if is_glued else ""]
        last = at + 1
    return "".join([*parts, text[last:]])


def _problem(text: str, path: str, at: int, sign: str) -> Diagnostic:
    span = Span(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return UNSEEN.at(span, f"{named(text[at])} stands here instead of '{sign}'", "type this place anew")
