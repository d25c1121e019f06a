"""Outputs of the model side by side: what all share is told once, and worlds where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.balance.words import where
from detente.lenses.corridor.claims.outputs import alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.corridor.claims.outputs import Told
    from detente.lenses.corridor.seen import Seen


def side_by_side(world: Seen, sides: Sequence[Told]) -> str:
    """Return outputs in a row, the first in full: "1.1 million tonnes a year cross Georgia, 2.0 Armenia".

    Of more than two, in several worlds, the first and the last stand for all.
    """
    first = sides[0]
    if len(sides) == 1:
        return _whole(alone(first))
    if len({(each.lead, each.unit, each.tail) for each in sides}) == 1:  # one thing, in several worlds
        return f"{_whole(first)}{_in(world, first)}, {sides[-1].amount}{_in(world, sides[-1])}"
    if len({(each.lead, each.unit) for each in sides}) == 1:  # several things: what they are of, the claim says
        return ", ".join(
            [f"{first.amount} {first.unit} {first.tail}", *(f"{each.amount} {_short(each)}" for each in sides[1:])]
        )
    return ", against ".join(_whole(each) + _in(world, each) for each in sides)


def _short(side: Told) -> str:
    return side.tail.removeprefix("cross ")


def _in(world: Seen, side: Told) -> str:
    return where(world, world.model.world(side.world) or 0) or " as things are"


def _whole(side: Told) -> str:
    return " ".join(filter(None, (side.lead, side.amount, side.unit, side.tail)))
