"""A conflict in option form: a state is the set of options taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from detente.case.conflict import Conflict
from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.arrays import Bool, Ordinal
from detente.methods.gmcr.coalesce import CoalesceError, coalesce
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.expressions import Name, Pattern, StatementError
from detente.methods.gmcr.option_form import OptionForm
from detente.methods.gmcr.statements import parse
from detente.methods.gmcr.states import MAX_OPTIONS, state_name
from detente.methods.gmcr.truth import truth_table
from detente.models.conflict_form import BAD_FORM, NO_SUCH_STATE, Form
from detente.models.conflict_preferences import by_ranking, by_statements, by_weights, indifferent
from detente.models.conflict_text import BAD_STATEMENT, UNKNOWN_OPTION, Conditions
from detente.models.flaw import Flaw, FlawedModelError

TOO_MANY_OPTIONS = Rule(
    "DT507",
    "too many options",
    f"States are listed one by one up to {MAX_OPTIONS} options. Leave out options that nobody would change now, join "
    "those that always go together, or write the conflict as a graph of the states that matter.",
)
NOTHING_CAN_BE = Rule(
    "DT508",
    "a conflict in which nothing can be",
    "The infeasible combinations, with the options that are closed at this date, leave no state at all. Take the "
    "conditions away one by one to find the two that contradict each other.",
)
CANNOT_MERGE = Rule(
    "DT509",
    "states that cannot be merged",
    "Coalesced states become one, so no decision maker may prefer one of them to another, and none may belong to two "
    "patterns.",
)


def build(conflict: Conflict, conditions: Conditions, closed: Collection[str]) -> Form:
    """Return the engine of a conflict in option form.

    Raises
    ------
    FlawedModelError
        If it has too many options, nothing can be, or its preferences or states do not fit.
    """
    options = [option for maker in conflict.decision_makers for option in maker.options]
    names = [option.id for option in options]
    if not names:
        raise FlawedModelError(
            [Flaw(BAD_FORM, ("conflict",), "no decision maker has an option, and there is no graph")]
        )
    if len(names) > MAX_OPTIONS:
        message = f"{len(names)} options make 2^{len(names)} states; the limit is {MAX_OPTIONS} options"
        raise FlawedModelError([Flaw(TOO_MANY_OPTIONS, ("conflict",), message, "leave out or join options")])
    ever = _feasible(conditions, names)
    feasible = ever & ~_taken(names, closed)
    if not feasible.any():
        message = "the infeasible combinations leave no state" + (" at this date" if ever.any() else "")
        raise FlawedModelError([Flaw(NOTHING_CAN_BE, ("conflict", "infeasible"), message)])
    owners = tuple(i for i, maker in enumerate(conflict.decision_makers) for _ in maker.options)
    directions = tuple(Direction(option.direction) for option in options)
    payoffs = _payoffs(conflict, conditions, ever, feasible)
    engine = OptionForm(owners, directions, feasible, payoffs)
    return _finish(conflict, engine, names, ever)


def _feasible(conditions: Conditions, names: Sequence[str]) -> Bool:
    """Return the states that no infeasible combination rules out [shape (2**n,)]."""
    ruled_out = np.zeros(1 << len(names), dtype=np.bool_)
    for number, expression in enumerate(conditions.infeasible):
        try:
            ruled_out |= truth_table(expression, names)
        except StatementError as error:
            path = ("conflict", "infeasible", number, "when")
            raise FlawedModelError([Flaw(BAD_STATEMENT, path, error.message, offset=error.offset)]) from error
    return ~ruled_out


def _taken(names: Sequence[str], closed: Collection[str]) -> Bool:
    """Return the states in which an option is taken that is closed [shape (2**n,)]."""
    taken = np.zeros(1 << len(names), dtype=np.bool_)
    for name in closed:
        taken |= truth_table(Name(name), names)
    return taken


def _payoffs(conflict: Conflict, conditions: Conditions, ever: Bool, feasible: Bool) -> Ordinal:
    names = [option.id for maker in conflict.decision_makers for option in maker.options]
    index = {}
    if any(maker.preferences and maker.preferences.ranking for maker in conflict.decision_makers):
        index = {state_name(int(s), len(names)): int(s) for s in np.flatnonzero(ever)}
    rows: list[Ordinal] = []
    flaws: list[Flaw] = []
    for i, maker in enumerate(conflict.decision_makers):
        path = ("conflict", "decision_makers", i, "preferences")
        stated = maker.preferences
        try:
            if stated is None:
                rows.append(indifferent(feasible))
            elif stated.statements is not None:
                rows.append(by_statements(conditions.statements[i], names, feasible, path))
            elif stated.weights is not None:
                rows.append(by_weights(stated.weights, names, feasible))
            else:
                rows.append(by_ranking(maker, index, feasible, path))
        except FlawedModelError as error:
            flaws += error.flaws
    if flaws:
        raise FlawedModelError(flaws)
    return np.array(rows, dtype=np.int32)


def _finish(conflict: Conflict, engine: OptionForm, names: Sequence[str], ever: Bool) -> Form:
    """Check and number the states the case speaks of, and merge those it wants merged."""
    unknown = list(_unknown(conflict, names))
    if unknown:
        raise FlawedModelError(unknown)
    quo = None if conflict.status_quo is None else _number(conflict.status_quo, names)
    named = {name: _number(spec, names) for name, spec in conflict.named_states.items()}
    if quo is not None and not engine.feasible[quo]:
        why = "its options are not available at this date" if ever[quo] else "it is ruled out as infeasible"
        raise FlawedModelError([Flaw(NO_SUCH_STATE, ("conflict", "status_quo"), f"the status quo cannot be: {why}")])
    if conflict.coalesce:
        return _merged(conflict, engine, names, (quo, named))
    return Form(engine, None, quo, named)


def _unknown(conflict: Conflict, names: Sequence[str]) -> Iterator[Flaw]:
    specs: list[tuple[tuple[str, ...], Sequence[str]]] = [(("status_quo",), conflict.status_quo or ())]
    specs += [(("named_states", name), spec) for name, spec in conflict.named_states.items()]
    for where, spec in specs:
        for k, name in enumerate(spec):
            if name not in names:
                hint = did_you_mean(name, names) or f"the options are {', '.join(names)}"
                yield Flaw(UNKNOWN_OPTION, ("conflict", *where, k), f"no option has the id '{name}'", hint)


def _number(taken: Sequence[str], names: Sequence[str]) -> int:
    return sum(1 << (len(names) - 1 - names.index(name)) for name in set(taken))


def _merged(
    conflict: Conflict, engine: OptionForm, names: Sequence[str], states: tuple[int | None, dict[str, int]]
) -> Form:
    groups: list[Bool] = []
    for number, text in enumerate(conflict.coalesce):
        path = ("conflict", "coalesce", number)
        try:
            expression = parse(text if text.startswith("{") else f"{{{text}}}")
            group = truth_table(expression, names)
        except StatementError as error:
            raise FlawedModelError([Flaw(BAD_STATEMENT, path, error.message, offset=error.offset)]) from error
        if not isinstance(expression, Pattern) or not (group & engine.feasible).any():
            raise FlawedModelError([Flaw(CANNOT_MERGE, path, f"'{text}' is no pattern that a feasible state matches")])
        groups.append(group)
    try:
        merged = coalesce(engine, groups)
    except CoalesceError as error:
        where = ("conflict", "coalesce", error.group)
        raise FlawedModelError([Flaw(CANNOT_MERGE, where, error.message)]) from error
    patterns = {
        int(merged.place[np.flatnonzero(group & engine.feasible)[0]]): text.strip("{} ")
        for group, text in zip(groups, conflict.coalesce, strict=True)
    }
    labels = tuple(patterns.get(s, state_name(int(members[0]), len(names))) for s, members in enumerate(merged.members))
    quo, named = states
    place = merged.place
    possible = {name: int(place[s]) if place[s] >= 0 else None for name, s in named.items()}
    return Form(merged.engine, labels, None if quo is None else int(place[quo]), possible)
