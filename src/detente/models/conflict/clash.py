"""Red lines of decision makers that leave no state."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, TypeAlias

from detente.methods.clashes import smallest_clash
from detente.methods.gmcr.preference.expressions import And, Expression, Not, StatementError
from detente.methods.gmcr.preference.state_sets import state_set
from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
from detente.models.conflict.size import is_large
from detente.models.conflict.text import Conditions, read_conditions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.conflict import Conflict

Drawn: TypeAlias = tuple[int, int]
"""A decision maker, and which of its red lines, from 0."""


def clashing(conflict: Conflict) -> tuple[Drawn, ...]:
    """Return the fewest red lines that no state that can ever be keeps together; none where some state keeps all.

    Parameters
    ----------
    conflict
        A conflict in option form. Where its conditions cannot be read, leave nothing themselves, or are too entangled,
        there are other things to mend.
    """
    read = read_conditions(conflict)
    drawn = [(i, k) for i, lines in enumerate(read.red_lines) for k in range(len(lines))]
    if not drawn or read.flaws:
        return ()
    lines = [read.red_lines[i][k] for i, k in drawn]
    options = [option.id for option in conflict.options]
    try:
        fit = (_Large if is_large(conflict) else _Listed)(options, read, lines).fit
        if fit(range(len(lines))) or not fit(()):
            return ()
        return tuple(drawn[k] for k in smallest_clash(len(lines), fit))
    except (StatementError, DiagramTooLargeError):  # which other checks tell
        return ()


class _Listed:
    """Which red lines some state keeps, where states are listed."""

    def __init__(self, options: Sequence[str], read: Conditions, lines: Sequence[Expression]) -> None:
        ruled_out = [state_set(Not(each), options) for each in read.infeasible]
        self.possible = reduce(and_, ruled_out, (1 << (1 << len(options))) - 1)
        self.kept = [state_set(each, options) for each in lines]

    def fit(self, some: Sequence[int]) -> bool:
        """Whether a state that can be keeps some of the red lines."""
        return bool(reduce(and_, (self.kept[k] for k in some), self.possible))


class _Large:
    """The same by decision diagrams."""

    def __init__(self, options: Sequence[str], read: Conditions, lines: Sequence[Expression]) -> None:
        from detente.methods.gmcr.symbolic.diagram import Diagram
        from detente.methods.gmcr.symbolic.form import options_in

        groups = [options_in(each, options) for each in (*read.infeasible, *lines)]
        self.diagram = Diagram(options, groups=groups)
        self.ruled_out, self.lines = read.infeasible, lines

    def fit(self, some: Sequence[int]) -> bool:
        """Whether a state that can be keeps some of the red lines."""
        crossed = [Not(And(tuple(self.lines[k] for k in some)))] if some else []
        return self.diagram.none_of([*self.ruled_out, *crossed]).satisfiable()
