"""An episode as nodes that follow each other within bounds of days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.calendar import UNKNOWN
from detente.case.episode import ROLES
from detente.methods.chronicle.order import Chain, chain
from detente.methods.schedule.circles import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.calendar import Calendar
    from detente.case.episode import Episode, Incident

_RANK = MappingProxyType({role: rank for rank, role in enumerate(ROLES)})


@dataclass(frozen=True)
class EpisodeOrder:
    """The incidents of an episode, and the events outside it that they answer.

    Attributes
    ----------
    episode
        The episode.
    calendar
        The days of every event.
    """

    episode: Episode
    calendar: Calendar

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The ids of the events, by node: where nothing else tells, a trigger goes first, and lines do not count."""
        roles = {each.event: each.role for each in self.episode.incidents}
        named = {name for each in self.episode.incidents for name in (each.event, *each.answers)}
        return tuple(sorted(named, key=lambda name: (_RANK.get(roles.get(name, ""), len(ROLES)), name)))

    @cached_property
    def follows(self) -> tuple[tuple[int, ...], ...]:
        """By node, those that it answers."""
        number = {event: node for node, event in enumerate(self.events)}
        answered: dict[str, list[int]] = {event: [] for event in self.events}
        for incident in self.episode.incidents:
            answered[incident.event] += (number[name] for name in incident.answers)
        return tuple(tuple(dict.fromkeys(answered[event])) for event in self.events)

    def circles(self) -> Iterator[tuple[str, ...]]:
        """Yield the events that answer each other in a circle."""
        for circle in components(dict(enumerate(self.follows))):
            if len(circle) > 1 or circle[0] in self.follows[circle[0]]:
                yield tuple(self.events[node] for node in circle)

    @cached_property
    def chain(self) -> Chain:
        """The nodes in order; only where none answer each other in a circle."""
        days = [self.calendar.anchors.get(event, UNKNOWN) for event in self.events]
        earliest = [float(each.earliest.toordinal()) if each.earliest else -inf for each in days]
        latest = [float(each.latest.toordinal()) if each.latest else inf for each in days]
        return chain(self.follows, earliest, latest)

    def _order(self) -> list[int]:
        """Return the nodes in order: one of which no source says since when stands right before what it must precede.

        A trigger stays where it is: first, as far as nothing else tells.
        """
        triggers = {incident.event for incident in self.episode.incidents if incident.role == ROLES[0]}
        first, last, order = self.chain.first, self.chain.last, list(self.chain.order)
        for node in self.chain.order:
            answered = any(node in ahead for ahead in self.follows)
            if first[node] > -inf or not answered or self.events[node] in triggers:
                continue
            order.remove(node)
            later = (k for k, other in enumerate(order) if node in self.follows[other] or first[other] > last[node])
            order.insert(next(later), node)
        return order

    def in_order(self) -> tuple[tuple[Incident, bool], ...]:
        """Return the incidents in order, each with whether it certainly came after the one before it."""
        by_event = {incident.event: incident for incident in self.episode.incidents}
        nodes = [node for node in self._order() if self.events[node] in by_event]
        sure = [True, *(self.chain.is_sure(before, after) for before, after in pairwise(nodes))]
        return tuple((by_event[self.events[node]], each) for node, each in zip(nodes, sure, strict=False))
