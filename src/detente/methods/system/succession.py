"""Succession: where pressures lead from a configuration, step by step, and where that ends.

A step is a set, as descriptors that are pressed towards several states alike may take any of them. So what can be
reached is a graph, and its ends are the sets of configurations that are never left once they are reached.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.system.arrays import TooLargeError
from detente.methods.system.balances import pressures
from detente.methods.system.draws import Draws
from detente.methods.system.reach import MOST_MOVES, Reached, combinations, limit, reached
from detente.methods.system.rules import alternatives, choices, combined
from detente.methods.system.starts import Starts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from detente.methods.system.arrays import Bool, Configuration, End
    from detente.methods.system.rule import Rule
    from detente.methods.system.web import Web

MOST_MOVES_IN_ALL = 5_000_000
"""So many are followed at most in all draws, and in all that is asked of them; in large webs fewer."""

_LARGE = 36
"""A web of more states than these is large."""

_FIRST_DRAWS = 64
"""So many draws are followed first, to see how many may be followed at once."""

_FEWER = 8
"""Where some draws are too much at once, this part of them is tried next."""

_MOST_MARKS = 62
"""So many starts are told apart by the bits of one whole number."""


def step(web: Web, configuration: Configuration, rule: Rule, held: Collection[int] = ()) -> frozenset[Configuration]:
    """Return every configuration that may be next; the configuration itself alone where nothing moves.

    Parameters
    ----------
    rule
        Who moves how far. Under ``incremental`` only descriptors whose states are ordered go by one; others go all the
        way.
    held
        Descriptors that stay whatever they are under.

    Raises
    ------
    TooLargeError
        If there are more than ``MOST_MOVES``.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    configurations = np.array([configuration])
    options = alternatives(web, configurations, pressures(web, configurations), rule, _held(web, held))
    counts = choices(web, options)
    limit(combinations(counts), MOST_MOVES)
    return frozenset(map(tuple, combined(web, options, counts)[1].tolist()))


def ends(web: Web, configuration: Configuration, rule: Rule, held: Collection[int] = ()) -> tuple[End, ...]:
    """Return all ends of succession from a configuration, sorted.

    Parameters
    ----------
    rule, held
        As for ``step``.

    Raises
    ------
    TooLargeError
        If more than ``MOST_MOVES`` moves can be reached.

    References
    ----------
    WeimerJehle2006, WeimerJehle2008
    """
    [found] = ends_of_draws(web, Draws.of(web), Starts.alike(configuration, 1), rule, held)
    return found


def ends_of_draws(
    web: Web, draws: Draws, starts: Starts, rule: Rule, held: Collection[int] = ()
) -> list[tuple[End, ...]]:
    """Return all ends of succession in each draw of a web, sorted.

    Parameters
    ----------
    draws
        The effects, which take the place of those of the web.
    starts
        In each draw one or more configurations. What ends from any of them counts.
    rule, held
        As for ``step``.

    Raises
    ------
    TooLargeError
        If in one draw more than ``MOST_MOVES`` moves can be reached, or in all more than ``MOST_MOVES_IN_ALL``.

    References
    ----------
    WeimerJehle2006, WeimerJehle2008
    """
    [found] = Following.of(web, draws).ends_from_each([starts], rule, held)
    return found


