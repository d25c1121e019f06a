"""The layout of routes: steps in columns from left to right, and what ways share drawn once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from detente.findings.figures.routes import Hop

Way = tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Something that neighbouring ways share: a place, or the arrow that leads to it.

    Attributes
    ----------
    hop
        The step.
    depth
        How many steps from the origin it ends.
    first, last
        The first and the last of the ways.
    """

    hop: Hop
    depth: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the narrow drawing: a step, how deep it is, and the line it goes on from (-1: the origin)."""

    hop: Hop
    depth: int
    parent: int


def distinct(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """Return the ways with those that begin alike next to each other, without those that others begin with."""
    kept = [
        way
        for k, way in enumerate(ways)
        if way
        and not any(_trace(other)[: len(way)] == _trace(way) for j, other in enumerate(ways) if _beyond(j, k, ways))
    ]
    order: list[Way] = []
    for way in kept:
        shared = [_shared(way, other) for other in order]
        most = max(shared, default=0)
        at = len(order) if not most else len(shared) - shared[::-1].index(most)
        order.insert(at, way)
    return tuple(order)


def places(ways: tuple[Way, ...]) -> Iterator[Run]:
    """Yield the places: neighbouring ways that reach the same one after as many steps share it."""
    yield from _runs(ways, lambda way, depth: way[depth].to)


def arrows(ways: tuple[Way, ...]) -> Iterator[Run]:
    """Yield the arrows: neighbouring ways share one where they have been the same so far."""
    yield from _runs(ways, lambda way, depth: _trace(way)[: depth + 1])


def branches(ways: tuple[Way, ...]) -> tuple[Branch, ...]:
    """Return the ways as a tree, each line after the one it goes on from."""
    found: list[Branch] = []
    known: dict[tuple[tuple[str, str], ...], int] = {(): -1}
    for way in ways:
        for depth, hop in enumerate(way):
            trace = _trace(way)[: depth + 1]
            if trace not in known:
                found.append(Branch(hop, depth + 1, known[trace[:-1]]))
                known[trace] = len(found) - 1
    return tuple(found)


def _runs(ways: tuple[Way, ...], key: Callable[[Way, int], object]) -> Iterator[Run]:
    for depth in range(max((len(way) for way in ways), default=0)):
        keys = [key(way, depth) if depth < len(way) else None for way in ways]
        first = 0
        for shared, run in groupby(keys):
            last = first + len(list(run)) - 1
            if shared is not None:
                yield Run(ways[first][depth], depth + 1, first, last)
            first = last + 1


def _beyond(j: int, k: int, ways: tuple[Way, ...]) -> bool:
    """Return whether one way makes another superfluous that it begins with: it is longer, or comes first."""
    return len(ways[j]) > len(ways[k]) or (len(ways[j]) == len(ways[k]) and j < k)


def _trace(way: Way) -> tuple[tuple[str, str], ...]:
    return tuple((hop.by, hop.to) for hop in way)


def _shared(one: Way, other: Way) -> int:
    """Return how many steps two ways have in common at their beginning."""
    pairs = zip(_trace(one), _trace(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
