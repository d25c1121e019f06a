"""The impasse: who would leave the status quo, and what keeps it there."""

from __future__ import annotations

import numpy as np

from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.conflict.engine.explicit import Analysis, short
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.why.staying import because, why
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import one_or_many
from detente.methods.gmcr.stability.analysis import improvements

_COLUMNS = (
    Column("maker", "Decision maker"),
    Column("rank", "Ranks the status quo", "number"),
    Column("levels", "Of so many levels", "number"),
    Column("improvements", "Better moves of its own", "number"),
    Column("stays", "Stays under"),
)


def finding(analysis: Analysis) -> Finding | None:
    """Return whether the status quo is stable, and for each decision maker why it stays or goes."""
    quo = analysis.model.status_quo
    if quo is None:
        return None
    concepts = analysis.concepts_of(quo)
    count = int(np.count_nonzero(analysis.model.engine.feasible))
    stable = int(np.count_nonzero(analysis.holding()))
    return Finding(
        "conflict",
        "impasse",
        "The impasse",
        _headline(concepts, _better(analysis, quo)),
        statements=(
            Statement(f"The status quo: {'; '.join(taken(analysis, quo))}."),
            *(why(analysis, i, quo) for i in range(len(analysis.model.decision_makers))),
            Statement(_scale(stable, count)),
        ),
        tables=(_table(analysis, quo),),
        method=method(analysis),
        assumptions=assumptions(analysis),
        because=because(analysis, quo),
    )


def _scale(stable: int, count: int) -> str:
    """Return how many states hold in some way; where that is most of them, it is no news that one does."""
    are = one_or_many(stable, "is an equilibrium", "are equilibria")
    words = f"{stable or 'None'} of {count} possible {one_or_many(count, 'state', 'states')} {are} under some concept"
    return f"{words}: that alone says little." if 2 * stable > count else f"{words}."


def _better(analysis: Analysis, quo: int) -> list[str]:
    """Return the outcomes asked about that everybody prefers to the status quo."""
    payoffs = analysis.model.engine.payoffs
    named = ((name, s) for name, s in analysis.model.named.items() if s is not None and analysis.model.can_be(s))
    return [name.replace("-", " ") for name, s in named if (payoffs[:, s] > payoffs[:, quo]).all()]


def _headline(concepts: tuple[str, ...], better: list[str]) -> str:
    if "Nash" in concepts:
        words = "The status quo holds itself in place: nobody can gain by a move of its own."
    elif "SEQ" in concepts:
        words = "The status quo holds: some would gain by leaving it, but the others' own interest would undo the gain."
    elif "GMR" in concepts:
        words = "The status quo holds only by fear: some would gain by leaving it, unless the others punish that."
    else:
        words = "The status quo does not hold: somebody gains by leaving it, whatever the others answer."
    return f"{words} Everybody would rather be at: {', '.join(better)}." if better else words


def method(analysis: Analysis) -> Method:
    """Return how the stability of states was computed."""
    keys = tuple(dict.fromkeys(ref for concept in analysis.concepts for ref in concept.references))
    form = "option form" if analysis.model.options else "graph form"
    parameters = tuple((short(concept.key), concept.meaning) for concept in analysis.concepts)
    return Method("Graph Model for Conflict Resolution", form, parameters, references=keys)


def _table(analysis: Analysis, quo: int) -> Table:
    payoffs = analysis.model.engine.payoffs
    rows = []
    for i, name in enumerate(maker_names(analysis)):
        levels = int(payoffs[i][analysis.model.engine.feasible].max()) + 1
        better = improvements(analysis.model.engine, i, s=quo)
        stays = tuple(short(key) for key in analysis.stays_under(i, quo))
        rows.append(Row((name, levels - int(payoffs[i][quo]), levels, int(better.size), stays or "none")))
    return Table("status-quo", "The status quo through the eyes of each decision maker", _COLUMNS, tuple(rows))
