"""The corridor worked out by brute force, from the definitions alone, where every number is a point.

Nothing of Detente is imported, and nothing is clever. How what the definitions leave open is read stands in
``corridor_ways``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from tests.twins.corridor_ways import (
    Bill,
    Case,
    Kind,
    Route,
    World,
    bill,
    choices,
    crossed_countries,
    ends,
    found_costs,
    is_open,
    routes,
    worlds,
)

UNITS = 1000 / 20
"""Units of cargo in a thousand tonnes."""

_OUTPUT = r"([a-z]+)\(([^()]*)\)"


@dataclass(frozen=True)
class Spread:
    """How a flow spreads in a world: the share, bill and route of each alternative, and what all are worth."""

    parts: list[tuple[float, Bill, Route]]
    logsum: float
    kt: float

    def mean(self, of: Callable[[Bill, Route], float]) -> float:
        """Return the mean of something over a flow's cargo."""
        return sum(share * of(cost, route) for share, cost, route in self.parts)


def soft_least(costs: list[float], scale: float) -> float:
    """Return the cost of a single choice that is worth as much as all of ``costs``."""
    if not costs:
        return math.inf
    low = min(costs)
    return low - math.log(sum(math.exp(-scale * (cost - low)) for cost in costs)) / scale


def cheapest(bills: list[tuple[Bill, Route]]) -> list[tuple[Bill, Route]]:
    """Return the ways that cost least, to a billionth: they share what takes any of them."""
    low = min(cost.cost for cost, _ in bills)
    return [(cost, route) for cost, route in bills if cost.cost - low <= 1e-9 * max(low, 1)]


def spread(world: World, flow: dict[str, Any], offered: dict[Kind, list[Route]], least: float) -> Spread:
    """Return how a flow spreads: over corridors first, then over the alternatives of each by their cheapest ways."""
    here = world.named("flows", flow["id"])
    scale = world.number("logit") / least
    inner = scale / world.number("nesting")
    nests: dict[tuple[str, ...], list[list[tuple[Bill, Route]]]] = {}
    for (corridor, _), ways in offered.items():
        bills = [(bill(world, here, route), route) for route in ways if is_open(world, here, route)]
        if bills:
            nests.setdefault(corridor, []).append(cheapest(bills))
    worth = {corridor: soft_least([several[0][0].cost for several in nest], inner) for corridor, nest in nests.items()}
    whole = soft_least(list(worth.values()), scale)
    parts = []
    for corridor, nest in nests.items():
        for several in nest:
            part = math.exp(-scale * (worth[corridor] - whole) - inner * (several[0][0].cost - worth[corridor]))
            parts += [(part / len(several), cost, route) for cost, route in several]
    return Spread(parts, whole, here["kt"])


