"""A conflict in graph form: states and moves by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case.conflict import Conflict, Graph
from detente.diagnostics import did_you_mean
from detente.models.conflict.ranking import Rankable, ranking_flaws
from detente.models.conflict.states import BAD_FORM, NO_SUCH_STATE, Outline
from detente.models.flaw import Flaw, FlawedModelError

Path = tuple[str | int, ...]

_STATES = "write 'states: [name, name, …]' with different names"
_DELETE = "take it out, or write the conflict with options and without a graph"
_LAST = "take it out, and put what it accepts in no case last in its ranking"
_RANK = "write 'ranking: [[best], [next], …]'"
_ONE_NAME = "write the name of one state of the graph"


def outline(conflict: Conflict, graph: Graph) -> Outline:
    """Return the outline of a conflict in graph form.

    Raises
    ------
    FlawedModelError
        If it mixes the forms, or names states that it does not list.
    """
    index = {name: number for number, name in enumerate(graph.states)}
    named = {name: each.take[0] if each.take else "" for name, each in conflict.named_states.items()}
    quo = conflict.status_quo[0] if conflict.status_quo else None
    flaws = [*_form_flaws(conflict, graph), *_move_flaws(conflict, graph, index)]
    specs: dict[tuple[str, ...], tuple[str, ...]] = {
        ("named_states", name, "take"): each.take for name, each in conflict.named_states.items()
    }
    specs["status_quo",] = conflict.status_quo or ()
    several = [path for path, spec in specs.items() if len(spec) > 1]
    flaws += [
        Flaw(BAD_FORM, ("conflict", *path), "in graph form a state is named by one name", _ONE_NAME) for path in several
    ]
    spoken: dict[Path, str] = {("conflict", "named_states", name, "take", 0): state for name, state in named.items()}
    if quo is not None:
        spoken["conflict", "status_quo", 0] = quo
    flaws += [_missing(state, index, path) for path, state in spoken.items() if state not in index]
    flaws += ranking_flaws(conflict, Rankable(index.__contains__, lambda: index))
    if flaws:
        raise FlawedModelError(flaws)
    every = (1 << len(index)) - 1
    numbers = {name: index[state] for name, state in named.items()}
    return Outline((), graph.states, every, every, None if quo is None else index[quo], numbers)


def _form_flaws(conflict: Conflict, graph: Graph) -> Iterator[Flaw]:
    at: Path = ("conflict",)
    if len(set(graph.states)) < len(graph.states) or not graph.states:
        yield Flaw(BAD_FORM, (*at, "graph", "states"), "a graph lists at least one state, and each only once", _STATES)
    listed = {"joint": conflict.joint, "infeasible": conflict.infeasible, "coalesce": conflict.coalesce}
    for key, value in listed.items():
        if value:
            yield Flaw(
                BAD_FORM, (*at, key), f"'{key}' belongs to a conflict with options; this one has a graph", _DELETE
            )
    for i, maker in enumerate(conflict.decision_makers):
        where = (*at, "decision_makers", i)
        if maker.options:
            yield Flaw(BAD_FORM, (*where, "options"), "a conflict with a graph has no options", _DELETE)
        if maker.red_lines:
            message = "in graph form states have names, and no condition tells which of them cross a red line"
            yield Flaw(BAD_FORM, (*where, "red_lines"), message, _LAST)
        if maker.preferences is not None and maker.preferences.ranking is None:
            yield Flaw(BAD_FORM, (*where, "preferences"), "in graph form preferences are a ranking", _RANK)


def _move_flaws(conflict: Conflict, graph: Graph, index: Mapping[str, int]) -> Iterator[Flaw]:
    makers = {maker.actor for maker in conflict.decision_makers}
    for actor, moves in graph.moves.items():
        at: Path = ("conflict", "graph", "moves", actor)
        if actor not in makers:
            hint = did_you_mean(actor, makers) or f"the decision makers are {', '.join(sorted(makers))}"
            yield Flaw(BAD_FORM, at, f"'{actor}' is not a decision maker", hint, cause=actor)
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
    return Flaw(NO_SUCH_STATE, path, f"the graph has no state '{state}'", hint, cause=state)
