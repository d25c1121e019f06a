"""The states of a conflict without arrays: which can be, which are named, and which cannot be meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.diagnostics import Rule
from detente.methods.gmcr.preference.expressions import Expression

NO_SUCH_STATE = Rule(
    "DT504",
    "a state that cannot be",
    "The status quo and the named states must be feasible: the infeasible combinations, and for the status quo also "
    "the dates from which options are available, must allow them.",
)
BAD_FORM = Rule(
    "DT506",
    "a conflict in neither of the two forms",
    "A conflict is written with options, or as a graph of states and moves with rankings; not both.",
)

NOT_AVAILABLE = (
    "its options are not available at this date",
    "take them out of the status quo, or mend from when they are available",
)
RULED_OUT = ("it is ruled out as infeasible", "mend the status quo, or what is infeasible")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a conflict comes to before anything is computed.

    Attributes
    ----------
    options
        Ids of the options in written order; none in graph form.
    states
        Names of the states in graph form; none in option form.
    ever, feasible
        The states that can be at some date, and at this one, as sets.
    status_quo
        Number of the state the dispute is in, where the case says so.
    named
        Number of each named state, possible now or not.
    statements
        By decision maker, its preference statements; empty where it has a ranking or weights.
    accepted
        By decision maker, that it accepts a state; ``None`` where it has no red lines.
    patterns
        The states that each coalescing pattern matches, as sets.
    """

    options: tuple[str, ...]
    states: tuple[str, ...]
    ever: int
    feasible: int
    status_quo: int | None
    named: Mapping[str, int]
    statements: tuple[tuple[Expression, ...], ...] = ()
    accepted: tuple[Expression | None, ...] = ()
    patterns: tuple[int, ...] = ()
