"""Lines that begin where no line before them lets one begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_START = re.compile(r"( *)((?:- +)*)(\S?)")


def misplaced(lines: Sequence[str], at: tuple[int, int]) -> tuple[str, str] | None:
    """Return what is wrong with where a line begins, and where it could; ``None`` where it is something else.

    Parameters
    ----------
    lines
        The text.
    at
        Line and column of the place that the parser could not read on from, from 0.
    """
    number, column = at
    line = lines[number] if number < len(lines) else ""
    if not line.strip() or line[:column].strip():
        return None
    is_entry = line[column : column + 2] in ("- ", "-")
    known: list[int] = []
    lowest: int | None = None
    for earlier in reversed(lines[:number]):
        start = _START.match(earlier)
        if start is None or not start[3] or start[3] == "#":
            continue
        columns = _columns(start, entry=is_entry)
        known += [each for each in columns if lowest is None or each < lowest]
        lowest = min(len(start[1]), lowest) if lowest is not None else len(start[1])
    near = sorted(set(known), key=lambda each: (abs(each - column), each))[:2]
    if not near or column in near:
        return None
    spaces = "space" if column == 1 else "spaces"
    what = "entry" if is_entry else "line"
    places = " or ".join(map(str, sorted(near)))
    return f"this {what} begins after {column} {spaces}, where none above it does", f"begin it after {places} spaces"


def _columns(start: re.Match[str], *, entry: bool) -> list[int]:
    """Return the columns at which a line begins an entry, or a key."""
    if entry:
        return [start.start(2) + k.start() for k in re.finditer("-", start[2])]
    return [start.end(2)]
