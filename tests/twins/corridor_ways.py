"""The ways that cargo could take through a corridor, by brute force, where every number is a point.

Nothing of Detente is imported, and nothing is clever: all routes that visit no place twice are tried, one by one. A
case is a plain dictionary, shaped like the case file.

How what the definitions leave open is read here
------------------------------------------------
Borders
    A stated ``spread`` is a number of hours, which ``border-time`` does not stretch.
Constants
    Those of means of transport count in how cargo spreads and in all costs that are told; not in which ways are found,
    nor in the least cost by which ``logit`` is divided.
Premiums
    Cargo never pays one for its country of origin, nor when it comes back to it.
Alternatives
    All ways of a corridor that use the same modes in the same order are one: in each world it costs what the cheapest
    of those costs that some world has found.
Availability
    ``available`` is one more condition; it opens nothing whose status is not open.
Tonnes
    Of a border they count as often as a way crosses it.
What there is not
    The least cost by a way that there is not, and a change from nothing, compare as false with everything.
Scenarios
    Every flow needs a route under every regime after the changes of each scenario, though that is no world.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

Case = dict[str, Any]
Corridor = dict[str, Any]
USUAL = {
    "rail-rate": 1.2, "road-rate": 1.5, "sea-boarding": 550, "sea-rate": 0.105, "terminal": 500, "terminal-hours": 24,
    "gauge-change": 330, "gauge-hours": 24, "rail-speed": 300, "road-speed": 500, "sea-speed": 700, "border-time": 1,
    "border-spread": 0.5, "travel-spread": 0.1, "value-of-time": 80, "bulk-value-of-time": 10, "reliability-ratio": 0.8,
    "logit": 8, "nesting": 0.6, "rail-constant": 0, "road-constant": 0, "sea-constant": 0,
}  # fmt: skip


class NoRouteError(Exception):
    """A flow has no open route in a world."""


@dataclass(frozen=True)
class World:
    """A network as it is in one world."""

    id: str
    corridor: Corridor
    as_of: str

    def named(self, section: str, name: str | None) -> dict[str, Any]:
        """Return a record of a section by its id; an empty one where there is none."""
        return next((each for each in self.corridor.get(section, []) if each.get("id") == name), {})

    def country(self, place: str) -> str | None:
        """Return the country of a place."""
        node = self.named("nodes", place)
        return None if node.get("kind") == "sea" else node.get("country")

    def link_country(self, link: dict[str, Any]) -> str | None:
        """Return the country in which a link's kilometres lie."""
        if "country" in link or link["mode"] == "sea":
            return link.get("country")
        a, b = self.country(link["a"]), self.country(link["b"])
        return a if a == b else None

    def number(self, name: str) -> float:
        """Return a parameter."""
        return float(self.corridor.get("parameters", {}).get(name, USUAL[name]))


@dataclass(frozen=True)
class Route:
    """A way from an origin to a destination: the places and, one fewer, the ids of the links between them."""

    places: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True)
class Bill:
    """What a unit on a route pays and takes: in all, by collector, and for kilometres by country."""

    cost: float
    constants: float
    hours: float
    paid: dict[str, float]
    carriage: dict[str, float]


def worlds(case: Case) -> list[World]:
    """Return the base, a world for each regime, and one for each scenario."""
    base = case["corridor"]
    found = [World("base", base, case["case"]["as_of"])]
    for regime in base.get("regimes", []):
        links = [link | {"regime": regime["id"]} if "regime" in link else link for link in base["links"]]
        found.append(World(regime["id"], base | {"links": links}, found[0].as_of))
    for scenario in case.get("scenarios", []):
        changed = changed_by(base, scenario)
        if changed != base:
            found.append(World(scenario["id"], changed, found[0].as_of))
    return found


