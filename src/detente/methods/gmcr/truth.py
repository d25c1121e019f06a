"""Truth tables: a statement evaluated on every state at once, 64 states to a machine word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from detente.methods.gmcr.expressions import (
    And,
    Expression,
    Iff,
    Implies,
    Name,
    Not,
    Or,
    Pattern,
    StatementError,
)
from detente.methods.gmcr.states import state_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.methods.gmcr.arrays import Bool, Words

Truth = TypeVar("Truth", np.bool_, "Words")

WITHIN_WORD = (
    0xAAAAAAAAAAAAAAAA,
    0xCCCCCCCCCCCCCCCC,
    0xF0F0F0F0F0F0F0F0,
    0xFF00FF00FF00FF00,
    0xFFFF0000FFFF0000,
    0xFFFFFFFF00000000,
)
"""Bit ``k`` of the state number, for the 64 states of one word."""


def truth_table(expression: Expression, options: Sequence[str]) -> Bool:
    """Return in which states a statement is true.

    Parameters
    ----------
    expression
        The statement.
    options
        Option ids in written order.

    Returns
    -------
    Bool
        Truth by state number, feasible or not. [shape (2**n,)]

    Raises
    ------
    StatementError
        If the statement names an option not in ``options`` or a pattern has not one mark per option.
    TooManyStatesError
        If there are too many options to list their states.
    """
    count = state_count(len(options))
    words = _Valuation(options, lambda bit: _column(bit, count), _constant(True, count)).of(expression)
    octets = words.astype("<u8").view(np.uint8)
    return np.unpackbits(octets, count=count, bitorder="little").view(np.bool_)


def holds(expression: Expression, options: Sequence[str], *, state: int) -> bool:
    """Return whether a statement is true in one state, given by its number; there is no limit on options.

    Raises
    ------
    StatementError
        If the statement names an option not in ``options`` or a pattern has not one mark per option.
    """
    return bool(_Valuation(options, lambda bit: np.bool_(state >> bit & 1), np.True_).of(expression))


def _constant(truth: bool, count: int) -> Words:
    return np.full(max(1, count // 64), np.uint64(0xFFFFFFFFFFFFFFFF) if truth else np.uint64(0))


def _column(bit: int, count: int) -> Words:
    """Return the states whose number has ``bit`` set, packed."""
    if bit < 6:
        return np.full(max(1, count // 64), WITHIN_WORD[bit], dtype=np.uint64)
    words = _constant(False, count)
    words.reshape(-1, 2, 1 << (bit - 6))[:, 1, :] = ~np.uint64(0)
    return words


@dataclass(frozen=True, slots=True)
class _Valuation(Generic[Truth]):
    """What each option is worth, as one truth value or as a packed column of them."""

    options: Sequence[str]
    column: Callable[[int], Truth]
    true: Truth

    def of(self, expression: Expression) -> Truth:
        match expression:
            case Name():
                return self._name(expression)
            case Pattern():
                return self._pattern(expression)
            case Not(part):
                return ~self.of(part)
            case And(several):
                return reduce(and_, map(self.of, several), self.true)
            case Or(several):
                return reduce(or_, map(self.of, several), ~self.true)
            case Implies(reason, result):
                return ~self.of(reason) | self.of(result)
            case Iff(left, right):
                return ~(self.of(left) ^ self.of(right))

    def _name(self, name: Name) -> Truth:
        if name.id not in self.options:
            msg = f"'{name.id}' is not an option; the options are {', '.join(self.options)}"
            raise StatementError(msg, name.offset)
        return self._option(self.options.index(name.id))

    def _pattern(self, pattern: Pattern) -> Truth:
        if len(pattern.marks) != len(self.options):
            msg = f"this pattern has {len(pattern.marks)} marks for {len(self.options)} options: one each"
            raise StatementError(msg, pattern.offset)
        fixed = [(k, mark) for k, mark in enumerate(pattern.marks) if mark != "-"]
        columns = (self._option(k) if mark == "Y" else ~self._option(k) for k, mark in fixed)
        return reduce(and_, columns, self.true)

    def _option(self, k: int) -> Truth:
        return self.column(len(self.options) - 1 - k)
