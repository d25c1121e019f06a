"""Moves on sets of states: from where a decision maker can get into a set.

As in the explicit engine a move changes any of the mover's own options in one step, as their directions allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oxidd.bcdd import BCDDFunction
from oxidd.util import BooleanOperator

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.methods.gmcr.symbolic.diagram import Diagram
    from detente.methods.gmcr.symbolic.levels import Levels


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """The moves of every decision maker.

    Attributes
    ----------
    diagram
        Where the diagrams are kept.
    feasible
        The states that can be.
    ways
        For each decision maker, the directions of its options by place.
    before
        For each option that changes one way only, a variable for its value before a move.
    levels
        How well each likes a state.
    """

    diagram: Diagram
    feasible: BCDDFunction
    ways: Sequence[Mapping[int, Direction]]
    before: Mapping[int, int]
    levels: Sequence[Levels]

    def own(self, i: int, goal: BCDDFunction) -> BCDDFunction:
        """Return the states from which DM ``i`` can get into ``goal`` by one move or none."""
        variables = self.diagram.variables
        free = [k for k, way in self.ways[i].items() if way is Direction.BOTH]
        found = goal.exists(self.diagram.together(free))
        for k, way in self.ways[i].items():
            if way is Direction.TAKE_ONLY:
                found |= ~variables[k] & found.apply_exists(BooleanOperator.AND, variables[k], variables[k])
            if way is Direction.DROP_ONLY:
                found |= variables[k] & found.apply_exists(BooleanOperator.AND, ~variables[k], variables[k])
            if way is not Direction.BOTH:
                self.diagram.counted(found)
        return found

    def gaining(self, j: int, goal: BCDDFunction) -> BCDDFunction:
        """Return the states, feasible or not, from which DM ``j`` can get into ``goal`` by an improvement.

        It can if what it likes best among the states of ``goal`` that it can move to lies above where it stands. The
        bits of that best level are found one after the other, and its options are forgotten as soon as no later bit
        depends on them.
        """
        levels = self.levels[j]
        last = dict.fromkeys(self.ways[j], -1)
        for place, options in enumerate(levels.mentioned):
            last |= {k: place for k in options if k in last}
        settled = [self.diagram.together(k for k in last if last[k] == place) for place in range(-1, len(levels.bits))]
        own = self.diagram.together(last)
        reached = self._moved(j, goal).exists(settled[0])
        best = []
        for bit, done in zip(levels.bits, settled[1:], strict=True):
            best.append(reached.apply_exists(BooleanOperator.AND, bit, own))
            reached = self.diagram.counted((reached & best[-1].imp(bit)).exists(done))
        return levels.below(levels.bits, self._from_before(j, best))

    def _moved(self, j: int, goal: BCDDFunction) -> BCDDFunction:
        """Return ``goal`` where the one-way options of DM ``j`` can have come there from their values before."""
        variables = self.diagram.variables
        for k, way in self.ways[j].items():
            if way is Direction.TAKE_ONLY:
                goal &= variables[self.before[k]].imp(variables[k])
            if way is Direction.DROP_ONLY:
                goal &= variables[k].imp(variables[self.before[k]])
        return goal

    def _from_before(self, j: int, found: Sequence[BCDDFunction]) -> list[BCDDFunction]:
        """Return diagrams in which the values before a move of DM ``j`` have become those of the state itself."""
        pairs = [(self.before[k], self.diagram.variables[k]) for k in self.ways[j] if k in self.before]
        if not pairs:
            return list(found)
        renaming = BCDDFunction.make_substitution(pairs)
        return [each.substitute(renaming) for each in found]
