"""Claims in tables: by what each stands or falls, and the numbers that it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.corridor.numbers import words
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Cell
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, Driver
    from detente.models.corridor.levers import Lever

_CLAIMS = (
    Column("claim", "Claim"),
    Column("measure", "It holds if"),
    Column("drivers", "It hangs most on these numbers"),
    Column("otherwise", "These values together would turn the verdict"),
)


def claims(world: Seen) -> Table:
    """Return the claims with their measures, what moves them most and what would turn them."""
    rows = tuple(Row(tuple(_cells(each))) for each in world.claims)
    return Table("claims", "By what claims stand or fall", _CLAIMS, rows)


def _cells(found: ClaimResult) -> Iterator[Cell]:
    yield sentence(found.claim.text).rstrip(".")
    yield found.claim.measure or found.claim.predicate
    yield tuple(map(_driver, found.drivers)) or None
    example = found.counter_example
    yield tuple(f"{lever.label}: {valued(lever, value)}" for lever, value in example.levers) if example else None


def _driver(found: Driver) -> str:
    value = found.lever.value
    ends = f"{found.lever.label} ({words(value.low)} to {valued(found.lever, value.high)}"
    turn = "" if found.break_even is None else f", turning at {words(found.break_even)}"
    return f"{ends}{turn})"


def valued(lever: Lever, value: float) -> str:
    """Return a value of a number with its unit."""
    return f"{words(value)} {lever.unit}".rstrip()
