"""Statements: conditions over the options of a conflict, in words.

The language has option ids (``[a-z][a-z0-9-]*``: the hyphen belongs to the id), ``not``, ``and``, ``or``,
``A if B`` (B implies A: true when B is false), ``A implies B``, ``A iff B``, parentheses, and patterns
such as ``{Y-N}``: one mark per option in written order, Y taken, N not taken, ``-`` either.

From tightest to loosest: ``not``, ``and``, ``or``, then ``implies`` and ``if``, then ``iff``.
``and``, ``or`` and ``iff`` associate (``iff`` groups to the left); ``A implies B implies C`` is
``A implies (B implies C)``; ``A if B if C`` is ``(A if B) if C``. ``implies`` beside ``if`` reads two ways,
so it needs parentheses.

References
----------
FangHipelKilgourPeng2003
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 100
"""How deep ``not``, ``implies``, ``if``, ``iff`` and parentheses may nest in one statement."""


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
    """An option: true in the states in which it is taken."""

    id: str
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One mark per option in written order: Y taken, N not taken, ``-`` either."""

    marks: str
    offset: int = field(default=0, compare=False)


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


def parse(text: str) -> Expression:
    """Read a statement.

    Raises
    ------
    StatementError
        If ``text`` is not a statement, or nests more than ``MAX_DEPTH`` deep.
    """
    from detente.methods.gmcr.statement_parser import read  # lark loads when the first statement is read

    expression = read(text)
    _limit_depth(expression)
    return expression


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
    leaves = (leaf for leaf, _ in _walk(expression) if isinstance(leaf, Name))
    yield from ((leaf.id, leaf.offset) for leaf in sorted(leaves, key=lambda leaf: leaf.offset))


def _walk(expression: Expression) -> Iterator[tuple[Expression, int]]:
    """Yield every part with its depth; a loop, because the depth is not known to be small."""
    pending = [(expression, 0)]
    while pending:
        part, depth = pending.pop()
        yield part, depth
        pending.extend((below, depth + 1) for below in parts(part))


def _limit_depth(expression: Expression) -> None:
    leaves = ((e, depth) for e, depth in _walk(expression) if isinstance(e, Name | Pattern))
    deepest, depth = max(leaves, key=lambda leaf: leaf[1])
    if depth > MAX_DEPTH:
        msg = f"this is nested {depth} deep, and {MAX_DEPTH} is the limit: split the statement in several"
        raise StatementError(msg, deepest.offset)
