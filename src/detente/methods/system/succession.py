"""Succession: where pressures lead from a configuration, step by step, and where that ends.

A step is a set, as descriptors that are pressed towards several states alike may take any of them. So what can be
reached is a graph, and its ends are the sets of configurations that are never left once they are reached.
"""

from __future__ import annotations

from collections import defaultdict
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
"""So many are followed at most in all draws."""


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

    All draws are followed together. Where that becomes too much, fewer are.

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
    found: dict[int, list[End]] = defaultdict(list)
    bounds, moves = [(0, len(draws))], 0
    while bounds:
        first, end = bounds.pop()
        try:
            reached = _reached(web, draws.part(first, end), starts.part(first, end), rule, _held(web, held))
        except TooLargeError:
            if end - first == 1:
                raise
            middle = (first + end) // 2
            bounds += [(first, middle), (middle, end)]
            continue
        moves += reached.moves.shape[1]
        _limit(moves, MOST_MOVES_IN_ALL)
        for draw, each in _never_left(reached):
            found[first + draw].append(each)
    return [tuple(sorted(found[draw])) for draw in range(len(draws))]


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
        The numbers of the configurations that each move leaves and comes to. [shape (2, E)]
    """

    draw: Int
    configurations: Int
    moves: Int


def _reached(web: Web, draws: Draws, starts: Starts, rule: Rule, held: Bool) -> _Reached:
    """Return all that can be reached from the starts, each configuration once in a draw."""
    draws = Draws(_narrow(draws.impact), draws.background)
    known: dict[bytes, int] = {}
    frontier, _ = _new(known, starts)
    before, moved = [frontier], [np.empty((2, 0), np.int64)]
    first, count = 0, 0.0
    while len(frontier.draw):
        options = _options(web, draws, frontier, rule, held)
        counts = choices(web, options)
        count += _combinations(counts)
        _limit(count, MOST_MOVES)
        row, following = combined(web, options, counts)
        leaving = first + row
        first += len(frontier.draw)
        frontier, coming = _new(known, Starts(frontier.draw[row], following))
        before.append(frontier)
        moved.append(np.array([leaving, coming]))
    return _Reached(
        np.concatenate([each.draw for each in before]),
        np.concatenate([each.configurations for each in before]),
        np.concatenate(moved, axis=1),
    )


def _narrow(impact: Int) -> Int:
    """Return impacts in as few bytes as hold them, so that many draws fit where they are soon at hand."""
    return impact.astype(np.min_scalar_type(-1 - int(np.abs(impact).max())))


def _options(web: Web, draws: Draws, at: Starts, rule: Rule, held: Bool) -> Bool:
    """Return the states that each descriptor may be in after a step [shape (F, S)]."""
    rows = at.draw[:, np.newaxis] * web.states + web.numbers(at.configurations)
    balance = summed(draws.background[at.draw], draws.impact.reshape(-1, web.states), rows)
    return alternatives(web, at.configurations, pressures_of(web, at.configurations, balance), rule, held)


def _new(known: dict[bytes, int], found: Starts) -> tuple[Starts, Int]:
    """Return what is not known yet, which is numbered, in the order of its numbers, and the numbers of all found."""
    first = len(known)
    keys = np.column_stack([found.draw, found.configurations]).astype(np.int32)
    width, data = keys.itemsize * keys.shape[1], keys.tobytes()
    numbers = [known.setdefault(data[at : at + width], len(known)) for at in range(0, len(data), width)]
    every = np.array(numbers, np.int64)
    different, rows = np.unique(every, return_index=True)
    rows = rows[different >= first]
    return Starts(found.draw[rows], found.configurations[rows]), every


def _never_left(reached: _Reached) -> Iterable[tuple[int, End]]:
    """Yield each set of configurations that is never left and all of which are reached from each other."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    leaving, coming = reached.moves
    size = len(reached.draw)
    graph = coo_array((np.ones(len(leaving), np.int8), (leaving, coming)), shape=(size, size)).tocsr()
    count, component = connected_components(graph, connection="strong")
    left = np.zeros(count, bool)
    left[component[leaving][component[leaving] != component[coming]]] = True
    kept = np.flatnonzero(~left[component])
    kept = kept[np.lexsort((*reached.configurations[kept].T[::-1], component[kept]))]
    begins = np.flatnonzero(np.diff(component[kept], prepend=-1)).tolist()
    configurations = list(map(tuple, reached.configurations[kept].tolist()))
    draw = reached.draw[kept].tolist()
    for begin, end in zip(begins, [*begins[1:], len(kept)], strict=True):
        yield draw[begin], tuple(configurations[begin:end])
