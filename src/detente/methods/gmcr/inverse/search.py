"""Inverse analysis: the smallest change of preferences after which a wanted state holds, under each concept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain, islice, product
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.gmcr.arrays import distinct
from detente.methods.gmcr.inverse.alone import Alone, OneMaker, alone
from detente.methods.gmcr.inverse.arena import Arena, arena
from detente.methods.gmcr.inverse.changes import Change, Changeable
from detente.methods.gmcr.inverse.effort import Effort
from detente.methods.gmcr.inverse.kinds import Kinds
from detente.methods.gmcr.inverse.together import together
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.stability.sanctions import Sanctions, deterred
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.concept import Concept

Answer: TypeAlias = tuple[tuple[int, Change], ...]
"""Who changes, and to which list: those only who change."""

_ANY = Sanctions(credible=False, inescapable=False), Sanctions(credible=False, inescapable=True)
"""Sanctions that need not be credible: where only the second deter, no more is stable."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to search.

    Attributes
    ----------
    edits
        The most edits of one decision maker that are looked at where it is searched alone.
    cost
        What each search may cost: lists or profiles, times the states or moves looked at in each.
    answers
        The most smallest changes that are listed.
    progress
        Told each cost before it arises.
    """

    edits: int = 3
    cost: int = 400_000_000
    answers: int = 1000
    progress: Callable[[int], None] | None = field(default=None, compare=False)

    def effort(self) -> Effort:
        """Return the account of one search."""
        return Effort(self.cost, self.progress)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The smallest change under one concept.

    Attributes
    ----------
    edits
        The fewest edits of all decision makers together, 0 where the state is an equilibrium as things are;
        ``None`` when no change was found.
    searched
        No change of up to so many edits in total does, except the ones found.
    at_most
        A number of edits that does, known from a concept that asks more; ``None`` when none is known.
    count
        How many smallest changes there are: different lists.
    answers
        The smallest changes, the first of them where there are many.
    alone
        For each decision maker, the fewest of its own edits after which it stays, or ``None`` when none were
        found; empty where that depends on what the others prefer.
    parts
        For each decision maker, its lists in the smallest changes, where each goes with each of the others';
        empty where they do not.
    """

    edits: int | None
    searched: int
    at_most: int | None = None
    count: int = 0
    answers: tuple[Answer, ...] = ()
    alone: tuple[int | None, ...] = ()
    parts: tuple[tuple[Change, ...], ...] = ()


def smallest_changes(
    engine: Engine, s: int, preferences: Sequence[Changeable], limits: Limits | None = None
) -> Mapping[str, Outcome]:
    """Return by concept the smallest change of preferences after which nobody leaves a state.

    Parameters
    ----------
    engine
        The conflict as it is.
    s
        A feasible state.
    preferences
        What each decision maker prefers, in agreement with the engine's payoffs, and how it may change.
    limits
        How far to search.

    References
    ----------
    KinsaraKilgourHipel2015
    """
    return MappingProxyType(_Search(engine, s, tuple(preferences), limits or Limits()).outcomes())


