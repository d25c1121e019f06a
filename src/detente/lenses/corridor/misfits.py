"""Misfits: where the model is known to come out wrong, what hangs on its form, and what it takes for granted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.balance.words import where
from detente.lenses.corridor.numbers import rounded, signed, words
from detente.lenses.corridor.second_form import both_forms
from detente.lenses.corridor.seen import seen
from detente.lenses.corridor.worlds.chapter import over_capacity
from detente.lenses.evidence import row
from detente.lenses.wording import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look

_PARAMETERS = (
    Column("parameter", "Number"),
    Column("low", "Low", "number"),
    Column("mode", "Likeliest", "number"),
    Column("high", "High", "number"),
    Column("unit", "Unit"),
)


@dataclass(frozen=True, slots=True)
class Misfits:
    """What a reader should know before leaning on the numbers.

    Attributes
    ----------
    assumed
        The share of all tonnage that no source states [0..1]; ``None`` where there is none.
    """

    assumed: float | None


def find(look: Look[CorridorOptions]) -> Misfits | None:
    """Return how much of the tonnage is assumed; ``None`` without a network."""
    found = look.once(seen)
    if found is None:
        return None
    flows = [flow for flow in found.corridor.flows if flow.kt is not None]
    every = sum(flow.kt.mean for flow in flows if flow.kt is not None)
    bare = sum(flow.kt.mean for flow in flows if flow.kt is not None and not flow.cites)
    return Misfits(bare / every if every else None)


def show(found: Misfits, look: Look[CorridorOptions]) -> Finding | None:
    """Say what is known to be wrong, what another form of the model says, and which numbers all ways share."""
    world = look.once(seen)
    if world is None:
        return None
    misfits = world.corridor.misfits
    known = f"{counted(len(misfits), 'misfit')} of the model {'is' if len(misfits) == 1 else 'are'} known"
    leaning = "" if found.assumed is None else f"{words(100 * found.assumed)} per cent of the tonnage is assumed"
    return Finding(
        "What the model gets wrong",
        sentence("; ".join(filter(None, (known if misfits else "", leaning))) or "No misfit of the model is known"),
        statements=tuple(_statements(world)),
        tables=(_parameters(world),),
        depth=Depth.DETAIL,
        id="misfits",
    )


def _statements(world: Seen) -> Iterator[Statement]:
    yield from (Statement(sentence(each)) for each in world.corridor.misfits)
    yield from _other_form(world)
    for number in range(len(world.model.worlds)):
        if names := [f"“{world.called(link)}”" for link in over_capacity(world, number)]:
            at = where(world, number) or " as things are"
            yield Statement(f"More than they can carry would go over {listed(names)}{at}; nothing is turned away.")
    absent = [flow for flow in world.corridor.flows if flow.kt is None]
    if absent:
        yield Statement(f"Of {counted(len(absent), 'flow')} the case states no tonnage; they move no transit.")


def _other_form(world: Seen) -> Iterator[Statement]:
    """Yield where the plain logit over corridors differs most from the nested one, in what crosses a country."""
    own, other = both_forms(world)
    apart = other - own
    if not apart.any():
        return
    at = int(np.abs(apart).argmax())
    number, country = divmod(at, apart.shape[1])
    base = float(own.flat[at])
    name = world.name(world.model.countries[country])
    much = f"{signed(100 * float(apart.flat[at]) / base, 1)} per cent" if base else "cargo where this one has none"
    text = (
        f"With a plain logit between corridors instead, what crosses {name}{where(world, number)} differs most: {much}."
    )
    yield Statement(text)


def _parameters(world: Seen) -> Table:
    rows = []
    for lever in world.model.levers:
        if "." in lever.key or "@" in lever.key or (lever.value.is_point and not lever.value.low):
            continue
        value = lever.value
        cells = (sentence(lever.label).rstrip("."), *_ends(value.low, value.mode, value.high), lever.unit or None)
        stated = lever.record is not None
        rows.append(row(lever.record, *cells) if stated and lever.record else Row(cells, assumption="the usual range"))
    return Table("parameters", "Numbers that all ways share", _PARAMETERS, tuple(rows), shown=0)


def _ends(low: float, mode: float | None, high: float) -> tuple[float, float | None, float]:
    return rounded(low), None if mode is None else rounded(mode), rounded(high)


CHAPTER = Chapter("misfits", 50, find, show)
