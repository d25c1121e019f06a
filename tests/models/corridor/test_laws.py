"""Laws that hold of any corridor: what opens or gets cheaper hurts nobody, and nothing hangs on the order of worlds."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.models.corridor.networks import FIXED, corridors, modelled, network

from detente.methods.transport.choice import ChoiceSet
from detente.models.corridor.loads import Loads

few = settings(max_examples=12)
fewer = settings(max_examples=5)


def cheaper(written: dict[str, Any], what: str) -> dict[str, Any]:
    """Return a corridor in which something costs less."""
    changed = deepcopy(written)
    if what == "border":
        changed["borders"][0] |= {"hours": [1, 15], "usd": 0}
    elif what == "regime":
        changed["regimes"][1] |= {"hours": 0, "fee": 0.01}
    elif what == "premium":
        changed["premiums"][0]["usd"] = 0
    else:
        changed["links"][-1]["km"] /= 2
    return changed


@few
@given(corridors(), st.sampled_from(["open", "border", "regime", "premium", "km"]), st.integers(0, 99))
def test_what_opens_or_gets_cheaper_raises_nobodys_logsum(written: dict[str, Any], what: str, seed: int) -> None:
    last = written["links"][-1]["id"]
    other = network(written) if what == "open" else network(cheaper(written, what))
    before = network(written, *([last] if what == "open" else []))
    model = modelled(written, {"before": before, "after": other})
    outcome = model.run(model.rows(16, seed))
    one, after = (outcome.at(model.world(name) or 0) for name in ("before", "after"))

    assert (after.logsum <= one.logsum + 1e-9).all()
    assert (outcome.share >= 0).all()
    by_flow = np.add.reduceat(outcome.share, np.flatnonzero(np.diff(model.choice.flow, prepend=-1)), axis=1)
    assert by_flow == pytest.approx(np.ones(by_flow.shape))


@few
@given(corridors())
def test_cargo_is_no_transit_of_where_it_begins_and_ends(written: dict[str, Any]) -> None:
    model = modelled(written)
    found = model.run(model.rows(4, 1))
    country = {node["id"]: node["country"] for node in written["nodes"]}
    kt = found.tonnes[0]
    for number, code in enumerate(model.countries):
        ends = [{country[flow.origin], country[flow.destination]} for flow in model.flows]
        others = [k for k, several in enumerate(ends) if code not in several]
        assert (found.transit[:, number] <= kt[others].sum(axis=0) + 1e-9).all()
        if not others:
            assert not found.carriage[:, number].any()


@fewer
@given(corridors(), st.randoms())
def test_the_order_of_scenarios_does_not_matter(written: dict[str, Any], rng: Any) -> None:
    several = {what: network(cheaper(written, what)) for what in ("border", "regime", "premium", "km")}
    turned = list(several.items())
    rng.shuffle(turned)
    model, other = modelled(written, several), modelled(written, dict(turned))
    one, two = model.run(model.rows(8, 3)), other.run(other.rows(8, 3))

    for name in ("base", "strict", *several):
        here, there = one.at(model.world(name) or 0), two.at(other.world(name) or 0)
        for what in ("logsum", "transit", "fees", "cost", "days"):
            assert getattr(here, what) == pytest.approx(getattr(there, what), rel=1e-9, abs=1e-9), (name, what)


@few
@given(corridors(), st.randoms())
def test_the_order_of_records_does_not_matter_to_draws(written: dict[str, Any], rng: Any) -> None:
    written |= {"flows": [flow | {"kt": [50, 150]} for flow in written["flows"]]}
    turned = {key: rng.sample(several, len(several)) for key, several in written.items() if isinstance(several, list)}
    model, other = modelled(written), modelled(written | turned)
    one, two = (dict(zip([each.key for each in m.levers], m.rows(8, 3).tolist(), strict=True)) for m in (model, other))

    assert one == two


@few
@given(corridors())
def test_a_world_is_the_same_alone_where_cargo_has_the_same_routes(written: dict[str, Any]) -> None:
    """Other worlds only add routes to what cargo chooses from; with these given, they change nothing in the base."""
    others = {what: network(cheaper(written, what)) for what in ("border", "premium")}
    many = modelled(written, others)
    routes = many.choice

    alone = modelled(written, find=lambda edges, *_: ChoiceSet.of(edges, routes.flow, routes.nest, routes.steps))
    one, two = many.run(many.central()).at(0), alone.run(alone.central()).at(0)

    for what in ("share", "logsum", "transit", "fees", "carriage"):
        assert getattr(one, what) == pytest.approx(getattr(two, what), rel=1e-9, abs=1e-9)


@fewer
@given(corridors(), st.integers(0, 9))
def test_a_world_worked_out_from_the_base_is_as_one_worked_out_by_itself(written: dict[str, Any], seed: int) -> None:
    changed = cheaper(written, "border") | {"parameters": {"value-of-time": 60, "rail-constant": 40, "logit": 5}}
    changed["flows"][0]["kt"] = 20
    model = modelled(written, {"other": network(changed), "fewer": network(written, written["links"][-1]["id"])})
    outcome = model.run(model.rows(8, seed))

    for world in range(1, len(model.worlds)):
        slow = Loads.of(outcome.routing, outcome.rows, world, None)
        for what in ("costs", "share", "logsum", "cost", "days", "fees", "borders"):
            assert getattr(outcome.at(world), what) == pytest.approx(getattr(slow, what), rel=1e-9, abs=1e-9), what


def test_ways_of_one_kind_are_one_alternative_in_every_draw() -> None:
    """Of two roads in one country now this and now that is cheaper; that a scenario shuts one changes nothing."""
    ends = [{"id": each, "country": "AA"} for each in ("a", "m", "n", "b")]
    way = {"mode": "road", "country": "AA"}
    links = [
        {"id": "a-m", "a": "a", "b": "m", "km": 200, "rate": [1, 3], **way},
        {"id": "m-b", "a": "m", "b": "b", "km": 100, **way},
        {"id": "a-n", "a": "a", "b": "n", "km": 200, "rate": 2.1, **way},
        {"id": "n-b", "a": "n", "b": "b", "km": 100, **way},
    ]
    flows = [{"id": "goods", "origin": "a", "destination": "b", "kt": 100}]
    written = {"nodes": ends, "links": links, "flows": flows, "parameters": FIXED}
    alone, many = modelled(written), modelled(written, {"shut": network(written, "a-m")})
    rows = alone.rows(64, 1)
    first, second = alone.run(rows).at(0), many.run(many.rows(64, 1)).at(0)

    dearer = rows[next(k for k, lever in enumerate(alone.levers) if lever.key == "links.a-m.rate")] > 2.1
    assert 0 < dearer.sum() < len(dearer)
    for loads in (first, second):
        assert (loads.links[alone.links.index("a-n")] == np.where(dearer, 100, 0)).all()
        assert loads.logsum[0] == pytest.approx(loads.costs.min(axis=0))
    assert first.logsum == pytest.approx(second.logsum)
