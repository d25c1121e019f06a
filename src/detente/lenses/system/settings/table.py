"""The table of settings: a state of the region, and what the dispute and bystanders would be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Column, Row, Table
from detente.lenses.system.words import in_trials, target_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from detente.findings.table import Cell
    from detente.lenses.system.region import Region
    from detente.lenses.system.settings.settings import Asked
    from detente.situation.region import Gateway

_SHOWN = 2

_COLUMNS = (
    Column("setting", "If the region is"),
    Column("closed", "Then cannot be had"),
    Column("impasse", "Status quo"),
    Column("possible", "Packages possible", "number"),
    Column("acceptable", "Of these taken by all", "number"),
)


def table(found: Region, gates: Iterable[Gateway], several: Sequence[Asked]) -> Table:
    """Return some states of the region with what is otherwise in them; columns in which nothing is are left out."""
    named = {each.gate.target: target_words(found.moment, each.target) for each in gates}
    cells = [_cells(named, each) for each in several]
    told = [k for k in range(len(_COLUMNS)) if k == 0 or len({row[k] for row in cells}) > 1]
    rows = [Row(tuple(row[k] for k in told)) for row in cells]
    title = "The dispute under other states of the region"
    return Table("settings", title, tuple(_COLUMNS[k] for k in told), tuple(rows), shown=_SHOWN)


def _cells(named: Mapping[str, str], each: Asked) -> tuple[Cell, ...]:
    deals = each.answer.packages
    return (
        _name(each),
        "; ".join(dict.fromkeys(named[gate.target] for gate in each.gates)) or "nothing",
        _impasse(each),
        None if deals is None else deals.possible,
        None if deals is None else deals.acceptable,
    )


def _name(each: Asked) -> str:
    if each.shock is None:
        return f"as on {plain_date(each.date)}" if each.date else "as it is"
    often = in_trials(float(each.share))
    return f"after “{each.shock.label}”" + (f", {often}" if often else "")


def _impasse(each: Asked) -> str:
    if each.answer.conflict is None:
        return ""
    why = each.answer.conflict.why_not
    return f"cannot be said: {why}" if why else {True: "holds", False: "does not hold", None: ""}[each.answer.holds]
