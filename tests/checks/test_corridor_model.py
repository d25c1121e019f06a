"""What keeps a corridor from being modelled is told when the case is checked, at its place."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

CASE = """case: {id: demo, as_of: 2025-07-10}
steps: [{id: vote, name: The vote}]
corridor:
  nodes: [{id: a, name: A, country: AA, kind: city}, {id: b, name: B, country: BB, kind: city}]
  links: [{id: ab, a: a, b: b, mode: road, km: 9, assumption: x LINK}]
  regimes: [{id: shut, kind: closed, assumption: x}]
  flows: [»{id: f, origin: a, destination: b, kt: 1, assumption: x FLOW}]
  claims: [{id: c, text: so, predicate: "PREDICATE", assumption: x}]
scenarios: [{id: other, assumption: x, changes: [CHANGE]}]
"""
FINE = {
    "LINK": "",
    "FLOW": "",
    "PREDICATE": "days(f, other) < 5",
    "CHANGE": "{set: corridor.flows.f.kt, to: 5}",
}
NO_ROUTE = "DT970 'f' has no route from 'a' to 'b'"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"LINK": ", status: closed"}, NO_ROUTE),
        ({"LINK": ", regime: shut"}, NO_ROUTE),
        ({"LINK": ", available: false"}, NO_ROUTE),
        ({"FLOW": ", modes: [sea]"}, NO_ROUTE),
        ({"LINK": ', available: "step:vote"'}, NO_ROUTE),  # only at the case's own date
        ({"LINK": ", status: closed, since: 2025-06"}, NO_ROUTE),
        ({"PREDICATE": "»day(f) < 5", "FLOW": "«"}, "DT973 there is no output 'day'"),
        ({"PREDICATE": "days(»g) < 5", "FLOW": "«"}, "DT973 there is no flow 'g'"),
    ],
)
def test_flaws(changes: dict[str, str], expected: str, opened: Opener) -> None:
    text = CASE
    for word, instead in (FINE | changes).items():
        text = text.replace(word, instead)
    text = text.replace("[»{id: f", "[{id: f").replace("«", "") if "«" in text else text
    plain, (place, *_) = marked(text)

    assert [found for found in problems(opened(plain)) if "DT97" in found] == [f"{place} {expected}"]


FREE = "  parameters: {road-rate: RATE, value-of-time: {value: TIME, assumption: x}}\n  flows"


@pytest.mark.parametrize(
    ("rate", "time", "found"),
    [
        ("{value: 0, assumption: x}", "0", ["8:11 DT974 the cheapest way of 'f' costs nothing"]),
        ("{value: [0, 1e-6], assumption: x}", "1e-3", ["8:11 DT974 the cheapest way of 'f' costs nothing"]),
        ("{value: 0, assumption: x}", "80", []),
        ("{value: 0.1, assumption: x}", "0", []),
    ],
)
def test_a_flow_costs_something(rate: str, time: str, found: list[str], opened: Opener) -> None:
    text = CASE.replace("»", "").replace("  flows", FREE.replace("RATE", rate).replace("TIME", time), 1)
    for word, instead in FINE.items():
        text = text.replace(word, instead)
    assert [each for each in problems(opened(text)) if "DT97" in each] == found


def test_a_link_without_a_length(opened: Opener) -> None:
    text = CASE.replace("»", "").replace("km: 9, ", "")
    for word, instead in FINE.items():
        text = text.replace(word, instead)
    assert [found for found in problems(opened(text)) if "DT97" in found] == ["5:11 DT972 the link 'ab' has no length"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("{set: corridor.links.ab.status, to: closed}", NO_ROUTE),
        ("{set: corridor.links.ab.km, to: null}", "DT972 the link 'ab' has no length"),
        ("{set: corridor.nodes.a.country, to: CC}", "DT971 the node 'a' lies in another country"),
    ],
)
def test_scenarios_are_checked_alike(change: str, expected: str, opened: Opener) -> None:
    text = CASE.replace("»", "")
    for word, instead in (FINE | {"CHANGE": change}).items():
        text = text.replace(word, instead)
    found = [each for each in problems(opened(text)) if "DT7" in each]
    assert found == [f"9:13 DT700 after the changes of 'other': {expected[6:]}"]


def test_two_scenarios_add_one_node_in_one_country(opened: Opener) -> None:
    add = "{{add: corridor.nodes, record: {{id: m, name: M, country: {}, kind: city}}}}"
    text = CASE.replace("»", "").replace(
        "CHANGE]}]", f"CHANGE]}}, {{id: third, assumption: x, changes: [{add.format('CC')}]}}]"
    )
    for word, instead in (FINE | {"CHANGE": add.format("DD")}).items():
        text = text.replace(word, instead)
    (found,) = [each for each in problems(opened(text)) if "DT7" in each]
    assert found.endswith("DT700 after the changes of 'third': the node 'm' lies in another country")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("{set: corridor.claims.c.predicate, to: days(g) < 5}", "there is no flow 'g'"),
        ("{set: corridor.parameters.road-rate.value, to: 0}", "the cheapest way of 'f' costs nothing"),
    ],
)
def test_what_no_model_says_of_a_scenario_is_told_too(change: str, expected: str, opened: Opener) -> None:
    text = CASE.replace("»", "").replace(
        "  flows", FREE.replace("RATE", "{value: 1, assumption: x}").replace("TIME", "0"), 1
    )
    for word, instead in (FINE | {"CHANGE": change}).items():
        text = text.replace(word, instead)
    found = [each for each in problems(opened(text)) if "DT7" in each]
    assert found == [f"10:13 DT700 after the changes of 'other': {expected}"]


def test_what_a_scenario_takes_away_may_still_be_named(opened: Opener) -> None:
    back = "}, {id: g, origin: b, destination: a, kt: 2, assumption: x}"
    text = CASE.replace("»", "").replace("CHANGE", "{drop: corridor.flows.g}").replace("FLOW}", back)
    for word, instead in (FINE | {"PREDICATE": "days(g) < 5"}).items():
        text = text.replace(word, instead)
    case = opened(text)
    assert case.errors == ()
    (claim,) = case.at(scenario="other").moment.corridor.claims()
    assert claim.absent == ("g",)
    assert case.at().moment.corridor.claims()[0].probability == 1
