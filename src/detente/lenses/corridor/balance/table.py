"""The balance in tables: a row for each country and each collector of fees, a column for each world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.corridor.balance.rows import is_party, with_a_part
from detente.lenses.corridor.numbers import compact, ranged
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.spread import Spread

_MILLION = 1e6
_THOUSAND = 1e3
_CAPTION = "Transit of this cargo [million tonnes a year] and fees [million dollars a year]: now, and changes"


def table(world: Seen, whom: Balance, worlds: Sequence[int], name: str) -> Table:
    """Return how transit and fees change, world by world, with their ranges: parties and bystanders, then others.

    What is shown at once is the transit of parties and bystanders; sentences above tell of the fees of parties.
    """
    columns = (Column("who", "Who"), Column("now", "As things are"), *_columns(world, worlds))
    near = with_a_part(world, whom)
    own = [place for place in whom.collectors if is_party(world, world.model.collectors[place])]
    first = [_country(world, worlds, place) for place in near]
    first += [_collector(world, worlds, place) for place in own]
    others = [_collector(world, worlds, place) for place in whom.collectors if place not in own]
    others += [_country(world, worlds, place) for place in whom.countries if place not in near]
    return Table(name, _CAPTION, columns, (*first, *others), shown=len(near))


def _columns(world: Seen, worlds: Sequence[int]) -> tuple[Column, ...]:
    found = [world.model.worlds[number] for number in worlds]
    return tuple(Column(each.id, each.label) for each in found)


def _country(world: Seen, worlds: Sequence[int], place: int) -> Row:
    now = compact(_at(world.transit, 0, place, _THOUSAND))
    cells = [compact(_at(world.moved, number, place, _THOUSAND), change=True) for number in worlds]
    return Row((f"{_name(world, world.model.countries[place])}: transit", now, *cells))


def _collector(world: Seen, worlds: Sequence[int], place: int) -> Row:
    now = compact(_at(world.fees, 0, place, _MILLION), places=1)
    cells = [compact(_at(world.earned, number, place, _MILLION), change=True, places=1) for number in worlds]
    return Row((f"{_name(world, world.model.collectors[place])}: fees", now, *cells))


def _name(world: Seen, code: str) -> str:
    return sentence(world.name(code)).rstrip(".")


def moved(world: Seen, number: int, place: int) -> str:
    """Return how transit changes, in million tonnes a year."""
    return ranged(_at(world.moved, number, place, _THOUSAND), "Mt", change=True)


def money(world: Seen, whom: Balance, others: Sequence[int]) -> Table:
    """Return what cargo that crosses a country pays there, as things are and in other worlds."""
    worlds = (0, *others)
    rows = tuple(
        Row(
            (
                world.name(world.model.countries[place]),
                *(compact(_at(world.carriage, number, place, _MILLION), places=1) for number in worlds),
            )
        )
        for place in whom.countries
    )
    caption = "What cargo that crosses a country pays for being carried there [million USD a year]"
    return Table("money", caption, (Column("who", "Country"), *_columns(world, worlds)), rows)


def _at(spread: Spread, world: int, place: int, scale: float = 1.0) -> tuple[float, float, float]:
    median, low, high = (float(each[world, place]) / scale for each in spread)
    return median, low, high
