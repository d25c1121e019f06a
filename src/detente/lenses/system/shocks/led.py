"""Where a shock leads, counted over draws."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, partial
from math import lcm
from typing import TYPE_CHECKING

from detente.lenses.system.results import End
from detente.lenses.system.shocks.result import Led
from detente.methods.system.rules import alike
from detente.methods.system.shock import Shock as Force
from detente.methods.system.shock import ends_after_each
from detente.methods.system.starts import Starts
from detente.methods.system.succession import Following

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.system import Shock
    from detente.lenses.system.region import Region
    from detente.methods.system import arrays
    from detente.methods.system.rule import Rule

_FOR_PROGRAMS = 4


@dataclass(frozen=True, eq=False)
class Reached:
    """How often what is reached in draws, under one rule.

    Attributes
    ----------
    ends
        What is reached, and how much that counts: a draw that may end in several ways counts for each in like parts.
    whole
        How much all draws count. The parts are whole numbers, so that nothing is rounded.
    region
        The region.
    """

    ends: Mapping[arrays.End, int]
    whole: int
    region: Region

    @classmethod
    def of(cls, region: Region, draws: Sequence[tuple[arrays.End, ...]]) -> Reached:
        """Return how often each end is reached, from the ends of each draw."""
        part = lcm(*{len(several) for several in draws})
        found: Counter[arrays.End] = Counter()
        for several in draws:
            for end in several:
                found[end] += part // len(several)
        return cls(found, part * len(draws), region)

    @cached_property
    def states(self) -> tuple[tuple[Mapping[str, str | None], int], ...]:
        """The state of each condition in each end, ``None`` where it goes on moving; the most frequent end first."""
        ordered = sorted(self.ends.items(), key=lambda each: (-each[1], each[0]))
        return tuple((self._states(end), count) for end, count in ordered)

    def _states(self, end: arrays.End) -> dict[str, str | None]:
        places = zip(self.region.descriptors, end[0], zip(*end, strict=True), strict=True)
        return {
            each.id: each.states[first].id if several.count(first) == len(several) else None
            for each, first, several in places
        }

    @cached_property
    def led(self) -> tuple[End, ...]:
        """The ends for programs."""
        return tuple(End(states, round(count / self.whole, _FOR_PROGRAMS)) for states, count in self.states)

    @cached_property
    def mostly(self) -> Mapping[str, str | None]:
        """The state that each condition comes to in most draws; ``None`` where none has most."""
        counts: dict[str, Counter[str]] = {each.id: Counter() for each in self.region.descriptors}
        for states, count in self.states:
            for name, state in states.items():
                if state is not None:
                    counts[name][state] += count
        return {
            name: next((state for state, count in own.items() if 2 * count > self.whole), None)
            for name, own in counts.items()
        }

    def share(self, name: str, state: str) -> float:
        """Return in which share of the draws a condition comes to a state [0..1]."""
        return sum(count for states, count in self.states if states[name] == state) / self.whole


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Where a shock leads under some rules.

    Attributes
    ----------
    region, shock
        The region, and what is forced on it; ``None`` where nothing is.
    reached
        By rule, what draws come to.
    """

    region: Region
    shock: Shock | None
    reached: Mapping[Rule, Reached]

    @property
    def led(self) -> Led:
        """The same for programs."""
        keys = {"global": "global_", "incremental": "incremental", "local": "local"}
        return Led(**{keys[rule]: each.led for rule, each in self.reached.items()}, undecided=self.undecided)

    def surely(self, name: str, state: str) -> float:
        """Return in which share of the draws a condition comes to a state, under the rule that has it least."""
        return min(each.share(name, state) for each in self.reached.values())

    @property
    def mostly(self) -> Mapping[Rule, Mapping[str, str | None]]:
        """By rule, the state that each condition comes to in most draws; ``None`` where none has most."""
        return {rule: each.mostly for rule, each in self.reached.items()}

    @property
    def undecided(self) -> tuple[str, ...]:
        """The conditions of which rules disagree on what most draws do, or no state has most draws."""
        told = list(self.mostly.values())
        return tuple(
            each.id
            for each in self.region.descriptors
            if None in (states := {mostly[each.id] for mostly in told}) or len(states) > 1
        )


def outcomes(region: Region, now: arrays.Configuration) -> tuple[Outcomes, ...]:
    """Return where the region goes from a configuration by itself, and then where each shock leads.

    Raises
    ------
    TooLargeError
        If all moves are too many to follow.
    """
    shocks = (None, *region.system.shocks)
    forces = [force(region, shock) for shock in shocks]
    starts, following = Starts.alike(now, len(region.draws)), Following.of(region.web, region.draws)
    found: dict[Rule, list[Reached]] = {}
    for rule in region.options.rules:
        same = alike(region.web, rule)
        if same not in found:
            followed = partial(ends_after_each, following, starts, forces, same)
            ends = region.once("ends", followed, now, same)
            found[same] = [Reached.of(region, each) for each in ends]
        found[rule] = found[same]
    rules = region.options.rules
    return tuple(
        Outcomes(region, shock, {rule: found[rule][number] for rule in rules}) for number, shock in enumerate(shocks)
    )


def force(region: Region, shock: Shock | None) -> Force:
    """Return a shock in numbers; one that forces nothing for ``None``."""
    if shock is None:
        return Force({})
    places = {each.id: number for number, each in enumerate(region.descriptors)}
    states = {places[name]: region.model.local(name, state) for name, state in shock.states.items()}
    return Force(states, held=shock.lasting == "held", release=shock.release)
