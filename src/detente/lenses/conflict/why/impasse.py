"""The impasse: who would leave the status quo, and what keeps it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import CREDIBLE, NASH, method, short
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.uncertainty.hanging import hanging
from detente.lenses.conflict.why.demands import demands
from detente.lenses.conflict.why.sanctions import at_status_quo, because, why
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.analysis import improvements
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.why.demands import Demand
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
    """Return what is demanded, whether the status quo is stable, and for each decision maker why it stays or goes."""
    analysis = subject(look)
    asked, hung = demands(analysis), hanging(look) if isinstance(analysis, Explicit) else None
    hangs = f"Whether the status quo holds {hung.verdict}" if hung else ""
    if isinstance(analysis, Explicit):
        found = look.once(at_status_quo)
        better, reasons = _better(analysis, quo), because(analysis, found)
        said = (*(why(analysis, i, each, state=quo) for i, each in enumerate(found)), _scale(analysis))
    else:
        better, reasons, said = [], (), tuple(_who(analysis, quo))
    return Finding(
        "The impasse",
        " ".join((*_lead(analysis, quo, asked), hangs or _headline(analysis, quo, better))),
        statements=(
            *(each.said for each in asked),
            *([hung.said("Whether the status quo holds")] if hung else []),
            Statement(f"The status quo: {'; '.join(taken(analysis, quo))}."),
            *said,
        ),
        tables=(_table(analysis, quo),),
        method=method(analysis),
        assumptions=assumptions(look),
        because=reasons,
    )


def _scale(analysis: Explicit) -> Statement:
    """Return how many states hold in some way; where that is most of them, it is no news that one does."""
    count, stable = int(analysis.states.size), int(np.count_nonzero(analysis.holding))
    are = one_or_many(stable, "is an equilibrium", "are equilibria")
    words = f"{stable or 'None'} of {count} possible {one_or_many(count, 'state', 'states')} {are} under some concept"
    return Statement(f"{words}: that alone says little." if 2 * stable > count else f"{words}.")


def _better(analysis: Explicit, quo: int) -> list[str]:
    """Return the outcomes asked about that everybody prefers to the status quo."""
    payoffs = analysis.model.engine.payoffs
    return [name for name, s in asked_about(analysis).items() if (payoffs[:, s] > payoffs[:, quo]).all()]


def _lead(analysis: Subject, quo: int, asked: Sequence[Demand]) -> Iterator[str]:
    """Yield the first demand that a step waits for, where the status quo holds."""
    if any(key in shipped() for key in analysis.keys_of(quo)):
        yield from (each.said.text for each in asked[:1] if each.awaited)


def _headline(analysis: Subject, quo: int, better: list[str]) -> str:
    keys = analysis.keys_of(quo)
    if isinstance(analysis, Explicit) and analysis.irreversible[quo]:
        named = zip(maker_names(analysis), analysis.trapped, strict=True)
        who = listed([name for name, own in named if own[quo]])
        words = f"The status quo stays because it cannot be undone: {who} would gain by leaving it."
    elif NASH in keys:
        words = "The status quo holds itself in place: nobody can gain by a move of its own."
    elif CREDIBLE in keys:
        words = "The status quo holds: some would gain by leaving it, but the others' own interest would undo the gain."
    elif any(key in shipped() for key in keys):
        words = "The status quo holds only by fear: some would gain by leaving it, unless the others punish that."
    else:
        words = "The status quo does not hold: somebody gains by leaving it, whatever the others answer."
    return f"{words} Everybody would rather be at: {', '.join(better)}." if better else words


def _who(analysis: Subject, quo: int) -> Iterator[Statement]:
    """Yield who would gain by a move of its own, and who of them leaves whatever the others answer."""
    names = maker_names(analysis)
    held = [analysis.stays_under(i, quo) for i in range(len(names))]
    gaining = [name for name, under in zip(names, held, strict=True) if NASH not in under]
    leaving = [name for name, under in zip(names, held, strict=True) if not under]
    if gaining:
        words = f"{listed(gaining)} would gain by a move of {one_or_many(len(gaining), 'its', 'their')} own"
        free = f"; {listed(leaving)} {one_or_many(len(leaving), 'keeps', 'keep')} the gain whatever the others answer"
        yield Statement(f"{words}{free if leaving else ''}.")


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


CHAPTER = Chapter("impasse", 10, find, show)
