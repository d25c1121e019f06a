"""Clauses: a condition on the region as lists of states, of each of which one has to hold.

A descriptor is in exactly one of its states, so that not to be in one is to be in one of the others. Any condition is
then a list of clauses without a 'not' in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.models.system.conditions import IS

if TYPE_CHECKING:
    from collections.abc import Collection

Pair: TypeAlias = tuple[str, str]
"""A descriptor and one of its states."""

Clause: TypeAlias = frozenset[Pair]
"""States of which one has to hold."""

MOST_CLAUSES = 200
"""A condition that takes more is refused."""

MOST_CHOICES = 2_000
"""So many choices are tried to meet clauses."""


class TooManyClausesError(ValueError):
    """A condition that entangles more than is looked through."""


def clauses_of(expression: Expression, states: Mapping[str, Sequence[str]]) -> tuple[Clause, ...]:
    """Return the clauses of a condition, each of which has to hold: none where it always does.

    Parameters
    ----------
    expression
        The condition; its names are ``DESCRIPTOR is STATE``.
    states
        The states of each descriptor.

    Raises
    ------
    TooManyClausesError
        If there are more than ``MOST_CLAUSES`` on the way.
    """
    found = _Clauses(states).of(expression, holds=True)
    return tuple(sorted(found, key=sorted))


class _Clauses:
    """The clauses of the parts of one expression, each of which is looked at once."""

    def __init__(self, states: Mapping[str, Sequence[str]]) -> None:
        self._every = {name: frozenset((name, state) for state in own) for name, own in states.items()}
        self._found: dict[tuple[int, bool], frozenset[Clause]] = {}

    def of(self, expression: Expression, *, holds: bool) -> frozenset[Clause]:
        """Return the clauses of a part of the expression, or of its opposite."""
        key = id(expression), holds
        if key not in self._found:
            self._found[key] = self._of(expression, holds)
        return self._found[key]

    def _of(self, expression: Expression, holds: bool) -> frozenset[Clause]:
        match expression:
            case Name(id=name):
                descriptor, _, state = name.partition(IS)
                one = frozenset({(descriptor, state)})
                return self._all([frozenset({one if holds else self._every[descriptor] - one})])
            case Not(part):
                return self.of(part, holds=not holds)
            case And(several) | Or(several):
                each = [self.of(part, holds=holds) for part in several]
                return self._all(each) if isinstance(expression, And) is holds else self._any(each)
            case Implies(reason, result):
                each = [self.of(reason, holds=not holds), self.of(result, holds=holds)]
                return self._any(each) if holds else self._all(each)
            case Iff(left, right):
                ways = [(left, not holds, right, True), (left, holds, right, False)]
                return self._all([self._any([self.of(a, holds=p), self.of(b, holds=q)]) for a, p, b, q in ways])
            case Pattern():
                raise TypeError("conditions on the region have no patterns")

    def _all(self, each: Iterable[frozenset[Clause]]) -> frozenset[Clause]:
        """Return the clauses of several parts that all hold."""
        return self._bare(clause for clauses in each for clause in clauses)

    def _any(self, each: Iterable[frozenset[Clause]]) -> frozenset[Clause]:
        """Return the clauses of several parts of which one holds."""
        found: frozenset[Clause] = frozenset({frozenset()})
        for clauses in each:
            found = self._bare(one | other for one in found for other in clauses)
        return found

    def _bare(self, clauses: Iterable[Clause]) -> frozenset[Clause]:
        """Return clauses without those that always hold, or hold where another one does."""
        kept = {clause for clause in clauses if not any(every <= clause for every in self._named(clause))}
        if len(kept) > MOST_CLAUSES:
            raise TooManyClausesError(f"this takes more than {MOST_CLAUSES} clauses: split it, or say less")
        return frozenset(clause for clause in kept if not any(other < clause for other in kept))

    def _named(self, clause: Clause) -> Iterable[Clause]:
        return (self._every[name] for name in {name for name, _ in clause})


def can_hold(clauses: Iterable[Clause], possible: Mapping[str, Collection[str]]) -> bool:
    """Return whether some choice of one state for each descriptor meets all clauses.

    Where that is not found out in ``MOST_CHOICES`` choices, which takes clauses made for it, it is taken to be so.

    Parameters
    ----------
    possible
        The states that each descriptor may be in.
    """
    left = [frozenset(pair for pair in clause if pair[1] in possible[pair[0]]) for clause in clauses]
    return _Search().meets(left, {})


@dataclass(slots=True)
class _Search:
    """A search for a choice that meets clauses, and how many choices it has made."""

    choices: int = 0

    def meets(self, clauses: Sequence[Clause], chosen: Mapping[str, str]) -> bool:
        """Whether the clauses can be met where some descriptors have been chosen, trying the shortest clause first."""
        self.choices += 1
        left = [clause for clause in clauses if not any(chosen.get(name) == state for name, state in clause)]
        left = [frozenset(pair for pair in clause if pair[0] not in chosen) for clause in left]
        if not left or self.choices > MOST_CHOICES:
            return True
        tightest = min(left, key=len)
        for pair in sorted(tightest):
            if self.meets(left, {**chosen, pair[0]: pair[1]}):
                return True
            left = [clause - {pair} for clause in left]  # which leads nowhere, whatever else is chosen
        return False
