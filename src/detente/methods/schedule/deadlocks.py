"""Deadlocks: steps that wait for each other in a circle, so that none of them can come about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.schedule.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_WORK = 1 << 20
"""How many requirements are looked at, over all of one deadlock's that are given up one by one."""


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Steps that wait for each other.

    Attributes
    ----------
    steps
        The steps in it, ascending.
    broken_by
        The single requirements that, if one is given up, let all of them come about as far as they themselves are
        concerned: the step that waits, and the one that it waits for.
    """

    steps: tuple[int, ...]
    broken_by: tuple[tuple[int, int], ...]


def deadlocks(network: Network) -> tuple[Deadlock, ...]:
    """Return every deadlock: the circles among the steps that cannot come about.

    References
    ----------
    Tarjan1972
    """
    unmet = {node for node, met in enumerate(network.met) if not met}
    stuck = unmet - set(network.attainable())
    waits = {node: [need.node for need in network.open_needs(node) if need.node in stuck] for node in sorted(stuck)}
    circles = [circle for circle in components(waits) if len(circle) > 1 or circle[0] in waits[circle[0]]]
    return tuple(_deadlock(network, circle) for circle in sorted(circles))


def _deadlock(network: Network, circle: tuple[int, ...]) -> Deadlock:
    inside = set(circle)
    steps = tuple(node for node in circle if node < network.steps)
    edges = [(step, need) for step in steps for need, _ in network.steps_behind(step) if need in inside]
    alone = _alone(network, inside)
    size = len(network.needs) + sum(map(len, alone.needs))
    tried = list(dict.fromkeys(edges))[: max(1, MOST_WORK // size)]
    broken = (edge for edge in tried if _breaks(alone, edge, inside))
    return Deadlock(steps, tuple(broken))


def _alone(network: Network, inside: set[int]) -> Network:
    """Return the network of a circle by itself: what else its steps wait for has come about."""
    needs = tuple(
        tuple(need for need in each if need.node in inside) if node in inside else ()
        for node, each in enumerate(network.needs)
    )
    return Network(network.steps, needs, network.any_of, tuple(node not in inside for node in range(len(needs))))


def _breaks(network: Network, edge: tuple[int, int], inside: set[int]) -> bool:
    step, need = edge
    relaxed = network
    for node in _holders(network, step, need):
        relaxed = relaxed.without(node, need)
    return inside <= set(relaxed.attainable())


def _holders(network: Network, step: int, need: int) -> Iterator[int]:
    """Yield the nodes, a step or its gates, that name what the step waits for."""
    pending = [step]
    while pending:
        node = pending.pop()
        needs = [each.node for each in network.open_needs(node)]
        if need in needs:
            yield node
        pending += [each for each in needs if each >= network.steps]


def components(waits: Mapping[int, Iterable[int]]) -> Iterator[tuple[int, ...]]:
    """Yield the sets of nodes that can all reach each other, each ascending (Tarjan's, without recursion)."""
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
