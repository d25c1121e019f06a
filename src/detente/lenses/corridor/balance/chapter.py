"""Who gains and who loses: transit and fees of each country, world by world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.balance import capitals, table
from detente.lenses.corridor.balance.bystanders import bystanders
from detente.lenses.corridor.balance.rows import Balance, balance
from detente.lenses.corridor.balance.words import headline
from detente.lenses.corridor.method import ASSUMPTIONS, method
from detente.lenses.corridor.seen import seen
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look

_OPEN = 4
"""How many worlds stand side by side in the open; the others are behind a click."""

_NO_FORECAST = "This tests arguments and is not a traffic forecast. What begins or ends in a country is no transit."


def find(look: Look[CorridorOptions]) -> Balance | None:
    """Return whom the balance is about; ``None`` where there is only the case as it is."""
    found = look.once(seen)
    return balance(found) if found is not None and len(found.model.worlds) > 1 else None


def show(found: Balance, look: Look[CorridorOptions]) -> Iterator[Finding]:
    """Say whose transit and fees change, and then what each capital calls the way and wants of it."""
    world = look.once(seen)
    if world is None:
        return
    yield Finding(
        "Gains and losses by country",
        headline(world, found),
        statements=(*bystanders(world, found), Statement(_NO_FORECAST)),
        tables=(table.table(world, found, found.worlds[:_OPEN], "balance"),) if found.worlds else (),
        method=method(world, look.options),
        assumptions=(*_supposed(world), *ASSUMPTIONS),
        id="balance",
    )
    if told := tuple(capitals.capitals(world, found)):
        yield Finding(
            "What each side calls the way, wants and gains",
            capitals.headline(world, found),
            statements=told,
            depth=Depth.DETAIL,
            id="capitals",
        )
    if tables := tuple(_more(world, found)):
        yield Finding(
            "More on gains and losses",
            f"{counted(len(found.worlds), 'world')} in which something changes.",
            tables=tables,
            depth=Depth.DETAIL,
            id="balance-more",
        )


def _more(world: Seen, found: Balance) -> Iterator[Table]:
    if more := found.worlds[_OPEN:]:
        yield table.table(world, found, more, "scenarios")
    if found.worlds and found.countries:
        yield table.money(world, found, found.worlds[:_OPEN])


def _supposed(world: Seen) -> Iterator[Statement]:
    """Yield what the regimes and scenarios suppose."""
    for _, each in world.others:
        if each.record is not None and each.record.assumption:
            yield Statement(f"What “{each.label}” comes to is supposed.", assumption=each.record.assumption)


CHAPTER = Chapter("balance", 30, find, show)
