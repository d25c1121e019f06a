"""The smallest change of one decision maker's preferences after which it stays, whatever the others prefer.

Whether it stays under Nash, GMR or SMR depends on its own preferences only, and only on which states it
prefers to the wanted one: the fewer, the better for staying. Putting in a wish that is false at the wanted
state can only add to them, and the list without it is one edit less away; so no smallest change does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.inverse.changes import Change, Changeable, said
from detente.methods.gmcr.inverse.effort import Effort, ExhaustedError
from detente.methods.gmcr.inverse.lists import Lists
from detente.methods.gmcr.inverse.staying import pack, stays, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.inverse.arena import Arena
    from detente.methods.gmcr.stability.sanctions import Sanctions


@dataclass(frozen=True, slots=True)
class Alone:
    """What makes one decision maker stay.

    Attributes
    ----------
    edits
        The fewest edits; ``None`` when none were found.
    searched
        Up to how many edits every list was looked at.
    changes
        All lists that so many edits make and at which it stays.
    """

    edits: int | None
    searched: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OneMaker:
    """One decision maker at a wanted state.

    Attributes
    ----------
    arena, maker
        What can happen around the state, and who is asked about.
    changeable
        What it prefers.
    feasible
        Which states of the engine can be. [shape (S,)]
    """

    arena: Arena
    maker: int
    changeable: Changeable
    feasible: Bool

    def distinct(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return lists that say different things, of those that say the same the first, sorted by rank."""
        statements, wishes = said(self.changeable, self.feasible)
        found: dict[tuple[tuple[int, ...], ...], Change] = {}
        blocks = self.changeable.blocks
        for change in sorted(changes, key=lambda each: each.rank):
            found.setdefault(change.identity(statements, wishes, blocks), change)
        return tuple(found.values())


def alone(case: OneMaker, sanctions: Sanctions | None, effort: Effort, *, edits: range) -> Alone:
    """Return the smallest change after which a decision maker stays at the wanted state.

    Parameters
    ----------
    sanctions
        What counts as a sanction of a move, whether its movers gain or not.
    effort
        What the search may cost.
    edits
        How many edits to look at; fewer are known not to do.

    References
    ----------
    KinsaraKilgourHipel2015
    """
    lists = Lists(case.changeable, case.arena.states, case.arena.wanted)
    for number in edits:
        found: list[Change] = []
        try:
            for chunk in lists.chunks(number, effort, per_list=case.arena.moves // 8):
                better = pack(chunk.levels > chunk.levels[case.arena.wanted])
                held = unpack(stays(case.arena, case.maker, better, sanctions), chunk.levels.shape[1])
                found += [chunk.change(int(column)) for column in np.flatnonzero(held)]
        except ExhaustedError:
            return Alone(None, number - 1, ())
        if found:
            return Alone(number, number, case.distinct(found))
    return Alone(None, edits.stop - 1, ())
