"""The rows of the matrix of a ``.scw`` file: whole numbers between commas, one row and one column for each state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.scw.parts import END
from detente.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.casefile.scw.parts import Line, Part
    from detente.diagnostics import Diagnostic

_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_SHOWN = 20


def read_cells(part: Part, states: Sequence[str], problems: list[Diagnostic]) -> list[tuple[str, str, int, Span]]:
    """Return every effect that is not 0: the state that acts, that which is acted on, how strongly, and its place.

    Parameters
    ----------
    states
        The states through all descriptors, in the order of the file.
    problems
        To which is added whatever is wrong with rows and numbers.
    """
    rows = part.lines
    if len(rows) < len(states) or not part.closed:
        how = "" if part.closed else f", without a '{END}'"
        message = f"the matrix ends after {len(rows)} of {len(states)} rows{how}"
        problems.append(BAD_SHAPE.at(part.end, message, "the file may be cut short: save it again"))
    if len(rows) > len(states):
        message = f"the matrix has more than {len(states)} rows, one for each state"
        problems.append(BAD_SHAPE.at(rows[len(states)].span, message))
    return [
        (source, on, effect, span)
        for source, line in zip(states, rows, strict=False)
        for on, (effect, span) in zip(states, _row(line, len(states), problems), strict=False)
        if effect
    ]


def _row(line: Line, width: int, problems: list[Diagnostic]) -> Iterator[tuple[int, Span]]:
    """Yield the numbers of a row and where each stands; nothing where there are too few or too many."""
    cells = line.text.split(",")
    if len(cells) != width:
        message = f"expected {width} numbers, one for each state, got {len(cells)}"
        problems.append(BAD_SHAPE.at(line.span, message))
        return
    column = line.span.column
    for cell in cells:
        span = Span(line.span.path, line.span.line, column + len(cell) - len(cell.lstrip()))
        column += len(cell) + 1
        yield whole(cell.strip(), span, problems), span


def whole(text: str, span: Span, problems: list[Diagnostic]) -> int:
    """Return a whole number; 0 for anything else, which is a problem."""
    if _WHOLE.fullmatch(text):
        return int(text)
    problems.append(BAD_SHAPE.at(span, f"expected a whole number, got '{clean(text)[:_SHOWN]}'"))
    return 0
