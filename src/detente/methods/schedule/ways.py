"""Paths: the smallest sets of unmet steps by which the goal comes about."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.schedule.network import Network

MOST_CHOICES = 2_000
"""How many combinations of alternatives are followed at most."""


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

    Parameters
    ----------
    goal
        The node to be reached.
    most
        How many combinations of alternatives are followed.
    """
    if network.met[goal]:
        return Ways(((),), complete=True)
    found: list[frozenset[int]] = []
    complete = True
    for number, nodes in enumerate(_choices(network, goal)):
        if number >= most:
            complete = False
            break
        if goal in network.attainable(nodes):
            found.append(nodes)
    return Ways(tuple(_minimal(network, found)), complete)


def _choices(network: Network, goal: int) -> Iterator[frozenset[int]]:
    """Yield the nodes that follow from each combination of alternatives."""
    branches: list[tuple[frozenset[int], tuple[int, ...]]] = [(frozenset(), (goal,))]
    while branches:
        before, waiting = branches.pop()
        taken, pending = set(before), list(waiting)
        while pending:
            node = pending.pop()
            if node in taken:
                continue
            taken.add(node)
            needs = [need.node for need in network.open_needs(node)]
            if network.any_of[node] and len(needs) > 1:
                rest = tuple(pending)
                branches += [(frozenset(taken), (*rest, need)) for need in reversed(needs)]
                break
            pending += needs
        else:
            yield frozenset(taken)


def _minimal(network: Network, found: list[frozenset[int]]) -> list[tuple[int, ...]]:
    """Return the sets that hold the steps of no other one, the smaller first."""
    by_steps = {frozenset(node for node in nodes if node < network.steps): nodes for nodes in reversed(found)}
    kept: list[frozenset[int]] = []
    for steps in sorted(by_steps, key=lambda steps: (len(steps), sorted(steps))):
        if not any(less < steps for less in kept[: bisect_left(kept, len(steps), key=len)]):
            kept.append(steps)
    return [tuple(sorted(by_steps[steps])) for steps in kept]
