"""Networks that Hypothesis invents, and a slow twin that reads requirements aloud."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import inf

from hypothesis import strategies as st

from detente.methods.schedule.dates import Timing
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, Step


@dataclass(frozen=True)
class Plan:
    """Steps as they are written: what each waits for, which are met, and their dates."""

    requirements: tuple[AllOf, ...]
    met: tuple[bool, ...]
    timings: tuple[Timing, ...]

    @property
    def goal(self) -> int:
        """The last step."""
        return len(self.met) - 1

    @property
    def loose(self) -> set[int]:
        """Met steps of which nobody says since when they are: they count as met on their last possible day."""
        return {s for s, met in enumerate(self.met) if met and self.timings[s].first == -inf}

    def fulfilled(self, part: Requirement, done: frozenset[int]) -> bool:
        """Return whether a requirement is fulfilled when some steps are done, besides those met."""
        if isinstance(part, Step):
            return self.met[part.number] or part.number in done
        inner = (self.fulfilled(each, done) for each in part.parts)
        return any(inner) if isinstance(part, AnyOf) else all(inner)

    def works(self, steps: frozenset[int]) -> bool:
        """Return whether the steps can come about one after the other."""
        done: frozenset[int] = frozenset()
        while done != steps:
            more = {s for s in steps - done if self.fulfilled(self.requirements[s], done)}
            if not more:
                return False
            done |= more
        return True

    def paths(self) -> list[tuple[int, ...]]:
        """Return the smallest sets of unmet steps with the goal that work, by trying all."""
        unmet = [s for s, met in enumerate(self.met) if not met]
        if self.met[self.goal]:
            return [()]
        sets = [frozenset(found) for k in range(len(unmet) + 1) for found in combinations(unmet, k)]
        working = [found for found in sets if self.goal in found and self.works(found)]
        return sorted(tuple(sorted(found)) for found in working if not any(less < found for less in working))

    def bounds(self, steps: frozenset[int], now: float) -> dict[int, tuple[float, float]]:
        """Return the earliest and latest day of each step of a path, and of the met ones."""
        days = {s: (self.timings[s].first, min(self.timings[s].last, now)) for s, met in enumerate(self.met) if met}
        days = {s: (last if s in self.loose else first, last) for s, (first, last) in days.items()}
        for _ in range(2 * len(steps) + 2):
            for s in steps:
                found = self.day(s, days, now)
                if found is not None:
                    days[s] = found
        return days

    def day(self, s: int, days: dict[int, tuple[float, float]], now: float) -> tuple[float, float] | None:
        """Return the earliest and latest day of one step when those of others are known."""
        timing, waits = self.timings[s], self.requirements[s]
        if not self.fulfilled(waits, frozenset(days)):
            return None
        lasts, dated = timing.slow < inf, timing.last < inf
        low = self.ready(waits, days, timing.quick, 0)
        if not self.waits(waits):  # all of it is met: only a duration says when, from then or from now
            low = (now + timing.quick if low == -inf else low) if lasts else -inf
        first = max(low, now) if low > -inf else -inf
        first = max(first, max(timing.first, now) if timing.first > -inf else -inf)
        high = (
            self.ready(waits, days, timing.slow if lasts else 0, 1)
            if waits.parts
            else now + (timing.slow if lasts else 0)
        )
        last = max(high, timing.last if dated else -inf) if lasts or dated else inf
        return first, max(last, now)

    def ready(self, part: Requirement, days: dict[int, tuple[float, float]], takes: float, side: int) -> float:
        """Return the day on which what waits for a requirement comes about, if it takes so long."""
        if isinstance(part, Step):
            day = days.get(part.number, (inf, inf))[side]
            return day + max(takes, 0 if part.number in self.loose and not side else part.gap)
        open_parts = [each for each in part.parts if self.waits(each)]
        if isinstance(part, AnyOf):  # what is met already is enough
            parts = part.parts if len(open_parts) == len(part.parts) else [p for p in part.parts if not self.waits(p)]
            return min(self.ready(each, days, takes, side) for each in parts)
        return max((self.ready(each, days, takes, side) for each in open_parts or part.parts), default=-inf)

    def waits(self, part: Requirement) -> bool:
        """Return whether a requirement is still open."""
        if isinstance(part, Step):
            return not self.met[part.number]
        return (all if isinstance(part, AnyOf) else any)(self.waits(each) for each in part.parts)


@st.composite
def plans(draw: st.DrawFn, most: int = 7, *, circles: bool = True) -> Plan:
    """Plans of 1-7 steps with nested requirements, dates, durations, met steps and perhaps circles."""
    count = draw(st.integers(1, most))

    def requirement(step: int, depth: int) -> st.SearchStrategy[Requirement]:
        names = [k for k in range(count) if k != step] if circles else list(range(step))
        leaf = st.builds(Step, st.sampled_from(names), st.integers(0, 1))
        if depth == 0:
            return leaf
        inner = st.lists(requirement(step, depth - 1), min_size=1, max_size=3).map(tuple)
        return st.one_of(leaf, st.builds(AnyOf, inner), st.builds(AllOf, inner))

    def waits(step: int) -> st.SearchStrategy[AllOf]:
        if count == 1 or (not circles and step == 0):
            return st.just(AllOf(()))
        return st.lists(requirement(step, 2), max_size=2).map(lambda parts: AllOf(tuple(parts)))

    requirements = tuple(draw(waits(step)) for step in range(count))
    met = tuple(draw(st.lists(st.sampled_from([False, False, False, True]), min_size=count, max_size=count)))
    return Plan(requirements, met, tuple(draw(timings()) for _ in range(count)))


@st.composite
def timings(draw: st.DrawFn) -> Timing:
    """Draw a date, a duration, both or neither; days lie around 100."""
    first, last, quick, slow = -inf, inf, 0.0, inf
    if draw(st.booleans()):
        first = float(draw(st.integers(80, 130)))
        last = first + draw(st.integers(0, 20))
    if draw(st.booleans()):
        quick = float(draw(st.integers(0, 40)))
        slow = quick + draw(st.integers(0, 30))
    return Timing(first, last, quick, slow)