@dataclass(slots=True, eq=False)
class Following:
    """Draws of a web in which succession is followed, and how much of it has been: all that is asked has one limit.

    Attributes
    ----------
    web, draws
        The web, and the effects that take the place of its own.
    moves
        How many moves have been followed, from whatever start and under whatever rule; of a start that is refused it
        counts as many as may be followed of one.
    """

    web: Web
    draws: Draws
    moves: int = 0

    @classmethod
    def of(cls, web: Web, draws: Draws) -> Following:
        """Return draws of a web of which nothing has been followed."""
        return cls(web, _narrow(draws))

    def ends_from_each(
        self, several: Sequence[Starts], rule: Rule, held: Collection[int] = ()
    ) -> list[list[tuple[End, ...]]]:
        """Return all ends of succession in each draw, sorted, for each of several starts.

        What can be reached from several of them is followed once. Where all of them are too much together, each is
        followed by itself.

        Parameters
        ----------
        several
            In each draw one or more configurations. What ends from any of them counts.
        rule, held
            As for ``step``.

        Raises
        ------
        TooLargeError
            If one of them by itself is too much, or all that has been followed is.

        References
        ----------
        WeimerJehle2006, WeimerJehle2008
        """
        found: list[list[tuple[End, ...]]] = []
        for first in range(0, len(several), _MOST_MARKS):
            some = several[first : first + _MOST_MARKS]
            try:
                found += self._together(some, rule, _held(self.web, held))
            except TooLargeError:
                if len(some) == 1:
                    raise
                found += [own for each in some for own in self.ends_from_each([each], rule, held)]
        return found

    def _together(self, several: Sequence[Starts], rule: Rule, held: Bool) -> list[list[tuple[End, ...]]]:
        """Return the ends from each of some starts: of as many draws at once as can be expected not to be too much."""
        found: list[dict[int, list[End]]] = [defaultdict(list) for _ in several]
        first, block, moves = 0, _FIRST_DRAWS, 0
        while first < len(self.draws):
            end = min(first + block, len(self.draws))
            starts = [each.part(first, end) for each in several]
            try:
                met = reached(self.web, self.draws.part(first, end), starts, rule, held)
            except TooLargeError:
                self._count(MOST_MOVES)
                if end - first == 1:
                    raise
                block = max(1, (end - first) // _FEWER)
                continue
            moves += met.moves.shape[1]
            self._count(met.moves.shape[1])
            for draw, marks, each in _never_left(met):
                for number in _bits(marks):
                    found[number][first + draw].append(each)
            block = max(1, end * MOST_MOVES // (2 * moves))
            first = end
        return [[tuple(sorted(own[draw])) for draw in range(len(self.draws))] for own in found]

    def _count(self, moves: int) -> None:
        self.moves += moves
        limit(self.moves, MOST_MOVES_IN_ALL * _LARGE // max(_LARGE, self.web.states))


def _held(web: Web, held: Collection[int]) -> Bool:
    """Return whether each descriptor is held [shape (N,)]."""
    return np.isin(np.arange(len(web.sizes)), list(held))


def _bits(marks: int) -> Iterable[int]:
    """Return the numbers of the bits that are set."""
    return (number for number in range(marks.bit_length()) if marks >> number & 1)


def _narrow(draws: Draws) -> Draws:
    """Return draws in as few bytes as hold effects and balances, so that many fit where they are soon at hand."""
    strongest = np.abs(draws.impact).max(initial=0)
    most = np.abs(draws.background).max(initial=0) + strongest * draws.impact.shape[1]
    return Draws(
        draws.impact.astype(np.min_scalar_type(-1 - int(strongest))),
        draws.background.astype(np.min_scalar_type(-4 * (1 + int(most)))),  # where differences have room too
    )


def _never_left(found: Reached) -> Iterable[tuple[int, int, End]]:
    """Yield each set of configurations that is never left and all of which are reached from each other.

    Before it stand its draw and its marks.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    leaving, coming = found.moves
    size = len(found.draw)
    graph = coo_array((np.ones(len(leaving), np.int8), (leaving, coming)), shape=(size, size)).tocsr()
    number, component = connected_components(graph, connection="strong")
    left = np.zeros(number, bool)
    left[component[leaving][component[leaving] != component[coming]]] = True
    kept = np.flatnonzero(~left[component])
    kept = kept[np.lexsort((*found.configurations[kept].T[::-1], component[kept]))]
    begins = np.flatnonzero(np.diff(component[kept], prepend=-1)).tolist()
    configurations = list(map(tuple, found.configurations[kept].tolist()))
    draw, marks = found.draw[kept].tolist(), found.marks[kept].tolist()
    for begin, end in zip(begins, [*begins[1:], len(kept)], strict=True):
        yield draw[begin], marks[begin], tuple(configurations[begin:end])
