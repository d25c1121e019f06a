"""Routing: the routes that cargo may take, and what each of them uses and passes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.logit import Tree
from detente.models.corridor.cargo import lies_in
from detente.models.corridor.incidence import Incidence, incidence
from detente.models.corridor.layout import family
from detente.models.corridor.terms import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.choice import ChoiceSet
    from detente.models.corridor.ground import Ground
    from detente.models.corridor.terms import Terms


@dataclass(frozen=True, eq=False, repr=False)
class Routing:
    """The routes of all flows.

    Attributes
    ----------
    ground
        The network in all worlds.
    choice
        The routes that cargo may take.
    """

    ground: Ground
    choice: ChoiceSet

    @property
    def terms(self) -> tuple[Terms, ...]:
        """For each world, which lever each of its prices, times and shares is."""
        return self.ground.terms

    @property
    def flow(self) -> Int:
        """The flow that each alternative serves [shape (A,)]."""
        return self.choice.flow

    @property
    def tree(self) -> Tree:
        """What cargo chooses among: flows, corridors and alternatives."""
        return Tree(self.choice.flow, self.choice.nest, self.choice.kind)

    @cached_property
    def passed(self) -> Incidence:
        """What each alternative passes."""
        return incidence(self.ground.layout, self.ground.edges, self.choice)

    @cached_property
    def uses(self) -> csr_array:
        """How much each alternative uses of what its flow pays for [shape (A, F)]."""
        from scipy.sparse import csr_array

        return csr_array(self.choice.uses.multiply(self.ground.pays[self.flow]))

    @cached_property
    def stacked(self) -> csr_array:
        """The same in the columns of its kind of cargo, and whether it uses rail, road and sea [shape (A, 2 F + 3)]."""
        from scipy.sparse import csr_array, hstack

        bulk = self.ground.is_bulk[self.flow][:, None]
        parts = (self.uses.multiply(~bulk), self.uses.multiply(bulk), csr_array(self.passed.families.T))
        return csr_array(hstack(parts))

    @cached_property
    def by_flow(self) -> csr_array:
        """Which alternatives serve each flow [shape (N, A)]."""
        from scipy.sparse import csr_array

        count = len(self.flow)
        at = (self.flow, np.arange(count))
        return csr_array((np.ones(count), at), shape=(len(self.ground.layout.flows), count))

    @cached_property
    def collectors(self) -> Mapping[str, int]:
        """Who is paid, countries by code and actors by id, sorted, with their numbers."""
        found = sorted({fee.collector for terms in self.terms for fee in terms.fees})
        return {who: number for number, who in enumerate(found)}

    @cached_property
    def _closed(self) -> tuple[Bool, ...]:
        return tuple(self.choice.closed(edges) for edges in self.ground.closed)

    def closed(self, world: int) -> Bool:
        """Return which alternatives are closed in a world [shape (A,)]."""
        return self._closed[world]

    def costs(self, weights: Float, closed: Bool) -> Float:
        """Return what each alternative costs where features cost so much; ``inf`` where closed [shape (A, D)]."""
        found = np.asarray(self.stacked @ weights)
        found[closed] = np.inf
        return found

    @cached_property
    def least(self) -> Float:
        """What the cheapest route of each flow costs in the base, or else the first world that has it [shape (N,)].

        With all levers at their central values, and without the constants of modes: the scale of its choices.
        """
        rows = self.ground.corners[:, :1]
        found = np.zeros(len(self.ground.layout.flows))
        for flow in range(len(found)):
            world = self.ground.worlds_with(flow)[0]
            weights = self.ground.weights_of(flow, self.ground.weights(rows, world))
            own = (self.flow == flow) & ~self.closed(world)
            found[flow] = (self.uses[own] @ weights).min()
        return found

    def carriage(self, rows: Float, world: int, units: Float) -> Float:
        """Return what cargo through each country pays for kilometres in it [USD; shape (C, D)].

        Parameters
        ----------
        rows
            What the levers are at. [shape (levers + 1, D)]
        units
            How many units go by each alternative. [shape (A, D)]
        """
        layout, terms = self.ground.layout, self.terms[world]
        along = self.passed.ways_through @ units
        number = {country: at for at, country in enumerate(layout.countries)}
        found = np.zeros((len(number), units.shape[1]))
        for at, way in enumerate(layout.ways):
            country = lies_in(way, layout.country)
            if country is not None:
                own = terms.parameter(f"{family(way.mode)}-rate")
                lever = own if way.rate is None else terms.levers.get(f"links.{way.id}.rate", NOTHING)
                found[number[country]] += along[at] * rows[lever] * (way.km or 0)
        return found
