"""Loads: where cargo goes in one world, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.methods.transport.logit import nested_logit
from detente.models.corridor.parameters import TONNES_IN_UNIT
from detente.models.corridor.terms import NOTHING

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Bool, Float
    from detente.models.corridor.routing import Routing

UNITS = 1000 / TONNES_IN_UNIT
"""How many units of cargo a thousand tonnes are."""


@dataclass(frozen=True, eq=False, repr=False)
class Loads:
    """Where cargo goes in one world. Arrays have the draws last.

    Attributes
    ----------
    routing
        The routes that cargo may take.
    world
        The number of the world.
    rows
        What each lever is at, and a row of 0 behind them. [shape (levers + 1, D)]
    costs
        What each alternative costs, its time included; ``inf`` where it is closed. [USD a unit; shape (A, D)]
    weights
        What features cost so, as the ground has them. [shape (2 F + 3, D)]
    share
        Share of its flow's cargo that each alternative gets. [shape (A, D)]
    logsum
        The cost of one route that would be worth as much as having the choice. [USD a unit; shape (N, D)]
    """

    routing: Routing
    world: int
    rows: Float
    costs: Float
    weights: Float
    share: Float
    logsum: Float

    @classmethod
    def of(cls, routing: Routing, rows: Float, world: int, base: Self | None) -> Self:
        """Return the loads of a world; of another one than the base only what differs from it is worked out."""
        terms = routing.terms[world]
        weights = routing.ground.weights(rows, world)
        closed = routing.closed(world)
        theta = rows[terms.parameter("logit")] / routing.least[:, None]
        nesting = rows[terms.parameter("nesting")]
        if base is None:
            costs = routing.costs(weights, closed)
            found = nested_logit(costs, routing.flow, routing.choice.nest, theta=theta, nesting=nesting)
            return cls(routing, world, rows, costs, weights, found.share, found.logsum)
        costs, flows = _costs(base, weights, closed)
        before = routing.terms[base.world]
        if any(terms.parameter(name) != before.parameter(name) for name in ("logit", "nesting")):
            flows[:] = True
        share, logsum = base.share, base.logsum
        if flows.any():
            some = flows[routing.flow]
            own, nest = (np.unique(each[some], return_inverse=True)[1] for each in (routing.flow, routing.choice.nest))
            found = nested_logit(costs[some], own, nest, theta=theta[flows], nesting=nesting)
            share, logsum = share.copy(), logsum.copy()
            share[some], logsum[flows] = found.share, found.logsum
        return cls(routing, world, rows, costs, weights, share, logsum)

    @cached_property
    def tonnes(self) -> Float:
        """How much cargo each flow has [thousand tonnes a year; shape (N, D)]."""
        return self.rows[self.routing.terms[self.world].kt]

    @cached_property
    def cargo(self) -> Float:
        """How much goes by each alternative [thousand tonnes a year; shape (A, D)]."""
        return self.share * self.tonnes[self.routing.flow]

    @cached_property
    def cost(self) -> Float:
        """What a unit of each flow costs on average, its time included; ``nan`` without a route [shape (N, D)]."""
        return self._mean(np.where(self.share > 0, self.costs, 0))

    @cached_property
    def days(self) -> Float:
        """How long each flow is on its way on average; ``nan`` without a route [days; shape (N, D)]."""
        hours = self.routing.terms[self.world].prices(self.rows).hours
        return self._mean(self.routing.uses @ hours) / 24

    def _mean(self, each: Float) -> Float:
        total = self.routing.by_flow @ (self.share * each)
        return np.where(np.isfinite(self.logsum), total, np.nan)

    @cached_property
    def transit(self) -> Float:
        """Cargo through each country that neither begins nor ends there [thousand tonnes a year; shape (C, D)]."""
        return np.asarray(self.routing.passed.transit @ self.cargo)

    @cached_property
    def links(self) -> Float:
        """Cargo on each link [thousand tonnes a year; shape (L, D)]."""
        return np.asarray(self.routing.passed.links @ self.cargo)

    @cached_property
    def borders(self) -> Float:
        """Cargo by each border procedure [thousand tonnes a year; shape (B, D)]."""
        return np.asarray(self.routing.passed.borders @ self.cargo)

    @cached_property
    def fees(self) -> Float:
        """What each collector is paid [USD a year; shape (K, D)]."""
        used = self.routing.uses.T @ self.cargo * UNITS
        found = np.zeros((len(self.routing.collectors), used.shape[1]))
        for fee in self.routing.terms[self.world].fees:
            share = 1.0 if fee.share == NOTHING else self.rows[fee.share]
            found[self.routing.collectors[fee.collector]] += used[fee.feature] * self.rows[fee.amount] * share
        return found

    @cached_property
    def carriage(self) -> Float:
        """What cargo through each country pays for the kilometres in it [USD a year; shape (C, D)]."""
        return self.routing.carriage(self.rows, self.world, self.cargo * UNITS)


def _costs(base: Loads, weights: Float, closed: Bool) -> tuple[Float, Bool]:
    """Return what alternatives cost in a world, and which flows find something else in it than in the base."""
    routing = base.routing
    other = (weights != base.weights).any(axis=1)
    dearer = np.asarray(routing.stacked[:, other].sum(axis=1)).ravel() > 0 if other.any() else np.zeros_like(closed)
    changed = dearer | (closed != routing.closed(base.world))
    costs = base.costs
    if changed.any():
        costs = costs.copy()
        costs[changed] = routing.stacked[changed] @ weights
        costs[closed] = np.inf
    flows = np.zeros(len(routing.least), dtype=bool)
    flows[routing.flow[changed]] = True
    return costs, flows
