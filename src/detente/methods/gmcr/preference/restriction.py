"""Restrictions: what a statement comes to where some of its options cannot be spoken of, because nobody has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence, Set


def restricted(expression: Expression, gone: Set[str], options: Sequence[str]) -> Expression | bool:
    """Return what a statement says of the options that are left, where the others are not taken.

    Parameters
    ----------
    expression
        The statement.
    gone
        Ids of the options that are not there.
    options
        Ids of all options in the order of the marks of patterns.

    Returns
    -------
    Expression | bool
        A statement without those options, or its truth where it says nothing of the options that are left.
    """

    def left(part: Name | Pattern) -> Expression | bool:
        if isinstance(part, Pattern):
            return _marks(part, gone, options)
        return False if part.id in gone else part

    return settled(expression, left)


def settled(expression: Expression, known: Callable[[Name | Pattern], Expression | bool]) -> Expression | bool:
    """Return what a statement comes to where the truth of some of its names is known.

    Parameters
    ----------
    expression
        The statement.
    known
        For a name or a pattern its truth, or what is left of it.

    Returns
    -------
    Expression | bool
        A statement of what is not known, or its truth where it says nothing of that.
    """
    match expression:
        case Name() | Pattern():
            return known(expression)
        case Not(part):
            return _negated(settled(part, known))
        case And(several):
            return _all(settled(part, known) for part in several)
        case Or(several):
            return _any(settled(part, known) for part in several)
        case Implies(reason, result):
            return _implied(settled(reason, known), settled(result, known))
        case Iff(left, right):
            return _alike(settled(left, known), settled(right, known))


def _marks(pattern: Pattern, gone: Set[str], options: Sequence[str]) -> Expression | bool:
    if len(pattern.marks) != len(options):
        return pattern  # which is told where the statement is read
    if any(mark == "Y" and name in gone for mark, name in zip(pattern.marks, options, strict=True)):
        return False
    left = "".join(mark for mark, name in zip(pattern.marks, options, strict=True) if name not in gone)
    return Pattern(left, pattern.offset) if left.strip("-") else True


def _negated(part: Expression | bool) -> Expression | bool:
    return not part if isinstance(part, bool) else Not(part)


def _all(parts: Iterable[Expression | bool]) -> Expression | bool:
    left = [part for part in parts if part is not True]
    if any(part is False for part in left):
        return False
    said = tuple(part for part in left if not isinstance(part, bool))
    return And(said) if len(said) > 1 else (said[0] if said else True)


def _any(parts: Iterable[Expression | bool]) -> Expression | bool:
    left = [part for part in parts if part is not False]
    if any(part is True for part in left):
        return True
    said = tuple(part for part in left if not isinstance(part, bool))
    return Or(said) if len(said) > 1 else (said[0] if said else False)


def _implied(reason: Expression | bool, result: Expression | bool) -> Expression | bool:
    if reason is False or result is True:
        return True
    if isinstance(reason, bool):
        return result
    return Not(reason) if isinstance(result, bool) else Implies(reason, result)


def _alike(left: Expression | bool, right: Expression | bool) -> Expression | bool:
    if isinstance(left, bool):
        return right if left else _negated(right)
    if isinstance(right, bool):
        return left if right else _negated(left)
    return Iff(left, right)
