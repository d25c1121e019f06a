"""What the chapters speak of: the worlds of a corridor, worked out as often as was asked, and how to call things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.layout import flow_numbers
from detente.models.corridor.naming import called, link_label
from detente.models.corridor.spread import Spread, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.corridor import Corridor
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look
    from detente.methods.transport.arrays import Float
    from detente.models.corridor.claims.results import ClaimResult
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.worlds import World
    from detente.study import Moment
    from detente.study.corridor import CorridorStudy


@dataclass(frozen=True, eq=False)
class Seen:
    """The worlds of a corridor at a moment.

    Attributes
    ----------
    moment
        The case at its date.
    study
        What is worked out of its corridor.
    draws, seed
        How many draws of uncertain numbers, and the seed of the random numbers.
    """

    moment: Moment
    study: CorridorStudy
    draws: int
    seed: int

    @property
    def case(self) -> Case:
        """The records of the case that hold at the date."""
        return self.moment.case

    @property
    def corridor(self) -> Corridor:
        """The corridor as it holds at the date."""
        return self.model.worlds[0].network.corridor

    @property
    def model(self) -> CorridorModel:
        """The corridor as arrays."""
        return self.study.model

    @property
    def outcome(self) -> Outcome:
        """Where cargo goes in each world, draw by draw."""
        return self.study.outcome(self.draws, self.seed)

    @property
    def claims(self) -> tuple[ClaimResult, ...]:
        """What becomes of each claim that says by what it stands or falls."""
        return self.study.claims(self.draws, self.seed)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call countries, by code, and actors, by id."""
        return called(self.case)

    def name(self, code: str) -> str:
        """Return what to call a country or an actor."""
        return self.names.get(code, code)

    def called(self, name: str) -> str:
        """Return what to call a record of some world's corridor, or a scenario, by its id."""
        return self._labels.get(name) or name.replace("-", " ")

    @cached_property
    def _labels(self) -> Mapping[str, str | None]:
        found: dict[str, str | None] = {}
        for world in reversed(self.model.worlds):
            corridor = world.network.corridor
            found |= {each.id: each.name for each in corridor.regimes}
            found |= {each.id: each.name for each in corridor.flows}
            found |= {each.id: each.name for each in corridor.borders}
            found |= {each.id: link_label(corridor, each) for each in corridor.links}
            found |= {each.id: each.name for each in corridor.nodes}
        return found | {each.id: each.title for each in self.case.scenarios}

    @property
    def others(self) -> Iterator[tuple[int, World]]:
        """The worlds but for the case as it is, each with its number."""
        yield from list(enumerate(self.model.worlds))[1:]

    @cached_property
    def transit(self) -> Spread:
        """Cargo across each country, in each world [thousand tonnes a year; shape (W, C)]."""
        return spread(self.outcome.transit)

    @cached_property
    def moved(self) -> Spread:
        """By how much more cargo crosses each country than in the base [thousand tonnes a year; shape (W, C)]."""
        return spread(self.outcome.transit - self.outcome.transit[0])

    @cached_property
    def change(self) -> Spread:
        """The same in per cent; ``nan`` where nothing crosses it in the base [shape (W, C)]."""
        return spread(self.outcome.change)

    @cached_property
    def fees(self) -> Spread:
        """What each collector is paid [USD a year; shape (W, K)]."""
        return spread(self.outcome.fees)

    @cached_property
    def earned(self) -> Spread:
        """By how much more each collector is paid than in the base [USD a year; shape (W, K)]."""
        return spread(self.outcome.fees - self.outcome.fees[0])

    @cached_property
    def carriage(self) -> Spread:
        """What cargo that crosses a country pays for being carried there [USD a year; shape (W, C)]."""
        return spread(self.outcome.carriage)

    @cached_property
    def gains(self) -> Spread:
        """What shippers of each flow gain on the base [USD a unit; shape (W, N)]."""
        return spread(self.outcome.logsum[0] - self.outcome.logsum)

    @cached_property
    def flow_medians(self) -> tuple[Float, Float, Float]:
        """Median cost [USD a unit], days, and logsum below 0 [USD a unit] of each flow [shape (W, N) each]."""
        cost, days, logsum = (
            np.asarray(np.median(each, axis=-1)) for each in (self.outcome.cost, self.outcome.days, self.outcome.logsum)
        )
        return cost, days, -logsum

    def flows(self, world: World) -> Mapping[str, int]:
        """Return the number of each flow that there is in a world, by id."""
        return flow_numbers(self.model.ground.layout, world)


def seen(look: Look[CorridorOptions]) -> Seen | None:
    """Return the worlds of the corridor; ``None`` where it has no links or flows at the date."""
    return seen_at(look.moment, look.options)


def seen_at(moment: Moment, options: CorridorOptions) -> Seen | None:
    """Return the worlds of the corridor at a moment; ``None`` where it has no links or flows then."""
    corridor = moment.case.corridor
    if corridor is None or not (corridor.links and corridor.flows):
        return None
    return Seen(moment, moment.corridor, options.draws, options.seed)
