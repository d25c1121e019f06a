"""The balance in tables: a row for each country and each collector of fees, a column for each world."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.corridor.numbers import percent, ranged
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.findings import Cell
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.spread import Spread

_MILLION = 1e6
_THOUSAND = 1e3
_MUCH = 100.0
"""From here on a change is told in tonnes, as a multiple of little says little [per cent]."""

_SHOWN = 6


def table(world: Seen, whom: Balance, worlds: Sequence[int], name: str) -> Table:
    """Return how transit and fees change, world by world, with their ranges."""
    columns = (Column("who", "Who"), Column("now", "As things are"), *_columns(world, worlds))
    transit = [_country(world, worlds, place) for place in whom.countries]
    fees = [_collector(world, worlds, place) for place in whom.collectors]
    caption = "What crosses a country and what fees bring in a year, now and by how much that would change"
    return Table(name, caption, columns, (*transit, *fees), shown=_SHOWN)


def _columns(world: Seen, worlds: Sequence[int]) -> tuple[Column, ...]:
    found = [world.model.worlds[number] for number in worlds]
    return tuple(Column(each.id, each.label) for each in found)


def _country(world: Seen, worlds: Sequence[int], place: int) -> Row:
    name = sentence(world.name(world.model.countries[place])).rstrip(".")
    now = ranged(_at(world.transit, 0, place, _THOUSAND), "Mt")
    cells: list[Cell] = [moved(world, number, place) for number in worlds]
    return Row((f"{name}: transit", now, *cells))


def moved(world: Seen, number: int, place: int) -> str:
    """Return how transit changes in per cent, or in tonnes where there is little to take it of."""
    change = _at(world.change, number, place)
    if all(map(isfinite, change)) and abs(change[0]) < _MUCH:
        return percent(change, "%")
    return ranged(_at(world.moved, number, place, _THOUSAND), "Mt", change=True)


def _collector(world: Seen, worlds: Sequence[int], place: int) -> Row:
    name = sentence(world.name(world.model.collectors[place])).rstrip(".")
    now = ranged(_at(world.fees, 0, place, _MILLION), "million USD")
    cells = [ranged(_at(world.earned, number, place, _MILLION), change=True) for number in worlds]
    return Row((f"{name}: fees", now, *cells))


def money(world: Seen, whom: Balance, others: Sequence[int]) -> Table:
    """Return what cargo that crosses a country pays there, as things are and in other worlds."""
    worlds = (0, *others)
    rows = tuple(
        Row(
            (
                world.name(world.model.countries[place]),
                *(ranged(_at(world.carriage, number, place, _MILLION), places=1) for number in worlds),
            )
        )
        for place in whom.countries
    )
    caption = "What cargo that crosses a country pays for being carried there [million USD a year]"
    return Table("money", caption, (Column("who", "Country"), *_columns(world, worlds)), rows)


def _at(spread: Spread, world: int, place: int, scale: float = 1.0) -> tuple[float, float, float]:
    median, low, high = (float(each[world, place]) / scale for each in spread)
    return median, low, high
