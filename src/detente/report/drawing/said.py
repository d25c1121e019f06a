"""Words in a drawing, with the room they take: what lines have to leave a gap for."""

from __future__ import annotations

from dataclasses import dataclass

from detente.report.drawing.lettering import BOLD, LEADING, width
from detente.report.drawing.svg import Box, lines

SIZE = 14.0
"""Size of letters [units]."""

_DESCENT = 0.3


@dataclass(frozen=True, slots=True)
class Said:
    """Lines of letters.

    Attributes
    ----------
    x, y
        Where the base line of the first one begins, or has its middle or its end [units].
    words
        The lines.
    name
        Their class.
    anchor
        ``middle`` or ``end`` where they do not begin at ``x``.
    bold
        Whether they are heavy.
    """

    x: float
    y: float
    words: tuple[str, ...]
    name: str = ""
    anchor: str = ""
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room they take, or rather more [units]."""
        wide = max((width(line, SIZE) for line in self.words), default=0.0) * (BOLD if self.bold else 1)
        left = self.x - {"middle": wide / 2, "end": wide}.get(self.anchor, 0.0)
        rows = max(len(self.words) - 1, 0)
        return Box(left, self.y - SIZE, wide, SIZE * (1 + LEADING * rows + _DESCENT)) if any(self.words) else _NOTHING

    def drawn(self) -> str:
        """Return them as SVG."""
        return lines((self.x, self.y), self.words, SIZE, self.name, self.anchor)


_NOTHING = Box(-1, -1, 0, 0)
