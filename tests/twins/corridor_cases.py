"""Random small corridors for their twin: every number is a point, and every flow has a route in every world."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.twins.corridor_twin import Answer
from tests.twins.corridor_ways import USUAL, Case, Corridor, NoRouteError, changed_by

COUNTRIES = ["XA", "XB", "XC"]
"""Countries in which a place lies in every case; links and further places may lie in ``XD`` as well."""
MODES = ["rail1520", "rail1435", "road", "road", "sea"]


def random_case(random: Random) -> tuple[Case, Answer]:
    """Return a case, and what the twin makes of it.

    Every flow has a route in every world, and under every regime after the changes of a scenario; and no claim hangs on
    how numbers that are equal are rounded.
    """
    while True:
        case = _case(random)
        corridor = case["corridor"]
        try:
            answer = Answer(case)
            for scenario in case["scenarios"]:
                Answer(case | {"scenarios": [], "corridor": changed_by(corridor, scenario)})
        except NoRouteError:
            continue
        if all(answer.holds(claim["predicate"]) is not None for claim in corridor["claims"]):
            return case, answer


def _case(random: Random) -> Case:
    corridor: Corridor = {"nodes": _nodes(random)}
    corridor["borders"] = [_border(random, name) for name in ("pass", "ford")]
    corridor["regimes"] = [_regime(random, name) for name in ("free", "toll", "shut")[: random.randint(0, 3)]]
    corridor["links"] = _links(random, corridor)
    corridor["flows"] = [_flow(random, corridor, f"flow-{number}") for number in range(random.randint(1, 3))]
    corridor["premiums"] = [_premium(random, number) for number in range(random.randint(0, 3))]
    corridor["permissions"] = _permissions(random)
    corridor["parameters"] = _parameters(random)
    case: Case = {
        "case": {"id": "twin", "title": "Twin", "as_of": "2025-06-01"},
        "actors": [{"id": "firm", "name": "Firm", "kind": "organisation", "role": "bystander"}],
        "corridor": corridor,
        "scenarios": [_scenario(random, corridor, f"what-if-{number}") for number in range(random.randint(0, 2))],
    }
    corridor["claims"] = [
        {"id": f"claim-{number}", "text": f"Claim {number}", "by": "firm", "predicate": _predicate(random, case)}
        for number in range(3)
    ]
    return case


def _round(random: Random, low: float, high: float) -> float:
    return float(f"{random.uniform(low, high):.3g}")


def _nodes(random: Random) -> list[dict[str, Any]]:
    nodes = []
    for number in range(random.randint(4, 6)):
        settled = number < len(COUNTRIES)
        kind = random.choice(["city", "city", "border", "port", *([] if settled else ["sea"])])
        country = COUNTRIES[number] if settled else random.choice([*COUNTRIES, "XD"])
        node = {"id": f"n{number}", "kind": kind} | ({} if kind == "sea" else {"country": country})
        nodes.append(node)
    return nodes


def _border(random: Random, name: str) -> dict[str, Any]:
    border = {"id": name, "hours": _round(random, 1, 40), "usd": _round(random, 20, 300)}
    if random.random() < 0.3:
        border["spread"] = _round(random, 0, 20)
    if random.random() < 0.6:
        border["fee_to"] = random.choice([{"XA": 1}, {"XA": 0.6, "firm": 0.3}, {"XB": 0.5, "XC": 0.5}])
    return border


def _regime(random: Random, name: str) -> dict[str, Any]:
    regime: dict[str, Any] = {"id": name, "kind": "closed" if name == "shut" else "operator"}
    for key, high in (("hours", 30), ("usd", 400), ("fee", 1)):
        if random.random() < 0.6:
            regime[key] = _round(random, 0, high)
    if random.random() < 0.6:
        regime["fee_to"] = random.choice([{"XA": 1}, {"firm": 0.7, "XC": 0.2}])
    if random.random() < 0.25:
        regime["users"] = random.sample([*COUNTRIES, "XA-XB", "bulk", "flow-0"], 2)
    return regime


def _links(random: Random, corridor: Corridor) -> list[dict[str, Any]]:
    nodes = corridor["nodes"]
    pairs = [(nodes[number], random.choice(nodes[:number])) for number in range(1, len(nodes))]
    pairs += [tuple(random.sample(nodes, 2)) for _ in range(random.randint(1, 4))]
    links = [_link(random, corridor, f"l{number}", pair) for number, pair in enumerate(pairs)]
    for number in range(random.choice([0, 1, 1])):  # beside another one, and much like it
        like = random.choice(links)
        links.append(
            {key: like[key] for key in ("a", "b", "mode", "status")} | {"id": f"m{number}", "km": like["km"] + 30}
        )
    return links


def _link(random: Random, corridor: Corridor, name: str, pair: tuple[Any, ...]) -> dict[str, Any]:
    at_sea = any(node["kind"] == "sea" for node in pair)
    mode = "sea" if at_sea else random.choice(MODES)
    link = {"id": name, "a": pair[0]["id"], "b": pair[1]["id"], "mode": mode, "km": _round(random, 50, 900)}
    link["status"] = random.choice(["open"] * 12 + ["closed", "planned", "under-construction"])
    if random.random() < (0.1 if mode == "sea" else 0.6):
        own = [node["country"] for node in pair if "country" in node]
        link["country"] = random.choice(own if own and random.random() < 0.8 else [*COUNTRIES, "XD"])
    optional: dict[str, tuple[float, Callable[[], Any]]] = {
        "border": (0.5, lambda: random.choice(["pass", "ford"])),
        "regime": (0.4 if corridor["regimes"] else 0, lambda: random.choice(corridor["regimes"])["id"]),
        "since": (0.2, lambda: random.choice(["2024-01-01", "2025-06-01", "2026-01-01"])),
        "available": (0.1, lambda: random.choice([False, "2024-01-01", "2026-01-01"])),
        "rate": (0.15, lambda: _round(random, 0.5, 3)),
        "capacity": (0.2, lambda: _round(random, 10, 200)),
    }
    return link | {key: make() for key, (chance, make) in optional.items() if random.random() < chance}


def _flow(random: Random, corridor: Corridor, name: str) -> dict[str, Any]:
    places = random.sample([node["id"] for node in corridor["nodes"]], 2)
    flow = {"id": name, "origin": places[0], "destination": places[1], "kt": _round(random, 10, 500)}
    flow["cargo"] = random.choice(["containers", "general", "bulk"])
    if random.random() < 0.15:
        flow["modes"] = random.sample(["rail1520", "rail1435", "road", "sea"], 3)
    return flow


def _premium(random: Random, number: int) -> dict[str, Any]:
    premium = {"id": f"premium-{number}", "country": random.choice(COUNTRIES), "usd": _round(random, 0, 500)}
    optional: dict[str, Callable[[], Any]] = {
        "cargo": lambda: random.choice([*COUNTRIES, "XA-XB", "XC-XB", "bulk", "flow-0"]),
        "mode": lambda: random.choice(MODES),
        "to": lambda: random.choice(["XA", "XC", "firm"]),
    }
    return premium | {key: make() for key, make in optional.items() if random.random() < 0.4}


def _permissions(random: Random) -> list[dict[str, Any]]:
    cargo = random.sample([*COUNTRIES, "XA-XB", "bulk", "general", "flow-0"], random.choice([0, 1, 2, 3]))
    return [
        {"cargo": each, "through": random.choice(COUNTRIES), "allowed": random.random() < 0.4}
        for each in cargo
    ]  # fmt: skip


def _parameters(random: Random) -> dict[str, float]:
    found = {name: float(f"{usual * random.uniform(0.6, 1.6):.3g}") for name, usual in USUAL.items() if usual}
    found["nesting"] = min(found["nesting"], 1)
    constants = [f"{by}-constant" for by in ("rail", "road", "sea")]
    return found | {name: random.choice([0, 0, 0, 150, -100]) for name in constants}


def _scenario(random: Random, corridor: Corridor, name: str) -> dict[str, Any]:
    changed = random.choice(corridor["links"])
    link, flow = changed["id"], random.choice(corridor["flows"])["id"]
    changes = [
        (f"links.{link}.status", "closed" if changed["status"] == "open" else "open"),
        ("borders.ford.usd", _round(random, 0, 600)),
        (f"flows.{flow}.kt", _round(random, 10, 500)),
        ("borders.pass.hours", _round(random, 1, 60)),
        ("parameters.logit", _round(random, 4, 16)),
        ("parameters.road-rate", _round(random, 1, 2)),
    ]
    changes += [
        (f"links.{link}.regime", regime["id"])
        for regime in corridor["regimes"]
        if changed.get("regime") != regime["id"]
    ]
    wanted = random.sample(changes, random.randint(1, 2))
    return {"id": name, "title": name, "changes": [{"set": f"corridor.{path}", "to": to} for path, to in wanted]}


def _predicate(random: Random, case: Case) -> str:
    """Return comparisons of outputs of one unit, joined by words."""
    corridor = case["corridor"]
    worlds = ["base", *(each["id"] for each in [*corridor["regimes"], *case["scenarios"]])]

    def output(unit: str) -> str:
        flow = random.choice(corridor["flows"])["id"]
        country, node = random.choice(COUNTRIES), random.choice(corridor["nodes"])["id"]
        world = random.choice(worlds)
        outputs: dict[str, list[tuple[str, ...]]] = {
            "kt": [("transit", country), ("tonnes", random.choice(corridor["links"])["id"]), ("tonnes", "pass")],
            "usd a year": [("carriage", country), ("fees", "XA")],
            "usd": [("cost", flow), ("logsum", flow), ("least", flow), ("through", flow)],
            "days": [("days", flow)],
            "share": [("share", flow, random.choice([country, node]))],
            "percent": [("change", country)],
        }
        name, *words = random.choice(outputs[unit])
        if name == "through":
            return f"through({', '.join([flow, world, *random.sample([country, node], random.randint(1, 2))])})"
        stated = world != "base" or name == "change" or random.random() < 0.5
        return f"{name}({', '.join([*words, world] if stated else words)})"

    def comparison() -> str:
        unit = random.choice(["kt", "kt", "usd a year", "usd", "usd", "days", "share", "percent"])
        high = {"kt": 300, "usd a year": 1e6, "usd": 3000, "days": 10, "share": 1, "percent": 20}[unit]
        plain = f"{_round(random, 0, high):g}"
        right = random.choice([output(unit), plain, f"{output(unit)} * 0.9 + {output(unit)} / 7 - {plain}"])
        return f"{output(unit)} {random.choice(['<', '>', '<=', '>='])} {right}"

    shape = random.choice(["{}", "{}", "not {}", "{} and not {}", "{} or {} and {}", "({} or {}) and {}"])
    return shape.format(*(comparison() for _ in range(3)))
