"""What both forms of a conflict come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.diagnostics import Rule
from detente.methods.gmcr.engine import Engine

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


@dataclass(frozen=True, slots=True)
class Form:
    """An engine and what its states are called; as in ``ConflictModel``."""

    engine: Engine
    labels: tuple[str, ...] | None
    status_quo: int | None
    named: Mapping[str, int | None]
