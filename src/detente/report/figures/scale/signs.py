"""The signs over a scale: what its marked places mean, beside each other where there is room, else in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.report.drawing.lettering import LEADING, width, wrap
from detente.report.drawing.svg import lines, text

SIZE = 14.0
_LEAST, _APART, _MOST = 52.0, 10.0, 3


@dataclass(frozen=True, slots=True)
class Signs:
    """Marked places in a drawing.

    Attributes
    ----------
    places
        Where they are [units].
    words
        What each means.
    left, right
        Edges of the drawing [units].
    """

    places: tuple[float, ...]
    words: tuple[str, ...]
    left: float
    right: float

    def blocks(self) -> tuple[tuple[str, ...], ...] | None:
        """Return the lines of each sign, or ``None`` where they have no room beside each other."""
        rooms = self._rooms()
        if any(room < _LEAST and width(words, SIZE) > room for room, words in zip(rooms, self.words, strict=True)):
            return None
        found = tuple(wrap(words, room, SIZE, _MOST) for room, words in zip(rooms, self.words, strict=True))
        whole = all(" ".join(block).split() == words.split() for block, words in zip(found, self.words, strict=True))
        return found if whole else None

    def _rooms(self) -> list[float]:
        """Return how wide each sign may be: as far as half way to the next one, on both sides alike but at the ends."""
        halves = [(one + other) / 2 for one, other in pairwise(self.places)]
        edges = [self.left - _APART / 2, *halves, self.right + _APART / 2]
        found = []
        for number, (x, (left, right)) in enumerate(zip(self.places, pairwise(edges), strict=False)):
            match self.anchor(number):
                case "":
                    room = right - x
                case "end":
                    room = x - left
                case _:
                    room = 2 * min(x - left, right - x)
            found.append(room - _APART / 2)
        return found

    def anchor(self, number: int) -> str:
        """Return how the letters of a sign stand to its place."""
        x = self.places[number]
        nearest = min(x - self.left, self.right - x)
        if nearest > 60:
            return "middle"
        return "" if x - self.left < self.right - x else "end"

    def drawn(self, top: float) -> tuple[list[str], float]:
        """Return the markup of the signs, the uppermost line at ``top``, and where their lowest line stands."""
        blocks = self.blocks() or tuple((str(number),) for number, _ in enumerate(self.words, 1))
        rows = max((len(block) for block in blocks), default=0)
        foot = top + SIZE * LEADING * max(rows - 1, 0)
        body = []
        for number, (x, block) in enumerate(zip(self.places, blocks, strict=True)):
            y = foot - SIZE * LEADING * (len(block) - 1)
            body.append(lines((x, y), block, SIZE, "sign", self.anchor(number)))
        return body, foot

    def listed(self, top: float) -> tuple[list[str], float]:
        """Return the list of what the numbers mean, and its height; nothing where signs have room."""
        if self.blocks() is not None:
            return [], 0.0
        body, y = [], top
        for row in self._list():
            number, words = row
            body += [text(self.left + 14, y, number, "key", "end"), lines((self.left + 24, y), words, SIZE)]
            y += SIZE * LEADING * max(len(words), 1) + 3
        return body, y - top

    def _list(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for number, words in enumerate(self.words, 1):
            yield str(number), wrap(words, self.right - self.left - 30, SIZE)
