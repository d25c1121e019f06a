"""Callouts: what marks are called, beside each mark or in a column beside all of them, with lines that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.drawing.labels import Ground, Round, beside, leader, place, rail
from detente.report.drawing.lettering import BOLD, LEADING, size_of, wrap
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import Box, lines, text

Words = tuple[str, ...]
"""Lines of letters."""

RAIL = 40.0
"""Width of a column of numbers beside a field [units]."""


@dataclass(frozen=True, slots=True)
class Callouts:
    """Words with their places.

    Attributes
    ----------
    points
        What is called something: middle and radius of its mark [units].
    words
        What it is called.
    boxes
        Where that stands.
    """

    points: Sequence[Round]
    words: Sequence[Words]
    boxes: Sequence[Box]

    def drawn(self, names: int | None = None) -> str:
        """Return the words, as many of them as names as are said and the rest in quiet letters, and lines to them."""
        ends = [leader(point, box) for point, box in zip(self.points, self.boxes, strict=True)]
        path = "".join(f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" for (x, y), (to_x, to_y) in ends)
        bold = len(self.words) if names is None else names
        said = (
            beside(point[0], words, box, SIZE, "name" if number < bold else "aside")
            for number, (point, words, box) in enumerate(zip(self.points, self.words, self.boxes, strict=True))
        )
        return f'<path class="leader" d="{path}"/>{"".join(said)}' if path else ""


def near(points: Sequence[Round], words: Sequence[Words], ground: Ground) -> Callouts | None:
    """Return words beside their marks; ``None`` where there is no room for all of them."""
    boxes = place(points, [_size(each) for each in words], ground)
    return None if boxes is None else Callouts(points, words, boxes)


def aside(points: Sequence[Round], words: Sequence[Words], field: Box) -> Callouts:
    """Return words in a column to the right of a field."""
    room = Box(field.right + 12, field.y, RAIL - 12, field.height)
    return Callouts(points, words, rail(points, [_size(each) for each in words], room))


def tall(words: Sequence[Words]) -> float:
    """Return how high a field must be for a column of words beside it [units]."""
    return sum(_size(each)[1] for each in words)


def _size(words: Words) -> tuple[float, float]:
    """Return the room that heavy letters take [units]."""
    wide, high = size_of(words, SIZE)
    return wide * BOLD, high


def listed(entries: Sequence[tuple[str, Sequence[str]]], wide: float, top: float) -> tuple[str, float]:
    """Return a list of what signs stand for, and its lower end; short entries share a line where there is room.

    Parameters
    ----------
    entries
        Each sign, and what it stands for, beginning a new line with each.
    wide
        Width of the drawing [units].
    top
        The base line of the first [units].
    """
    several = [tuple(line for each in said for line in wrap(each, wide - 34, SIZE)) for _, said in entries]
    room = max((_size(words)[0] for words in several), default=wide) + 40
    columns = max(int(wide // room), 1) if all(len(words) <= 1 for words in several) else 1
    body, y = "", top
    for number, ((sign, _), words) in enumerate(zip(entries, several, strict=True)):
        x = round(number % columns * wide / columns, 1)
        body += (text(x + 20, y, sign, "key", "end") if sign else "") + lines((x + 28, y), words, SIZE)
        if number % columns == columns - 1 or number == len(entries) - 1:
            y = round(y + SIZE * LEADING * max(len(words), 1) + 3, 1)
    return body, y - 8 if entries else top - SIZE
