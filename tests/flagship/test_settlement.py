"""What the two sides could take: the packages of the flagship against sums done here from the case's own numbers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from tests.flagship.reading import flagship

from detente.case.settlement import Party

Package = dict[str, str]

# What the conditions of either side say, in the words of outcomes.
HOLDS: dict[str, Callable[[Package], bool]] = {
    "az-only-once-amended": lambda p: not (p["treaty"] == "signed" and p["constitution"] != "amended"),
    "am-principles": lambda p: p["syunik-route"] != "extraterritorial",
    "am-nothing-for-nothing": lambda p: not (p["constitution"] == "amended" and p["treaty"] != "signed"),
}
PARTIAL = {"treaty": "unsigned", "constitution": "unchanged", "initialing": "done", "syunik-route": "operator"}
FULL = {"treaty": "signed", "constitution": "amended", "initialing": "done", "syunik-route": "operator"}


def packages(as_of: str | None = None, scenario: str | None = None) -> dict[str, Any]:
    situated = flagship().at(as_of, scenario=scenario) if as_of else flagship().at(scenario=scenario)
    found: dict[str, Any] = situated.look("settlement").document["packages"]
    return found


def parties() -> list[Party]:
    settlement = flagship().case.settlement
    assert settlement is not None
    return [party for party in settlement.parties if party.values]


def utility(party: Party, package: Package) -> float:
    """Return what a package is worth with every number in the middle of its interval."""
    met = sum(c.weight.mean for c in party.conditions if c.id and HOLDS[c.id](package))
    valued = sum(party.weights[issue].mean * party.values[issue][outcome].mean for issue, outcome in package.items())
    total = sum(w.mean for w in party.weights.values()) + sum(c.weight.mean for c in party.conditions)
    return (met + valued) / total


def test_the_zone_is_what_the_numbers_of_the_case_add_up_to() -> None:
    issues = {issue.id: [outcome.id for outcome in issue.outcomes] for issue in flagship().case.issues}
    names = ["treaty", "constitution", "initialing", "syunik-route"]
    every = [dict(zip(names, chosen, strict=True)) for chosen in product(*(issues[name] for name in names))]
    accepted = [p for p in every if all(party.batna and utility(party, p) >= party.batna.mean for party in parties())]
    found = packages()

    assert found["count"] == len(every) == 32
    assert sorted(map(str, (entry["package"] for entry in found["zopa"]))) == sorted(map(str, accepted))
    for entry in found["zopa"]:
        for party in parties():
            assert entry["utilities"][party.actor] == pytest.approx(utility(party, entry["package"]))


def test_every_number_is_an_interval_or_an_end_of_the_scale_and_marked() -> None:
    for party in parties():
        assert party.cites
        assert party.assumption
        assert all(condition.cites and condition.assumption for condition in party.conditions)
        weights = [*party.weights.values(), *(condition.weight for condition in party.conditions)]
        assert {(weight.low, weight.high) for weight in weights} <= {(5, 8), (3, 5), (1.5, 3), (0.3, 1)}
        values = [value for outcomes in party.values.values() for value in outcomes.values()]
        assert [value for value in values if value.is_point and value.low not in (0, 1)] == []
        assert party.batna is not None
        assert party.batna.high - party.batna.low > 0.14


def test_the_partial_settlement_is_what_can_be_had_now_and_the_full_one_waits() -> None:
    found = packages()

    assert found["now"]["zopa"][0]["package"] == PARTIAL
    assert found["now"]["uncertainty"]["empty"] < 0.25
    assert [entry["package"] for entry in found["nash"]] == [FULL]
    assert not found["nash"][0]["possible"]
    firmest = next(state for state in found["states"] if state["count"])
    assert (firmest["package"], firmest["named"]) == (PARTIAL, ["partial-settlement"])
    assert "nash" in firmest["equilibria"]


def test_once_the_referendum_can_have_been_held_the_full_settlement_can_be_had() -> None:
    assert packages(scenario="referendum-met")["nash"][0]["possible"]
    assert packages(as_of="2026-08-19")["nash"][0]["possible"]
    assert not packages(as_of="2026-07-01")["nash"][0]["possible"]


def test_nobody_signs_without_amendment_until_the_demand_is_dropped() -> None:
    def signed_now(found: dict[str, Any]) -> list[Package]:
        inside = [entry["package"] for entry in (found["now"] or found)["zopa"]]
        return [package for package in inside if package["treaty"] == "signed"]

    assert signed_now(packages()) == []
    assert signed_now(packages(scenario="constitution-demand-dropped")) != []


def test_without_the_offer_no_package_with_an_operator_can_be_had() -> None:
    found = packages(scenario="no-outside-operator")
    by_operator = [entry for entry in found["zopa"] if entry["package"]["syunik-route"] == "operator"]

    assert by_operator
    assert [entry for entry in by_operator if entry["possible"]] == []
