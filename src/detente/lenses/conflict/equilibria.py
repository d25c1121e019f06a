"""The equilibria: the states that nobody leaves, and the states the analyst asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.conflict.analysis import Analysis, short
from detente.lenses.conflict.impasse import method
from detente.lenses.conflict.model_tables import assumptions
from detente.lenses.conflict.words import maker_names, taken
from detente.methods.gmcr.registry import shipped

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import States

_MOST = 40


def finding(analysis: Analysis) -> Finding:
    """Return the equilibria in words, those stable under most concepts first."""
    stability = analysis.stability
    every = np.unique(np.concatenate(list(stability.equilibria.values())))
    counts = ", ".join(f"{short(key)} {found.size}" for key, found in stability.equilibria.items())
    nash = stability.equilibria["nash"].size
    headline = f"{nash} state{'' if nash == 1 else 's'} that nobody wants to leave at all (Nash), and "
    headline += f"{every.size - nash} more that hold because gains would be answered"
    ordered = _ordered(analysis, every)
    shown = ordered[:_MOST]
    statements = [Statement(f"Equilibria by concept: {counts}.")]
    if ordered.size > shown.size:
        statements.append(Statement(f"The table shows the first {shown.size} of {ordered.size}."))
    statements += [Statement(f"{concept.title}: {concept.meaning}") for concept in shipped().values()]
    return Finding(
        "conflict",
        "equilibria",
        "What would hold",
        f"{headline}.",
        statements=tuple(statements),
        tables=(
            Table("equilibria", "Equilibria", _columns(analysis), tuple(_row(analysis, int(s)) for s in shown)),
            *_named(analysis),
        ),
        method=method(analysis),
        assumptions=assumptions(analysis),
    )


def _ordered(analysis: Analysis, states: States) -> States:
    """Order states by the number of concepts that hold them, then as they are numbered."""
    weight = np.array([len(analysis.concepts_of(int(s))) for s in states], dtype=np.intp)
    return states[np.argsort(-weight, kind="stable")]


def _columns(analysis: Analysis) -> tuple[Column, ...]:
    ranks = tuple(Column(f"rank-{k}", f"Rank for {name}", "number") for k, name in enumerate(maker_names(analysis)))
    return (
        Column("state", "State", "state"),
        Column("taken", "What is done"),
        Column("concepts", "Holds under"),
        *ranks,
    )


def _row(analysis: Analysis, state: int) -> Row:
    return Row(
        (
            analysis.model.name(state),
            taken(analysis, state),
            analysis.concepts_of(state) or "none",
            *_ranks(analysis, state),
        )
    )


def _ranks(analysis: Analysis, state: int) -> tuple[int, ...]:
    engine = analysis.model.engine
    best = engine.payoffs[:, engine.feasible].max(axis=1)
    return tuple(int(top - own) + 1 for top, own in zip(best, engine.payoffs[:, state], strict=True))


def _named(analysis: Analysis) -> tuple[Table, ...]:
    """Return the states the analyst asked about, feasible now or not."""
    named = {name: s for name, s in analysis.model.named.items() if s is not None}
    if not named:
        return ()
    columns = (Column("name", "Name"), Column("possible", "Possible now", "truth"), *_columns(analysis))
    rows = []
    for name, state in named.items():
        possible = analysis.model.can_be(state)
        cells = _row(analysis, state).cells if possible else _impossible(analysis, state)
        rows.append(Row((name.replace("-", " "), possible, *cells)))
    return (Table("named-states", "The outcomes asked about", columns, tuple(rows)),)


def _impossible(analysis: Analysis, state: int) -> tuple[str | tuple[str, ...] | None, ...]:
    blank = (None,) * len(analysis.model.decision_makers)
    return (analysis.model.name(state), taken(analysis, state), "not possible at this date", *blank)
