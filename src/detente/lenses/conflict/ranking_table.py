"""The equilibria in order, as a table, and where the outcomes asked about stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.analysis import Analysis
    from detente.lenses.conflict.ranking import Ranked

_MOST = 20

_COLUMNS = (
    Column("taken", "What is done"),
    Column("place", "Place", "number"),
    Column("state", "State", "state"),
    Column("concepts", "Holds under"),
    Column("reached", "Gains lead there", "truth"),
    Column("better", "Better than now for"),
    Column("worse", "Worse than now for"),
    Column("survives", "Small changes survived", "number"),
    Column("outdone", "Another is better for some, worse for none", "truth"),
)


def placed(analysis: Analysis, places: Sequence[Ranked]) -> Iterator[str]:
    """Yield how the equilibria are put in order, and the places of the outcomes asked about."""
    if not places:
        return
    known = {each.state: each for each in places}
    asked = {name.replace("-", " "): known[s] for name, s in analysis.model.named.items() if s in known}
    if asked:
        ordered = sorted(asked.items(), key=lambda item: item[1].place)
        said = listed([f"{name} {each.place}" for name, each in ordered])
        yield f"Places of the outcomes asked about, among {counted(len(places), 'equilibrium', 'equilibria')}: {said}."
    by = ["that gains lead to from the status quo", "that everybody prefers to it", "that hold under most concepts"]
    if places[0].survives is not None:
        by.append("that survive most small changes of what somebody wants")
    if places[0].outdone is not None:
        by.append("that no other outdoes")
    yield f"The order: first those {', then those '.join(by)}. Equal ones share a place."
    if len(places) > _MOST:
        yield f"The table of equilibria shows the first {_MOST} of {len(places)}."


def ranking_table(analysis: Analysis, places: Sequence[Ranked]) -> Table:
    """Return the foremost equilibria."""
    rows = tuple(Row(_cells(analysis, each)) for each in places[:_MOST])
    return Table("equilibria", "Equilibria, the foremost first", _COLUMNS, rows)


def _cells(analysis: Analysis, each: Ranked) -> tuple[Cell, ...]:
    names = maker_names(analysis)
    return (
        taken(analysis, each.state),
        each.place,
        analysis.model.name(each.state),
        analysis.concepts_of(each.state),
        each.reachable,
        tuple(names[i] for i in each.better) or "nobody",
        tuple(names[i] for i in each.worse) or "nobody",
        each.survives,
        each.outdone,
    )
