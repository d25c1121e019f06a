"""The equilibria in order, as a table, and where the outcomes asked about stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.conflict.named import names_of, spoken
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, maker_names, taken
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.equilibria.ranking import Place, Ranking

_MOST = 12

_COLUMNS = (
    Column("outcome", "Outcome or state"),
    Column("place", "Place", "number"),
    Column("taken", "What is done"),
    Column("concepts", "Holds under"),
    Column("compared", "Compared with the status quo"),
    Column("survives", "Small changes survived", "number"),
)


def placed(analysis: Explicit, places: Ranking) -> Iterator[str]:
    """Yield how the equilibria are put in order, and the places of the outcomes asked about."""
    if not len(places):
        return
    named = {name: None if state is None else places.of(state) for name, state in analysis.model.named.items()}
    asked = [(place, spoken(analysis, name)) for name, place in named.items() if place is not None]
    if asked:
        said = listed([f"{name} {place}" for place, name in sorted(asked, key=lambda item: item[0])])
        yield f"Places of the outcomes asked about, among {counted(len(places), 'equilibrium', 'equilibria')}: {said}."
    if analysis.model.status_quo is None:
        yield "The case states no status quo, so nothing is compared with it: write 'status_quo:' to have that."
    from_here = ["that gains lead to from the status quo", "that everybody prefers to it"]
    by = [*(from_here if analysis.model.status_quo is not None else ()), "that hold under most concepts"]
    if places.survives is not None:
        by.append("that survive most small changes of what somebody wants")
    if places.outdone is not None:
        by.append("that no other outdoes")
    yield f"The order: first those {', then those '.join(by)}. Equal ones share a place."
    if len(places) > _MOST:
        yield f"The table of equilibria shows the first {_MOST} of {len(places)}."


def ranking_table(analysis: Explicit, places: Ranking) -> Table:
    """Return the foremost equilibria."""
    first = zip(places.states.tolist(), places.first(_MOST), strict=False)
    rows = tuple(Row(_cells(analysis, state, each)) for state, each in first)
    return Table("equilibria", "Equilibria, the foremost first", _COLUMNS, rows)


def _cells(analysis: Explicit, state: int, each: Place) -> tuple[Cell, ...]:
    return (
        " = ".join(names_of(analysis, state)) or each.state,
        each.place,
        taken(analysis, state),
        analysis.concepts_of(state),
        tuple(_compared(analysis, state, each)),
        each.survives,
    )


def _compared(analysis: Explicit, state: int, each: Place) -> Iterator[str]:
    """Yield what distinguishes an equilibrium from the status quo, and from the other equilibria."""
    quo, names = (
        analysis.model.status_quo,
        dict(zip(analysis.model.decision_makers, maker_names(analysis), strict=True)),
    )
    if state == quo:
        yield "is the status quo"
    elif each.joint_improvement:
        yield "better for everybody"
    elif quo is not None:
        yield f"better for {listed([names[maker] for maker in each.better_for]) or 'nobody'}"
        yield f"worse for {listed([names[maker] for maker in each.worse_for]) or 'nobody'}"
    if analysis.irreversible[state]:
        yield CANNOT_BE_UNDONE
    if each.reachable and state != quo:
        yield "gains lead there"
    if each.outdone:
        yield "another equilibrium outdoes it"
