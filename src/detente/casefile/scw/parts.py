"""The parts of a ``.scw`` file: lines up to one that begins with ``#``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

END = "#"
"""How the line begins that closes a part."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty.

    Attributes
    ----------
    text
        What stands in it, without the blanks at both ends.
    span
        Where its text begins.
    """

    text: str
    span: Span

    @property
    def rest(self) -> str:
        """What stands after the first character."""
        return self.text[1:].strip()


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together.

    Attributes
    ----------
    lines
        Those that are not empty, without that which closes the part.
    end
        Where it is closed, or where the file ends.
    closed
        Whether it is closed at all.
    """

    lines: Sequence[Line]
    end: Span
    closed: bool


def parts_of(text: str, path: str) -> list[Part]:
    """Return the parts of a file, in order; the last one ends where the file does, and may be empty."""
    found: list[Part] = []
    lines: list[Line] = []
    written = re.split(r"\r\n|\r|\n", text.rstrip())
    for number, each in enumerate(written, 1):
        line = Line(each.strip(), Span(path, number, len(each) - len(each.lstrip()) + 1))
        if line.text.startswith(END):
            found.append(Part(lines, line.span, closed=True))
            lines = []
        elif line.text:
            lines.append(line)
    return [*found, Part(lines, Span(path, len(written)), closed=False)]
