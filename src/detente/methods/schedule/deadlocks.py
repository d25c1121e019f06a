"""Deadlocks: steps that wait for each other in a circle, so that none of them can come about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.schedule.circles import components
from detente.methods.schedule.network import Need, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

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
    ahead = {node for node, past in enumerate(network.past) if not past}
    stuck = frozenset(ahead - set(network.attainable()))
    return tuple(_deadlock(network, circle, stuck) for circle in sorted(_circles(network, stuck)))


def _circles(network: Network, nodes: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Yield the circles among some nodes by what they still wait for."""
    waits = {node: [need.node for need in network.open_needs(node) if need.node in nodes] for node in sorted(nodes)}
    return (circle for circle in components(waits) if len(circle) > 1 or circle[0] in waits[circle[0]])


def _deadlock(network: Network, circle: tuple[int, ...], stuck: frozenset[int]) -> Deadlock:
    alone = _alone(network, circle, stuck)
    steps = tuple(node for node in circle if node < network.steps)
    edges = [(step, need) for step in range(len(steps)) for need, _ in alone.steps_behind(step) if need < len(steps)]
    size = sum(map(len, alone.needs)) + len(alone.needs)
    tried = list(dict.fromkeys(edges))[: max(1, MOST_WORK // size)]
    broken = ((steps[step], steps[need]) for step, need in tried if _breaks(alone, step, need))
    return Deadlock(steps, tuple(broken))


def _alone(network: Network, circle: tuple[int, ...], stuck: frozenset[int]) -> Network:
    """Return the network of a circle by itself.

    Behind its steps stand two more: one that never comes about, for what else it waits for and is stuck; and one that
    has come about, for what else is not.
    """
    count = sum(node < network.steps for node in circle)
    place = {node: k if k < count else k + 2 for k, node in enumerate(circle)}
    needs = [
        tuple(
            dict.fromkeys(Need(place.get(need.node, count + (need.node not in stuck))) for need in network.needs[node])
        )
        for node in circle
    ]
    any_of = [network.any_of[node] for node in circle]
    return Network(
        count + 2,
        (*needs[:count], (Need(count),), (), *needs[count:]),
        (*any_of[:count], False, False, *any_of[count:]),
        tuple(node == count + 1 for node in range(len(circle) + 2)),
    )


def _breaks(alone: Network, step: int, need: int) -> bool:
    """Return whether no circle is left when a step no longer waits for another."""
    relaxed = _without(alone, step, need)
    never = alone.steps - 2
    left = {node for node, past in enumerate(relaxed.past) if not past} - {*relaxed.attainable(), never}
    return next(_circles(relaxed, left), None) is None


def _without(alone: Network, step: int, need: int) -> Network:
    """Return the network in which a step, and each of its gates, no longer waits for another step.

    A gate of which nothing is left is not waited for either; of several alternatives the others still are.
    """
    gone = {need}
    needs = list(alone.needs)
    for node in (*sorted(alone.gates_of([step]), reverse=True), step):  # a gate stands behind those it is a part of
        needs[node] = tuple(each for each in needs[node] if each.node not in gone)
        if node != step and not needs[node]:
            gone.add(node)
    return Network(alone.steps, tuple(needs), alone.any_of, alone.met)
