"""The balance in a table: a row for each country and each collector of fees, a column for each world."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.corridor.numbers import ranged
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from detente.findings import Cell
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.spread import Spread

_MILLION = 1e6
_THOUSAND = 1e3


def table(world: Seen, whom: Balance) -> Table:
    """Return how transit and fees change, world by world, with their ranges."""
    worlds = world.model.worlds
    columns = (
        Column("who", "Who"),
        Column("now", "As things are"),
        *(Column(worlds[number].id, worlds[number].label) for number in whom.worlds),
    )
    transit = [_country(world, whom, place) for place in whom.countries]
    fees = [_collector(world, whom, place) for place in whom.collectors]
    caption = "What crosses each country, and who collects fees: now in a year, and what would change"
    return Table("balance", caption, columns, (*transit, *fees), shown=9)


def _country(world: Seen, whom: Balance, place: int) -> Row:
    name = world.name(world.model.countries[place])
    now = ranged(_at(world.transit, 0, place, _THOUSAND), "Mt")
    cells: list[Cell] = [_moved(world, number, place) for number in whom.worlds]
    return Row((f"{name}: transit", now, *cells))


def _moved(world: Seen, number: int, place: int) -> str:
    """Return the change in per cent, or in tonnes where there is nothing to take it of."""
    percent = _at(world.change, number, place)
    if all(map(isfinite, percent)):
        return ranged(percent, "%", change=True)
    return ranged(_at(world.moved, number, place, _THOUSAND), "Mt", change=True)


def _collector(world: Seen, whom: Balance, place: int) -> Row:
    name = world.name(world.model.collectors[place])
    now = ranged(_at(world.fees, 0, place, _MILLION), "million USD")
    cells = [ranged(_at(world.earned, number, place, _MILLION), change=True) for number in whom.worlds]
    return Row((f"{name}: fees", now, *cells))


def worlds_table(world: Seen) -> Table:
    """Return what each world is, with what it rests on."""
    columns = (Column("world", "World"), Column("what", "What is supposed"))
    kinds = {"regime": "All links that name a regime run under it", "scenario": "A scenario of the case"}
    rows = tuple(
        row(each.record, each.label, kinds[each.kind]) for _, each in world.others if each.record is not None
    )
    return Table("worlds", "The worlds that are compared", columns, rows)


def money(world: Seen, whom: Balance) -> Table:
    """Return what cargo that crosses a country pays there, world by world."""
    worlds = [(0, world.model.worlds[0]), *((number, world.model.worlds[number]) for number in whom.worlds)]
    columns = (Column("who", "Country"), *(Column(each.id, each.label, unit="million USD") for _, each in worlds))
    rows = tuple(
        Row(
            (
                world.name(world.model.countries[place]),
                *(ranged(_at(world.carriage, number, place, _MILLION)) for number, _ in worlds),
            )
        )
        for place in whom.countries
    )
    return Table("money", "What cargo that crosses a country pays for being carried there, in a year", columns, rows)


def _at(spread: Spread, world: int, place: int, scale: float = 1.0) -> tuple[float, float, float]:
    median, low, high = (float(each[world, place]) / scale for each in spread)
    return median, low, high
