"""Paths: the smallest sets of unmet steps by which the goal comes about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.methods.schedule.network import Network

MOST_CHOICES = 2_000
"""How many combinations of alternatives are followed at most."""

MOST_WORK = 1 << 18
"""How many requirements are looked at, in all combinations together, before the rest are left."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The paths to a goal.

    Attributes
    ----------
    paths
        Nodes of each path with its gates, ascending; paths with fewer steps first.
    complete
        Whether all are there; false where there are more combinations of alternatives than are followed.
    """

    paths: tuple[tuple[int, ...], ...]
    complete: bool


def ways_to(network: Network, goal: int, *, most: int = MOST_CHOICES) -> Ways:
    """Return every minimal path to a goal: no step of it can be left out, and none waits for itself.

    Where there are more combinations of alternatives than are followed, the paths found are minimal all the same, and
    there is at least one wherever the goal can come about.

    Parameters
    ----------
    goal
        The node to be reached.
    most
        How many combinations of alternatives are followed.
    """
    if network.past[goal]:
        return Ways(((),), complete=True)
    found: dict[frozenset[int], None] = {}
    work, complete = 0, True
    for number, nodes in enumerate(_choices(network, goal)):
        if number >= most or work >= MOST_WORK:
            complete = False
            break
        least, cost = _least(network, goal, nodes)
        work += sum(len(network.open_needs(node)) for node in nodes) + cost
        if least:
            found[least] = None
    complete = complete and work < MOST_WORK
    if not complete:
        found |= dict.fromkeys(filter(None, [_least(network, goal, network.attainable())[0]]))
    paths = sorted(found, key=lambda steps: (len(steps), sorted(steps)))
    return Ways(tuple(_with_gates(network, steps) for steps in paths), complete)


def _choices(network: Network, goal: int) -> Iterator[frozenset[int]]:
    """Yield the nodes that follow from each combination of alternatives."""
    branches: list[tuple[frozenset[int], tuple[int, ...], int]] = [(frozenset(), (), goal)]
    while branches:
        before, waiting, chosen = branches.pop()
        taken, pending = set(before), [*waiting, chosen]
        while pending:
            node = pending.pop()
            if node in taken:
                continue
            taken.add(node)
            needs = [need.node for need in network.open_needs(node)]
            if network.any_of[node] and len(needs) > 1:
                here, rest = frozenset(taken), tuple(pending)
                branches += [(here, rest, need) for need in reversed(needs)]
                break
            pending += needs
        else:
            yield frozenset(taken)


def _least(network: Network, goal: int, nodes: Iterable[int]) -> tuple[frozenset[int], int]:
    """Return the steps of a smallest path within some nodes, none where they do not reach the goal; and the work.

    Where it is :data:`MOST_WORK`, not everything was tried, and the path may hold more than it must.
    """
    kept = _derived(network, goal, [node for node in nodes if node < network.steps])
    loose = _loose(network, goal, kept)[: MOST_WORK // max(len(kept), 1)]
    for step in loose:
        if step in kept:
            kept = _derived(network, goal, kept - {step}) or kept
    return kept, len(kept) * (1 + len(loose))


def _derived(network: Network, goal: int, steps: Collection[int]) -> frozenset[int]:
    """Return by which of some steps the goal comes about, of alternatives by the first; none where it does not."""
    order = {node: k for k, node in enumerate(network.attainable({*steps, *network.gates_of(steps)}))}
    if goal not in order:
        return frozenset()
    kept: set[int] = set()
    pending = [goal]
    while pending:
        node = pending.pop()
        if node not in kept:
            kept.add(node)
            needs = [need.node for need in network.open_needs(node) if need.node in order]
            pending += [min(needs, key=order.__getitem__)] if network.any_of[node] and needs else needs
    return frozenset(node for node in kept if node < network.steps)


def _loose(network: Network, goal: int, steps: frozenset[int]) -> list[int]:
    """Return the steps of a path that alternatives on it might do without."""
    nodes = set(_with_gates(network, steps))
    bound: set[int] = set()
    pending = [goal] if steps else []
    while pending:
        node = pending.pop()
        if node not in bound:
            bound.add(node)
            needs = [need.node for need in network.open_needs(node) if need.node in nodes]
            pending += [] if network.any_of[node] and len(needs) > 1 else needs
    return sorted(steps - bound)


def _with_gates(network: Network, steps: frozenset[int]) -> tuple[int, ...]:
    """Return the nodes of a path: its steps, and every gate that they open."""
    return tuple(sorted(network.attainable({*steps, *network.gates_of(steps)})))
