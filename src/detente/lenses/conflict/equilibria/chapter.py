"""The equilibria: the states that nobody leaves, and the states the analyst asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Finding, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, method, short
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.equilibria import board, plane
from detente.lenses.conflict.equilibria.ranking import Place, ranking
from detente.lenses.conflict.equilibria.ranking_table import placed, ranking_table
from detente.lenses.conflict.named import asked_about, spoken
from detente.lenses.conflict.words import asked, maker_names, taken
from detente.lenses.wording import one_or_many

if TYPE_CHECKING:
    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class Equilibria(Result):
    """The equilibria in order.

    Attributes
    ----------
    ranking
        The foremost first.
    """

    ranking: tuple[Place, ...]


def find(look: Look[ConflictOptions]) -> Equilibria | None:
    """Return the equilibria in order, where states are listed."""
    if if_listed(look) is None:
        return None
    return Equilibria(look.once(ranking).first(look.options.max_states))


def show(found: Equilibria, look: Look[ConflictOptions]) -> Finding:
    """Return which of the outcomes asked about would hold, and the equilibria in words, the foremost first."""
    del found
    analysis, places = explicit(look), look.once(ranking)
    counts = ", ".join(f"{short(key)} {states.size}" for key, states in analysis.stability.equilibria.items())
    drawn = (plane.figure(analysis), board.figure(analysis))
    return Finding(
        "What would hold",
        _headline(analysis, len(places)),
        statements=(
            *(Statement(words) for words in placed(analysis, places)),
            Statement(f"Number of equilibria by concept: {counts}."),
            *(Statement(f"{concept.title}: {concept.meaning}") for concept in analysis.concepts),
        ),
        tables=(*_named(analysis), ranking_table(analysis, places)),
        figures=tuple(figure for figure in drawn if figure is not None),
        method=method(analysis),
        assumptions=assumptions(look),
    )


def _headline(analysis: Explicit, count: int) -> str:
    feasible = int(analysis.states.size)
    nash = analysis.stability.equilibria[NASH].size
    words = f"{_first(nash, feasible)}; {_more(count - nash, 'more' if nash else 'still')}."
    lasting = _lasting(analysis)
    names = [f"{name} (what is done there cannot be undone)" if final else name for name, final in lasting]
    return f"{words} Among the first, of the outcomes asked about: {', '.join(names)}." if names else words


def _lasting(analysis: Explicit) -> list[tuple[str, bool]]:
    """Return the outcomes asked about, other than the status quo, that nobody would leave, and which are final."""
    holds = np.logical_and.reduce(analysis.stability.stable[NASH], axis=0)
    return [(name, _is_final(analysis, state)) for name, state in asked_about(analysis).items() if holds[state]]


def _is_final(analysis: Explicit, state: int) -> bool:
    """Whether something is done in a state that its owner cannot undo; never in graph form."""
    if not analysis.model.options:
        return False
    marks = zip(analysis.conflict.options, analysis.model.name(state), strict=True)
    return any(option.direction == "take-only" and mark == "Y" for option, mark in marks)


def _first(number: int, feasible: int) -> str:
    if not number:
        return f"In each of the {feasible} possible states somebody gains by a move of its own"
    states = one_or_many(feasible, "state", "states")
    return f"{number} of {feasible} possible {states} would be left by nobody, as nobody gains by a move of its own"


def _more(number: int, how: str) -> str:
    if not number:
        return "no other holds" if how == "more" else "none holds"
    return f"{number} {how} {one_or_many(number, 'holds', 'hold')} only because a gain would be answered"


def _columns(analysis: Explicit) -> tuple[Column, ...]:
    ranks = [Column(f"rank-{k}", f"Rank for {name}", "number") for k, name in enumerate(maker_names(analysis))]
    return (Column("concepts", "Holds under"), *ranks)


def _cells(analysis: Explicit, state: int) -> tuple[Cell, ...]:
    """Return the concepts that hold a state, and its rank for each decision maker: 1 is best."""
    engine = analysis.model.engine
    best = engine.payoffs[:, engine.feasible].max(axis=1)
    ranks = (int(top - own) + 1 for top, own in zip(best, engine.payoffs[:, state], strict=True))
    return (analysis.concepts_of(state) or "none", *ranks)


def _named(analysis: Explicit) -> tuple[Table, ...]:
    """Return the states the analyst asked about, possible now or not."""
    named = analysis.model.named
    if not named:
        return ()
    fixed = (Column("name", "Outcome"), Column("taken", "What is done"), Column("possible", "Possible now", "truth"))
    blank: tuple[Cell, ...] = ("not possible at this date", *[None] * len(analysis.model.decision_makers))
    rows = []
    for name, state in named.items():
        possible = state is not None and analysis.model.can_be(state)
        cells = _cells(analysis, state) if state is not None and possible else blank
        done = asked(analysis, name) if state is None else taken(analysis, state)
        rows.append(Row((spoken(name), done, possible, *cells)))
    return (Table("named-states", "The outcomes asked about", (*fixed, *_columns(analysis)), tuple(rows)),)


CHAPTER = Chapter("equilibria", 40, find, show)
