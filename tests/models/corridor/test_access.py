"""Who may use what: permissions, users of a regime, modes of a flow, regimes that are not there; and no route."""

from __future__ import annotations

from typing import Any

import pytest
from tests.models.corridor.networks import modelled, network, two_roads

from detente.case.shape import Path
from detente.methods.transport.choice import ChoiceSet, NoRouteError
from detente.models.corridor.cargo import Access
from detente.models.corridor.ground import CORNERS
from detente.models.corridor.worlds import worlds_of
from detente.models.flaw import FlawedModelError


def used(written: dict[str, Any], *closed: str) -> set[str]:
    """Return the links that the goods may use in the base."""
    base = worlds_of(network(written, *closed))[0]
    return {link.id for link in Access(base).links(base.flows["goods"])}


BY_M, BY_N = {"a-m", "m-b"}, {"a-n", "n-b"}
PERMISSIONS = [
    ([{"cargo": "goods", "through": "MM", "allowed": False}], BY_N),
    ([{"cargo": "AA-BB", "through": "MM", "allowed": False}], BY_N),
    ([{"cargo": "BB", "through": "NN", "allowed": False}], BY_M),
    ([{"cargo": "MM", "through": "NN", "allowed": False}], BY_M | BY_N),
    ([{"cargo": "bulk", "through": "NN", "allowed": False}], BY_M | BY_N),
    ([{"cargo": "goods", "through": "AA", "allowed": False}], BY_M | BY_N),  # its own end
    ([{"cargo": "general", "through": "MM", "allowed": False}, {"cargo": "goods", "through": "MM"}], BY_M | BY_N),
    ([{"cargo": "goods", "through": "MM"}, {"cargo": "general", "through": "MM", "allowed": False}], BY_N),
]


@pytest.mark.parametrize(("permissions", "expected"), PERMISSIONS)
def test_permissions(permissions: list[dict[str, Any]], expected: set[str]) -> None:
    assert used(two_roads(permissions=permissions)) == expected


def test_regimes_have_users_and_flows_have_modes() -> None:
    regime = {"id": "operator", "hours": 1}
    assert used(two_roads(regimes=[regime | {"users": ["AA-MM", "bulk"]}])) == BY_M | {"n-b"}
    assert used(two_roads(regimes=[regime | {"users": ["MM", "AA"]}])) == BY_M | BY_N
    assert used(two_roads(regimes=[])) == BY_M | {"n-b"}  # the regime that the link names does not hold
    flow = two_roads()["flows"][0]
    assert used(two_roads(flows=[flow | {"modes": ["rail1520", "sea"]}])) == set()
    assert used(two_roads(), "a-m") == {"m-b"} | BY_N


def test_a_flow_without_a_route_is_named_with_the_world() -> None:
    def flaws(written: dict[str, Any], code: str = "DT970", **scenarios: Any) -> list[tuple[str, Path]]:
        with pytest.raises(FlawedModelError) as raised:
            modelled(written, scenarios)
        assert {flaw.rule.code for flaw in raised.value.flaws} == {code}
        return [(flaw.message, flaw.path) for flaw in raised.value.flaws]

    here = ("corridor", "flows", 0)
    only = two_roads(links=two_roads()["links"][2:])
    assert flaws(only) == [("'goods' has no route from 'a' to 'b' under the regime 'closed'", here)]
    shut = network(two_roads(), "a-m", "a-n")
    assert flaws(two_roads(), war=shut) == [("'goods' has no route from 'a' to 'b' in the scenario 'war'", here)]
    assert flaws(two_roads(links=[])) == [("'goods' has no route from 'a' to 'b'", here)]
    endless = two_roads(links=[{"id": "ab", "a": "a", "b": "b", "mode": "sea"}])
    assert flaws(endless, "DT972") == [("the link 'ab' has no length", ("corridor", "links", 0))]
    moved = two_roads(nodes=[each | ({"country": "BB"} if each["id"] == "m" else {}) for each in two_roads()["nodes"]])
    assert flaws(two_roads(), "DT971", moved=network(moved))[0][0].startswith("in the scenario 'moved' the node 'm'")


def test_a_link_that_only_a_scenario_has_is_closed_everywhere_else() -> None:
    bridge = {"id": "bridge", "a": "a", "b": "b", "mode": "road", "km": 200}
    model = modelled(two_roads(), {"bridge": network(two_roads(links=[*two_roads()["links"], bridge]))})
    found = model.run(model.central())

    carried = found.links[:, model.links.index("bridge"), 0]
    assert [world.id for world, kt in zip(model.worlds, carried, strict=True) if kt > 0] == ["bridge"]


def test_scenarios_that_change_nothing_are_no_worlds() -> None:
    same = network(two_roads(claims=[{"id": "c", "text": "so", "predicate": "days(goods) < 1"}]))
    model = modelled(two_roads(), {"talk": same})
    assert [world.id for world in model.worlds] == ["base", "closed", "operator"]
    assert model.world("talk") == 0
    assert model.world("nowhere") is None


def test_a_search_that_finds_no_route_names_flow_and_world() -> None:
    def nothing(*_: object) -> ChoiceSet:
        raise NoRouteError(0, len(CORNERS))

    with pytest.raises(FlawedModelError, match=r"^'goods' has no route from 'a' to 'b' under the regime 'closed'$"):
        _ = modelled(two_roads(), find=nothing).choice