def changed_by(base: Corridor, scenario: dict[str, Any]) -> Corridor:
    """Return a network with what a scenario sets in it."""
    changed = deepcopy(base)
    for change in scenario["changes"]:
        _, section, name, *key = change["set"].split(".")
        if key:
            next(each for each in changed[section] if each.get("id") == name)[key[0]] = change["to"]
        else:
            changed[section][name] = change["to"]
    return changed


def routes(world: World, flow: dict[str, Any]) -> list[Route]:
    """Return all routes of a flow that visit no place twice, whether open or not."""
    links = world.corridor["links"]

    def onward(places: tuple[str, ...], taken: tuple[str, ...]) -> Iterator[Route]:
        if places[-1] == flow["destination"]:
            yield Route(places, taken)
            return
        for link in links:
            for here, there in ((link["a"], link["b"]), (link["b"], link["a"])):
                if here == places[-1] and there not in places:
                    yield from onward((*places, there), (*taken, link["id"]))

    return list(onward((flow["origin"],), ()))


def ends(world: World, flow: dict[str, Any]) -> list[str | None]:
    """Return the countries where a flow begins and ends."""
    return [world.country(flow["origin"]), world.country(flow["destination"])]


def is_meant(cargo: str | None, flow: dict[str, Any], world: World) -> bool:
    """Return whether words such as ``AM``, ``AM-GE``, ``bulk`` or an id mean a flow."""
    two = ends(world, flow)
    if cargo is None or cargo in (flow["id"], flow.get("cargo", "general")) or cargo in two:
        return True
    return bool(re.fullmatch("[A-Z]{2}-[A-Z]{2}", cargo)) and sorted(cargo.split("-")) == sorted(map(str, two))


def is_open(world: World, flow: dict[str, Any], route: Route) -> bool:
    """Return whether a flow can use all of a route."""
    crossed = crossed_countries(world, route) - set(ends(world, flow))
    for country in crossed:
        said = [each.get("allowed", True) for each in world.corridor.get("permissions", [])
                if each["through"] == country and is_meant(each["cargo"], flow, world)]  # fmt: skip
        if said and not said[-1]:
            return False
    return all(_link_is_open(world, flow, world.named("links", name)) for name in route.links)


def _link_is_open(world: World, flow: dict[str, Any], link: dict[str, Any]) -> bool:
    stands = link.get("status", "open") == "open"
    if link.get("since", "") > world.as_of:
        stands = not stands
    if str(link.get("available", "")) > world.as_of or link.get("available") is False:
        stands = False
    regime = world.named("regimes", link.get("regime"))
    users = regime.get("users", [])
    return (
        stands
        and regime.get("kind") != "closed"
        and (not flow.get("modes") or link["mode"] in flow["modes"])
        and (not users or any(is_meant(cargo, flow, world) for cargo in users))
    )


def crossed_countries(world: World, route: Route) -> set[str | None]:
    """Return the countries in which a place or the kilometres of a route lie."""
    named = {world.link_country(world.named("links", name)) for name in route.links}
    return (named | {world.country(place) for place in route.places}) - {None}


def means(mode: str) -> str:
    """Return the means of transport of a mode: rails of either gauge are one."""
    return "rail" if mode.startswith("rail") else mode


def premiums_between(world: World, flow: dict[str, Any], here: str, there: str, mode: str) -> list[dict[str, Any]]:
    """Return the premiums that a flow pays for going from one place to the next."""
    entered = world.country(there)
    if entered in (world.country(here), world.country(flow["origin"])):
        return []
    return [
        premium
        for premium in world.corridor.get("premiums", [])
        if premium["country"] == entered
        and premium.get("mode") in (None, mode)
        and is_meant(premium.get("cargo"), flow, world)
    ]


