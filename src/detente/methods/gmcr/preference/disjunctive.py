"""Disjunctive form: a statement as alternatives, each a list of options taken and options not taken.

Programs that know no nested statements can read it. A statement may have exponentially many alternatives, so
there is a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_TERMS = 4096
"""The most alternatives of one statement."""


class TooManyTermsError(ValueError):
    """A statement with more alternatives than ``MAX_TERMS``."""


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A combination of options, as bit sets: bit ``k`` is option ``k`` in written order.

    Attributes
    ----------
    taken, dropped
        Options that are taken, and options that are not; the others may be either.
    """

    taken: int = 0
    dropped: int = 0

    def literals(self) -> list[tuple[int, bool]]:
        """Return each option that matters by its place, and whether it is taken."""
        either = self.taken | self.dropped
        return [(k, bool(self.taken >> k & 1)) for k in range(either.bit_length()) if either >> k & 1]


def disjunctive(expression: Expression, options: Sequence[str]) -> tuple[Term, ...]:
    """Return terms one of which holds exactly where a statement is true.

    No term contradicts itself or is part of another; a statement that is never true has none.

    Parameters
    ----------
    expression
        The statement; its options are among ``options``, its patterns have one mark for each.
    options
        Option ids in written order.

    Raises
    ------
    TooManyTermsError
        If there are more than ``MAX_TERMS`` at any step.
    """
    places = {name: k for k, name in enumerate(options)}
    return tuple(sorted(_terms(expression, places, wanted=True), key=lambda term: term.literals()))


def _terms(expression: Expression, places: dict[str, int], *, wanted: bool) -> set[Term]:
    """Return the terms of a statement, or of its negation."""

    def of(part: Expression, *, as_it_is: bool = True) -> set[Term]:
        return _terms(part, places, wanted=wanted == as_it_is)

    match expression:
        case Name(id=name):
            return {_single(places[name], taken=wanted)}
        case Pattern(marks=marks):
            fixed = [(k, mark == "Y") for k, mark in enumerate(marks) if mark != "-"]
            if wanted:
                return _all_of({_single(k, taken=taken)} for k, taken in fixed)
            return {_single(k, taken=not taken) for k, taken in fixed}
        case Not(part):
            return of(part, as_it_is=False)
        case And(parts) | Or(parts):
            each = map(of, parts)
            return _all_of(each) if isinstance(expression, And) == wanted else _any_of(each)
        case Implies(reason, result):
            both = (of(reason, as_it_is=False), of(result))
            return _any_of(both) if wanted else _all_of(both)
        case Iff(left, right):
            here, there = (_terms(left, places, wanted=True), _terms(left, places, wanted=False))
            same, other = (_terms(right, places, wanted=wanted), _terms(right, places, wanted=not wanted))
            return _any_of((_all_of((here, same)), _all_of((there, other))))


def _single(k: int, *, taken: bool) -> Term:
    return Term(1 << k, 0) if taken else Term(0, 1 << k)


def _any_of(sets: Iterable[set[Term]]) -> set[Term]:
    found: set[Term] = set()
    for terms in sets:
        found |= terms
        _limit(found)
    return _absorbed(found)


def _all_of(sets: Iterable[set[Term]]) -> set[Term]:
    found = {Term()}
    for terms in sets:
        joined: set[Term] = set()
        for a in found:
            both = (Term(a.taken | b.taken, a.dropped | b.dropped) for b in terms)
            joined |= {term for term in both if not term.taken & term.dropped}
            _limit(joined)
        found = _absorbed(joined)
    return found


def _limit(terms: set[Term]) -> None:
    if len(terms) > MAX_TERMS:
        msg = f"more than {MAX_TERMS} alternatives"
        raise TooManyTermsError(msg)


def _absorbed(terms: set[Term]) -> set[Term]:
    """Leave out the terms that say more than another one does; only a shorter one can say less."""
    kept: set[Term] = set()
    for _, group in groupby(sorted(terms, key=_length), key=_length):
        shorter = list(kept)
        kept |= {term for term in group if not any(_says(term, other) for other in shorter)}
    return kept


def _length(term: Term) -> int:
    return (term.taken | term.dropped).bit_count()


def _says(term: Term, other: Term) -> bool:
    """Whether a term says all that another one does."""
    return not (other.taken & ~term.taken or other.dropped & ~term.dropped)
