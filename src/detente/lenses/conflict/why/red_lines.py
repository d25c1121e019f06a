"""Red lines that keep a decision maker where it is: moves of its own that would cross one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.preference.statements import parse

if TYPE_CHECKING:
    from detente.case.red_line import RedLine
    from detente.lenses.conflict.engine.explicit import Explicit


def crossings(analysis: Explicit, i: int, state: int) -> list[tuple[RedLine, list[int]]]:
    """Return the red lines that a decision maker would cross by a move of its own, each with where such moves lead.

    Where it is across a red line already there are none: from there it does not fear to cross another.
    """
    model = analysis.model
    accepted = model.accepts(i)
    if accepted is None or not accepted[state]:
        return []
    reached = model.engine.moves(i, state).tolist()
    found = []
    for line in analysis.conflict.decision_makers[i].red_lines:
        read = parse(line.when)
        ends = [end for end in reached if not holds(read, model.options, state=_options(analysis, end))]
        if ends:
            found.append((line, ends))
    return found


def _options(analysis: Explicit, state: int) -> int:
    """Return the state of the options that a state of the model stands for."""
    origins = analysis.model.origins
    return state if origins is None else int(origins[state])
