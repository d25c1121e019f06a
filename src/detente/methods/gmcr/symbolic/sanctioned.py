"""Sanctioned gains: who leaves a state although the others can answer.

Whether a gain can be taken away depends on the level that was left. All levels are looked at together: over the
options and the *marks*, which stand for any level, one diagram says from which states the others lead to harm for
somebody who left the marked level. Two moves, or improvements, in a row of one decision maker are one, so what the
others can make of a state is plain reachability.

Where that diagram grows too large, the states are split by the most important bit of the worst that the others can
make of them, and so on by later bits. From a state the others lead only to states whose own worst is no better, and
those on the way to the worst share it; so the parts can be looked at one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oxidd.util import BooleanOperator

from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError

if TYPE_CHECKING:
    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.symbolic.moves import Moves

SPLIT_NODES = 1 << 18
"""The most nodes of a diagram over all levels before the states are split."""


class _OutgrownError(Exception):
    """A diagram over all levels that should be split."""


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """States whose worst begins with some bits, the prefix.

    Attributes
    ----------
    states
        Which they are.
    harm
        Where they would harm whoever left the marked level, when the marks begin with the prefix.
    place
        The number of bits in the prefix.
    same, lower
        The marked levels that begin with the prefix, and those below it.
    """

    states: BCDDFunction
    harm: BCDDFunction
    place: int
    same: BCDDFunction
    lower: BCDDFunction


class Sanctioned:
    """The gains of one decision maker, and what its opponents can make of them.

    Parameters
    ----------
    moves
        Everybody's moves.
    i
        The decision maker.
    gain
        The feasible states above the marked level.
    credible
        Whether everybody who answers must gain by its own move.
    """

    def __init__(self, moves: Moves, i: int, gain: BCDDFunction, *, credible: bool) -> None:
        self._moves = moves
        self._maker = i
        self._gain = gain
        self._step = moves.gaining if credible else moves.own

    def leaves(self, harm: BCDDFunction) -> BCDDFunction:
        """Return the states that the decision maker leaves.

        Parameters
        ----------
        harm
            The feasible states that harm whoever left the marked level.

        Raises
        ------
        DiagramTooLargeError
            If the diagrams outgrow their limits.
        """
        diagram = self._moves.diagram
        pending = [_Part(self._moves.feasible, harm, 0, diagram.everything, diagram.nothing)]
        found = diagram.nothing
        while pending:
            part = pending.pop()
            try:
                found = self._either(found, self._left_for(part))
            except _OutgrownError:
                pending += self._split(part)
        return found

    def _either(self, some: BCDDFunction, more: BCDDFunction) -> BCDDFunction:
        return self._moves.diagram.attempt(lambda: some | more)

    def _left_for(self, part: _Part) -> BCDDFunction:
        """Return the states that are left for one of a part.

        Raises
        ------
        _OutgrownError
            If the part is better split.
        DiagramTooLargeError
            If the diagrams outgrow their limits and it cannot be split.
        """
        moves, levels = self._moves, self._moves.levels[self._maker]
        last = part.place == len(levels.bits)
        goal = moves.diagram.attempt(lambda: part.states & part.harm)
        harmed = self._closure(goal, part.states, None if last else SPLIT_NODES)

        def left() -> BCDDFunction:
            kept = part.states & self._gain & (part.lower | part.same & ~harmed)
            return levels.at_own_level(moves.own(self._maker, kept))

        return moves.diagram.attempt(left)

    def _split(self, part: _Part) -> list[_Part]:
        """Return the two parts of a part by the next bit of the worst, without empty ones."""
        marks = self._moves.levels[self._maker].marks[part.place :]
        attempt = self._moves.diagram.attempt

        def lowest() -> BCDDFunction:
            harm = self._cofactor(part.harm, ~marks[0], marks[0])
            for mark in marks[1:]:
                harm = self._cofactor(harm, mark, mark)
            return part.states & harm

        bad = self._closure(attempt(lowest), part.states, None)

        def halves() -> list[_Part]:
            first, place = marks[0], part.place + 1
            low, high = (self._cofactor(part.harm, literal, first) for literal in (~first, first))
            lower = part.lower | part.same & ~first
            return [
                _Part(bad, low, place, part.same & ~first, part.lower),
                _Part(part.states & ~bad, high, place, part.same & first, lower),
            ]

        return [each for each in attempt(halves) if each.states.satisfiable()]

    @staticmethod
    def _cofactor(function: BCDDFunction, literal: BCDDFunction, variable: BCDDFunction) -> BCDDFunction:
        return function.apply_exists(BooleanOperator.AND, literal, variable)

    def _closure(self, goal: BCDDFunction, within: BCDDFunction, limit: int | None) -> BCDDFunction:
        """Return from where the opponents lead into ``goal`` without leaving ``within``, by any number of moves.

        Raises
        ------
        _OutgrownError
            If there is a limit and the diagram outgrows it.
        DiagramTooLargeError
            If the diagrams outgrow their limits.
        """
        opponents = [j for j, ways in enumerate(self._moves.ways) if j != self._maker and ways]
        waiting = set(opponents)
        while waiting:
            j = next(each for each in opponents if each in waiting)
            waiting.discard(j)
            more = self._joined(j, goal, within, limit)
            if more != goal:
                goal = more
                waiting |= set(opponents) - {j}
            nodes = goal.node_count()
            self._moves.diagram.budget.spend(nodes)
            if limit is not None and nodes > limit:
                raise _OutgrownError
        return goal

    def _joined(self, j: int, goal: BCDDFunction, within: BCDDFunction, limit: int | None) -> BCDDFunction:
        """Return ``goal`` with the states from which DM ``j`` gets into it in one step."""
        try:
            return self._moves.diagram.attempt(lambda: goal | (within & self._step(j, goal)))
        except DiagramTooLargeError:
            if limit is not None:
                raise _OutgrownError from None
            raise
