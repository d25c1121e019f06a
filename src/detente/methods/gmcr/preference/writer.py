"""Writing statements: an expression as a text that reads as the same expression, and other words for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.parser import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAF = max(LEVELS.values()) + 1


def spelled(expression: Expression) -> str:
    """Return the text of a statement, with no more parentheses than it needs.

    What was read reads as the same expression again; one part of ``And`` or ``Or`` alone is that part.

    Raises
    ------
    ValueError
        If it has an ``And`` or ``Or`` of nothing: no statement says that something is always or never so.
    """
    match expression:
        case Name(id=name):
            return name
        case Pattern(marks=marks):
            return f"{{{marks}}}"
        case Not(part):
            return f"not {_within(part, _LEAF)}"
        case And((part,)) | Or((part,)):
            return spelled(part)
        case And(parts) | Or(parts):
            if not parts:
                msg = "no statement says that something is always or never so"
                raise ValueError(msg)
            word = "and" if isinstance(expression, And) else "or"
            return f" {word} ".join(_within(part, LEVELS[word] + 1) for part in parts)
        case Implies(reason, result):
            return f"{_within(reason, LEVELS['implies'] + 1)} implies {_within(result, LEVELS['implies'])}"
        case Iff(left, right):
            return f"{_within(left, LEVELS['iff'])} iff {_within(right, LEVELS['iff'] + 1)}"


def renamed(expression: Expression, meaning: Callable[[Name], Expression]) -> Expression:
    """Return a statement with another expression, or the same name, in the place of each name.

    Parameters
    ----------
    meaning
        What stands for a name.
    """

    def of(part: Expression) -> Expression:
        return renamed(part, meaning)

    match expression:
        case Name():
            return meaning(expression)
        case Pattern():
            return expression
        case Not(part):
            return Not(of(part))
        case And(parts):
            return And(tuple(map(of, parts)))
        case Or(parts):
            return Or(tuple(map(of, parts)))
        case Implies(reason, result):
            return Implies(of(reason), of(result))
        case Iff(left, right):
            return Iff(of(left), of(right))


def _within(part: Expression, level: int) -> str:
    """Return the text of a part where only what binds at least as tightly as ``level`` needs no parentheses."""
    text = spelled(part)
    return text if _level(part) >= level else f"({text})"


def _level(expression: Expression) -> int:
    """Return how tightly the text of an expression binds."""
    match expression:
        case And((part,)) | Or((part,)):
            return _level(part)
        case And():
            return LEVELS["and"]
        case Or():
            return LEVELS["or"]
        case Implies():
            return LEVELS["implies"]
        case Iff():
            return LEVELS["iff"]
        case _:
            return _LEAF