def bill(world: World, flow: dict[str, Any], route: Route) -> Bill:
    """Return what a unit of a flow pays and takes on a route."""
    number = world.number
    links = [world.named("links", name) for name in route.links]
    money = travel = border = deviation = 0.0
    paid: dict[str, float] = {}
    carriage: dict[str, float] = {}

    def share(usd: float, shares: dict[str, float]) -> None:
        for collector, part in shares.items():
            paid[collector] = paid.get(collector, 0.0) + usd * part

    for (here, there), link in zip(pairwise(route.places), links, strict=True):
        by = means(link["mode"])
        price = link.get("rate", number(f"{by}-rate")) * link["km"]
        country = world.link_country(link)
        if country:
            carriage[country] = carriage.get(country, 0.0) + price
        money += price
        travel += 24 * link["km"] / number(f"{by}-speed")
        procedure, regime = world.named("borders", link.get("border")), world.named("regimes", link.get("regime"))
        fee = regime.get("usd", 0) + regime.get("fee", 0) * link["km"]
        money += procedure.get("usd", 0) + fee
        share(procedure.get("usd", 0), procedure.get("fee_to", {}))
        share(fee, regime.get("fee_to", {}))
        waits = [number("border-time") * each.get("hours", 0) for each in (procedure, regime)]
        border += sum(waits)
        spread = procedure.get("spread")
        deviation += number("border-spread") * waits[1]
        deviation += number("border-spread") * waits[0] if spread is None else spread
        for premium in premiums_between(world, flow, here, there, link["mode"]):
            money += premium["usd"]
            share(premium["usd"], {premium["to"]: 1} if "to" in premium else {})
    modes = [link["mode"] for link in links]
    for one, next_one in pairwise(modes):
        if means(one) != means(next_one):
            money, travel = money + number("terminal"), travel + number("terminal-hours")
        elif one != next_one:
            money, travel = money + number("gauge-change"), travel + number("gauge-hours")
    money += number("sea-boarding") * sum(mode == "sea" for mode, _ in groupby(modes))
    constants = sum(number(f"{by}-constant") for by in {means(mode) for mode in modes})
    deviation += number("travel-spread") * travel
    day = number("bulk-value-of-time" if flow.get("cargo") == "bulk" else "value-of-time")
    hours = travel + border
    cost = money + constants + day / 24 * (hours + number("reliability-ratio") * deviation)
    return Bill(cost, constants, hours, paid, carriage)


def found_costs(world: World, flow: dict[str, Any], found: Sequence[Route]) -> dict[Route, float]:
    """Return what the open routes cost as they are looked for: without the constants of means of transport."""
    bills = {route: bill(world, flow, route) for route in found if is_open(world, flow, route)}
    return {route: each.cost - each.constants for route, each in bills.items()}


def corridor_of(world: World, route: Route) -> tuple[str, ...]:
    """Return the countries and gateways that a route passes, in order."""
    passed: list[str] = []
    for here, group in groupby(route.places, world.country):
        passed += [str(here)]
        passed += [place for place in group if world.named("nodes", place).get("kind") in ("port", "border")]
    return tuple(passed)


Kind = tuple[tuple[str, ...], tuple[str, ...]]
"""The corridor of a way and the modes that it uses in order."""


def choices(flow: dict[str, Any], everywhere: Sequence[World]) -> dict[Kind, list[Route]]:
    """Return the alternatives that a flow chooses among in all worlds, each with all its ways that some world finds.

    Routes that cost more than 1.6 times the cheapest of a world, and more than that and 0.6 times the cheapest of the
    base, are left out of it.
    """
    kept: dict[Kind, list[Route]] = {}
    base_least = math.nan
    for world in everywhere:
        costs = found_costs(world, flow, routes(world, flow))
        if not costs:
            raise NoRouteError(f"{flow['id']} has no route in {world.id}")
        least = min(costs.values())
        base_least = least if world is everywhere[0] else base_least
        for route, cost in costs.items():
            if cost <= least + 0.6 * max(least, base_least):
                modes = tuple(mode for mode, _ in groupby(world.named("links", name)["mode"] for name in route.links))
                kept.setdefault((corridor_of(world, route), modes), []).append(route)
    return kept
