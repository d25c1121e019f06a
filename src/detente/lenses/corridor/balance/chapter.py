"""Who gains and who loses: transit and fees of each country, world by world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.balance import capitals, table
from detente.lenses.corridor.balance.bystanders import bystanders
from detente.lenses.corridor.balance.rows import Balance, balance, weightiest
from detente.lenses.corridor.balance.words import headline, paid_most
from detente.lenses.corridor.claims.words import NO_FORECAST
from detente.lenses.corridor.method import ASSUMPTIONS, method
from detente.lenses.corridor.seen import seen
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look

_OPEN = 4
"""How many worlds stand side by side in the open; the others are behind a click."""


def find(look: Look[CorridorOptions]) -> Balance | None:
    """Return whom the balance is about; ``None`` where there is only the case as it is."""
    found = look.once(seen)
    return balance(found) if found is not None and len(found.model.worlds) > 1 else None


def show(found: Balance, look: Look[CorridorOptions]) -> Iterator[Finding]:
    """Say whose transit and fees change, and then what each capital calls the way and wants of it."""
    world = look.once(seen)
    if world is None:
        return
    first = weightiest(world, found, _OPEN)
    yield Finding(
        "Gains and losses by country",
        headline(world, found, _told(world, first)),
        statements=tuple(_statements(world, found, first)),
        tables=(table.table(world, found, first, "balance"),) if first else (),
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
            depth=Depth.APPENDIX,
            id="balance-more",
        )


def _told(world: Seen, worlds: Sequence[int]) -> Sequence[int]:
    """Return the regimes of some worlds, else all of them: what the headline is about."""
    return [number for number in worlds if world.model.worlds[number].kind == "regime"] or worlds


def _statements(world: Seen, found: Balance, worlds: Sequence[int]) -> Iterator[Statement]:
    """Yield whose fees rise most, what is at stake for bystanders, and what this is not."""
    if paid := paid_most(world, found, _told(world, worlds)):
        yield Statement(paid)
    yield from bystanders(world, found, worlds)
    if not world.claims:
        yield Statement(f"{NO_FORECAST}.")  # else it stands with what is claimed


def _more(world: Seen, found: Balance) -> Iterator[Table]:
    first = weightiest(world, found, _OPEN)
    if more := [number for number in found.worlds if number not in first]:
        yield table.table(world, found, more, "scenarios")
    if found.worlds and found.countries:
        yield table.money(world, found, first)


def _supposed(world: Seen) -> Iterator[Statement]:
    """Yield what the regimes and scenarios suppose."""
    for _, each in world.others:
        if each.record is not None and each.record.assumption:
            yield Statement(f"What “{each.label}” comes to is supposed.", assumption=each.record.assumption)


CHAPTER = Chapter("balance", 30, find, show)
