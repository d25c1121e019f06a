"""What can be reached by succession from some starts in all draws, and by which moves."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.methods.system.arrays import TooLargeError
from detente.methods.system.balances import pressures_of, summed
from detente.methods.system.rules import alternatives, choices, combined
from detente.methods.system.starts import Starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.system.arrays import Bool, Int
    from detente.methods.system.draws import Draws
    from detente.methods.system.rule import Rule
    from detente.methods.system.web import Web

MOST_MOVES = 500_000
"""So many moves from one configuration to the next are followed at most, in one draw."""


class Reached(NamedTuple):
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


def reached(web: Web, draws: Draws, several: Sequence[Starts], rule: Rule, held: Bool) -> Reached:
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
        moves += combinations(counts)
        limit(moves, MOST_MOVES)
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
    return Reached(
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


def _options(web: Web, draws: Draws, at: Starts, rule: Rule, held: Bool) -> Bool:
    """Return the states that each descriptor may be in after a step [shape (F, S)]."""
    rows = at.draw[:, np.newaxis] * web.states + web.numbers(at.configurations)
    balance = summed(draws.background[at.draw], draws.impact.reshape(-1, web.states), rows)
    return alternatives(web, at.configurations, pressures_of(web, at.configurations, balance), rule, held)


def combinations(counts: Int) -> float:
    """Return how many configurations take one of so many options of each descriptor, all rows [shape (M, N)] in all."""
    return float(np.prod(counts, axis=1, dtype=np.float64).sum())


def limit(moves: float, most: int) -> None:
    """Raise ``TooLargeError`` where there are more moves than are followed."""
    if moves > most:
        msg = f"too many moves are possible: more than {most:,} would have to be followed"
        raise TooLargeError(msg)
