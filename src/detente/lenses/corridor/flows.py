"""Flows: what each costs and how long it takes, and whose shippers gain."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.numbers import ranged, rounded, words
from detente.lenses.corridor.seen import seen
from detente.lenses.evidence import row
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look
    from detente.methods.transport.arrays import Float

_FELT = 0.005
"""What counts as a gain: this share of what a unit costs now."""

_FLOWS = (
    Column("flow", "Cargo"),
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
    worlds = [world.model.worlds[number] for number in found.worlds]
    gains = (Column(each.id, f"Gain: {each.label}", unit="USD a unit") for each in worlds)
    rows = tuple(_row(world, found, flow) for flow in found.flows)
    table = Table("flows", "What a unit of cargo costs now, and what its shippers gain", (*_FLOWS, *gains), rows)
    return Finding(
        "Who among shippers gains",
        _headline(world, found),
        tables=(table,),
        depth=Depth.DETAIL,
        id="flows",
    )


def _row(world: Seen, found: Shippers, number: int) -> Row:
    flow, outcome = world.model.flows[number], world.outcome
    cost, days = (rounded(float(np.median(each[0, number])), 2) for each in (outcome.cost, outcome.days))
    amount = None if flow.kt is None else _amount(flow.kt.low, flow.kt.high)
    return row(flow, flow.label, amount, cost, days, *(_gain(world, other, number) for other in found.worlds))


def _amount(low: float, high: float) -> str:
    return words(low) if low == high else f"{words(low)} to {words(high)}"


def _gain(world: Seen, other: int, number: int) -> str | None:
    median, low, high = (float(each[other, number]) for each in world.gains)
    return ranged((median, low, high), change=True) if isfinite(median) else None


def _cost(world: Seen, flows: tuple[int, ...]) -> Float:
    return np.asarray(np.median(world.outcome.cost[0, list(flows)], axis=-1))


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
