"""The layout of a board: how far apart its squares are, and which words have room between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from detente.findings.figures.board import Board
from detente.report.drawing.lettering import LEADING, width, wrap

SIZE, RADIUS = 14.0, 8.0
INSET = 26.0
"""How far from the left edge of its column the middle of a mark is, where columns are wide."""

LINE = SIZE * LEADING
_TOP, _LONG, _LEAST_PITCH = 44.0, 4, 44.0


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """A board with its measures.

    Attributes
    ----------
    spec
        The board.
    wide
        Width of the drawing [units].
    left, pitch
        Width of the heads of the rows, and distance of the columns and of the rows [units].
    columns, rows, names
        The lines of letters over each column, before each row, and beside each square.
    top
        Where the first row begins [units].
    key
        What letters and numbers stand for, where words had no room.
    """

    spec: Board
    wide: float
    left: float
    pitch: tuple[float, float]
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]
    top: float
    key: tuple[tuple[str, str], ...]

    @property
    def above(self) -> float:
        """How far under the upper edge of a row the middles of its marks are [units]."""
        return LINE * max((len(words) for words in self.names), default=0) + RADIUS + 6

    def at(self, square: int) -> tuple[float, float]:
        """Return the middle of a square's mark [units]."""
        (across, down), place = self.pitch, self.spec.squares[square]
        x = self.left + place.column * across + min(INSET, across / 2)
        return round(x, 1), round(self.top + place.row * down + self.above, 1)

    def heads(self) -> Iterator[tuple[float, float, tuple[str, ...]]]:
        """Yield the heads of columns and rows: where the base line of the first line begins, and the lines."""
        across, down = self.pitch
        for k, words in enumerate(self.columns):
            y = self.top - 6 - LINE * (len(words) - 1)
            if words:
                yield round(self.left + k * across + min(INSET, across / 2) - RADIUS, 1), round(y, 1), words
        for k, words in enumerate(self.rows):
            first = max(self.above - LINE * (len(words) - 1) / 2 + 5, SIZE + 3)
            if words:
                yield 0.0, round(self.top + k * down + first, 1), words

    @property
    def bottom(self) -> float:
        """The lower end of the last row [units]."""
        rows = max(len(self.spec.rows) - 1, 0)
        last = max(self.above + RADIUS + 26, LINE * max(map(len, self.rows), default=0) + 10)
        return self.top + self.pitch[1] * rows + last


def lay(spec: Board, wide: float, *, numbered: bool = False) -> BoardLayout:
    """Return the layout of a board in a drawing of some width, with names, or numbers for them, beside squares."""
    most_left = wide * 0.27
    key: list[tuple[str, str]] = []
    roomy = wide - most_left >= _LEAST_PITCH * len(spec.columns)
    rows = _heads(spec.rows, most_left - 8 if roomy else 0, [str(k) for k, _ in enumerate(spec.rows, 1)], key)
    left = 0.0 if not any(spec.rows) else most_left if not key else 22.0
    across = min((wide - left) / max(len(spec.columns), 1), 240.0)
    heads: list[tuple[str, str]] = []
    inset = min(INSET, across / 2)
    columns = _heads(spec.columns, across - inset + RADIUS - 4, ascii_uppercase, heads)
    named: list[tuple[str, str]] = []
    names = _names(spec, 0 if numbered else across - inset - RADIUS - 6, named)
    tallest = max((len(words) for words in names), default=0)
    down = max(2 * RADIUS + 44 + LINE * tallest, LINE * max(map(len, rows), default=0) + 10)
    top = (_TOP if spec.down and spec.across else _TOP - 20) + LINE * max(map(len, columns), default=0)
    return BoardLayout(spec, wide, left, (across, down), columns, rows, names, top, (*heads, *key, *named))


def _heads(
    words: Sequence[str], room: float, signs: Sequence[str], key: list[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return words where all have room, and else signs for them, which are added to the key."""
    if not any(words):
        return tuple(() for _ in words)
    lines = _fitting(words, room, _LONG)
    if lines is not None:
        return lines
    key += [(sign, each) for sign, each in zip(signs, words, strict=False) if each]
    return tuple((sign,) if each else () for sign, each in zip(signs, words, strict=False))


def _names(spec: Board, room: float, key: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return what stands under each square: its name, or a number in the key where not all names have room."""
    names = [square.name for square in spec.squares]
    lines = _fitting(names, room, 2)
    if lines is not None:
        return lines
    signs: list[tuple[str, ...]] = []
    for name in names:
        signs.append((f"({len(key) + 1})",) if name else ())
        key += [(f"({len(key) + 1})", name)] if name else []
    return tuple(signs)


def _fitting(words: Sequence[str], room: float, most: int) -> tuple[tuple[str, ...], ...] | None:
    """Return words in lines if none is broken within a word or cut, else ``None``."""
    found = tuple(wrap(each, room, SIZE, most) for each in words)
    whole = all(" ".join(lines) == " ".join(each.split()) for lines, each in zip(found, words, strict=True))
    fits = all(width(line, SIZE) <= room for lines in found for line in lines)
    return found if whole and fits else None
