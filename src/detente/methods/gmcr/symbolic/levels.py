"""Levels: how well a decision maker likes a state, as bits that are diagrams.

The bits are ordered, most important first: of two states the one is preferred whose first differing bit is set.
Statements are such bits already; of several that count alike the bits are the digits of their number, and the sum of
weights is one bit per binary digit, part by part where some weights
outweigh all the others; an option of negative weight counts, by its absolute weight, where it is *not* taken, which
shifts all sums alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oxidd.util import BooleanOperator

from detente.methods.gmcr.symbolic.form import Statements, options_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.preference.expressions import Expression
    from detente.methods.gmcr.symbolic.diagram import Diagram
    from detente.methods.gmcr.symbolic.form import SymbolicForm, Wants


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The levels of one decision maker.

    Attributes
    ----------
    bits
        Its bits as diagrams over the options, most important first.
    mentioned
        The options that each bit may depend on.
    marks
        One variable per bit: together they stand for any level at all, which a state is compared with.
    diagram
        Where the diagrams are kept.
    """

    bits: tuple[BCDDFunction, ...]
    mentioned: tuple[frozenset[int], ...]
    marks: tuple[BCDDFunction, ...]
    diagram: Diagram

    def above_marks(self) -> BCDDFunction:
        """Return the diagram of the states that lie above the marked level."""
        return self.below(self.marks, self.bits)

    def below(self, low: Sequence[BCDDFunction], high: Sequence[BCDDFunction]) -> BCDDFunction:
        """Return where the level ``low`` lies below the level ``high``, both as bits."""
        less = self.diagram.nothing
        for under, over in reversed(list(zip(low, high, strict=True))):
            less = self.diagram.counted((over & ~under) | (under.equiv(over) & less))
        return less

    def at_own_level(self, marked: BCDDFunction) -> BCDDFunction:
        """Return the states in ``marked`` when the marked level is the state's own; the marks are gone from it."""
        for mark, bit in reversed(list(zip(self.marks, self.bits, strict=True))):
            marked = self.diagram.counted(marked.apply_exists(BooleanOperator.AND, mark.equiv(bit), mark))
        return marked


def mentioned(form: SymbolicForm, wants: Wants) -> list[frozenset[int]]:
    """Return, for each bit of a decision maker's levels, the options that it may depend on."""
    if isinstance(wants, Statements):
        return [bit for block in wants.blocks() for bit in _digits_of(block, form.options)]
    found = [frozenset(options_in(condition, form.options)) for condition in wants.above]
    for part in wants.parts():
        found += [frozenset(k for k, weight in enumerate(part) if weight)] * _digits(part)
    return found


def _digits_of(block: Sequence[Expression], options: Sequence[str]) -> list[frozenset[int]]:
    """Return the options that conditions depend on, once for each digit of the number of those that hold."""
    support = frozenset[int]().union(*(options_in(condition, options) for condition in block))
    return [support] * _digits([1] * len(block))


def levels_of(
    diagram: Diagram, wants: Wants, support: Sequence[frozenset[int]], marks: tuple[BCDDFunction, ...]
) -> Levels:
    """Return the levels of a decision maker; the parts are those of :class:`Levels`.

    Raises
    ------
    DiagramTooLargeError
        If the diagrams outgrow their limits.
    """
    return Levels(tuple(diagram.attempt(lambda: _bits(diagram, wants))), tuple(support), marks, diagram)


def _bits(diagram: Diagram, wants: Wants) -> list[BCDDFunction]:
    """Return the bits of a decision maker's levels, most important first."""
    if isinstance(wants, Statements):
        return [bit for block in wants.blocks() for bit in _number(diagram, block)]
    above = [diagram.of(condition) for condition in wants.above]
    return [*above, *(digit for part in wants.parts() for digit in _sum(diagram, diagram.variables, part))]


def _number(diagram: Diagram, block: Sequence[Expression]) -> list[BCDDFunction]:
    """Return the binary digits of how many conditions hold, the highest first."""
    held = [diagram.of(condition) for condition in block]
    return held if len(held) == 1 else _sum(diagram, held, [1] * len(held))


def _digits(weights: Sequence[int]) -> int:
    """Return how many binary digits the greatest sum of absolute weights has."""
    return sum(map(abs, weights)).bit_length()


def _sum(diagram: Diagram, held: Sequence[BCDDFunction], weights: Sequence[int]) -> list[BCDDFunction]:
    """Return the binary digits of the sum of the weights of what holds, such as options taken, the highest first."""
    total = [diagram.nothing] * _digits(weights)  # the lowest digit first
    for option, weight in zip(held, weights, strict=False):
        carry = diagram.nothing
        counts = option if weight > 0 else ~option
        for place, digit in enumerate(total):
            added = counts if abs(weight) >> place & 1 else diagram.nothing
            total[place] = diagram.counted(digit ^ added ^ carry)
            carry = (digit & added) | (carry & (digit | added))
    return total[::-1]
