"""Tables of what holds as the case has it, in each one's own model, and when each acts on its own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.perceptions.seen import held
from detente.lenses.conflict.words import maker_names, taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.perceptions.seen import Perceptions

_MOST = 20
_CANNOT = "it cannot be"


def speakable(analysis: Explicit) -> Iterator[tuple[str, int]]:
    """Yield the status quo and the outcomes asked about that can be, with what to call them in a sentence."""
    model = analysis.model
    if model.status_quo is not None:
        yield "the status quo", model.status_quo
    yield from ((f"“{name}”", state) for name, state in asked_about(analysis).items())


def outcomes(views: Perceptions) -> Table:
    """Return for the status quo and each outcome asked about where it holds."""
    spoken = speakable(views.analysis)
    rows = tuple(Row((name.removeprefix("the ").strip("“”"), *_cells(views, state))) for name, state in spoken)
    columns = (Column("name", "Outcome"), *_columns(views))
    return Table("perceived-outcomes", "What holds as the case has it, and as each sees it", columns, rows)


def others(views: Perceptions) -> Table:
    """Return the other states that hold only by a view of somebody's, or are lost by it."""
    stability, game = views.analysis.stability, views.hypergame
    touched: set[int] = set()
    for found in (game.only_seen(stability), game.lost(stability)):
        touched.update(int(s) for states in found.values() for s in states)
    touched -= {state for _, state in speakable(views.analysis)}
    shown = sorted(touched)[:_MOST]
    rows = tuple(Row((taken(views.analysis, s), views.analysis.model.name(s), *_cells(views, s))) for s in shown)
    columns = (Column("taken", "What is done"), Column("state", "State", "state"), *_columns(views))
    part = f", the first {_MOST} of {len(touched)}" if len(touched) > _MOST else ""
    return Table(
        "perceived-states", f"Other states that hold, or do not, because of what somebody sees{part}", columns, rows
    )


def _columns(views: Perceptions) -> Iterator[Column]:
    names = maker_names(views.analysis)
    yield Column("case", "Holds as the case has it")
    yield from (Column(f"own-{i}", f"Would hold if all were as {names[i]} sees it") for i in views.seen)
    yield Column("each", "Holds as each sees it")


def _cells(views: Perceptions, state: int) -> Iterator[Cell]:
    yield views.analysis.concepts_of(state) or "no"
    for seen in views.seen.values():
        place = int(seen.view.place[state])
        yield (seen.analysis.concepts_of(place) or "no") if place >= 0 else _CANNOT
    if views.hypergame.feasible[state]:
        yield held(views.hypergame, state) or "no"
    else:
        yield "not possible to everybody"
