"""The document of the corridor against answers worked out by hand, and what it says of days without a reading."""

from __future__ import annotations

from json import dumps
from math import exp

import pytest
from tests.conftest import Opener
from tests.lenses.corridor.cases import PASS
from tests.lenses.reading import chapter

from detente.lenses.look import AskError

OVER = 1 / (1 + exp(-8 * 100 / 300))
"""Share over the free pass, 100 dollars cheaper than the ring, whose 300 are the least as things are."""


def test_every_number_is_that_worked_out_by_hand(opened: Opener) -> None:
    found = opened(PASS).at().corridor(draws=4).document
    base, free, toll = (found["scenarios"][name] for name in ("base", "free", "toll"))

    assert list(found["scenarios"]) == ["base", "shut", "free", "toll"]
    assert base["transit"] == {
        "DE": {"kt": 0.0, "low": 0.0, "high": 0.0},
        "FR": {"kt": 0.0, "low": 0.0, "high": 0.0},
        "PL": {"kt": 0.0, "low": 0.0, "high": 0.0},
        "RO": {"kt": 100.0, "low": 100.0, "high": 100.0},
    }
    assert free["transit"]["PL"]["kt"] == pytest.approx(100 * OVER, rel=1e-3)
    assert free["change"]["RO"]["percent"] == pytest.approx(-100 * OVER, rel=1e-3)
    assert "PL" not in free["change"]  # which has no transit to take a share of
    assert toll["fees"] == {"PL": {"usd": 250_000.0, "low": 250_000.0, "high": 250_000.0}}  # of 2,500 units
    assert toll["money"]["RO"]["usd"] == 50 / 20 * 1000 * 300
    assert (base["over_capacity"], free["over_capacity"]) == (["round-two"], [])
    assert base["flows"]["plain-to-bay"]["cost"] == 300
    assert base["flows"]["plain-to-bay"]["logsum"] == -300
    assert toll["flows"]["plain-to-bay"]["gain"]["usd"] == pytest.approx(300 / 8 * 0.693147, rel=1e-3)


def test_claims_have_their_verdicts(opened: Opener) -> None:
    loses, ruined = opened(PASS).at().corridor(draws=4).document["claims"]

    assert (loses["id"], loses["probability"], loses["verdict"], loses["cites"]) == (
        "ring-loses",
        1.0,
        "true",
        ["gazette ¶2"],
    )
    assert loses["value"] == {
        "median": pytest.approx(-100 * OVER, rel=1e-3),
        "low": pytest.approx(-100 * OVER, rel=1e-3),
        "high": pytest.approx(-100 * OVER, rel=1e-3),
        "unit": "per cent",
    }
    assert (loses["counter_example"], loses["assumed"]) == (None, 1.0)
    assert (ruined["probability"], ruined["verdict"]) == (0.0, "false")


def test_a_claim_about_no_number_says_so(opened: Opener) -> None:
    text = PASS.replace("change(RO, free) < -50", "not change(PL, free) > 0")
    text = text.replace("change(RO, toll) < -90", "through(plain-to-bay, PL) > 1")
    found = opened(text).at().corridor(draws=4)

    assert [(each["probability"], each["verdict"], each["value"]) for each in found.document["claims"]] == [
        (None, "undetermined", None)
    ] * 2
    assert [said.text for said in chapter(found, "claims").statements[1:3]] == [
        "The gazette: The Ring loses most of its transit. That cannot be tested here: there is no such number, as "
        "nothing crosses Pass as things are.",
        "The gazette: A toll ruins the Ring. That cannot be tested here: there is no such number, as no way of “Plain "
        "to Bay” leads through Pass as things are.",
    ]
    dumps(found.document, allow_nan=False)


CHANGED = """
scenarios:
  - {id: longer, assumption: x, changes: [{set: corridor.links.up.km, to: 150}]}
  - {id: other, assumption: x, changes: [{set: corridor.links.round-two.mode, to: rail1435}]}
"""


def test_a_link_whose_course_a_scenario_changes_is_one_link(opened: Opener) -> None:
    places = "PL|46.2|8.6 RO|46.3|9 DE|46.9|8.7 FR|45.5|8.5"
    text = PASS + CHANGED
    for code, lat, lon in (each.split("|") for each in places.split()):
        text = text.replace(f"country: {code}, assumption", f"country: {code}, lat: {lat}, lon: {lon}, assumption", 1)
    found = opened(text).at().corridor(draws=4)
    links = {each["id"]: each for each in found.document["network"]["links"]}

    assert list(links) == ["up", "down", "round-one", "round-two"]
    assert (links["up"]["km"], links["round-two"]["mode"]) == (100, "road")
    assert {name: links["round-two"]["cargo"][name]["kt"] for name in ("base", "other")} == {"base": 100, "other": 100}
    assert "could not" not in chapter(found, "map").headline


def test_the_network_holds_what_the_case_says_of_it(opened: Opener) -> None:
    network = opened(PASS).at().corridor(draws=4).document["network"]
    (ring,) = [each for each in network["links"] if each["id"] == "round-two"]

    assert (ring["km"], ring["capacity"], ring["status"], ring["assumption"]) == (150.0, 90.0, "open", "x")
    assert ring["cargo"]["base"] == {"kt": 100.0, "low": 100.0, "high": 100.0}
    assert [each["assumption"] for each in network["places"]] == ["x"] * 4
    assert network["regimes"][0] == {"id": "shut", "kind": "closed", "name": "Pass shut", "cites": ["gazette ¶1"]}
    assert network["parameters"]["road-rate"] == {"value": 1.0, "assumption": "x"}


def test_of_a_day_before_its_reading_nothing_is_determined(opened: Opener) -> None:
    found = opened(PASS).at("2024").corridor()

    assert found.document["determined"] is False
    assert found.document["scenarios"] is found.document["claims"] is None
    assert [each.id for each in found.findings] == ["determination"]


def test_the_same_draws_give_the_same_document(opened: Opener) -> None:
    case = opened(PASS.replace("rail-rate: {value: 1,", "rail-rate: {value: [0.5, 2],"))
    once, again = (case.at().corridor(draws=32, seed=seed).document for seed in (1, 1))

    assert once == again != case.at().corridor(draws=32, seed=2).document


def test_a_number_that_is_too_small_is_refused(opened: Opener) -> None:
    with pytest.raises(AskError, match="draws: expected 1 or more, got 0"):
        opened(PASS).at().corridor(draws=0)
