"""Flows: what each costs and how long it takes, and whose shippers gain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.numbers import ranged, rounded, words
from detente.lenses.corridor.seen import seen
from detente.lenses.evidence import row
from detente.lenses.wording import counted, one_or_many
from detente.units import quantity

if TYPE_CHECKING:
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look
    from detente.methods.transport.arrays import Float

_FELT = 0.005
"""What counts as a gain: this share of what a unit costs now."""

_FLOWS = (
    Column("flow", "Cargo"),
    Column("kind", "Class and means"),
    Column("kt", "Amount", unit="thousand tonnes a year"),
    Column("cost", "Cost now", "number", "USD a unit"),
    Column("days", "Days now", "number"),
)


@dataclass(frozen=True, slots=True)
class Shippers:
    """The flows of the case as it is, and the worlds in which some shippers gain.

    Attributes
    ----------
    flows
        Their numbers.
    worlds
        Numbers of the worlds in which the shippers of some flow gain or lose.
    """

    flows: tuple[int, ...]
    worlds: tuple[int, ...]


def find(look: Look[CorridorOptions]) -> Shippers | None:
    """Return the flows; ``None`` where there are none."""
    found = look.once(seen)
    if found is None:
        return None
    flows = tuple(found.flows(found.model.worlds[0]).values())
    moved = found.gains.median[:, list(flows)]
    felt = np.abs(moved) > _FELT * _cost(found, flows)
    return Shippers(flows, tuple(number for number, _ in found.others if felt[number].any()))


def show(found: Shippers, look: Look[CorridorOptions]) -> Finding | None:
    """Say what shippers pay now, and what they gain in which world."""
    world = look.once(seen)
    if world is None:
        return None
    rows = tuple(_row(world, flow) for flow in found.flows)
    return Finding(
        "Who among shippers gains",
        _headline(world, found),
        tables=(
            Table("flows", "What cargo there is, and what carrying it costs as things are", _FLOWS, rows),
            *((_gains(world, found),) if found.worlds else ()),
        ),
        depth=Depth.APPENDIX,
        id="flows",
    )


def _row(world: Seen, number: int) -> Row:
    flow = world.model.flows[number]
    cost, days, _ = (rounded(float(each[0, number]), 2) for each in world.flow_medians)
    kind = (flow.cargo, *flow.modes)
    amount = None if flow.kt is None else quantity(flow.kt.low, flow.kt.high, None)
    return row(flow, flow.label, kind, amount, cost, days)


def _gains(world: Seen, found: Shippers) -> Table:
    """Return what the shippers of each flow gain in the worlds in which they feel it."""
    rows = []
    m, low, high = world.gains
    for flow, cost in zip(found.flows, _cost(world, found.flows), strict=True):
        moved = [(float(m[n, flow]), float(low[n, flow]), float(high[n, flow])) for n in found.worlds]
        told = [ranged(each, change=True) if abs(each[0]) > _FELT * cost else "–" for each in moved]
        if set(told) != {"–"}:
            rows.append(Row((world.model.flows[flow].label, *told)))
    worlds = (world.model.worlds[number] for number in found.worlds)
    columns = (_FLOWS[0], *(Column(each.id, each.label) for each in worlds))
    caption = "What shippers gain in which world [USD a unit]; – where they do not feel it"
    return Table("gains", caption, columns, tuple(rows))


def _cost(world: Seen, flows: tuple[int, ...]) -> Float:
    return world.flow_medians[0][0, list(flows)]


def _headline(world: Seen, found: Shippers) -> str:
    if not found.worlds:
        return "In the model, no shipper gains or loses enough to feel it."
    gained = world.gains.median[np.ix_(found.worlds, found.flows)]
    number = int((gained > _FELT * _cost(world, found.flows)).any(axis=0).sum())
    verb = one_or_many(number, "gains", "gain")
    best = int(gained.max(axis=0).argmax())
    flow = world.model.flows[found.flows[best]]
    most = words(float(gained[:, best].max()))
    return (
        f"In the model, shippers of {number} of {counted(len(found.flows), 'flow')} {verb} in some world; "
        f"most do those of “{flow.label}”, {most} dollars a unit."
    )


CHAPTER = Chapter("flows", 40, find, show)
