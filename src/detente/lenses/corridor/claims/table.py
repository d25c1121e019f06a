"""Claims in tables: by what each stands or falls, and the numbers that it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.corridor.numbers import rounded, words
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, CounterExample
    from detente.models.corridor.levers import Lever

_CLAIMS = (
    Column("claim", "Claim"),
    Column("measure", "It holds if"),
    Column("holds", "Holds in so many trials", "number", "%"),
    Column("otherwise", "What would turn the verdict"),
    Column("assumed", "Assumed tonnage behind it", "number", "%"),
)
_DRIVERS = (
    Column("claim", "Claim"),
    Column("input", "Number"),
    Column("range", "Its range"),
    Column("turns", "The verdict turns at"),
)


def claims(world: Seen) -> Table:
    """Return the claims with their measures and what would turn each."""
    rows = tuple(_row(each) for each in world.claims)
    return Table("claims", "By what claims stand or fall", _CLAIMS, rows)


def _row(found: ClaimResult) -> Row:
    claim, share = found.claim, found.assumed
    return row(
        claim,
        claim.text,
        claim.measure or claim.predicate,
        None if found.probability is None else rounded(100 * found.probability, 2),
        tuple(_turned(found.counter_example)) or None,
        None if share is None else rounded(100 * share, 2),
    )


def _turned(example: CounterExample | None) -> Iterator[str]:
    """Yield the numbers that together would turn a verdict, each with its value."""
    for lever, value in example.levers if example is not None else ():
        yield f"{lever.label}: {_valued(lever, value)}"


def drivers(world: Seen) -> Table:
    """Return the numbers that move claims most."""
    rows = tuple(
        Row(
            (
                found.claim.text,
                each.lever.label,
                f"{words(each.lever.value.low)} to {_valued(each.lever, each.lever.value.high)}",
                None if each.break_even is None else _valued(each.lever, each.break_even),
            )
        )
        for found in world.claims
        for each in found.drivers
    )
    return Table("drivers", "What moves claims most, one number at a time", _DRIVERS, rows)


def _valued(lever: Lever, value: float) -> str:
    return f"{words(value)} {lever.unit}".rstrip()
