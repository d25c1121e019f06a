"""Preferences and moves of a conflict as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from detente.case.conflict import Conflict, DecisionMaker
from detente.methods.gmcr.arrays import Bool, Ordinal, States
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.preferences import above_all, from_ranking, from_statements, from_weights
from detente.methods.gmcr.preference.truth import as_array, truth_table
from detente.methods.gmcr.states import state_index
from detente.models.conflict.blocks import runs
from detente.models.conflict.states import Outline


def option_form(conflict: Conflict, outline: Outline) -> OptionForm:
    """Return the engine of a conflict in option form."""
    options = conflict.options
    feasible = as_array(outline.feasible, 1 << len(options))
    rows = [_payoffs(conflict, outline, feasible, number=i) for i in range(len(conflict.decision_makers))]
    accepted = accepted_states(outline)
    rows = [row if kept is None else above_all(kept, row) for row, kept in zip(rows, accepted, strict=True)]
    directions = tuple(Direction(option.direction) for option in options)
    return OptionForm(conflict.owners, directions, feasible, np.array(rows, dtype=np.int32))


def accepted_states(outline: Outline) -> tuple[Bool | None, ...]:
    """Return by decision maker which states cross no red line of its own; ``None`` without any [each shape (2**n,)]."""
    return tuple(each if each is None else truth_table(each, outline.options) for each in outline.accepted)


def graph_form(conflict: Conflict, outline: Outline) -> GraphForm:
    """Return the engine of a conflict in graph form."""
    index = {name: number for number, name in enumerate(outline.states)}
    feasible = np.ones(len(index), dtype=np.bool_)
    moves = conflict.graph.moves if conflict.graph else {}
    arcs = tuple(_arcs(moves.get(maker.actor, {}), index) for maker in conflict.decision_makers)
    rows = [_ranked(maker, index, feasible) for maker in conflict.decision_makers]
    return GraphForm(arcs, np.array(rows, dtype=np.int32).reshape(len(arcs), len(index)))


def _payoffs(conflict: Conflict, outline: Outline, feasible: Bool, *, number: int) -> Ordinal:
    stated = conflict.decision_makers[number].preferences
    if stated is None:
        return from_statements([], feasible)
    if stated.statements is not None:
        truths = (truth_table(s, outline.options) for s in outline.statements[number])
        return from_statements(truths, feasible, runs(stated.statements))
    if stated.weights is None:
        return _ranked(conflict.decision_makers[number], None, feasible)
    return from_weights([stated.weights.get(option, 0.0) for option in outline.options], feasible)


def _ranked(maker: DecisionMaker, index: Mapping[str, int] | None, feasible: Bool) -> Ordinal:
    """Return payoffs from a ranking, as far as its states are feasible now; ties everywhere without one."""
    ranking: Sequence[Sequence[str]] = (maker.preferences.ranking if maker.preferences else None) or ()
    if not ranking:
        return from_statements([], feasible)
    numbers = [[state_index(name) if index is None else index[name] for name in group] for group in ranking]
    possible = [[s for s in group if feasible[s]] for group in numbers]
    return from_ranking([group for group in possible if group], feasible)


def _arcs(moves: Mapping[str, tuple[str, ...]], index: Mapping[str, int]) -> States:
    pairs = [(index[here], index[there]) for here, reached in moves.items() for there in reached]
    return np.array(pairs, dtype=np.intp).reshape(-1, 2)
