"""The impasse in a conflict whose states are not listed: who would leave the status quo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.conflict.engine.explicit import short
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.symbolic import SymbolicAnalysis

_COLUMNS = (Column("maker", "Decision maker"), Column("stays", "Stays under"))


def finding(analysis: SymbolicAnalysis) -> Finding | None:
    """Return whether the status quo is stable, and for each decision maker under which concepts it stays."""
    quo = analysis.model.status_quo
    if quo is None:
        return None
    names = maker_names(analysis)
    rows = tuple(Row((name, analysis.stays_under(i, quo) or "none")) for i, name in enumerate(names))
    return Finding(
        "conflict",
        "impasse",
        "The impasse",
        _headline(analysis, quo),
        statements=(Statement(f"The status quo: {'; '.join(taken(analysis, quo))}."), *_who(analysis, quo)),
        tables=(Table("status-quo", "The status quo through the eyes of each decision maker", _COLUMNS, rows),),
        method=method(analysis),
        assumptions=assumptions(analysis),
    )


def method(analysis: SymbolicAnalysis) -> Method:
    """Return how the stability of states was computed."""
    computed = [(key, shipped()[key]) for key in analysis.model.stability.stable]
    keys = tuple(dict.fromkeys(ref for _, concept in computed for ref in concept.references))
    parameters = tuple((short(key), concept.meaning) for key, concept in computed)
    variant = "option form, by decision diagrams"
    return Method("Graph Model for Conflict Resolution", variant, parameters, references=(*keys, "Bryant1986"))


def _headline(analysis: SymbolicAnalysis, quo: int) -> str:
    concepts = analysis.concepts_of(quo)
    if "Nash" in concepts:
        return "The status quo holds itself in place: nobody can gain by a move of its own."
    if "SEQ" in concepts:
        return "The status quo holds: some would gain by leaving it, but the others' own interest would undo the gain."
    if concepts:
        return "The status quo holds only by fear: some would gain by leaving it, unless the others punish that."
    return "The status quo does not hold: somebody gains by leaving it, whatever the others answer."


def _who(analysis: SymbolicAnalysis, quo: int) -> list[Statement]:
    """Return who would gain by a move of its own, and who of them leaves whatever the others answer."""
    held = [set(analysis.stays_under(i, quo)) for i in range(len(analysis.model.decision_makers))]
    names = maker_names(analysis)
    gaining = [name for name, under in zip(names, held, strict=True) if "Nash" not in under]
    leaving = [name for name, under in zip(names, held, strict=True) if not under]
    if not gaining:
        return []
    words = f"{listed(gaining)} would gain by a move of {one_or_many(len(gaining), 'its', 'their')} own"
    free = f"; {listed(leaving)} {one_or_many(len(leaving), 'keeps', 'keep')} the gain whatever the others answer"
    return [Statement(f"{words}{free if leaving else ''}.")]
