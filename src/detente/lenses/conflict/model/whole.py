"""The whole model as plain data, for the formats of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.look import AskError
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.disjunctive import Term, TooManyTermsError, disjunctive
from detente.methods.gmcr.preference.expressions import Name
from detente.methods.gmcr.states import TooManyStatesError
from detente.models.conflict.text import read_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.arrays import States
    from detente.methods.gmcr.preference.expressions import Expression

MAX_STATES = 1 << 16
"""The most feasible states that are written one by one."""

MAX_MOVES = 2_000_000
"""The most moves, of all decision makers together, that are written one by one."""

Literal = list[int | str]
Alternatives = list[list[Literal]]


def refuse_many_states(analysis: Analysis) -> None:
    """Refuse a model that is too large to be written state by state, before anything else is worked out.

    Raises
    ------
    AskError
        If there are more than ``MAX_STATES``.
    """
    count = int(np.count_nonzero(analysis.model.engine.feasible))
    if count > MAX_STATES:
        hint = "leave out options that are settled at this date, or join options that always go together"
        message = f"{count:,} states can be; at most {MAX_STATES:,} can be written one by one: {hint}"
        raise AskError("model", message)


def model_document(analysis: Analysis) -> dict[str, Any]:
    """Return options, states, moves, payoffs and conditions, ready for another program.

    States are numbered in the order of ``states``. Moves are ``None`` where there are more than ``MAX_MOVES``. A
    condition is a list of alternatives, each a list of an option's place and ``Y`` or ``N``; it is ``None`` where
    there are too many of them. There are no more states than :func:`refuse_many_states` lets through.
    """
    model = analysis.model
    states = np.flatnonzero(model.engine.feasible)
    makers = model.decision_makers
    return {
        "title": analysis.situation.case.case.title or analysis.situation.case.case.id,
        "decision_makers": [
            {"id": maker, "name": name} for maker, name in zip(makers, maker_names(analysis), strict=True)
        ],
        "options": _options(analysis),
        "merged": bool(model.options) and model.labels is not None,
        "states": [model.name(int(state)) for state in states],
        "taken": [list(taken(analysis, int(state))) for state in states],
        "moves": _moves(analysis, states),
        "payoffs": dict(zip(makers, model.engine.payoffs[:, states].tolist(), strict=True)),
        **_conditions(analysis),
    }


def _options(analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "id": option.id,
            "text": option.text or option.id,
            "owner": maker.actor,
            "direction": option.direction,
            "open": str(analysis.situation.options[option.id].open).lower(),
        }
        for maker in analysis.conflict.decision_makers
        for option in maker.options
    ]


def _moves(analysis: Analysis, states: States) -> dict[str, Any] | None:
    """Return the moves of each decision maker as pairs of places in ``states``, where they are not too many."""
    engine = analysis.model.engine
    found: dict[str, Any] = {}
    left = MAX_MOVES
    for i, maker in enumerate(analysis.model.decision_makers):
        try:
            arcs = engine.arcs(i) if isinstance(engine, OptionForm) else engine.moves_from(i, states)
        except TooManyStatesError:
            return None
        left -= len(arcs)
        if left < 0:
            return None
        found[maker] = np.searchsorted(states, arcs).tolist()
    return found


def _conditions(analysis: Analysis) -> dict[str, Any]:
    """Return preference statements, by decision maker, and what cannot be at this date."""
    conflict, names = analysis.conflict, analysis.model.options
    read = read_conditions(conflict)
    statements = {
        maker.actor: [_alternatives(statement, names) for statement in stated]
        if maker.preferences is not None and maker.preferences.statements is not None
        else None
        for maker, stated in zip(conflict.decision_makers, read.statements, strict=True)
    }
    closed = [Name(option) for option in names if not analysis.situation.options[option].open]
    infeasible: Iterable[Expression] = (*read.infeasible, *closed)
    return {"statements": statements, "infeasible": [_alternatives(each, names) for each in infeasible]}


def _alternatives(expression: Expression, names: tuple[str, ...]) -> Alternatives | None:
    try:
        return [_literals(term) for term in disjunctive(expression, names)]
    except TooManyTermsError:
        return None


def _literals(term: Term) -> list[Literal]:
    return [[k, "Y" if is_taken else "N"] for k, is_taken in term.literals()]
