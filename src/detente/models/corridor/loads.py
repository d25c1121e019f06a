"""Loads: where cargo goes in one world, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.methods.transport.logit import Tree, nested_logit
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
    weights, hours
        What features cost so, as the ground has them, and how long they take. [shapes (2 F + 3, D) and (F, D)]
    share
        Share of its flow's cargo that each alternative gets. [shape (A, D)]
    logsum
        The cost of one route that would be worth as much as having the choice. [USD a unit; shape (N, D)]
    base, changed
        The loads of the base, and which flows find something else than there; ``None`` in the base. [shape (N,)]
    """

    routing: Routing
    world: int
    rows: Float
    costs: Float
    weights: Float
    hours: Float
    share: Float
    logsum: Float
    base: Self | None = None
    changed: Bool | None = None

    @classmethod
    def of(cls, routing: Routing, rows: Float, world: int, base: Self | None) -> Self:
        """Return the loads of a world; of another one than the base only what differs from it is worked out."""
        terms, prices = routing.terms[world], routing.terms[world].prices(rows)
        weights, hours = routing.ground.weights(rows, world, prices), prices.hours
        closed = routing.closed(world)
        theta = rows[terms.parameter("logit")] / routing.least[:, None]
        nesting = rows[terms.parameter("nesting")]
        if base is None:
            costs = routing.costs(weights, closed)
            found = nested_logit(costs, routing.tree, theta=theta, nesting=nesting)
            return cls(routing, world, rows, costs, weights, hours, found.share, found.logsum)
        costs, changed = _costs(base, weights, hours, closed)
        before = routing.terms[base.world]
        if any(terms.parameter(name) != before.parameter(name) for name in ("logit", "nesting")):
            changed[:] = True
        share, logsum = base.share, base.logsum
        if changed.any():
            some = changed[routing.flow]
            own = Tree(*(np.unique(each[some], return_inverse=True)[1] for each in routing.tree))
            found = nested_logit(costs[some], own, theta=theta[changed], nesting=nesting)
            share, logsum = share.copy(), logsum.copy()
            share[some], logsum[changed] = found.share, found.logsum
        return cls(routing, world, rows, costs, weights, hours, share, logsum, base, changed)

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
        some = self._some
        costs = self.costs[some]
        return self._mean(np.where(np.isfinite(costs), costs, 0), None if self.base is None else self.base.cost)

    @cached_property
    def days(self) -> Float:
        """How long each flow is on its way on average; ``nan`` without a route [days; shape (N, D)]."""
        days = self.routing.uses[self._some] @ (self.hours / 24)
        return self._mean(days, None if self.base is None else self.base.days)

    @cached_property
    def _some(self) -> Bool:
        """The alternatives of flows that find something else than in the base; in the base, of all [shape (A,)]."""
        every = np.ones(len(self.routing.flow), dtype=bool)
        return every if self.changed is None else self.changed[self.routing.flow]

    def _mean(self, each: Float, before: Float | None) -> Float:
        """Return means over the routes of flows, by shares; those of the base for flows that find the same."""
        total = self.routing.by_flow[:, self._some] @ (self.share[self._some] * each)
        found = np.where(np.isfinite(self.logsum), total, np.nan)
        return found if before is None or self.changed is None else np.where(self.changed[:, None], found, before)

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


def _costs(base: Loads, weights: Float, hours: Float, closed: Bool) -> tuple[Float, Bool]:
    """Return what alternatives cost in a world, and which flows find something else in it than in the base."""
    routing = base.routing
    other, longer = (weights != base.weights).any(axis=1), (hours != base.hours).any(axis=1)
    other[: 2 * len(longer)] |= np.tile(longer, 2)
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
