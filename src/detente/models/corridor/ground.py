"""The ground: the network of a corridor as arrays in all its worlds, before it is known which routes cargo may take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.choice import Query
from detente.models.corridor.edges import closed_ways, edges_of
from detente.models.corridor.layout import FAMILIES, flow_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.transport.arrays import Bool, Float
    from detente.methods.transport.network import Edges
    from detente.models.corridor.layout import Layout
    from detente.models.corridor.levers import Lever
    from detente.models.corridor.terms import Prices, Terms

CORNERS: tuple[Mapping[str, str], ...] = (
    {},
    {"value-of-time": "high", "bulk-value-of-time": "high", "reliability-ratio": "high"},
    {"rail-rate": "low", "road-rate": "high"},
    {"rail-rate": "high", "road-rate": "low"},
    {"sea-rate": "low", "sea-boarding": "low", "terminal": "low"},
)
"""Where routes are looked for: at the central values, where time is dear, and where rail, road or sea are cheap."""


@dataclass(frozen=True, eq=False, repr=False)
class Ground:
    """The network in all worlds.

    Attributes
    ----------
    layout, levers
        What has which number in arrays, and every number of the corridor.
    terms
        For each world, which lever each of its prices, times and shares is.
    """

    layout: Layout
    levers: tuple[Lever, ...]
    terms: tuple[Terms, ...]

    @cached_property
    def edges(self) -> Edges:
        """The ways of all worlds as directed edges."""
        return edges_of(self.layout)

    @cached_property
    def closed(self) -> Bool:
        """Which edges each flow cannot use in each world [shape (W, N, E)]."""
        along = self.edges.link
        return np.asarray(closed_ways(self.layout)[:, :, along] & (along >= 0))

    @cached_property
    def pays(self) -> Bool:
        """Which features cost each flow something: all but premiums that are not for it [shape (N, F)]."""
        found = np.ones((len(self.layout.flows), len(self.layout.features)), dtype=bool)
        for number, (_, premium) in enumerate(self.layout.premiums.values()):
            column = self.layout.features[f"enter:{number}"]
            found[:, column] = [self.layout.pays(premium, flow) for flow in self.layout.flows]
        return found

    @cached_property
    def is_bulk(self) -> Bool:
        """Whether each flow is bulk [shape (N,)]."""
        return np.array([flow.cargo == "bulk" for flow in self.layout.flows], dtype=bool)

    @cached_property
    def flow_numbers(self) -> tuple[Mapping[str, int], ...]:
        """For each world, the number of each flow that there is in it, by id."""
        return tuple(flow_numbers(self.layout, world) for world in self.layout.worlds)

    def worlds_with(self, flow: int) -> list[int]:
        """Return the worlds that have a flow, by their numbers."""
        return [world for world, own in enumerate(self.flow_numbers) if flow in own.values()]

    def weights(self, rows: Float, world: int, prices: Prices | None = None) -> Float:
        """Return what features cost, time included: to cargo that is not bulk, to bulk, and by use of a mode at all.

        Parameters
        ----------
        rows
            What the levers are at, and a row of 0 behind them. [shape (levers + 1, D)]
        prices
            The prices and times that this comes to, where they are known already.

        Returns
        -------
        Float
            [shape (2 F + 3, D)]
        """
        terms = self.terms[world]
        constants = rows[[terms.parameter(f"{mode}-constant") for mode in FAMILIES]]
        return np.concatenate([(prices or terms.prices(rows)).weights(terms, rows), constants])

    def weights_of(self, flow: int, weights: Float) -> Float:
        """Return of the weights of features what they cost a flow [shape (F, D)]."""
        features = len(self.layout.features)
        own = weights[features : 2 * features] if self.is_bulk[flow] else weights[:features]
        return np.asarray(own * self.pays[flow][:, None])

    @cached_property
    def corners(self) -> Float:
        """The values of the levers in each corner, and a row of 0 behind them [shape (levers + 1, corners)]."""
        found = np.repeat([[lever.central] for lever in self.levers], len(CORNERS), axis=1)
        for column, corner in enumerate(CORNERS):
            for number, lever in enumerate(self.levers):
                if lever.shared in corner:
                    found[number, column] = getattr(lever.value, corner[lever.shared])
        return with_nothing(found)

    def queries(self) -> list[Query]:
        """Return for each flow the costs and closed edges of every world that has it, in every corner."""
        weights = [self.weights(self.corners, world) for world in range(len(self.terms))]
        found: list[Query] = []
        for flow in range(len(self.layout.flows)):
            there = self.worlds_with(flow)
            costs = np.concatenate([self.weights_of(flow, weights[world]).T for world in there])
            found.append(Query(costs, np.repeat(self.closed[there, flow], len(CORNERS), axis=0)))
        return found


def with_nothing(rows: Float) -> Float:
    """Return values of levers with a row of 0 behind them, for numbers that are not there."""
    return np.vstack([rows, np.zeros((1, rows.shape[1]))])
