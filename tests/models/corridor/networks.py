"""Small corridors for tests: one that a hand can work out, and others that Hypothesis invents."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from detente.case.corridor import Corridor
from detente.case.scenario import Scenario
from detente.models.corridor.model import CorridorModel, model_corridor
from detente.models.corridor.worlds import Network

FIXED: dict[str, Any] = {
    "road-rate": 1.5,
    "rail-rate": 1.2,
    "sea-rate": 0.1,
    "sea-boarding": 550,
    "terminal": 500,
    "terminal-hours": 24,
    "gauge-change": 330,
    "gauge-hours": 24,
    "road-speed": 480,
    "rail-speed": 300,
    "sea-speed": 700,
    "border-time": 1,
    "border-spread": 0.5,
    "travel-spread": 0.1,
    "value-of-time": 24,
    "bulk-value-of-time": 12,
    "reliability-ratio": 1,
    "logit": 8,
    "nesting": 0.5,
}
"""Parameters without any range, easy to reckon with: an hour is worth a dollar, and one of uncertainty as much."""


def two_roads(**changes: Any) -> dict[str, Any]:
    """Return two roads from A to B: one of 480 km through M, one of 400 km through N under a regime.

    By M: 480 km at 1.50 = 720, dues 60; 24 hours of travel and 10 at the border, which vary by 2.4 and 5: 821.4.
    By N: 400 km at 1.50 = 600, dues 40 + 300 * 0.15 = 85; 20 hours and 4 under the regime, which vary by 2 and 2: 713.
    """
    return {
        "nodes": [
            {"id": "a", "country": "AA"},
            {"id": "m", "country": "MM", "kind": "border"},
            {"id": "n", "country": "NN", "kind": "border"},
            {"id": "b", "country": "BB"},
        ],
        "links": [
            {"id": "a-m", "a": "a", "b": "m", "mode": "road", "km": 240, "country": "MM", "border": "a-m-post"},
            {"id": "m-b", "a": "m", "b": "b", "mode": "road", "km": 240, "country": "MM"},
            {"id": "a-n", "a": "a", "b": "n", "mode": "road", "km": 300, "country": "NN", "regime": "operator"},
            {"id": "n-b", "a": "b", "b": "n", "mode": "road", "km": 100, "country": "NN"},
        ],
        "borders": [{"id": "a-m-post", "hours": 10, "usd": 60, "fee_to": {"MM": 0.75, "AA": 0.25}}],
        "regimes": [
            {"id": "closed", "kind": "closed"},
            {
                "id": "operator",
                "kind": "operator",
                "hours": 4,
                "usd": 40,
                "fee": 0.15,
                "fee_to": {"NN": 0.3, "firm": 0.7},
            },
        ],
        "flows": [{"id": "goods", "origin": "a", "destination": "b", "kt": 200}],
        "parameters": FIXED,
    } | changes


def network(written: dict[str, Any], *closed: str) -> Network:
    """Return a corridor at a date on which some links are closed."""
    corridor = Corridor.model_validate(written)
    return Network(corridor, frozenset(link.id for link in corridor.links) - set(closed))


def modelled(written: dict[str, Any], scenarios: dict[str, Network] | None = None, **others: Any) -> CorridorModel:
    """Return the model of a corridor with all its links open, and of scenarios of it."""
    several = [(Scenario(id=name), each) for name, each in (scenarios or {}).items()]
    return model_corridor(network(written), several, **others)


COUNTRIES = ("AA", "BB", "CC")
MODES = ("road", "rail1520", "rail1435", "sea")


@st.composite
def corridors(draw: st.DrawFn) -> dict[str, Any]:
    """Return a corridor in which a road leads from each node to the next, and other links wherever."""
    count = draw(st.integers(3, 5))
    numbers = st.integers(1, 400)
    nodes = [
        {"id": f"n{k}", "country": draw(st.sampled_from(COUNTRIES)), "kind": draw(st.sampled_from(["port", "city"]))}
        for k in range(count)
    ]
    links: list[dict[str, Any]] = [
        {"id": f"road{k}", "a": f"n{k}", "b": f"n{k + 1}", "mode": "road", "km": draw(numbers)}
        for k in range(count - 1)
    ]
    for k in range(draw(st.integers(1, 4))):
        a, b = draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True))
        links.append(
            {"id": f"link{k}", "a": f"n{a}", "b": f"n{b}", "mode": draw(st.sampled_from(MODES)), "km": draw(numbers)}
            | draw(st.sampled_from([{}, {"border": "post"}, {"regime": "loose"}, {"regime": "strict"}, {"rate": 0.9}]))
        )
    return {
        "nodes": nodes,
        "links": links,
        "borders": [{"id": "post", "hours": [2, 30], "usd": [10, 90], "fee_to": {"AA": 1}}],
        "regimes": [
            {"id": "loose", "hours": 1, "usd": 5, "fee_to": {"BB": 1}},
            {"id": "strict", "hours": [9, 40], "usd": [50, 200], "fee": 0.2, "fee_to": {"BB": 0.5, "CC": 0.5}},
        ],
        "flows": [
            {"id": "east", "origin": "n0", "destination": f"n{count - 1}", "kt": [50, 150]},
            {"id": "west", "origin": f"n{count - 1}", "destination": "n1", "kt": 80, "cargo": "bulk"},
        ],
        "premiums": [{"country": draw(st.sampled_from(COUNTRIES)), "usd": [0, 300], "to": "AA"}],
    }