@dataclass(frozen=True, slots=True)
class _Search:
    engine: Engine
    s: int
    preferences: tuple[Changeable, ...]
    limits: Limits

    def outcomes(self) -> dict[str, Outcome]:
        """Return the outcome under each concept; of one that does not turn on sanctions, whether the state holds."""
        searched = self._by_sanctions()
        found = {key: self._outcome(concept, searched) for key, concept in shipped().items()}
        return {key: replace(outcome, at_most=_at_most(key, found)) for key, outcome in found.items()}

    def _outcome(self, concept: Concept, searched: Mapping[Sanctions | None, Outcome]) -> Outcome:
        if concept.by_sanctions and concept.sanctions in searched:
            return searched[concept.sanctions]
        return self._unsearched(partial(concept.stable, self.engine))

    def _by_sanctions(self) -> dict[Sanctions | None, Outcome]:
        """Return the outcome where such sanctions deter, or none: where fewer do, it takes at least as many edits.

        Whether sanctions that need not be credible deter hangs on each decision maker's own preferences only.
        """
        wide, narrow = self._arena(sanctioned=True), self._arena(sanctioned=False)
        searched: dict[Sanctions | None, Outcome] = {}
        each = (Alone(0, -1, ()),) * len(self.preferences)
        alone = {}
        if wide is not None:
            for sanctions in _ANY:
                each = alone[sanctions] = self._each(sanctions, wide, each)
                searched[sanctions] = self._product(each)
        if narrow is not None:
            searched[None] = self._product(self._each(None, narrow, each))
        if wide is not None:
            below, above = searched[_ANY[0]], searched.get(None) or self._unsearched(self._undeterred)
            kinds = [Kinds(case) for case in self._cases(wide)]
            for sanctions, each in alone.items():
                credible = replace(sanctions, credible=True)
                below = searched[credible] = self._joint(credible, kinds, each, (below, above))
        return searched

    def _arena(self, *, sanctioned: bool) -> Arena | None:
        try:
            return arena(self.engine, self.s, sanctioned=sanctioned)
        except TooManyStatesError:
            return None

    def _cases(self, around: Arena) -> tuple[OneMaker, ...]:
        return tuple(OneMaker(around, i, each, self.engine.feasible) for i, each in enumerate(self.preferences))

    def _each(self, sanctions: Sanctions | None, around: Arena, weaker: Sequence[Alone]) -> tuple[Alone, ...]:
        """Search each decision maker's changes by themselves, from the edits that it takes where more deters."""
        each = []
        for case, low in zip(self._cases(around), weaker, strict=True):
            if low.edits is None and sanctions is not None:
                each.append(low)
                continue
            edits = range(low.searched + 1 if low.edits is None else low.edits, self.limits.edits + 1)
            each.append(alone(case, sanctions, self.limits.effort(), edits=edits))
        return tuple(each)

    def _undeterred(self, i: int) -> Bool:
        return np.asarray(deterred(self.engine, i, [None])[0])

    def _unsearched(self, stable: Callable[[int], Bool]) -> Outcome:
        """Return what is known where changes are not searched: whether the state is an equilibrium."""
        holds = all(stable(i)[self.s] for i in range(len(self.preferences)))
        return Outcome(0, 0, count=1, answers=((),)) if holds else Outcome(None, 0)

    def _product(self, each: Sequence[Alone]) -> Outcome:
        """Return the outcome for all, where each decision maker's changes do not depend on the others'."""
        fewest = tuple(found.edits for found in each)
        total = sum(map(_floor, each))
        if None in fewest:
            return Outcome(None, total - 1, alone=fewest)
        parts = tuple(found.changes for found in each)
        return Outcome(total, total, None, prod(map(len, parts)), self._first([parts]), fewest, parts)

    def _joint(
        self, sanctions: Sanctions, kinds: Sequence[Kinds], weaker: Sequence[Alone], known: tuple[Outcome, Outcome]
    ) -> Outcome:
        """Search changes of everybody together, from what a weaker concept takes to what a stronger one does."""
        below, above = known
        low = max(sum(map(_floor, weaker)), below.searched + (below.edits is None))
        least = [found.edits for found in weaker if found.edits is not None]
        if len(least) < len(kinds) or below.edits is None:
            return Outcome(None, low - 1)
        most = self.limits.edits * len(kinds) if above.edits is None else above.edits
        found = together(kinds, least, sanctions, self.limits.effort(), edits=range(low, most + 1))
        if found.edits is None:
            return Outcome(None, found.searched)
        lists = [cache(each.changes) for each in kinds]
        columns = [distinct(column) for column in found.profiles.T]
        if prod(column.size for column in columns) == len(found.profiles):
            parts = tuple(
                tuple(sorted(chain.from_iterable(map(each, column.tolist())), key=lambda change: change.rank))
                for each, column in zip(lists, columns, strict=True)
            )
            return Outcome(found.edits, found.edits, None, prod(map(len, parts)), self._first([parts]), (), parts)
        choices = [[each(kind) for each, kind in zip(lists, row, strict=True)] for row in found.profiles.tolist()]
        choices.sort(key=lambda each: [sum(parts) for parts in zip(*(new[0].rank[:2] for new in each), strict=True)])
        count = sum(prod(map(len, each)) for each in choices)
        return Outcome(found.edits, found.edits, None, count, self._first(choices))

    def _first(self, choices: Iterable[Sequence[Sequence[Change]]]) -> tuple[Answer, ...]:
        """Return the first choices of one list for each decision maker, without those who change nothing."""
        same = [Change(tuple(range(each.count))) for each in self.preferences]
        chosen = islice((pick for lists in choices for pick in product(*lists)), self.limits.answers)
        return tuple(tuple((i, new) for i, new in enumerate(pick) if new != same[i]) for pick in chosen)


def _floor(found: Alone) -> int:
    """Return a number of edits that one decision maker needs at least."""
    return found.searched + 1 if found.edits is None else found.edits


def _at_most(key: str, found: Mapping[str, Outcome]) -> int | None:
    """Return the fewest edits known from a concept that entails this one, where it has none itself."""
    if found[key].edits is not None:
        return None
    stronger = [other for other, concept in shipped().items() if key in concept.implies and other in found]
    known = [found[other].edits if found[other].edits is not None else _at_most(other, found) for other in stronger]
    return min((edits for edits in known if edits is not None), default=None)
