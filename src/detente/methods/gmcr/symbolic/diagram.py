"""Decision diagrams of one conflict: its variables, its conditions as diagrams, and the limits of memory and work."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, TypeVar

from oxidd.bcdd import BCDDManager
from oxidd.util import DDMemoryError

from detente.methods.gmcr.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern, StatementError
from detente.methods.gmcr.symbolic.order import close_together

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from oxidd.bcdd import BCDDFunction

Made = TypeVar("Made")

MAX_NODES = 1 << 22
"""The most nodes that the diagrams of one conflict may have together: about 300 megabytes."""


class DiagramTooLargeError(ValueError):
    """A diagram that outgrows its limit; the message says what to do instead."""


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
    """

    def __init__(self, options: Sequence[str], *, extra: int = 0, groups: Sequence[Collection[int]] = ()) -> None:
        self.options = tuple(options)
        self._manager = BCDDManager(MAX_NODES, MAX_NODES, 1)
        numbers = self._manager.add_vars(len(options) + extra)
        self._manager.set_var_order(close_together(len(numbers), groups))
        self.variables = tuple(self._manager.var(k) for k in numbers)
        self.everything = self._manager.true()
        self.nothing = self._manager.false()

    def attempt(self, make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes; where room runs out, once more after tidying up.

        Raises
        ------
        DiagramTooLargeError
            If the diagrams outgrow ``MAX_NODES``.
        """
        try:
            return make()
        except DDMemoryError:
            self._manager.gc()
        try:
            return make()
        except DDMemoryError as error:
            raise DiagramTooLargeError(too_large(f"its diagrams outgrow {MAX_NODES} nodes")) from error

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
                return self._name(expression)
            case Pattern():
                return self._pattern(expression)
            case Not(part):
                return ~self.of(part)
            case And(several):
                return reduce(and_, map(self.of, several), self.everything)
            case Or(several):
                return reduce(or_, map(self.of, several), self.nothing)
            case Implies(reason, result):
                return self.of(reason).imp(self.of(result))
            case Iff(left, right):
                return self.of(left).equiv(self.of(right))

    def none_of(self, expressions: Iterable[Expression]) -> BCDDFunction:
        """Return the diagram that is true where none of some conditions is.

        Raises
        ------
        DiagramTooLargeError
            If the diagrams outgrow ``MAX_NODES``.
        """

        def conjoined() -> BCDDFunction:
            return reduce(and_, (~self.of(each) for each in expressions), self.everything)

        expressions = tuple(expressions)
        return self.attempt(conjoined)

    def _name(self, name: Name) -> BCDDFunction:
        if name.id not in self.options:
            msg = f"'{name.id}' is not an option; the options are {', '.join(self.options)}"
            raise StatementError(msg, name.offset)
        return self.variables[self.options.index(name.id)]

    def _pattern(self, pattern: Pattern) -> BCDDFunction:
        if len(pattern.marks) != len(self.options):
            msg = f"this pattern has {len(pattern.marks)} marks for {len(self.options)} options: one each"
            raise StatementError(msg, pattern.offset)
        fixed = [(k, mark) for k, mark in enumerate(pattern.marks) if mark != "-"]
        literals = (self.variables[k] if mark == "Y" else ~self.variables[k] for k, mark in fixed)
        return reduce(and_, literals, self.everything)


def too_large(why: str) -> str:
    """Return the words of a refusal, with the way out."""
    return (
        f"the conflict is too entangled to be answered without listing its states: {why}. Leave out options that are "
        "settled at this date, join options that always go together, or write fewer statements that tie the options "
        "of several decision makers together"
    )
