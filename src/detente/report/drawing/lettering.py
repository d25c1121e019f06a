"""Lettering: how wide words will be before a browser has set them.

The reader's fonts are not known here, so widths are estimated on the wide side. Lengths are in units of a
sixteenth of a rem, as in the drawings.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

LEADING = 1.25
"""Distance of lines as a multiple of the size of the letters."""

BOLD = 1.2
"""How much wider bold letters are than others."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]- ‘’")
_WIDE = frozenset("mwMW@%&—")


def width(text: str, size: float) -> float:
    """Return about how wide a line of letters of some size is, and rather more."""
    return size * sum(_em(letter) for letter in text)


def wrap(text: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """Return words as at most so many lines that fit a width; what does not fit ends in "…"."""
    found: list[str] = []
    for word in _pieces(text, room, size):
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size) <= room:
            found[-1] = joined
        else:
            found.append(word)
        if len(found) > most:
            break
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], _cut(found[most - 1], room, size))


def one_line(text: str, room: float, size: float) -> str:
    """Return as many words as fit a width; what does not fit ends in "…"."""
    return "".join(wrap(text, room, size, most=1))


def size_of(words: tuple[str, ...], size: float) -> tuple[float, float]:
    """Return about how wide and how high some lines are, with some room around them."""
    return max((width(line, size) for line in words), default=0) + 4, size * LEADING * len(words) + 3


def _pieces(text: str, room: float, size: float) -> Iterator[str]:
    """Yield words; those too long for a line in pieces."""
    for word in text.split():
        start, far = 0, 0.0
        for k, letter in enumerate(word):
            step = size * _em(letter)
            if k > start and far + step > room:
                yield word[start:k]
                start, far = k, 0.0
            far += step
        yield word[start:]


def _cut(text: str, room: float, size: float) -> str:
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter in _WIDE or east_asian_width(letter) in "WF":
        return 1.05
    if ord(letter) > 0x24F:
        return 0.72
    return 0.72 if letter.isupper() else 0.58
