"""The pass forward through a network: a day for every node, once the days of what it waits for are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import ceil, floor, isfinite
from typing import TYPE_CHECKING, TypeAlias

from detente.methods.schedule.circles import components

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from detente.methods.schedule.network import Network

LATER = 0.5
"""What is strictly after a day begins half a day behind it: the next whole day is the first one."""

Rule: TypeAlias = "Callable[[int, float | None], float]"
"""The day of a node, given the day of what it waits for; ``None`` where it waits for nothing."""


def after(start: float, takes: float) -> float:
    """Return the first whole day on which something comes about that takes so long from a start.

    A start of half a day behind another lets it begin on that day, but not come about on it.
    """
    return max(floor(start) + takes, ceil(start)) if isfinite(start) else start


@dataclass(frozen=True, slots=True)
class Pass:
    """The days found so far.

    Attributes
    ----------
    network
        Who waits for whom.
    known
        The days of what has come about.
    loose
        Of these, those of which nobody says when it was: what is strictly after them may be on the same day.
    day, source, rank
        By node, its day; the need that it comes from, found before it; and the place in which it was found. Of
        alternatives on one day the one found first counts, as the others may hang on it.
    """

    network: Network
    known: Mapping[int, float]
    loose: Container[int] = frozenset()
    day: dict[int, float] = field(default_factory=dict)
    source: dict[int, int] = field(default_factory=dict)
    rank: dict[int, int] = field(default_factory=dict)

    def start(self, node: int) -> float | None:
        """Return the day of what a node waits for; ``None`` where it waits for nothing."""
        found = []
        for need in self.network.deciding[node]:
            day = self.day.get(need.node, self.known.get(need.node))
            if day is not None:
                gap = 0 if need.node in self.loose else need.gap
                found.append((day + LATER * gap, self.rank.get(need.node, -1), need.node))
        if not found:
            return None
        start, _, self.source[node] = (min if self.network.any_of[node] else max)(found)
        return start

    def _settle(self, node: int, day: float) -> None:
        self.rank[node] = len(self.rank)
        self.day[node] = day

    def run(self, order: Sequence[int], rule: Rule) -> None:
        """Find the days of some nodes.

        Where some of them lie in a circle that alternatives lead out of, the soonest is found first: nothing comes
        before what it waits for, so none of them can turn out to be sooner.

        Parameters
        ----------
        order
            The nodes, each behind one by which it can come about.

        References
        ----------
        Knuth1977
        """
        network = self.network
        inside = set(order)
        if not any(network.any_of[node] and len(self._within(node, inside)) > 1 for node in order):
            for node in order:
                self._settle(node, rule(node, self.start(node)))
            return
        place = {node: k for k, node in enumerate(order)}
        for circle in components({node: self._within(node, inside) for node in order}):
            if len(circle) == 1:
                (node,) = circle
                self._settle(node, rule(node, self.start(node)))
            else:
                self._circle(circle, rule, place)

    def _within(self, node: int, inside: set[int]) -> list[int]:
        return [need.node for need in self.network.open_needs(node) if need.node in inside]

    def _circle(self, circle: Iterable[int], rule: Rule, place: Mapping[int, int]) -> None:
        """Find the days of nodes that wait for each other, the soonest first."""
        network, members = self.network, set(circle)
        missing = {node: len(self._within(node, members)) for node in members if not network.any_of[node]}
        queue: list[tuple[float, int, int]] = []

        def ask(node: int) -> None:
            if node not in self.day and not missing.get(node):
                start = self.start(node)
                if start is not None:
                    heappush(queue, (rule(node, start), place[node], node))

        for node in sorted(members):
            ask(node)
        while queue:
            day, _, node = heappop(queue)
            if node in self.day:
                continue
            self.start(node)
            self._settle(node, day)
            for waiting in network.waiting[node]:
                if waiting in members:
                    if waiting in missing:
                        missing[waiting] -= 1
                    ask(waiting)
