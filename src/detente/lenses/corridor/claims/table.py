"""All claims in a table: by what each stands or falls, what comes of it, and the numbers that it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Table
from detente.lenses.corridor.claims.compared import compared
from detente.lenses.corridor.claims.untested import untested
from detente.lenses.corridor.claims.words import claimed, verdict
from detente.lenses.corridor.numbers import words
from detente.lenses.evidence import row
from detente.lenses.wording import counted, out_of_hundred, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Cell
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, CounterExample, Driver
    from detente.models.corridor.levers import Lever

_CLAIMS = (
    Column("claim", "Claim"),
    Column("measure", "It holds if"),
    Column("found", "In the model"),
    Column("drivers", "It hangs most on these numbers"),
    Column("otherwise", "These values together would turn it"),
    Column("tonnage", "Of the tonnage assumed", unit="per cent"),
)
_MOST = 3


def claims(world: Seen) -> Table:
    """Return the claims with their measures, what comes of them, what moves them most and what would turn them."""
    rows = tuple(row(each.claim, *_cells(world, each)) for each in world.claims)
    return Table("claims", "All claims that are tested", _CLAIMS, rows, shown=len(rows))


def _cells(world: Seen, found: ClaimResult) -> Iterator[Cell]:
    yield claimed(world, found).rstrip(".")
    yield found.claim.measure or found.claim.predicate
    yield _found(world, found)
    yield tuple(map(_driver, found.drivers)) or None
    yield None if found.counter_example is None else _otherwise(found.counter_example)
    yield None if found.assumed is None else words(100 * found.assumed)


def _found(world: Seen, found: ClaimResult) -> str:
    """Return what comes of a claim: in how many trials it holds, and what it compares."""
    if why := untested(world, found):
        return f"Not tested: {why}"
    figures = compared(world, found).figures
    often = "" if found.verdict == "undetermined" else f", true in {out_of_hundred(found.probability or 0.0)}"
    return sentence(f"{verdict(found)}{often}{f': {figures}' if figures else ''}")


def _otherwise(example: CounterExample) -> tuple[str, ...]:
    told = [f"{lever.label}: {valued(lever, value)}" for lever, value in example.levers[:_MOST]]
    more = len(example.levers) - _MOST
    return (*told, f"and {counted(more, 'other number')}") if more > 0 else tuple(told)


def _driver(found: Driver) -> str:
    value = found.lever.value
    ends = f"{found.lever.label} ({words(value.low)} to {valued(found.lever, value.high)}"
    turn = "" if found.break_even is None else f", turning at {words(found.break_even)}"
    return f"{ends}{turn})"


def valued(lever: Lever, value: float) -> str:
    """Return a value of a number with its unit."""
    return f"{words(value)} {lever.unit}".rstrip()
