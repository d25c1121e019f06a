"""Expressions: a predicate that has been read, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


MOST = 1e100
"""No number that a predicate comes to is larger, so that spreads of several can be told."""


class PredicateError(ValueError):
    """A predicate that cannot be read.

    Attributes
    ----------
    message, hint
        What is wrong, and what to do about it.
    offset
        Place of the character at fault, from 0.
    """

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message, offset, hint)
        self.message = message
        self.offset = offset
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} (at character {self.offset})"


class Word(NamedTuple):
    """A name between the parentheses of an output, and its place in the text."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    value: float
    offset: int


@dataclass(frozen=True, slots=True)
class Output:
    """An output of the model, and of what it is asked; its place, and that behind its last parenthesis."""

    name: str
    words: tuple[Word, ...]
    offset: int
    end: int


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that are added, or taken away where their sign is ``-``."""

    parts: tuple[tuple[str, Expression], ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Product:
    """Parts that are multiplied, or divided by where their sign is ``/``."""

    parts: tuple[tuple[str, Expression], ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers that are compared: ``<``, ``<=``, ``>`` or ``>=``."""

    sign: str
    left: Expression
    right: Expression
    offset: int


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false."""

    part: Expression
    offset: int


@dataclass(frozen=True, slots=True)
class Several:
    """True when all of its parts are, for ``and``, or one of them is, for ``or``."""

    joint: str
    parts: tuple[Expression, ...]
    offset: int


Expression: TypeAlias = Number | Output | Sum | Product | Comparison | Not | Several
"""A predicate, or a part of one, that has been read."""


def is_truth(expression: Expression) -> bool:
    """Whether an expression is true or false, and not a number."""
    return isinstance(expression, Comparison | Not | Several)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return what an expression is directly made of, in the order of the text."""
    match expression:
        case Number() | Output():
            return ()
        case Sum(parts) | Product(parts):
            return tuple(part for _, part in parts)
        case Comparison(_, left, right):
            return (left, right)
        case Not(part):
            return (part,)
        case Several(_, parts):
            return parts


def outputs_of(expression: Expression) -> Iterator[Output]:
    """Yield the outputs that an expression asks for, in the order of the text."""
    if isinstance(expression, Output):
        yield expression
    for part in parts_of(expression):
        yield from outputs_of(part)


def comparisons_of(expression: Expression) -> Iterator[Comparison]:
    """Yield the comparisons that a predicate makes, in the order of the text."""
    if isinstance(expression, Comparison):
        yield expression
    for part in parts_of(expression) if is_truth(expression) else ():
        yield from comparisons_of(part)
