"""Tables of what holds under each reading, and when each acts on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Row, Statement, Table
from detente.lenses.conflict.named import asked_about, spoken
from detente.lenses.conflict.perceptions.seen import held
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, taken
from detente.lenses.wording import listed, sentence
from detente.models.conflict.views import place_of, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.perceptions.seen import Perceptions, Stance
    from detente.methods.gmcr.arrays import Bool, States

QUO = "status quo"
"""What the status quo is called among outcomes."""

_MOST = 20
_CANNOT = "it cannot be"
_NOT_EVERYWHERE = "not possible under every reading"
_NO = "no"


def speakable(views: Perceptions) -> dict[str, tuple[Stance, int]]:
    """Return the status quo and the outcomes asked about by what to call them: each in the first reading it can be in.

    An outcome that can be under no reading is left out.
    """
    found: dict[str, tuple[Stance, int]] = {}
    for stance in views.stances:
        quo = stance.analysis.model.status_quo
        if quo is not None:
            found.setdefault(QUO, (stance, quo))
    names = [spoken(views.analysis, name) for name in views.analysis.conflict.named_states]
    asked = [(stance, asked_about(stance.analysis)) for stance in views.stances]
    for name in names:
        for stance, states in asked:
            if name in states:
                found.setdefault(name, (stance, states[name]))
    return found


def outcomes(views: Perceptions) -> tuple[Table | None, tuple[Statement, ...]]:
    """Return for the status quo and each outcome asked about under which reading it holds.

    What is the same for all of them is a sentence instead of a column. Of one outcome there is no table.
    """
    rows = [(name, *_cells(views, *place)) for name, place in speakable(views).items()]
    if len(rows) < 2:
        return None, ()
    columns = list(enumerate(_columns(views), start=1))
    alike = {k: rows[0][k] for k, _ in columns if len({row[k] for row in rows}) == 1}
    said = tuple(_alike([column.title for _, column in columns], [alike.get(k) for k, _ in columns]))
    kept = [(k, column) for k, column in columns if k not in alike]
    if not kept:
        return None, said
    shown = (Column("name", "Outcome"), *(column for _, column in kept))
    cells = tuple(Row((row[0], *(row[k] for k, _ in kept))) for row in rows)
    return Table("perceived-outcomes", "What holds under which reading", shown, cells), said


def _alike(titles: Sequence[str], cells: Sequence[Cell]) -> Iterator[Statement]:
    """Yield one sentence for each thing that is so of every outcome under some readings; no cell where none is."""
    for cell in dict.fromkeys(cell for cell in cells if cell is not None):
        where = [title for title, own in zip(titles, cells, strict=True) if own == cell]
        among = listed([title[0].lower() + title[1:] for title in where])
        if len(where) == len(titles):
            among = "under each reading, and when each acts on its own"
        yield Statement(sentence(f"{among}, {_of_all(cell)}"))


def _of_all(cell: Cell) -> str:
    """Return what is so of the status quo and of every outcome asked about."""
    if isinstance(cell, tuple):
        return f"the status quo and each outcome asked about hold ({', '.join(map(str, cell))})"
    what = {_NO: "holds", _CANNOT: "can be", _NOT_EVERYWHERE: "is possible under every reading"}[str(cell)]
    return f"neither the status quo nor any outcome asked about {what}"


def others(views: Perceptions) -> Table:
    """Return the other states that hold under some reading, or when each acts on its own, and not under another."""
    told = {stance.analysis.model.name(state) for stance, state in speakable(views).values()}
    touched = [(stance, state) for stance, state in differing(views) if stance.analysis.model.name(state) not in told]
    rows = tuple(
        Row((taken(stance.analysis, state), stance.analysis.model.name(state), *_cells(views, stance, state)))
        for stance, state in touched[:_MOST]
    )
    columns = (Column("taken", "What is done"), Column("state", "State", "state"), *_columns(views))
    part = f", the first {_MOST} of {len(touched)}" if len(touched) > _MOST else ""
    title = f"Other states that hold under one reading and not under another{part}"
    return Table("perceived-states", title, columns, rows)


def differing(views: Perceptions) -> list[tuple[Stance, int]]:
    """Return the states, each in the first reading it can be in, of which readings differ in whether they hold."""
    found = []
    for k, stance in enumerate(views.stances):
        model = stance.analysis.model
        fresh = model.engine.feasible.copy()
        for earlier in views.stances[:k]:
            fresh &= places(model, earlier.analysis.model) < 0
        found += [(stance, int(state)) for state in np.flatnonzero(fresh & _at_odds(views, stance))]
    return sorted(found, key=lambda each: each[0].analysis.model.name(each[1]))


def _at_odds(views: Perceptions, stance: Stance) -> Bool:
    """Return for each state of a reading whether it holds under some readings only, by any concept [shape (S,)]."""
    model = stance.analysis.model
    where = [places(model, other.analysis.model) for other in views.stances]
    acted = places(model, views.analysis.model)
    odds = np.zeros(model.engine.feasible.size, dtype=bool)
    for key in stance.analysis.stability.equilibria:
        holds = [
            _projected(place, other.analysis.stability.stable[key])
            for place, other in zip(where, views.stances, strict=True)
        ]
        holds.append(_projected(acted, views.hypergame.stable[key]))
        odds |= np.logical_or.reduce(holds) & ~np.logical_and.reduce(holds)
    return odds


def _projected(place: States, stable: Bool) -> Bool:
    """Return where all stay, of the states that have a place among those of another model [shape (S,)]."""
    return np.asarray((place >= 0) & np.asarray(stable.all(axis=0))[place])


def _columns(views: Perceptions) -> Iterator[Column]:
    yield from (Column(stance.key, f"Under {stance.called}") for stance in views.stances)
    yield Column("each", "When each acts on its own reading")


def _holds(analysis: Explicit, state: int) -> Cell:
    """Return under which concepts a state holds, and that it does for it cannot be undone where it does for that."""
    final = (CANNOT_BE_UNDONE,) if analysis.irreversible[state] else ()
    return (*final, *analysis.concepts_of(state)) or _NO


def _cells(views: Perceptions, stance: Stance, state: int) -> Iterator[Cell]:
    model = stance.analysis.model
    for other in views.stances:
        place = place_of(model, other.analysis.model, state)
        yield _holds(other.analysis, place) if place >= 0 else _CANNOT
    place = place_of(model, views.analysis.model, state)
    if place >= 0 and views.hypergame.feasible[place]:
        yield held(views.hypergame, place) or _NO
    else:
        yield _NOT_EVERYWHERE
