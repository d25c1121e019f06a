"""Uncertain preferences in tables: where states hold in which share of the readings, and what that hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Row, Table
from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.named import names_of, status_quo_named
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, condition, maker_names, taken
from detente.lenses.evidence import row_of
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.conflict import Statement
    from detente.findings.table import Cell
    from detente.lenses.conflict.uncertainty.questions import Effect, Question
    from detente.lenses.conflict.uncertainty.readings import Uncertainty

_MOST_STATES = 5
_MOST_EFFECTS = 12

_QUESTIONS = (
    Column("question", "Open question"),
    Column("outcome", "Outcome"),
    Column("concepts", "Under"),
    Column("if-so", "Holds if so", "number", "%"),
    Column("if-not", "Holds if not", "number", "%"),
    Column("difference", "Difference", "number", "points"),
)
_BOUNDS = (
    Column("outcome", "Outcome"),
    Column("concepts", "Under"),
    Column("low", "At least", "number", "%"),
    Column("high", "At most", "number", "%"),
)


def tables(uncertain: Uncertainty, changes: Sequence[Effect]) -> tuple[Table, ...]:
    """Return how far shares move with the probabilities, and what they hang on."""
    found = (_bounds(uncertain), _questions(uncertain, changes))
    return tuple(table for table in found if table.rows)


def outcome(uncertain: Uncertainty, state: int) -> str:
    """Return what a state is called: as the analyst does, the status quo, or by its letters."""
    model = uncertain.analysis.model
    if state == model.status_quo:
        return status_quo_named(uncertain.analysis, state)
    return ", ".join(names_of(uncertain.analysis, state)) or model.name(state)


def _called(uncertain: Uncertainty, state: int) -> str:
    """Return what a state is called, and that it cannot be undone where it holds for that alone."""
    called = outcome(uncertain, state)
    return f"{called} ({CANNOT_BE_UNDONE})" if uncertain.analysis.irreversible[state] else called


def _under(keys: Sequence[str]) -> str | tuple[str, ...]:
    return "every concept" if len(keys) == len(shipped()) else tuple(map(short, keys))


def _percent(share: float) -> float:
    return round(100 * share, 1)


def shares_table(uncertain: Uncertainty) -> Table:
    """Return in what share of the readings each state holds that was asked about, and the surest others."""
    concepts = (Column(key, short(key), "number", "%") for key in shipped())
    columns = (Column("outcome", "Outcome or state"), Column("taken", "What is done"), *concepts)
    rows = []
    for state in (*uncertain.watched, *_others(uncertain)):
        shares = (_share(uncertain, key, state) for key in shipped())
        rows.append(Row((_called(uncertain, state), taken(uncertain.analysis, state), *shares)))
    title = "In what share of the readings an outcome holds: those asked about, then the surest others"
    return Table("shares", title, columns, tuple(rows))


def _share(uncertain: Uncertainty, key: str, state: int) -> float:
    """Return a share in percent; 0 and 100 are kept for none of the readings and all of them."""
    if uncertain.in_every(key, state):
        return 100.0
    share = _percent(uncertain.share(key, state))
    return min(max(share, 0.1), 99.9) if uncertain.stability.profiles[key][state] else 0.0


def _others(uncertain: Uncertainty) -> list[int]:
    """Return the states beside those watched that hold in most readings, under all concepts together."""
    total = np.sum(list(uncertain.stability.equilibria.values()), axis=0).round(9)
    total[list(uncertain.watched)] = 0
    best = np.argsort(-total, kind="stable")[:_MOST_STATES]
    return [int(state) for state in best if total[state] > 0]


def _bounds(uncertain: Uncertainty) -> Table:
    rows = []
    for state in uncertain.watched:
        agreeing: dict[tuple[float, float], list[str]] = {}
        for key in shipped():
            bounds = uncertain.bounds(key, state)
            if bounds is not None and _percent(bounds[0]) < _percent(bounds[1]):
                agreeing.setdefault((_percent(bounds[0]), _percent(bounds[1])), []).append(key)
        rows += [Row((outcome(uncertain, state), _under(keys), *ends)) for ends, keys in agreeing.items()]
    return Table("bounds", "How far these shares move within the intervals of probability", _BOUNDS, tuple(rows))


def _questions(uncertain: Uncertainty, found: Sequence[Effect]) -> Table:
    rows = []
    for each in found[:_MOST_EFFECTS]:
        cells: tuple[Cell, ...] = (
            wording(uncertain, each.question),
            outcome(uncertain, each.state),
            _under(each.concepts),
            _percent(each.if_so),
            _percent(each.if_not),
            _percent(each.if_so - each.if_not),
        )
        rows.append(row_of(asked_about(uncertain, each.question), *cells))
    shown = f", the first {_MOST_EFFECTS} of {len(found)}" if len(found) > _MOST_EFFECTS else ""
    return Table(
        "questions", f"Which open question matters most, by share of the readings{shown}", _QUESTIONS, tuple(rows)
    )


def asked_about(uncertain: Uncertainty, question: Question) -> list[Statement]:
    """Return the one or two statements that a question is about."""
    stated = uncertain.analysis.conflict.decision_makers[question.maker].preferences
    numbers = [question.statement, *([] if question.before is None else [question.before])]
    return [stated.statements[k] for k in numbers] if stated and stated.statements else []


def wording(uncertain: Uncertainty, question: Question) -> str:
    """Return an open question in words."""
    name = maker_names(uncertain.analysis)[question.maker]
    wanted = [condition(uncertain.analysis, item.when) for item in asked_about(uncertain, question)]
    if question.before is None:
        return f"Does {name} want {wanted[0]}?"
    return f"Does {wanted[0]} matter more to {name} than {wanted[1]}?"
