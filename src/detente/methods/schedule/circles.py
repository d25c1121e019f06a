"""Circles: nodes of a graph that can all reach each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def components(waits: Mapping[int, Iterable[int]]) -> Iterator[tuple[int, ...]]:
    """Yield the sets of nodes that can all reach each other, each ascending and behind those that it reaches.

    A node in no circle is a set of its own.

    References
    ----------
    Tarjan1972
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    for root in waits:
        work = [(root, iter(waits[root]))] if root not in index else []
        while work:
            node, rest = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                path.append(node)
                on_path.add(node)
            for after in rest:
                if after not in index:
                    work.append((after, iter(waits[after])))
                    break
                if after in on_path:
                    low[node] = min(low[node], index[after])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    yield tuple(sorted(_cut(path, node, on_path)))


def _cut(path: list[int], node: int, on_path: set[int]) -> Iterator[int]:
    """Take nodes off the end of a path, down to one, and yield them."""
    while node in on_path:
        last = path.pop()
        on_path.remove(last)
        yield last
