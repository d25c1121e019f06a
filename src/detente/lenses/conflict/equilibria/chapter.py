"""The equilibria: the states that nobody leaves, and the states the analyst asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, method, short
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.equilibria import board, plane
from detente.lenses.conflict.equilibria.ranking import Place, ranking
from detente.lenses.conflict.equilibria.ranking_table import placed, ranking_table
from detente.lenses.conflict.named import asked_about, spoken
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, asked, maker_names, taken
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        _headline(analysis),
        statements=(
            *map(Statement, _beyond(analysis, len(places))),
            *(Statement(words) for words in placed(analysis, places)),
            Statement(f"Number of equilibria by concept: {counts}."),
            *(Statement(f"{concept.title}: {concept.meaning}") for concept in analysis.concepts),
        ),
        tables=(*_named(analysis), ranking_table(analysis, places)),
        figures=tuple(figure for figure in drawn if figure is not None),
        method=method(analysis),
        assumptions=assumptions(look),
        depth=Depth.APPENDIX,
    )


def _headline(analysis: Explicit) -> str:
    feasible = int(analysis.states.size)
    nash, stuck = analysis.stability.equilibria[NASH].size, int(np.count_nonzero(analysis.irreversible))
    return f"{_first(nash - stuck, stuck, feasible)}."


def _beyond(analysis: Explicit, count: int) -> Iterator[str]:
    """Yield how many more states hold and by what, and which outcomes asked about are among them."""
    nash, stuck = analysis.stability.equilibria[NASH].size, int(np.count_nonzero(analysis.irreversible))
    yield f"{_more(count - nash, 'more' if nash else 'still')}."
    holds = np.logical_and.reduce(analysis.stability.stable[NASH], axis=0) & ~analysis.irreversible
    names = [name for name, state in asked_about(analysis).items() if holds[state]]
    if names:
        yield f"Left by nobody as nobody gains, of the outcomes asked about: {', '.join(names)}."
    if stuck:
        yield _stuck(analysis, stuck, "more " if nash > stuck else "")


def _stuck(analysis: Explicit, number: int, more: str) -> str:
    """Return how many states nobody leaves only because they cannot be undone, and which of those asked about."""
    cannot = f"{counted(number, f'{more}state')} {CANNOT_BE_UNDONE}, though somebody would leave"
    names = maker_names(analysis)
    who = {
        called: listed([name for name, own in zip(names, analysis.trapped, strict=True) if own[state]])
        for called, state in asked_about(analysis).items()
        if analysis.irreversible[state]
    }
    which = ", ".join(f"{called} ({makers} would leave)" for called, makers in who.items())
    return f"{cannot}; of the outcomes asked about: {which}." if which else f"{cannot}."


def _first(number: int, stuck: int, feasible: int) -> str:
    states = one_or_many(feasible, "state", "states")
    if not number and not stuck:
        return f"In each of the {feasible} possible states somebody gains by a move of its own"
    if not number:
        return f"None of {feasible} possible {states} holds because nobody gains by a move of its own"
    return f"{number} of {feasible} possible {states} would be left by nobody, as nobody gains by a move of its own"


def _more(number: int, how: str) -> str:
    if not number:
        return "No other holds" if how == "more" else "None holds"
    return f"{number} {how} {one_or_many(number, 'holds', 'hold')} only because a gain would be answered"


def _columns(analysis: Explicit) -> tuple[Column, ...]:
    ranks = [Column(f"rank-{k}", f"Rank for {name}", "number") for k, name in enumerate(maker_names(analysis))]
    return (Column("concepts", "Holds under"), *ranks)


def _cells(analysis: Explicit, state: int) -> tuple[Cell, ...]:
    """Return the concepts that hold a state, and its rank for each decision maker: 1 is best."""
    engine = analysis.model.engine
    best = engine.payoffs[:, engine.feasible].max(axis=1)
    ranks = (int(top - own) + 1 for top, own in zip(best, engine.payoffs[:, state], strict=True))
    final = (CANNOT_BE_UNDONE,) if analysis.irreversible[state] else ()
    return ((*final, *analysis.concepts_of(state)) or "none", *ranks)


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
        rows.append(Row((spoken(analysis, name), done, possible, *cells)))
    return (Table("named-states", "The outcomes asked about", (*fixed, *_columns(analysis)), tuple(rows)),)


CHAPTER = Chapter("equilibria", 40, find, show)
