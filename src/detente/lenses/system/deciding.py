"""Which single judgements decide: what would be under pressure, or would not, if one effect were otherwise by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from detente.findings import Column, Depth, Finding, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.system.inventory import strength_of
from detente.lenses.system.region import region
from detente.lenses.wording import counted, listed
from detente.methods.system.flips import Flip, flips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Row
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.methods.system.web import Web

Pushed: TypeAlias = frozenset[tuple[int, int]]
"""Conditions under pressure, each with the state that it is pushed towards, by number."""

_COLUMNS = (
    Column("from", "If what"),
    Column("on", "Does to"),
    Column("by", "Were [−3 to 3]"),
    Column("then", "Then"),
)


def find(look: Look[SystemOptions]) -> tuple[Flip, ...] | None:
    """Return the judgements that decide; ``None`` where the state of the region is not known."""
    found = look.once(region)
    if found is None or found.now is None:
        return None
    return flips(found.web, lambda web: pushed(found, web), found.model.impacts)


def pushed(found: Region, web: Web) -> Pushed:
    """Return what a web like that of the region pushes where now."""
    return frozenset((each.descriptor, each.state) for each in found.pressed(found.now or (), web))


def show(deciding: tuple[Flip, ...], look: Look[SystemOptions]) -> Finding | None:
    """Say how many of them there are, and what each would change."""
    found = look.once(region)
    if found is None or found.now is None:
        return None
    title = "Which single judgements decide"
    if not deciding:
        return Finding(
            title,
            "No single judgement, one step stronger or weaker, changes what is under pressure.",
            id="deciding",
        )
    rows = tuple(_rows(found, deciding))
    return Finding(
        title,
        f"{counted(len(rows), 'judgement')} would change what is under pressure, were"
        f" {'it' if len(rows) == 1 else 'any of them'} one step stronger or weaker.",
        tables=(Table("deciding", "What hangs on one judgement", _COLUMNS, rows),),
        depth=Depth.DETAIL,
        id="deciding",
    )


def _rows(found: Region, deciding: tuple[Flip, ...]) -> Iterator[Row]:
    for flip in deciding:
        records = found.model.impacts[flip.source, flip.target]
        after = pushed(found, flip.of(found.web))
        before = pushed(found, found.web)
        told = [f"{_said(found, each)} comes under pressure" for each in sorted(after - before)]
        told += [f"{_said(found, each)} is under none" for each in sorted(before - after)]
        now = int(found.web.impact[flip.source, flip.target])
        strength = f"{strength_of(now + flip.by)}, not {strength_of(now)}"
        yield row_of(records, found.called(flip.source), found.called(flip.target), strength, listed(told))


def _said(found: Region, each: tuple[int, int]) -> str:
    descriptor, state = each
    return f"{found.descriptors[descriptor].label} towards “{found.label(state)}”"


CHAPTER = Chapter("deciding", 40, find, show)
