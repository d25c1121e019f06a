"""Comments that end a text whose next lines go on with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.yaml_text.words import KEY, Place, Words, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEHIND = re.compile(r"(?<=\S)[ \t]+#")
_STARTED = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:[\w-]+:(?P<gap> *))?(?P<text>.*)")
_NO_TEXT = ("'", '"', "{", "[", "|", ">", "&", "*", "!")


def ended_by_comment(lines: Sequence[str], at: Place) -> Words | None:
    """Return the comment that ended the text which the line of a place goes on with; ``None`` where there is none."""
    line = line_of(lines, at[0])
    start = len(line) - len(line.lstrip())
    if at[1] < start or not line.strip() or KEY.match(line) or line[start:].startswith(("- ", "#")):
        return None
    number, comment = at[0] - 1, None
    while number >= 0 and line_of(lines, number).lstrip().startswith("#"):
        comment = (number, line_of(lines, number).index("#"))
        number -= 1
    text = line_of(lines, number)
    if behind := _BEHIND.search(text):
        comment = (number, behind.end() - 1)
        text = text[: behind.start()]
    if comment is None or not text.strip() or start <= _key_column(lines, number, text):
        return None
    message = f"a comment ends the text before it, and line {at[0] + 1} goes on with that text"
    return Words(*comment, message, "put all of the text in quotes, or move the comment above its key")


def _key_column(lines: Sequence[str], number: int, last: str) -> int:
    """Return where the key, or the dash, stands that begins the unquoted text of a line; far off where none does."""
    far = 1 << 20
    line = last
    while not (KEY.match(line) or line.lstrip().startswith("- ")):
        number -= 1
        if number < 0 or not (line := line_of(lines, number)).strip():
            return far
    found = _STARTED.fullmatch(line)
    if found is None or found["text"].startswith(_NO_TEXT) or (line is last and not found["text"].strip()):
        return far
    dashed = len(found["indent"] + found["dashes"])
    return dashed if found["gap"] is not None else found["dashes"].rindex("-") + len(found["indent"])
