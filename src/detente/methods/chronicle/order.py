"""Order of incidents of which some are dated within bounds, and some are known to answer others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.methods.schedule.circles import components


@dataclass(frozen=True, slots=True)
class Clash:
    """A node that its date puts before one that it follows.

    Attributes
    ----------
    path
        Nodes that follow each other, from the one whose first day is too late to the one whose last day is too early.
    """

    path: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Nodes in an order that breaks none of what is known.

    Attributes
    ----------
    order
        The nodes, first ones first.
    first, last
        The bounds of each node's day, by its own and by those that it follows and that follow it. [days]
    clashes
        What contradicts itself; ``order`` leaves aside what these nodes follow.
    follows
        By node, the nodes that certainly came before it, as they were given.
    """

    order: tuple[int, ...]
    first: tuple[float, ...]
    last: tuple[float, ...]
    clashes: tuple[Clash, ...]
    follows: tuple[tuple[int, ...], ...]

    def is_sure(self, before: int, after: int) -> bool:
        """Whether of two neighbours in ``order`` one certainly came before the other, rather than by convention."""
        return self.last[before] < self.first[after] or before in self.follows[after]


def chain(follows: Sequence[Sequence[int]], earliest: Sequence[float], latest: Sequence[float]) -> Chain:
    """Return nodes in order: what is followed before what follows it, and what ended before what began later.

    The two kinds of knowledge make one partial order: bounds are drawn together along what follows what, and then no
    node that must stand before another one has later bounds. So to sort by both bounds, by the length of the longest
    path that leads to the node, and by its number, keeps the partial order (Szpilrajn1930).

    Parameters
    ----------
    follows
        By node, the nodes that certainly came before it, if only within the same day; without circles.
    earliest, latest
        Bounds of the day of each node, which may be infinite. [days]

    Raises
    ------
    ValueError
        If nodes follow each other in a circle.
    """
    count = len(follows)
    first, last, depth = list(earliest), list(latest), [0] * count
    source: dict[int, int] = {}
    clashes = []
    ways = _upwards(follows)
    for node in ways:
        ahead = max(follows[node], key=first.__getitem__, default=node)
        if first[ahead] > latest[node]:
            clashes.append(Clash(_path(ahead, node, source)))
            continue
        if first[ahead] > first[node]:
            first[node], source[node] = first[ahead], ahead
        depth[node] = 1 + max((depth[other] for other in follows[node]), default=-1)
    apart = {clash.path[-1] for clash in clashes}
    for node in reversed(ways):
        for other in follows[node] if node not in apart else ():
            last[other] = min(last[other], last[node])
    order = sorted(range(count), key=lambda node: (first[node], last[node], depth[node], node))
    return Chain(tuple(order), tuple(first), tuple(last), tuple(clashes), tuple(map(tuple, follows)))


def _upwards(follows: Sequence[Sequence[int]]) -> list[int]:
    """Return the nodes so that each stands behind those that it follows."""
    found = list(components(dict(enumerate(follows))))
    if len(found) < len(follows) or any(node in ahead for node, ahead in enumerate(follows)):
        raise ValueError("nodes follow each other in a circle")
    return [node for (node,) in found]


def _path(ahead: int, node: int, source: dict[int, int]) -> tuple[int, ...]:
    """Return the nodes by which one cannot be earlier, and the node."""
    path = [node, ahead]
    while path[-1] in source:
        path.append(source[path[-1]])
    return tuple(reversed(path))
