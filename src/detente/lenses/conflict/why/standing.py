"""How each decision maker stands at the status quo: why it stays or would leave, and how it ranks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, method, short
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.why.sanctions import at_status_quo, because, why
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.analysis import improvements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_MAKER = Column("maker", "Decision maker")
_WISHES = (
    Column("rank", "Ranks the status quo", "number"),
    Column("levels", "Of so many levels", "number"),
    Column("improvements", "Better moves of its own", "number"),
)
_STAYS = Column("stays", "Stays under")


def find(look: Look[ConflictOptions]) -> int | None:
    """Return the status quo."""
    return subject(look).model.status_quo


def show(quo: int, look: Look[ConflictOptions]) -> Finding:
    """Return for each decision maker why it stays at the status quo or goes, and under which concepts."""
    analysis = subject(look)
    said, reasons = tuple(gaining(analysis, quo)), tuple[Statement, ...]()
    if isinstance(analysis, Explicit):
        found = look.once(at_status_quo)
        reasons = because(analysis, found)
        said = (*(why(analysis, i, each, state=quo) for i, each in enumerate(found)), _scale(analysis))
    return Finding(
        "Who stays, and why",
        _headline(analysis, quo),
        statements=(Statement(f"The status quo: {'; '.join(taken(analysis, quo))}."), *said),
        tables=(_table(analysis, quo),),
        method=method(analysis),
        assumptions=assumptions(look),
        because=reasons,
        depth=Depth.APPENDIX,
    )


def gaining(analysis: Subject, quo: int) -> Iterator[Statement]:
    """Yield who would gain by a move of its own, and who of them leaves whatever the others answer."""
    names = maker_names(analysis)
    held = [analysis.stays_under(i, quo) for i in range(len(names))]
    better = [name for name, under in zip(names, held, strict=True) if NASH not in under]
    leaving = [name for name, under in zip(names, held, strict=True) if not under]
    if better:
        words = f"{listed(better)} would gain by a move of {one_or_many(len(better), 'its', 'their')} own"
        free = f"; {listed(leaving)} {one_or_many(len(leaving), 'keeps', 'keep')} the gain whatever the others answer"
        yield Statement(f"{words}{free if leaving else ''}.")


def _headline(analysis: Subject, quo: int) -> str:
    names = maker_names(analysis)
    leaving = [name for i, name in enumerate(names) if not analysis.stays_under(i, quo)]
    if not leaving:
        return fitting(f"{listed(names)} each stay at the status quo.", "Everybody stays at the status quo.")
    would = one_or_many(len(leaving), "Somebody", f"{len(leaving)} of {len(names)}")
    return fitting(f"{listed(leaving)} would leave the status quo.", f"{would} would leave the status quo.")


def _scale(analysis: Explicit) -> Statement:
    """Return how many states hold in some way; where that is most of them, it is no news that one does."""
    count, stable = int(analysis.states.size), int(np.count_nonzero(analysis.holding))
    are = one_or_many(stable, "is an equilibrium", "are equilibria")
    words = f"{stable or 'None'} of {count} possible {one_or_many(count, 'state', 'states')} {are} under some concept"
    return Statement(f"{words}: that alone says little." if 2 * stable > count else f"{words}.")


def _table(analysis: Subject, quo: int) -> Table:
    rows = []
    for i, name in enumerate(maker_names(analysis)):
        stays = tuple(map(short, analysis.stays_under(i, quo)))
        rows.append(Row((name, *_wishes(analysis, i, quo), stays or "none")))
    columns = (_MAKER, *(_WISHES if isinstance(analysis, Explicit) else ()), _STAYS)
    return Table("status-quo", "The status quo through the eyes of each decision maker", columns, tuple(rows))


def _wishes(analysis: Subject, i: int, quo: int) -> tuple[Cell, ...]:
    """Return how a decision maker ranks the status quo, and how many gains it has, where states are listed."""
    if not isinstance(analysis, Explicit):
        return ()
    payoff = analysis.model.engine.payoffs[i]
    levels = int(payoff[analysis.states].max()) + 1
    return levels - int(payoff[quo]), levels, int(improvements(analysis.model.engine, i, s=quo).size)


CHAPTER = Chapter("standing", 11, find, show)
