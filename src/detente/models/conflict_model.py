"""The conflict of a case as a model: an engine, and the names of its states."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from detente.case.conflict import Conflict
from detente.methods.gmcr.engine import Engine
from detente.methods.gmcr.states import state_index, state_name
from detente.models import conflict_graph, conflict_options
from detente.models.conflict_text import read_conditions
from detente.models.flaw import FlawedModelError


@dataclass(frozen=True, slots=True)
class ConflictModel:
    """A conflict ready for analysis.

    Attributes
    ----------
    decision_makers, options
        Ids, in the order of the case.
    engine
        Moves and preferences.
    labels
        Names of the states in graph form or after coalescing; ``None`` when strings of Y and N name them.
    status_quo
        Number of the state the dispute is in, where the case says so.
    named
        Number of each named state by its name; ``None`` where it was merged with nothing that can be now.
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    engine: Engine
    labels: tuple[str, ...] | None
    status_quo: int | None
    named: Mapping[str, int | None]

    def name(self, state: int) -> str:
        """Return the name of a state."""
        return self.labels[state] if self.labels is not None else state_name(state, len(self.options))

    def can_be(self, state: int | None) -> bool:
        """Whether a state is feasible at this date."""
        return state is not None and bool(self.engine.feasible[state])

    def number(self, name: str) -> int | None:
        """Return the number of the state called ``name``, or ``None`` when no feasible state is."""
        if self.labels is not None:
            return self.labels.index(name) if name in self.labels else None
        if len(name) != len(self.options) or set(name) - {"Y", "N"}:
            return None
        number = state_index(name)
        return number if self.engine.feasible[number] else None


def model_conflict(conflict: Conflict, closed: Collection[str] = ()) -> ConflictModel:
    """Return the model of ``conflict``.

    Parameters
    ----------
    conflict
        As the case writes it; its references are known to be good.
    closed
        Ids of options that cannot be taken at the date in question.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    conditions = read_conditions(conflict)
    if conditions.flaws:
        raise FlawedModelError(conditions.flaws)
    makers = tuple(maker.actor for maker in conflict.decision_makers)
    options = tuple(option.id for maker in conflict.decision_makers for option in maker.options)
    if conflict.graph is not None:
        form = conflict_graph.build(conflict, conflict.graph)
    else:
        form = conflict_options.build(conflict, conditions, closed)
    return ConflictModel(makers, options, form.engine, form.labels, form.status_quo, form.named)
