"""No step is dated before what it requires, over any distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import floor, inf
from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.methods.schedule.passes import Pass, after
from detente.methods.schedule.requirements import AllOf, network_of
from detente.models.roadmap.model import needed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.step import Step
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.methods.schedule.network import Network

TOO_EARLY = Rule(
    "DT331",
    "a step dated before what it requires",
    "Every reading of the step's date lies before every reading of the date of a step that it must come after: "
    "directly, or through other steps, which take at least as long as their shortest durations. One of the dates or "
    "durations is wrong, or a requirement is none, or it only makes the step easier (accelerates: true).",
)

_MOST = 4
"""How many steps between two are named."""

READS = ("steps", "events", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report steps dated before what they require."""
    steps = context.case.steps
    if all(step.date is None for step in steps):
        return
    number: Mapping[str, int] = _Known({step.id: k for k, step in enumerate(steps)}, len(steps))
    network = network_of([*(AllOf(tuple(needed(step.requires, number))) for step in steps), AllOf(())], _unmet(steps))
    dating = _Dating.of(context, network)
    for place in dating.clashing():
        span = context.spans.span("steps", place, "date")
        yield TOO_EARLY.at(span, _words(context, dating, place), "mend one of the dates, or the requirement")


class _Known(dict[str, int]):
    """The places of the steps; a step that is not there, which is told elsewhere, is one that tells nothing."""

    def __init__(self, places: Mapping[str, int], unknown: int) -> None:
        super().__init__(places)
        self._unknown = unknown

    def __missing__(self, name: str) -> int:
        return self._unknown


def _unmet(steps: Iterable[Step]) -> list[bool]:
    return [*(False for _ in steps), False]


@dataclass(frozen=True, slots=True)
class _Dating:
    """The first day on which each step can be by all that it requires, and the dates that clash with it.

    Attributes
    ----------
    network
        The steps, as if none of them was met.
    first, last, quick
        Bounds of each step's own date, and its shortest duration [days].
    clashes
        By step, the first day on which it can be, where its date lies before.
    """

    network: Network
    first: list[float]
    last: list[float]
    quick: list[int]
    clashes: dict[int, float] = field(default_factory=dict)
    source: dict[int, int] = field(default_factory=dict)
    day: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, context: Context, network: Network) -> _Dating:
        spans = [context.calendar.of_step(step) for step in context.case.steps]
        return cls(
            network,
            [*(float(span.earliest.toordinal()) if span.earliest else -inf for span in spans), -inf],
            [*(float(span.latest.toordinal()) if span.latest else inf for span in spans), inf],
            [*(floor(step.duration.low) if step.duration else 0 for step in context.case.steps), 0],
        )

    def clashing(self) -> list[int]:
        """Return the steps dated too early, ascending.

        Steps that wait for each other in a circle can never be; each is held against the dates of the others.
        """
        network = self.network
        order = network.attainable()
        ahead = Pass(network, {})
        ahead.run(order, self._first)
        known = {node: day for node, day in enumerate(self.first) if node not in ahead.day} | ahead.day
        stuck = [node for node in reversed(range(len(network.needs))) if node not in ahead.day]
        behind = Pass(network, known)
        for node in sorted(stuck, key=lambda node: node < network.steps):  # gates first, those inside others foremost
            behind.day[node] = self._first(node, behind.start(node))
            if node < network.steps:
                del behind.day[node]
        self.source.update(behind.source | ahead.source)
        self.day.update(known)
        return sorted(self.clashes)

    def _first(self, node: int, start: float | None) -> float:
        begun = -inf if start is None else start
        if node >= self.network.steps:
            return begun
        ready = after(begun, self.quick[node])
        if self.last[node] < ready:
            self.clashes[node] = ready
            return self.first[node]
        return max(ready, self.first[node])

    def chain(self, place: int) -> list[int]:
        """Return the steps by which one cannot be earlier, from the one whose date says so."""
        found = [place]
        while len(found) == 1 or self.day[found[-1]] > self.first[found[-1]]:
            node = self.source[found[-1]]
            while node >= self.network.steps:
                node = self.source[node]
            found.append(node)
        return found[::-1]


def _words(context: Context, dating: _Dating, place: int) -> str:
    chain = dating.chain(place)
    begin, *between, last = (context.case.steps[node] for node in chain)
    names = [f"'{step.id}'" for step in between[:_MOST]]
    more = f" and {len(between) - _MOST} more" if len(between) > _MOST else ""
    through = f" through {', '.join(names)}{more}" if between else ""
    days = int(dating.clashes[place] - dating.first[chain[0]])
    later = f", at least {days} days later" if days > 1 else ""
    return f"'{last.id}' ({last.date}) must come after '{begin.id}' ({begin.date}){through}{later}"
