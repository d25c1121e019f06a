"""The table beside the plane: the states with names one by one, the others counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Row, Table
from detente.lenses.conflict.equilibria.pictured import KINDS
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.equilibria.pictured import Scatter
    from detente.methods.gmcr.arrays import Ordinal

_WORDS = ("worse", "as good", "better")


def table(view: Scatter, named: Sequence[tuple[str, int]]) -> Table:
    """Return the states with names, then how many others lie in each part of the plane, with their ranks."""
    ranks = [Column(f"rank-{k}", f"Rank for {name}", "number") for k, name in enumerate(maker_names(view.analysis))]
    columns = [Column("state", "State"), Column("holds", "What holds it"), *ranks]
    if view.analysis.model.status_quo is not None:
        columns.insert(1, Column("compared", "Against the status quo"))
    rows = (*(_one(view, name, state) for name, state in named), *_others(view, [state for _, state in named]))
    return Table("plane", f"States as {listed(view.names)} see them: 1 is the best rank", tuple(columns), rows)


def signs(view: Scatter) -> Ordinal:
    """Return 1, 0 or -1 as a state is better, as good or worse than the status quo for each of two [shape (2, k)]."""
    payoffs, quo = view.analysis.model.engine.payoffs, view.analysis.model.status_quo
    if quo is None:
        return np.zeros((2, view.states.size), dtype=np.int32)
    return np.array([np.sign(payoffs[i][view.states] - payoffs[i][quo]) for i in view.pair], dtype=np.int32)


def compared(view: Scatter, one: int, other: int) -> str:
    """Return in words what a pair of signs says."""
    first, second = _WORDS[one + 1], _WORDS[other + 1]
    if one == other:
        return f"{first} for both"
    return f"{first} for {view.names[0]}, {second} for {view.names[1]}"


def _one(view: Scatter, name: str, state: int) -> Row:
    k = int(np.searchsorted(view.states, state))
    quo = view.analysis.model.status_quo
    against: tuple[Cell, ...] = ()
    if quo is not None:
        one, other = signs(view)[:, k].tolist()
        against = (None,) if state == quo else (compared(view, one, other),)
    payoffs = view.analysis.model.engine.payoffs
    ranks = (int(own[view.states].max() - own[state]) + 1 for own in payoffs)
    return Row((name, *against, KINDS[int(view.kind[k])], *ranks))


def _others(view: Scatter, named: Sequence[int]) -> Iterator[Row]:
    """Yield how many states without a name there are in each part of the plane, and what holds them."""
    rest = ~np.isin(view.states, named)
    found = signs(view)
    parts = (found[0] + 1) * 3 + found[1] + 1
    blank = (None,) * len(view.analysis.model.decision_makers)
    for part in sorted(set(parts[rest].tolist()), key=lambda part: (-(part // 3 + part % 3), -part)):
        here = rest & (parts == part)
        held = np.bincount(view.kind[here], minlength=len(KINDS)).tolist()
        said = tuple(f"{number}: {words}" for number, words in zip(held, KINDS, strict=True) if number)
        others = counted(int(np.count_nonzero(here)), "other state" if named else "state")
        where = (compared(view, part // 3 - 1, part % 3 - 1),) if view.analysis.model.status_quo is not None else ()
        yield Row((others, *where, said, *blank))
