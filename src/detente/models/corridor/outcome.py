"""Outcomes: where cargo goes in each world, and what that comes to for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.loads import Loads

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float
    from detente.models.corridor.routing import Routing


@dataclass(frozen=True, eq=False, repr=False)
class Outcome:
    """Where cargo goes in each world of a corridor: each world is worked out when it is first asked for.

    Arrays have the worlds first, in the order of the model, and the draws last. Draws are paired: a draw of one world
    and the same draw of another differ in nothing but what the worlds differ in.

    Attributes
    ----------
    routing
        The routes that cargo may take.
    rows
        What each lever is at, and a row of 0 behind them. [shape (levers + 1, D)]
    """

    routing: Routing
    rows: Float
    _loads: dict[int, Loads] = field(default_factory=dict, init=False)

    def at(self, world: int) -> Loads:
        """Return what there is in one world, by its number."""
        if world not in self._loads:
            self._loads[world] = Loads.of(self.routing, self.rows, world, self.at(0) if world else None)
        return self._loads[world]

    def _all(self, name: str) -> Float:
        return np.array([getattr(self.at(world), name) for world in range(len(self.routing.terms))])

    @cached_property
    def share(self) -> Float:
        """Share of its flow's cargo that each alternative gets [shape (W, A, D)]."""
        return self._all("share")

    @cached_property
    def tonnes(self) -> Float:
        """How much cargo each flow has [thousand tonnes a year; shape (W, N, D)]."""
        return self._all("tonnes")

    @cached_property
    def cost(self) -> Float:
        """What a unit of each flow costs on average over its routes, its time included [USD; shape (W, N, D)]."""
        return self._all("cost")

    @cached_property
    def days(self) -> Float:
        """How long it is on its way on average [days; shape (W, N, D)]."""
        return self._all("days")

    @cached_property
    def logsum(self) -> Float:
        """The cost of one route that would be worth as much as having the choice [USD; shape (W, N, D)].

        A fall is what its shippers gain for a unit.
        """
        return self._all("logsum")

    @cached_property
    def transit(self) -> Float:
        """Cargo through each country that neither begins nor ends there [thousand tonnes a year; shape (W, C, D)]."""
        return self._all("transit")

    @cached_property
    def change(self) -> Float:
        """Change of that against the base; ``nan`` where that has none [per cent; shape (W, C, D)]."""
        return np.array([change(each, self.at(0).transit) for each in self.transit])

    @cached_property
    def fees(self) -> Float:
        """What each collector is paid at borders, under regimes and on entry [USD a year; shape (W, K, D)]."""
        return self._all("fees")

    @cached_property
    def carriage(self) -> Float:
        """What cargo through each country pays for the kilometres in it [USD a year; shape (W, C, D)]."""
        return self._all("carriage")

    @cached_property
    def links(self) -> Float:
        """Cargo on each link [thousand tonnes a year; shape (W, L, D)]."""
        return self._all("links")

    @cached_property
    def borders(self) -> Float:
        """Cargo by each border procedure [thousand tonnes a year; shape (W, B, D)]."""
        return self._all("borders")


def change(tonnes: Float, base: Float) -> Float:
    """Return by how much tonnages differ from others; ``nan`` where these are none [per cent]."""
    ratio = np.divide(tonnes, base, out=np.full_like(tonnes, np.nan), where=base > 0)
    return np.asarray(100 * (ratio - 1))
