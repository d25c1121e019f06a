"""The whole model as plain data, for the formats of other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

import numpy as np

from detente.dates import Truth
from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.words import maker_names, taken
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.disjunctive import Term, TooManyTermsError, disjunctive
from detente.methods.gmcr.preference.expressions import Name
from detente.methods.gmcr.states import TooManyStatesError
from detente.models.conflict.blocks import runs
from detente.models.conflict.text import read_conditions

if TYPE_CHECKING:
    from detente.case.conflict import DecisionMaker
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.preference.expressions import Expression

MAX_MOVES = 2_000_000
"""The most moves, of all decision makers together, that are written one by one."""

Alternatives: TypeAlias = tuple[tuple[tuple[int, Literal["Y", "N"]], ...], ...]
"""A condition: alternatives, each a list of an option's place and whether it is taken."""

Pairs: TypeAlias = tuple[tuple[int, int], ...]
"""Moves as pairs of places among the states."""


@dataclass(frozen=True, slots=True)
class Maker:
    """A decision maker.

    Attributes
    ----------
    id, name
        Its id, and what it is called.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ModelOption:
    """An option.

    Attributes
    ----------
    id, text
        Its id, and what it says.
    owner
        Who decides on it.
    direction
        Whether it can be taken, dropped, or both.
    open
        Whether it can be taken at this date.
    """

    id: str
    text: str
    owner: str
    direction: Literal["both", "take-only", "drop-only"]
    open: Truth


@dataclass(frozen=True, slots=True)
class WholeModel(Result):
    """Options, states, moves, payoffs and conditions, ready for another program.

    Attributes
    ----------
    title
        What the case is called.
    decision_makers, options
        Who decides, and on what.
    merged
        Whether states of the options were made one.
    states, taken
        The names of the feasible states, and what is done in each.
    moves
        By decision maker, its moves; null where there are too many to write.
    payoffs
        By decision maker, what each state is worth to it; only the order counts.
    statements
        By decision maker, its preference statements as conditions, before them that no red line of its own is crossed;
        null where it has neither, or orders states otherwise.
    alike
        By decision maker, how many of these that are neighbours count alike, the most important first.
    infeasible
        What cannot be at this date, as conditions; null for one that has too many alternatives.
    """

    under: ClassVar[str] = "model"

    title: str
    decision_makers: tuple[Maker, ...]
    options: tuple[ModelOption, ...]
    merged: bool
    states: tuple[str, ...]
    taken: tuple[tuple[str, ...], ...]
    moves: Mapping[str, Pairs] | None
    payoffs: Mapping[str, tuple[int, ...]]
    statements: Mapping[str, tuple[Alternatives | None, ...] | None]
    alike: Mapping[str, tuple[int, ...]]
    infeasible: tuple[Alternatives | None, ...]


def find(look: Look[ConflictOptions]) -> WholeModel | None:
    """Return the model, if it is asked for."""
    analysis = if_listed(look) if look.options.model else None
    if analysis is None:
        return None
    model, states, header = analysis.model, analysis.states, look.case.case
    makers = model.decision_makers
    return WholeModel(
        header.label,
        tuple(map(Maker, makers, maker_names(analysis))),
        _options(analysis),
        bool(model.options) and model.labels is not None,
        tuple(model.name(int(state)) for state in states),
        tuple(taken(analysis, int(state)) for state in states),
        _moves(analysis),
        {maker: tuple(row) for maker, row in zip(makers, model.engine.payoffs[:, states].tolist(), strict=True)},
        *_conditions(analysis),
    )


def _options(analysis: Explicit) -> tuple[ModelOption, ...]:
    availability = analysis.situation.options
    return tuple(
        ModelOption(
            option.id,
            option.label,
            maker.actor,
            option.direction,
            Truth.of(availability[option.id].open),
        )
        for maker in analysis.conflict.decision_makers
        for option in maker.options
    )


def _moves(analysis: Explicit) -> Mapping[str, Pairs] | None:
    """Return the moves of each decision maker as pairs of places among the states, where they are not too many."""
    engine, states = analysis.model.engine, analysis.states
    found: dict[str, Pairs] = {}
    left = MAX_MOVES
    for i, maker in enumerate(analysis.model.decision_makers):
        try:
            arcs = engine.arcs(i) if isinstance(engine, OptionForm) else engine.moves_from(i, states)
        except TooManyStatesError:
            return None
        left -= len(arcs)
        if left < 0:
            return None
        found[maker] = tuple((source, target) for source, target in np.searchsorted(states, arcs).tolist())
    return found


def _conditions(
    analysis: Explicit,
) -> tuple[
    Mapping[str, tuple[Alternatives | None, ...] | None], Mapping[str, tuple[int, ...]], tuple[Alternatives | None, ...]
]:
    """Return preference statements, and which count alike, by decision maker, and what cannot be at this date."""
    conflict, names = analysis.conflict, analysis.model.options
    read = read_conditions(conflict)
    statements = {
        maker.actor: tuple(_alternatives(each, names) for each in (*(() if above is None else (above,)), *stated))
        if _has_statements(maker)
        else None
        for maker, above, stated in zip(conflict.decision_makers, read.accepted, read.statements, strict=True)
    }
    alike = {
        maker.actor: (
            *(() if above is None else (1,)),
            *runs((maker.preferences and maker.preferences.statements) or ()),
        )
        for maker, above in zip(conflict.decision_makers, read.accepted, strict=True)
    }
    closed = (Name(option) for option in names if not analysis.situation.options[option].open)
    return statements, alike, tuple(_alternatives(each, names) for each in (*read.infeasible, *closed))


def _has_statements(maker: DecisionMaker) -> bool:
    """Whether what a decision maker prefers is written as conditions."""
    return bool(maker.red_lines) if maker.preferences is None else maker.preferences.statements is not None


def _alternatives(expression: Expression, names: tuple[str, ...]) -> Alternatives | None:
    try:
        return tuple(_literals(term) for term in disjunctive(expression, names))
    except TooManyTermsError:
        return None


def _literals(term: Term) -> tuple[tuple[int, Literal["Y", "N"]], ...]:
    return tuple((k, "Y" if is_taken else "N") for k, is_taken in term.literals())


CHAPTER = Chapter("whole-model", 120, find)
