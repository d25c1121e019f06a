"""The conflict of a case as a model: an engine, and the names of its states."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from detente.case.conflict import Conflict
from detente.methods.gmcr.arrays import Bool, States
from detente.methods.gmcr.engines.coalesce import Coalesced, CoalesceError, coalesce
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.preference.state_sets import members
from detente.methods.gmcr.preference.truth import as_array
from detente.methods.gmcr.states import state_index, state_name
from detente.models.conflict.arrays import accepted_states, graph_form, option_form
from detente.models.conflict.options import CANNOT_MERGE
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.states import Outline
from detente.models.flaw import Flaw, FlawedModelError


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
    accepted
        By decision maker, which states cross no red line of its own; ``None`` where it has none. None of them in graph
        form. [each shape (S,)]
    origins
        After coalescing, a state of the options that each state stands for; else ``None``. [shape (S,)]
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    engine: Engine
    labels: tuple[str, ...] | None
    status_quo: int | None
    named: Mapping[str, int | None]
    accepted: tuple[Bool | None, ...] = ()
    origins: States | None = None

    def accepts(self, maker: int) -> Bool | None:
        """Return which states cross no red line of a decision maker; ``None`` where it has none [shape (S,)]."""
        return self.accepted[maker] if self.accepted else None

    def name(self, state: int) -> str:
        """Return the name of a state."""
        return self.labels[state] if self.labels is not None else state_name(state, len(self.options))

    def number(self, name: str) -> int | None:
        """Return the number of the state with that name, possible or not; ``None`` when there is none."""
        if self.labels is not None:
            return self.labels.index(name) if name in self.labels else None
        spelt = len(name) == len(self.options) and set(name) <= {"Y", "N"}
        return state_index(name) if spelt else None

    def can_be(self, state: int | None) -> bool:
        """Whether a state is feasible at this date."""
        return state is not None and bool(self.engine.feasible[state])


def model_conflict(conflict: Conflict, closed: Collection[str] | None = None) -> ConflictModel:
    """Return the model of ``conflict``; parameters and errors are those of ``outline_conflict``.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    outline = outline_conflict(conflict, closed)
    makers = tuple(maker.actor for maker in conflict.decision_makers)
    if conflict.graph is not None:
        engine = graph_form(conflict, outline)
        return ConflictModel(makers, (), engine, outline.states, outline.status_quo, outline.named)
    form, accepted = option_form(conflict, outline), accepted_states(outline)
    if not outline.patterns:
        return ConflictModel(makers, outline.options, form, None, outline.status_quo, outline.named, accepted)
    count = 1 << len(outline.options)
    try:
        merged = coalesce(form, [as_array(states, count) for states in outline.patterns])
    except CoalesceError as error:
        text = conflict.coalesce[error.group]
        why = (
            "it shares a state with another pattern"
            if error.maker is None
            else f"'{makers[error.maker]}' prefers some to others"
        )
        message = f"the states that '{text}' matches cannot become one: {why}"
        raise FlawedModelError([Flaw(CANNOT_MERGE, ("conflict", "coalesce", error.group), message)]) from error
    quo = outline.status_quo
    named = {name: _place(merged, s) for name, s in outline.named.items()}
    labels = _labels(conflict, outline, merged)
    place = None if quo is None else _place(merged, quo)
    kept = tuple(each if each is None else each[merged.firsts] for each in accepted)
    return ConflictModel(makers, outline.options, merged.engine, labels, place, named, kept, merged.firsts)


def _place(merged: Coalesced, state: int) -> int | None:
    place = int(merged.place[state])
    return place if place >= 0 else None


def _labels(conflict: Conflict, outline: Outline, merged: Coalesced) -> tuple[str, ...]:
    """Return the pattern for each merged state, and the name of each other one."""
    patterns = {
        _place(merged, next(members(states))): text.strip("{} ")
        for states, text in zip(outline.patterns, conflict.coalesce, strict=True)
    }
    first = (state_name(int(group[0]), len(outline.options)) for group in merged.members)
    return tuple(patterns.get(place, name) for place, name in enumerate(first))
