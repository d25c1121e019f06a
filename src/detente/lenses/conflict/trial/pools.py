"""Pools: what the games of a trial speak of, each kept once and known by its number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from detente.methods.gmcr.preference.expressions import And, Iff, Implies, Name, Not, Or, Pattern

if TYPE_CHECKING:
    from collections.abc import Hashable

    from detente.findings.trial import Act, Choice, Condition, Wish
    from detente.methods.gmcr.preference.expressions import Expression

_T = TypeVar("_T", bound="Hashable")


class Pool(Generic[_T]):
    """Things in the order in which they were met, each once."""

    def __init__(self) -> None:
        self._numbers: dict[_T, int] = {}

    def number(self, thing: _T) -> int:
        """Return the number of a thing, which is kept from now on."""
        return self._numbers.setdefault(thing, len(self._numbers))

    def things(self) -> tuple[_T, ...]:
        """Return everything kept, by number."""
        return tuple(self._numbers)


class Pools:
    """The pools of one trial."""

    def __init__(self) -> None:
        self.choices: Pool[tuple[str, Choice]] = Pool()
        self.wishes: Pool[Wish] = Pool()
        self.acts: Pool[Act] = Pool()
        self.outcomes: Pool[str] = Pool()


def spelt_out(expression: Expression, numbers: Mapping[str, int]) -> Condition:
    """Return a condition with options by number.

    Parameters
    ----------
    numbers
        By id, in written order, the number of each option that the condition may speak of.
    """

    def of(part: Expression) -> Condition:
        return spelt_out(part, numbers)

    match expression:
        case Name(id=name):
            return numbers[name]
        case Pattern():
            listed = tuple(numbers.values())
            marks = expression.literals(len(listed))
            return ("and", *(listed[k] if taken else ("not", listed[k]) for k, taken in marks))
        case Not(part):
            return ("not", of(part))
        case And(parts):
            return of(parts[0]) if len(parts) == 1 else ("and", *map(of, parts))
        case Or(parts):
            return of(parts[0]) if len(parts) == 1 else ("or", *map(of, parts))
        case Implies(reason, result):
            return ("or", ("not", of(reason)), of(result))
        case Iff(left, right):
            return ("iff", of(left), of(right))
