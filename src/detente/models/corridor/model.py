"""The model of a corridor: its worlds, its levers, and the routes that cargo may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.transport.choice import ChoiceSet, NoRouteError, choice_set
from detente.models.corridor import levers as drawing
from detente.models.corridor.edges import places_of
from detente.models.corridor.flaws import flaws_of
from detente.models.corridor.ground import CORNERS, Ground, with_nothing
from detente.models.corridor.layout import Layout
from detente.models.corridor.numbers import levers_of
from detente.models.corridor.outcome import Outcome
from detente.models.corridor.routes import no_route, stranded
from detente.models.corridor.routing import Routing
from detente.models.corridor.terms import Terms
from detente.models.corridor.worlds import worlds_of
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from detente.case.corridor import Flow
    from detente.case.scenario import Scenario
    from detente.methods.transport.arrays import Float, Int
    from detente.methods.transport.choice import Query
    from detente.methods.transport.corridors import Places
    from detente.methods.transport.network import Edges
    from detente.models.corridor.levers import Lever
    from detente.models.corridor.worlds import Network, World

Finder: TypeAlias = Callable[["Edges", "Int", "Sequence[Query]", "Places"], ChoiceSet]
"""What finds the routes that cargo may take, or knows them already."""


@dataclass(frozen=True, eq=False, repr=False)
class CorridorModel:
    """A corridor at a date, in all its worlds.

    Attributes
    ----------
    ground
        The network in all worlds.
    find
        Finds the routes that cargo may take.
    idle
        The scenarios that change nothing of it: they are no worlds of their own.
    """

    ground: Ground
    find: Finder
    idle: frozenset[str] = frozenset()

    @property
    def worlds(self) -> tuple[World, ...]:
        """The worlds, the base first."""
        return self.ground.layout.worlds

    @property
    def levers(self) -> tuple[Lever, ...]:
        """Every number of it."""
        return self.ground.levers

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The flows, in the order of arrays."""
        return self.ground.layout.flows

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries, by ISO code, sorted."""
        return self.ground.layout.countries

    @property
    def links(self) -> tuple[str, ...]:
        """The ids of the links."""
        return self.ground.layout.links

    @property
    def borders(self) -> tuple[str, ...]:
        """The ids of the border procedures."""
        return self.ground.layout.borders

    @property
    def collectors(self) -> tuple[str, ...]:
        """Who is paid: countries by ISO code and actors by id, sorted."""
        return tuple(self.routing.collectors)

    def world(self, name: str) -> int | None:
        """Return the number of a world, of the base for a scenario that changes nothing; ``None`` for no such world."""
        if name in self.idle:
            return 0
        return next((number for number, world in enumerate(self.worlds) if world.id == name), None)

    @cached_property
    def choice(self) -> ChoiceSet:
        """The routes that cargo of each flow may take in some world.

        Raises
        ------
        FlawedModelError
            If all ways of a flow lead through some place twice.
        """
        place = self.ground.layout.place
        ends = [(place[flow.origin], place[flow.destination]) for flow in self.flows]
        at = np.array(ends, dtype=np.int64).reshape(-1, 2)
        try:
            return self.find(self.ground.edges, at, self.ground.queries(), places_of(self.ground.layout))
        except NoRouteError as error:
            world = self.worlds[self.ground.worlds_with(error.flow)[error.row // len(CORNERS)]]
            raise FlawedModelError([no_route(self.flows[error.flow], world, self.worlds[0])]) from error

    @cached_property
    def routing(self) -> Routing:
        """The same, with what each route uses and passes."""
        return Routing(self.ground, self.choice)

    def nodes_of(self, alternative: int) -> tuple[str, ...]:
        """Return the ids of the nodes that an alternative passes, in order, its ends included."""
        edges, nodes = self.ground.edges, self.ground.layout.nodes
        places = [int(edges.place[edges.head[step]]) for step in self.choice.steps[alternative]]
        return tuple(nodes[each].id for each, before in zip(places, [-1, *places], strict=False) if each != before)

    def central(self) -> Float:
        """Return the central value of each lever [shape (levers, 1)]."""
        return drawing.central(self.levers)

    @cached_property
    def centre(self) -> Outcome:
        """Where cargo goes where every lever is at its central value, as a single draw."""
        return self.run(self.central())

    @cached_property
    def stated(self) -> Outcome:
        """The same, but for cargo whose amount no source states: of that there is none."""
        rows = self.central()
        unstated = [not flow.cites for flow in self.flows]
        for terms in self.ground.terms:
            rows[[lever for lever, without in zip(terms.kt, unstated, strict=True) if without and lever >= 0]] = 0
        return self.run(rows)

    def rows(self, draws: int, seed: int) -> Float:
        """Return draws of all levers [shape (levers, draws)]."""
        return drawing.rows(self.levers, draws, seed)

    def run(self, rows: Float) -> Outcome:
        """Return where cargo goes where the levers are at some values [shape (levers, D)]."""
        return Outcome(self.routing, with_nothing(rows))


def model_corridor(
    base: Network,
    scenarios: Iterable[tuple[Scenario, Network]] = (),
    *,
    called: Mapping[str, str] | None = None,
    find: Finder = choice_set,
) -> CorridorModel:
    """Return the model of a corridor.

    Parameters
    ----------
    base, scenarios
        The network at a date, and the same under each scenario.
    called
        What to call countries by their codes, and collectors by their ids.
    find
        Finds the routes that cargo may take; one that remembers them may stand in for it.

    Raises
    ------
    FlawedModelError
        If a flow has no route in some world, or there are no arrays for it.
    """
    scenarios = tuple(scenarios)
    worlds = worlds_of(base, scenarios)
    flaws = [*flaws_of(worlds)] or [*stranded(worlds)]
    if flaws:
        raise FlawedModelError(flaws)
    layout = Layout.of(worlds)
    levers, places = levers_of(layout.worlds, called or {})
    terms = [Terms.of(layout, world, at, places[at]) for at, world in enumerate(layout.worlds)]
    idle = frozenset(each.id for each, _ in scenarios) - {world.id for world in layout.worlds}
    return CorridorModel(Ground(layout, levers, tuple(terms)), find, idle)
