"""Succession: where pressures lead from a configuration, step by step, and where that ends.

A step is a set, as descriptors that are pressed towards several states alike may take any of them. So what can be
reached is a graph, and its ends are the sets of configurations that are never left once they are reached.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.methods.system.arrays import TooLargeError
from detente.methods.system.balances import pressures, pressures_of, summed
from detente.methods.system.draws import Draws
from detente.methods.system.rules import alternatives, choices, combined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from detente.methods.system.arrays import Bool, Configuration, End, Int
    from detente.methods.system.rule import Rule
    from detente.methods.system.web import Web

MOST_MOVES = 500_000
"""So many moves from one configuration to the next are followed at most, in one draw."""

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


class Starts(NamedTuple):
    """Where succession starts in each draw; a draw may have several starts.

    Attributes
    ----------
    draw
        The number of a draw. [shape (F,)]
    configurations
        Where it starts. [shape (F, N)]
    """

    draw: Int
    configurations: Int

    @classmethod
    def of(cls, configurations: Sequence[Iterable[Configuration]]) -> Starts:
        """Return starts from the configurations of each draw, of which each has one."""
        pairs = [(draw, each) for draw, some in enumerate(configurations) for each in some]
        return cls(np.array([draw for draw, _ in pairs]), np.array([each for _, each in pairs]))

    @classmethod
    def alike(cls, configuration: Configuration, draws: int) -> Starts:
        """Return starts from one configuration in all draws."""
        return cls.of([[configuration]] * draws)

    def part(self, first: int, end: int) -> Starts:
        """Return the starts in the draws from one number on up to another, which are counted from there."""
        rows = (self.draw >= first) & (self.draw < end)
        return Starts(self.draw[rows] - first, self.configurations[rows])

    def rows(self, rows: Int) -> Starts:
        """Return some of them."""
        return Starts(self.draw[rows], self.configurations[rows])


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
    _limit(_combinations(counts), MOST_MOVES)
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
                reached = _reached(self.web, self.draws.part(first, end), starts, rule, held)
            except TooLargeError:
                self._count(MOST_MOVES)
                if end - first == 1:
                    raise
                block = max(1, (end - first) // _FEWER)
                continue
            moves += reached.moves.shape[1]
            self._count(reached.moves.shape[1])
            for draw, marks, each in _never_left(reached):
                for number in _bits(marks):
                    found[number][first + draw].append(each)
            block = max(1, end * MOST_MOVES // (2 * moves))
            first = end
        return [[tuple(sorted(own[draw])) for draw in range(len(self.draws))] for own in found]

    def _count(self, moves: int) -> None:
        self.moves += moves
        _limit(self.moves, MOST_MOVES_IN_ALL * _LARGE // max(_LARGE, self.web.states))


def _held(web: Web, held: Collection[int]) -> Bool:
    """Return whether each descriptor is held [shape (N,)]."""
    return np.isin(np.arange(len(web.sizes)), list(held))


def _combinations(counts: Int) -> float:
    """Return how many configurations take one of so many options of each descriptor, all rows [shape (M, N)] in all."""
    return float(np.prod(counts, axis=1, dtype=np.float64).sum())


def _limit(moves: float, most: int) -> None:
    if moves > most:
        msg = f"too many moves are possible: more than {most:,} would have to be followed"
        raise TooLargeError(msg)


class _Reached(NamedTuple):
    """What can be reached.

    Attributes
    ----------
    draw
        The draw of each configuration. [shape (V,)]
    configurations
        [shape (V, N)]
    moves
        The numbers of the configurations that each move leaves, rising, and comes to. [shape (2, E)]
    marks
        From which of some starts each configuration is reached: a bit for each. [shape (V,)]
    """

    draw: Int
    configurations: Int
    moves: Int
    marks: Int


class _Numbers:
    """Numbers of configurations in draws, in the order in which they are met."""

    def __init__(self, web: Web, draws: int) -> None:
        places = [*np.cumprod(web.sizes[::-1].astype(object))[::-1].tolist(), 1]
        self._places = np.array(places, np.int64 if places[0] * draws <= np.iinfo(np.int64).max else object)
        self._known: defaultdict[int, int] = defaultdict(count().__next__)

    def of(self, found: Starts) -> tuple[Int, Int]:
        """Return the numbers of all, and the rows of those that were not known yet, each once and in their order."""
        first = len(self._known)
        keys = found.draw.astype(self._places.dtype) * self._places[0] + found.configurations @ self._places[1:]
        numbers = np.fromiter(map(self._known.__getitem__, keys.tolist()), np.int64, len(keys))
        known = np.maximum.accumulate(np.append(first - 1, numbers))[:-1]
        return numbers, np.flatnonzero(numbers > known)


def _reached(web: Web, draws: Draws, several: Sequence[Starts], rule: Rule, held: Bool) -> _Reached:
    """Return all that can be reached from any of some starts, each configuration once in a draw."""
    numbers = _Numbers(web, len(draws))
    every = Starts(
        np.concatenate([each.draw for each in several]), np.concatenate([each.configurations for each in several])
    )
    begun, rows = numbers.of(every)
    frontier = every.rows(rows)
    before, moved = [frontier], [np.empty((2, 0), np.int64)]
    first, moves = 0, 0.0
    while len(frontier.draw):
        options = _options(web, draws, frontier, rule, held)
        counts = choices(web, options)
        moves += _combinations(counts)
        _limit(moves, MOST_MOVES)
        row, following = combined(web, options, counts)
        after = Starts(frontier.draw[row], following)
        coming, rows = numbers.of(after)
        moved.append(np.array([first + row, coming]))
        first += len(frontier.draw)
        frontier = after.rows(rows)
        before.append(frontier)
    ways = np.concatenate(moved, axis=1)
    marks = np.zeros(first, np.int64)
    bit = np.repeat(np.arange(len(several)), [len(each.draw) for each in several])
    np.bitwise_or.at(marks, begun, 1 << bit)
    return _Reached(
        np.concatenate([each.draw for each in before]),
        np.concatenate([each.configurations for each in before]),
        ways,
        _spread(marks, ways) if len(several) > 1 else marks | 1,
    )


def _spread(marks: Int, moves: Int) -> Int:
    """Return the marks of each configuration and of all from which it can be reached [shape (V,)]."""
    leaving, coming = moves
    begins = np.searchsorted(leaving, np.arange(len(marks) + 1))
    changed = np.flatnonzero(marks)
    while len(changed):
        counts = begins[changed + 1] - begins[changed]
        place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        after = coming[np.repeat(begins[changed], counts) + place]
        brought = np.repeat(marks[changed], counts)
        more = (brought & ~marks[after]) != 0
        np.bitwise_or.at(marks, after[more], brought[more])
        is_changed = np.zeros(len(marks), bool)
        is_changed[after[more]] = True
        changed = np.flatnonzero(is_changed)
    return marks


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


def _options(web: Web, draws: Draws, at: Starts, rule: Rule, held: Bool) -> Bool:
    """Return the states that each descriptor may be in after a step [shape (F, S)]."""
    rows = at.draw[:, np.newaxis] * web.states + web.numbers(at.configurations)
    balance = summed(draws.background[at.draw], draws.impact.reshape(-1, web.states), rows)
    return alternatives(web, at.configurations, pressures_of(web, at.configurations, balance), rule, held)


def _never_left(reached: _Reached) -> Iterable[tuple[int, int, End]]:
    """Yield each set of configurations that is never left and all of which are reached from each other.

    Before it stand its draw and its marks.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    leaving, coming = reached.moves
    size = len(reached.draw)
    graph = coo_array((np.ones(len(leaving), np.int8), (leaving, coming)), shape=(size, size)).tocsr()
    number, component = connected_components(graph, connection="strong")
    left = np.zeros(number, bool)
    left[component[leaving][component[leaving] != component[coming]]] = True
    kept = np.flatnonzero(~left[component])
    kept = kept[np.lexsort((*reached.configurations[kept].T[::-1], component[kept]))]
    begins = np.flatnonzero(np.diff(component[kept], prepend=-1)).tolist()
    configurations = list(map(tuple, reached.configurations[kept].tolist()))
    draw, marks = reached.draw[kept].tolist(), reached.marks[kept].tolist()
    for begin, end in zip(begins, [*begins[1:], len(kept)], strict=True):
        yield draw[begin], marks[begin], tuple(configurations[begin:end])
