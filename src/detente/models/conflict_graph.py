"""A conflict in graph form: states and moves by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from detente.case.conflict import Conflict, DecisionMaker, Graph
from detente.diagnostics import did_you_mean
from detente.methods.gmcr.arrays import Ordinal, States
from detente.methods.gmcr.graph_form import GraphForm
from detente.models.conflict_form import BAD_FORM, NO_SUCH_STATE, Form
from detente.models.conflict_preferences import by_ranking, indifferent
from detente.models.flaw import Flaw, FlawedModelError

Path = tuple[str | int, ...]


def build(conflict: Conflict, graph: Graph) -> Form:
    """Return the engine of a conflict in graph form.

    Raises
    ------
    FlawedModelError
        If it mixes the forms, or names states that it does not list.
    """
    index = {name: number for number, name in enumerate(graph.states)}
    flaws = [*_form_flaws(conflict, graph), *_move_flaws(conflict, graph, index)]
    named = {name: spec[0] if spec else "" for name, spec in conflict.named_states.items()}
    flaws += [
        _missing(state, index, ("conflict", "named_states", name))
        for name, state in named.items()
        if state not in index
    ]
    quo = conflict.status_quo[0] if conflict.status_quo else None
    if quo is not None and quo not in index:
        flaws.append(_missing(quo, index, ("conflict", "status_quo")))
    payoffs: list[Ordinal] = []
    for i, maker in enumerate(conflict.decision_makers):
        try:
            payoffs.append(_payoffs(maker, index, i))
        except FlawedModelError as error:
            flaws += error.flaws
    if flaws:
        raise FlawedModelError(flaws)
    arcs = tuple(_arcs(graph.moves.get(maker.actor, {}), index) for maker in conflict.decision_makers)
    engine = GraphForm(arcs, np.array(payoffs, dtype=np.int32).reshape(len(arcs), len(index)))
    return Form(engine, graph.states, index.get(quo or ""), {name: index[state] for name, state in named.items()})


def _payoffs(maker: DecisionMaker, index: Mapping[str, int], number: int) -> Ordinal:
    feasible = np.ones(len(index), dtype=np.bool_)
    if maker.preferences is None or maker.preferences.ranking is None:
        return indifferent(feasible)
    return by_ranking(maker, index, feasible, ("conflict", "decision_makers", number, "preferences"))


def _arcs(moves: Mapping[str, tuple[str, ...]], index: Mapping[str, int]) -> States:
    pairs = [(index[here], index[there]) for here, reached in moves.items() for there in reached]
    return np.array(pairs, dtype=np.intp).reshape(-1, 2)


def _form_flaws(conflict: Conflict, graph: Graph) -> Iterator[Flaw]:
    at: Path = ("conflict",)
    if len(set(graph.states)) < len(graph.states) or not graph.states:
        yield Flaw(BAD_FORM, (*at, "graph", "states"), "a graph lists at least one state, and each only once")
    for key, value in (("infeasible", conflict.infeasible), ("coalesce", conflict.coalesce)):
        if value:
            yield Flaw(BAD_FORM, (*at, key), f"'{key}' belongs to a conflict with options; this one has a graph")
    for i, maker in enumerate(conflict.decision_makers):
        where = (*at, "decision_makers", i)
        if maker.options:
            yield Flaw(BAD_FORM, (*where, "options"), "a conflict with a graph has no options")
        if maker.preferences is not None and maker.preferences.ranking is None:
            yield Flaw(BAD_FORM, (*where, "preferences"), "in graph form preferences are a ranking")


def _move_flaws(conflict: Conflict, graph: Graph, index: Mapping[str, int]) -> Iterator[Flaw]:
    makers = {maker.actor for maker in conflict.decision_makers}
    for actor, moves in graph.moves.items():
        at: Path = ("conflict", "graph", "moves", actor)
        if actor not in makers:
            yield Flaw(BAD_FORM, at, f"'{actor}' is not a decision maker", did_you_mean(actor, makers))
        for here, reached in moves.items():
            if here not in index:
                yield _missing(here, index, (*at, here))
            for k, there in enumerate(reached):
                if there not in index:
                    yield _missing(there, index, (*at, here, k))
                elif there == here:
                    yield Flaw(BAD_FORM, (*at, here, k), f"a move from '{here}' to itself is no move", "delete it")


def _missing(state: str, index: Mapping[str, int], path: Path) -> Flaw:
    hint = did_you_mean(state, index) or f"the states are {', '.join(list(index)[:12])}"
    return Flaw(NO_SUCH_STATE, path, f"the graph has no state '{state}'", hint)
