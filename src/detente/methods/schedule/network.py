"""And/or networks: steps that wait for all, or for one, of several others.

Nodes are numbered from 0. The first ones are the steps; those behind them are gates, which stand for a requirement
inside a requirement ("one of these", "all of those") and happen by themselves once it is fulfilled.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Need(NamedTuple):
    """A node that another one waits for.

    Attributes
    ----------
    node
        Its number.
    gap
        How much later the waiting one must be, at least [days]: 0, or 1 where it is strictly after.
    """

    node: int
    gap: int = 0


@dataclass(frozen=True)
class Network:
    """Who waits for whom.

    Attributes
    ----------
    steps
        How many of the nodes are steps.
    needs
        For each node, what it waits for.
    any_of
        For each node, whether one of its needs is enough; otherwise it waits for all.
    met
        For each node, whether it has come about already; what it waits for then matters no more.

    References
    ----------
    MartelliMontanari1973
    """

    steps: int
    needs: tuple[tuple[Need, ...], ...]
    any_of: tuple[bool, ...]
    met: tuple[bool, ...]

    @cached_property
    def past(self) -> tuple[bool, ...]:
        """For each node, whether it has come about: it is met, or a gate that what is met opens."""
        past = list(self.met)
        for node in reversed(range(self.steps, len(self.needs))):  # a gate stands behind those that it is a part of
            parts = (past[need.node] for need in self.needs[node])
            past[node] = past[node] or (any if self.any_of[node] else all)(parts)
        return tuple(past)

    def open_needs(self, node: int) -> tuple[Need, ...]:
        """Return what a node still waits for: nothing when it is met, or one of several is."""
        return self._open[node]

    @cached_property
    def _open(self) -> tuple[tuple[Need, ...], ...]:
        return tuple(
            ()
            if self.past[node] or (self.any_of[node] and any(self.past[need.node] for need in needs))
            else tuple(need for need in needs if not self.past[need.node])
            for node, needs in enumerate(self.needs)
        )

    @cached_property
    def deciding(self) -> tuple[tuple[Need, ...], ...]:
        """For each node, the needs that its day hangs on.

        Of all of several, those not met, as what is met lies behind them; of one of several, those met.
        """
        return tuple(map(self._deciding, range(len(self.needs))))

    def _deciding(self, node: int) -> tuple[Need, ...]:
        gone = tuple(need for need in self.needs[node] if self.past[need.node])
        ahead = tuple(need for need in self.needs[node] if not self.past[need.node])
        return (gone or ahead) if self.any_of[node] else (ahead or gone)

    def is_free(self, node: int) -> bool:
        """Whether all that a step waited for has come about."""
        return not self._open[node]

    @cached_property
    def waiting(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the nodes that still wait for it."""
        behind: list[list[int]] = [[] for _ in self.needs]
        for node in range(len(self.needs)):
            for need in self.open_needs(node):
                behind[need.node].append(node)
        return tuple(map(tuple, behind))

    def attainable(self, within: Iterable[int] | None = None) -> tuple[int, ...]:
        """Return the nodes still to come that can come about, each behind what it came about by.

        Parameters
        ----------
        within
            Look at these nodes only; at all when omitted.
        """
        allowed = set(range(len(self.needs)) if within is None else within)
        missing = {node: self._missing(node) for node in allowed if not self.past[node]}
        ready = deque(sorted(node for node, count in missing.items() if not count))
        order: list[int] = []
        while ready:
            here = ready.popleft()
            order.append(here)
            for node in self.waiting[here]:
                if missing.get(node):
                    missing[node] -= 1
                    if not missing[node]:
                        ready.append(node)
        return tuple(order)

    def _missing(self, node: int) -> int:
        """Return how many of its needs must still come about before a node can."""
        count = len(self.open_needs(node))
        return min(count, 1) if self.any_of[node] else count

    def gates_of(self, steps: Iterable[int]) -> Iterator[int]:
        """Yield the gates that some steps still wait for, those inside others too."""
        pending = [need.node for step in steps for need in self.open_needs(step) if need.node >= self.steps]
        while pending:
            gate = pending.pop()
            yield gate
            pending += [need.node for need in self.open_needs(gate) if need.node >= self.steps]

    def steps_behind(self, node: int) -> Iterator[tuple[int, int]]:
        """Yield the steps that a node still waits for, through gates, each with the gap to it."""
        pending = list(self.open_needs(node))
        while pending:
            need = pending.pop()
            if need.node < self.steps:
                yield need
            else:
                pending += [Need(each.node, max(each.gap, need.gap)) for each in self.open_needs(need.node)]
