"""Cells of tables: text with a space on either side, laid out in one step where it fits on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

_SPACES = 2


class PaddedCell:
    """Plain text as ``Padding`` of one space would show it, at a third of the cost: most of a table fits on a line."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the width of its longest word and of its longest line, with the spaces."""
        least, most = self._text.__rich_measure__(console, options)
        return Measurement(least + _SPACES, most + _SPACES).with_maximum(options.max_width)

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its lines."""
        plain = self._text.plain
        spare = options.max_width - _SPACES - cell_len(plain)
        if spare < 0 or not (plain.isprintable() and plain == plain.rstrip()):
            yield Padding(self._text, (0, 1))
            return
        room = " " * spare
        yield Segment(f" {room}{plain} " if options.justify == "right" else f" {plain}{room} ")
        yield Segment.line()
