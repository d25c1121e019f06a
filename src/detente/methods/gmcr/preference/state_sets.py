"""Sets of states as whole numbers: bit ``s`` tells whether state ``s`` belongs.

Statements are evaluated on all states at once by the bit operations of Python's long integers: as fast as
memory, and without loading an array library where only a few questions are asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

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
from detente.methods.gmcr.states import state_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


def state_set(expression: Expression, options: Sequence[str]) -> int:
    """Return the states in which a statement is true, feasible or not.

    Parameters
    ----------
    expression
        The statement.
    options
        Option ids in written order.

    Raises
    ------
    StatementError
        If the statement names an option not in ``options`` or a pattern has not one mark per option.
    TooManyStatesError
        If there are too many options to list their states.
    """
    count = state_count(len(options))
    return _Valuation(_places(options), lambda bit: _column(bit, count), (1 << count) - 1).of(expression)


def true_in(expression: Expression, names: Mapping[str, int], every: int) -> int:
    """Return in which members of a set a statement is true, given in which each name is.

    Parameters
    ----------
    expression
        The statement, without patterns.
    names
        For each name that the statement may use, the members in which it is true.
    every
        The whole set.

    Raises
    ------
    StatementError
        If the statement uses another name.
    """
    columns = tuple(names.values())
    return _Valuation(_places(tuple(names)), lambda bit: columns[len(columns) - 1 - bit], every).of(expression)


def holds(expression: Expression, options: Sequence[str], *, state: int) -> bool:
    """Return whether a statement is true in one state, given by its number; there is no limit on options.

    Raises
    ------
    StatementError
        If the statement names an option not in ``options`` or a pattern has not one mark per option.
    """
    return bool(_Valuation(_places(options), lambda bit: state >> bit & 1, 1).of(expression))


def members(states: int) -> Iterator[int]:
    """Yield the numbers of the states in a set, ascending."""
    for place, octet in enumerate(states.to_bytes(-(-states.bit_length() // 8), "little")):
        if octet:
            yield from (8 * place + bit for bit in range(8) if octet >> bit & 1)


def _column(bit: int, count: int) -> int:
    """Return the states whose number has ``bit`` set."""
    if bit < 3:
        octets = bytes([(0b10101010, 0b11001100, 0b11110000)[bit]]) * max(1, count // 8)
    else:
        half = 1 << (bit - 3)
        octets = (bytes(half) + b"\xff" * half) * (count >> (bit + 1))
    return int.from_bytes(octets, "little") & ((1 << count) - 1)


def _places(options: Sequence[str]) -> dict[str, int]:
    return {option: k for k, option in enumerate(options)}


@dataclass(frozen=True, slots=True)
class _Valuation:
    """What each option, known by its place, is worth as a set of states within ``every``."""

    options: Mapping[str, int]
    column: Callable[[int], int]
    every: int

    def of(self, expression: Expression) -> int:
        match expression:
            case Name():
                return self._option(expression.place_in(self.options))
            case Pattern():
                literals = expression.literals(len(self.options))
                columns = (self._option(k) if taken else self.every ^ self._option(k) for k, taken in literals)
                return reduce(and_, columns, self.every)
            case Not(part):
                return self.every ^ self.of(part)
            case And(several):
                return reduce(and_, map(self.of, several), self.every)
            case Or(several):
                return reduce(or_, map(self.of, several), 0)
            case Implies(reason, result):
                return (self.every ^ self.of(reason)) | self.of(result)
            case Iff(left, right):
                return self.every ^ self.of(left) ^ self.of(right)

    def _option(self, k: int) -> int:
        return self.column(len(self.options) - 1 - k)
