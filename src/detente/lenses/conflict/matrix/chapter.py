"""Outcomes and tests: each outcome against plain-worded tests, in one table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import method
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.inputs import leaving
from detente.lenses.conflict.matrix.alike import alike
from detente.lenses.conflict.matrix.criteria import untried
from detente.lenses.conflict.matrix.results import Matrix, matrix
from detente.lenses.conflict.matrix.verdict import headline
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.ways.found import ways_from_here
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_SHOWN = 4
"""So many outcomes are shown at once: the status quo, and those that a headline names."""

_FORMULA = (
    "Nobody gains by leaving an outcome if no decision maker prefers any that it could bring about alone. Others would "
    "answer if moves that they gain from take every such gain away."
)


def find(look: Look[ConflictOptions]) -> Matrix:
    """Return what the tests say of the outcomes."""
    return look.once(matrix)


def show(found: Matrix, look: Look[ConflictOptions]) -> Finding:
    """Return which outcome passes which test, and by whom it fails; what is alike for all is a sentence."""
    analysis, kept = subject(look), found.telling
    rows = tuple(
        Row((outcome.name, *(found.cells[criterion.key][k].words for criterion in kept)))
        for k, outcome in enumerate(found.outcomes)
    )
    columns = (Column("outcome", "Outcome"), *(Column(criterion.key, criterion.title) for criterion in kept))
    return Finding(
        "Outcomes and tests",
        headline(analysis, found),
        statements=tuple(map(Statement, (*alike(found), *_beside(analysis, found, look)))),
        tables=(Table("matrix", "Which outcome passes which test", columns, rows, shown=_SHOWN),) if kept else (),
        method=replace(method(analysis), formula=_FORMULA),
        assumptions=assumptions(look),
        because=tuple(leaving(analysis, [outcome.state for outcome in found.outcomes])),
    )


def _beside(analysis: Subject, found: Matrix, look: Look[ConflictOptions]) -> Iterator[str]:
    """Yield what was not tested, and why."""
    model = analysis.model
    shut = [name for name, state in model.named.items() if state is None or not model.can_be(state)]
    if shut:
        named = isinstance(analysis, Explicit) and look.once(ways_from_here)  # where it is said which, and why not
        told = listed([f"“{spoken(analysis, name)}”" for name in shut])
        yield f"Not tested, as not possible at this date: {counted(len(shut), 'outcome') if named else told}."
    if found.more:
        yield f"There is no room for {listed([f'“{outcome.name}”' for outcome in found.more])}."
    missing = list(untried(analysis, look))
    if missing:
        yield f"Not tested, as there are too many states: {listed(missing)}."


CHAPTER = Chapter("matrix", 35, find, show)
