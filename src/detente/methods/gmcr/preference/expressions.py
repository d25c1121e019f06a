"""Expressions: a statement that has been read, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class StatementError(ValueError):
    """A statement that cannot be read or does not fit the conflict.

    Attributes
    ----------
    message
        What is wrong and what to do about it.
    offset
        Place of the offending character in the statement's text, from 0.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message, offset)
        self.message = message
        self.offset = offset

    def __str__(self) -> str:
        return f"{self.message} (at character {self.offset})"


@dataclass(frozen=True, slots=True)
class Name:
    """An option: true in the states in which it is taken; or ``ISSUE is OUTCOME``, true where that is chosen."""

    id: str
    offset: int = field(default=0, compare=False)

    def place_in(self, options: Mapping[str, int]) -> int:
        """Return the place of the option.

        Raises
        ------
        StatementError
            If there is no such option.
        """
        if self.id not in options:
            raise StatementError(f"'{self.id}' is not an option; the options are {', '.join(options)}", self.offset)
        return options[self.id]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One mark per option in written order: Y taken, N not taken, ``-`` either."""

    marks: str
    offset: int = field(default=0, compare=False)

    def literals(self, count: int) -> list[tuple[int, bool]]:
        """Return the places of the options that are fixed, out of so many, and whether each is taken.

        Raises
        ------
        StatementError
            If there is not one mark for each.
        """
        if len(self.marks) != count:
            msg = f"this pattern has {len(self.marks)} marks for {count} options: one each"
            raise StatementError(msg, self.offset)
        return [(k, mark == "Y") for k, mark in enumerate(self.marks) if mark != "-"]


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """True when all its parts are."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True when one of its parts is."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Implies:
    """True unless ``reason`` is true and ``result`` false; ``A if B`` is ``Implies(B, A)``."""

    reason: Expression
    result: Expression


@dataclass(frozen=True, slots=True)
class Iff:
    """True when both sides are true or both are false."""

    left: Expression
    right: Expression


Expression: TypeAlias = Name | Pattern | Not | And | Or | Implies | Iff
"""A statement that has been read."""


def parts(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions that ``expression`` is directly made of."""
    match expression:
        case Name() | Pattern():
            return ()
        case Not(part):
            return (part,)
        case And(several) | Or(several):
            return several
        case Implies(reason, result):
            return (reason, result)
        case Iff(left, right):
            return (left, right)


def names(expression: Expression) -> Iterator[tuple[str, int]]:
    """Yield each option id that the statement mentions with its offset, in the order of the text."""
    leaves = (leaf for leaf, _ in walk(expression) if isinstance(leaf, Name))
    yield from ((leaf.id, leaf.offset) for leaf in sorted(leaves, key=lambda leaf: leaf.offset))


def walk(expression: Expression) -> Iterator[tuple[Expression, int]]:
    """Yield every part with its depth; a loop, because the depth is not known to be small."""
    pending = [(expression, 0)]
    while pending:
        part, depth = pending.pop()
        yield part, depth
        pending.extend((below, depth + 1) for below in parts(part))
