"""Places: what of a line an editor underlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.session.editing.lines import Lines

_WORD = re.compile(r"[\w@-]+|\S")


def underlined(span: Span, lines: Lines) -> Span:
    """Return a span of one line with an end: what goes on over several lines ends with the first."""
    written = lines.in_file(span.path)
    text = written[span.line - 1] if span.line <= len(written) else ""
    first = min(span.column, len(text) + 1)
    word = _WORD.match(text, first - 1)
    end = word.end() + 1 if word else first
    if span.end is not None:
        line, column = span.end
        end = max(min(column, len(text) + 1), first) if line == span.line else len(text.rstrip()) + 1
    return Span(span.path, span.line, first, end=(span.line, max(end, first)))
