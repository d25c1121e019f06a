"""Places: lines and columns counted from 1, as the session has them, and positions of the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol.types import Position, Range, TextEdit

if TYPE_CHECKING:
    from pygls.workspace import PositionCodec

    from detente.session.editing import Edit, Lines, Span


@dataclass(frozen=True, slots=True)
class Places:
    """Turns places into positions and back, in the units that the editor counts characters in.

    Attributes
    ----------
    codec
        How the editor counts: in UTF-16 units, unless both sides know better.
    lines
        The lines of the files.
    """

    codec: PositionCodec
    lines: Lines

    def position(self, path: str, line: int, column: int) -> Position:
        """Return a place as a position."""
        written = self.lines.in_file(path)
        before = written[line - 1][: column - 1] if line <= len(written) else ""
        return Position(line - 1, self.codec.client_num_units(before))

    def range(self, span: Span) -> Range:
        """Return a span as a range; an empty one where nobody knows its end."""
        line, column = span.end or (span.line, span.column)
        return Range(self.position(span.path, span.line, span.column), self.position(span.path, line, column))

    def edit(self, edit: Edit) -> TextEdit:
        """Return a change of text."""
        return TextEdit(self.range(edit.span), edit.text)

    def place(self, path: str, position: Position) -> tuple[int, int]:
        """Return a position as line and column."""
        written = self.lines.in_file(path)
        text = written[position.line] if position.line < len(written) else ""
        units, column = 0, 0
        while column < len(text) and units < position.character:
            units += self.codec.client_num_units(text[column])
            column += 1
        return position.line + 1, column + 1
