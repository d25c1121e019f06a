"""Tripwires: what could be seen if a condition of the region came to another state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.system.region import region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region

_COLUMNS = (Column("condition", "Condition"), Column("state", "Comes to"), Column("seen", "If this is seen"))


def find(look: Look[SystemOptions]) -> tuple[Row, ...] | None:
    """Return what would show that a condition comes to another state; ``None`` where nothing is known that would."""
    found = look.once(region)
    return tuple(_rows(found)) or None if found is not None else None


def show(rows: tuple[Row, ...], look: Look[SystemOptions]) -> Finding:
    """List what to watch."""
    del look
    return Finding(
        "What to watch",
        "What could be seen if a condition of the region came to another state. No chances are given.",
        tables=(Table("tripwires", "What to watch", _COLUMNS, rows),),
        depth=Depth.DETAIL,
        id="tripwires",
    )


def _rows(found: Region) -> Iterator[Row]:
    for k, own in enumerate(found.descriptors):
        for number, state in enumerate(own.states):
            if state.tripwire and not (found.now is not None and found.now[k] == number):
                yield row_of([state], own.label, state.label, state.tripwire)


CHAPTER = Chapter("tripwires", 45, find, show)
