"""Decision diagrams of one conflict: its variables, its conditions as diagrams, and the limits of memory and work."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, TypeVar

from oxidd.bcdd import BCDDManager
from oxidd.util import DDMemoryError

from detente.methods.gmcr.preference.expressions import (
    And,
    Expression,
    Iff,
    Implies,
    Name,
    Not,
    Or,
    Pattern,
)
from detente.methods.gmcr.symbolic.budget import Budget, DiagramTooLargeError
from detente.methods.gmcr.symbolic.order import close_together

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from oxidd.bcdd import BCDDFunction

Made = TypeVar("Made")

MAX_NODES = 3 << 20
"""The most nodes that the diagrams of one conflict may have together: about 200 megabytes."""

_TIDY = 4
"""Garbage is cleared away once a quarter of all nodes, and twice those last in use, are there."""

_CROWDED = 0.9
"""From this share of all nodes on the library may tidy up by itself."""


class Diagram:
    """The diagrams of one conflict.

    Parameters
    ----------
    options
        Option ids in written order: variable ``k`` is true where option ``k`` is taken.
    extra
        How many further variables there are; they are numbered after the options.
    groups
        Variables that belong together and so should lie close together.
    budget
        How much work they may take; the usual when omitted.
    """

    def __init__(
        self,
        options: Sequence[str],
        *,
        extra: int = 0,
        groups: Sequence[Collection[int]] = (),
        budget: Budget | None = None,
    ) -> None:
        self.options = tuple(options)
        self.budget = budget or Budget()
        self._places = {option: k for k, option in enumerate(options)}
        self._most = MAX_NODES
        self._in_use = 0
        self._manager = BCDDManager(self._most, self._most, 1)
        numbers = self._manager.add_vars(len(options) + extra)
        self._manager.set_var_order(close_together(len(numbers), groups))
        self.variables = tuple(self._manager.var(k) for k in numbers)
        self.everything = self._manager.true()
        self.nothing = self._manager.false()

    def attempt(self, make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes; where room runs out, once more after tidying up. The nodes made are counted.

        Raises
        ------
        DiagramTooLargeError
            If the diagrams outgrow ``MAX_NODES``, or the budget is spent.
        """
        held = self._manager.num_inner_nodes()
        if held > max(self._most // _TIDY, 2 * self._in_use):
            held = self._tidy()
        try:
            return self._made(make, held)
        except DDMemoryError as error:
            if held - self._tidy() < self._most // _TIDY:
                raise self._outgrown() from error
        try:
            return self._made(make, self._in_use)
        except DDMemoryError as error:
            raise self._outgrown() from error

    def _made(self, make: Callable[[], Made], held: int) -> Made:
        """Return what ``make`` makes if room is left beside it.

        Where room is short the library tidies up by itself, sooner or later. What was made then is not counted on:
        whether a diagram is too large must not hang on when that happened.
        """
        tidied = self._manager.gc_count()
        try:
            made = make()
        except DDMemoryError:
            self.budget.spend(self._most - held)
            raise
        crowded = self._manager.num_inner_nodes() > self._most * _CROWDED
        if crowded or self._manager.gc_count() != tidied:
            self.budget.spend(self._most - held)
            raise DDMemoryError
        self.budget.spend(self._manager.num_inner_nodes() - held)
        return made

    def _tidy(self) -> int:
        """Clear away what nobody uses, and return how many nodes are left."""
        self._manager.gc()
        self._in_use = self._manager.num_inner_nodes()
        return self._in_use

    def _outgrown(self) -> DiagramTooLargeError:
        return DiagramTooLargeError(f"its diagrams outgrow {self._most} nodes")

    def counted(self, function: BCDDFunction) -> BCDDFunction:
        """Return a diagram that is one of many steps, when its nodes have been counted as work.

        Raises
        ------
        DiagramTooLargeError
            If the budget is spent.
        """
        self.budget.spend(function.node_count())
        return function

    def together(self, variables: Iterable[int]) -> BCDDFunction:
        """Return the diagram that is true where all of some variables are."""
        return reduce(and_, (self.variables[k] for k in variables), self.everything)

    def of(self, expression: Expression) -> BCDDFunction:
        """Return the diagram of a condition.

        Raises
        ------
        StatementError
            If it names an option that is none or a pattern has not one mark per option.
        """
        match expression:
            case Name():
                return self.variables[expression.place_in(self._places)]
            case Pattern():
                literals = expression.literals(len(self.options))
                chosen = (self.variables[k] if taken else ~self.variables[k] for k, taken in literals)
                return reduce(and_, chosen, self.everything)
            case Not(part):
                return ~self.of(part)
            case And(several):
                return reduce(lambda found, part: self.counted(found & self.of(part)), several, self.everything)
            case Or(several):
                return reduce(lambda found, part: self.counted(found | self.of(part)), several, self.nothing)
            case Implies(reason, result):
                return self.of(reason).imp(self.of(result))
            case Iff(left, right):
                return self.of(left).equiv(self.of(right))

    def none_of(self, expressions: Iterable[Expression]) -> BCDDFunction:
        """Return the diagram that is true where none of some conditions is.

        Raises
        ------
        DiagramTooLargeError
            If the diagrams outgrow ``MAX_NODES``, or the budget is spent.
        """

        def conjoined() -> BCDDFunction:
            found = self.everything
            for each in expressions:
                found = self.counted(found & ~self.of(each))
            return found

        expressions = tuple(expressions)
        return self.attempt(conjoined)