class Answer:
    """What comes out of a case: ``outputs`` by name, as predicates have them."""

    def __init__(self, case: Case) -> None:
        everywhere = worlds(case)
        base = everywhere[0]
        self.worlds = {world.id: world for world in everywhere}
        self.flows = {flow["id"]: flow for flow in base.corridor["flows"]}
        self.spreads: dict[str, dict[str, Spread]] = {}
        offered = {name: choices(flow, everywhere) for name, flow in self.flows.items()}
        lowest = {name: min(found_costs(base, flow, routes(base, flow)).values()) for name, flow in self.flows.items()}
        for world in everywhere:
            self.spreads[world.id] = {
                name: spread(world, flow, offered[name], lowest[name]) for name, flow in self.flows.items()
            }

    def _sum(self, world: str, of: Callable[[str, Bill, Route], float]) -> float:
        """Return the sum of something over all cargo of a world, times thousand tonnes."""
        total = 0.0
        for name, each in self.spreads[world].items():
            total += each.kt * sum(share * of(name, cost, route) for share, cost, route in each.parts)
        return total

    def _crosses(self, world: str, name: str, route: Route, country: str) -> bool:
        here = self.worlds[world]
        return country in crossed_countries(here, route) - set(ends(here, self.flows[name]))

    def transit(self, country: str, world: str = "base") -> float:
        """Return what crosses a country [kt]."""
        return self._sum(world, lambda name, _, route: self._crosses(world, name, route, country))

    def change(self, country: str, world: str = "base") -> float:
        """Return by how much that differs from the base [per cent]."""
        before = self.transit(country)
        return 100 * (self.transit(country, world) - before) / before if before else math.nan

    def fees(self, collector: str, world: str = "base") -> float:
        """Return what somebody is paid [USD a year]."""
        return UNITS * self._sum(world, lambda _, cost, __: cost.paid.get(collector, 0.0))

    def carriage(self, country: str, world: str = "base") -> float:
        """Return what through cargo pays for kilometres in a country [USD a year]."""
        return UNITS * self._sum(
            world,
            lambda name, cost, route: cost.carriage.get(country, 0.0) * self._crosses(world, name, route, country),
        )

    def tonnes(self, way: str, world: str = "base") -> float:
        """Return what passes a link or a border, as often as it does [kt]."""
        here = self.worlds[world]
        return self._sum(
            world,
            lambda _, __, route: float(
                sum(way in (name, here.named("links", name).get("border")) for name in route.links)
            ),
        )

    def cost(self, flow: str, world: str = "base") -> float:
        """Return the mean cost of a flow [USD]."""
        return self.spreads[world][flow].mean(lambda cost, _: cost.cost)

    def days(self, flow: str, world: str = "base") -> float:
        """Return the mean days that a flow takes."""
        return self.spreads[world][flow].mean(lambda cost, _: cost.hours / 24)

    def logsum(self, flow: str, world: str = "base") -> float:
        """Return what all ways of a flow are worth, as a cost [USD]."""
        return self.spreads[world][flow].logsum

    def least(self, flow: str, world: str = "base") -> float:
        """Return the cost of a flow's cheapest way [USD]."""
        return self.through(flow, world)

    def share(self, flow: str, place: str, world: str = "base") -> float:
        """Return the share of a flow that passes a node or a country."""
        here = self.worlds[world]
        return self.spreads[world][flow].mean(
            lambda _, route: place in route.places or place in crossed_countries(here, route)
        )

    def through(self, flow: str, world: str = "base", *via: str) -> float:
        """Return the cost of the cheapest way by nodes or countries, in order [USD]."""
        here, cargo = self.worlds[world], self.worlds[world].named("flows", flow)
        return min(
            (bill(here, cargo, route).cost for route in routes(here, cargo)
             if is_open(here, cargo, route) and _passes(here, route, via)),
            default=math.nan,
        )  # fmt: skip

    def there(self, predicate: str) -> bool:
        """Return whether every output of a predicate is a number: of others nothing is true, nor its contrary."""
        asked = (match.groups() for match in re.finditer(_OUTPUT, predicate))
        return all(math.isfinite(getattr(self, name)(*map(str.strip, words.split(",")))) for name, words in asked)

    def holds(self, predicate: str) -> bool | None:
        """Return whether a predicate holds; ``None`` where that hangs on a billionth, of an output or by itself.

        Its outputs are worked out, the rest is read as Python reads it. Ask first whether they are all ``there``.
        """
        found = set()
        for nudges in ((0.0, 0.0), (3e-9, -3e-9), (-3e-9, 3e-9)):
            turn = cycle(nudges)

            def value(match: re.Match[str], turn: Iterator[float] = turn) -> str:
                words = [word.strip() for word in match[2].split(",")]
                nudge = next(turn)
                return repr(float(getattr(self, match[1])(*words)) * (1 + nudge) + nudge)

            found.add(bool(eval(re.sub(_OUTPUT, value, predicate), {}, {"nan": math.nan})))  # noqa: S307
        return found.pop() if len(found) == 1 else None


def _passes(world: World, route: Route, via: Sequence[str]) -> bool:
    at = 0
    for wanted in via:
        while at < len(route.places) and wanted not in (route.places[at], world.country(route.places[at])):
            at += 1
        if at == len(route.places):
            return False
    return True
