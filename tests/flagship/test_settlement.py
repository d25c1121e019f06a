"""What the two sides could take: the packages of the flagship against sums done here from the case's own numbers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from tests.flagship.reading import flagship

from detente.case.settlement import Party
from detente.findings import Depth, Finding
from detente.findings.figures.packages import Packages
from detente.report.figures.packages.drawing import legend

Package = dict[str, str]

# What the conditions of either side say, in the words of outcomes.
HOLDS: dict[str, Callable[[Package], bool]] = {
    "az-only-once-amended": lambda p: not (p["treaty"] == "signed" and p["constitution"] != "amended"),
    "az-only-without-minsk": lambda p: not (p["treaty"] == "signed" and p["minsk-dissolution"] == "stays"),
    "am-nothing-for-nothing": lambda p: not (p["constitution"] == "amended" and p["treaty"] != "signed"),
}
ISSUES = ["treaty", "minsk-dissolution", "constitution", "initialing", "syunik-route"]


def package(*chosen: str) -> Package:
    return dict(zip(ISSUES, chosen, strict=True))


PARTIAL = package("unsigned", "stays", "unchanged", "done", "operator")
FULL = package("signed", "dissolved-first", "amended", "done", "operator")


def crosses(chosen: Package) -> bool:
    """Whether a package crosses Armenia's red line, the only one."""
    return chosen["syunik-route"] == "extraterritorial"


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
    every = [package(*chosen) for chosen in product(*(issues[name] for name in ISSUES))]
    worthwhile = [p for p in every if all(party.batna and utility(party, p) >= party.batna.mean for party in parties())]
    accepted = [p for p in worthwhile if not crosses(p)]
    found = packages()

    assert found["count"] == len(every) == 64
    assert found["red_lines"] == [{"actor": "armenia", "id": "am-no-extraterritorial-route", "rules_out": 16}]
    assert len(accepted) < len(worthwhile)
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


def test_no_deal_is_worth_what_the_impasse_is_a_tenth_more_or_less() -> None:
    impasse = package("unsigned", "stays", "unchanged", "not-done", "closed")
    for party in parties():
        assert party.batna is not None
        assert party.batna.mean == pytest.approx(utility(party, impasse), abs=0.01)
        assert party.batna.high - party.batna.low == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("scenario", "impasse"),
    [
        ("constitution-demand-dropped", package("unsigned", "stays", "unchanged", "not-done", "closed")),
        ("all-conditions-dropped", package("unsigned", "stays", "unchanged", "not-done", "closed")),
        ("conditions-met", package("unsigned", "dissolved-first", "amended", "not-done", "closed")),
    ],
)
def test_in_a_scenario_no_deal_is_worth_what_the_impasse_then_is(scenario: str, impasse: Package) -> None:
    settlement = flagship().at(scenario=scenario).situation.case.settlement
    assert settlement is not None
    for party in settlement.parties:
        if party.batna is not None:
            assert party.batna.mean == pytest.approx(utility(party, impasse), abs=0.01)


def test_the_partial_settlement_is_what_can_be_had_now_and_the_full_one_waits() -> None:
    found = packages()

    assert found["now"]["zopa"][0]["package"] == PARTIAL
    assert found["now"]["uncertainty"]["empty"] < 0.25
    assert [entry["package"] for entry in found["nash"]] == [FULL]
    assert not found["nash"][0]["possible"]
    assert "partial-settlement" in {named for state in found["states"] for named in state["named"]}


def test_once_both_conditions_are_met_the_full_settlement_can_be_had() -> None:
    assert packages(scenario="conditions-met")["nash"][0]["package"] == FULL
    assert packages(scenario="conditions-met")["nash"][0]["possible"]
    # With the referendum alone it still waits for the Minsk Group, which has no date.
    assert not packages(scenario="referendum-met")["nash"][0]["possible"]
    assert not packages(as_of="2026-08-19")["nash"][0]["possible"]


def signed_now(scenario: str | None = None) -> list[Package]:
    found = packages(scenario=scenario)
    inside = [entry["package"] for entry in (found["now"] or found)["zopa"]]
    return [each for each in inside if each["treaty"] == "signed"]


def test_nobody_signs_now_until_every_condition_of_signing_is_dropped() -> None:
    assert signed_now() == []
    # The Minsk Group, which the packages count as a condition, is still there.
    assert signed_now("constitution-demand-dropped") == []
    assert signed_now("all-conditions-dropped") != []


def test_without_an_operator_no_package_with_one_can_be_had() -> None:
    found = packages(scenario="no-outside-operator")
    by_operator = [entry for entry in found["zopa"] if entry["package"]["syunik-route"] == "operator"]

    assert by_operator
    assert [entry for entry in by_operator if entry["possible"]] == []


def test_a_closed_route_and_one_under_armenian_control_differ_in_every_lens() -> None:
    routes = next(issue for issue in flagship().case.issues if issue.id == "syunik-route").outcomes
    takes = {outcome.id: outcome.takes for outcome in routes}
    assert len(set(takes.values())) == len(takes)
    for party in parties():
        values = party.values["syunik-route"]
        assert values["closed"].mean != values["sovereign"].mean
    conflict = flagship().at().conflict().document
    ranks = {maker: conflict["rank"][maker] for maker in ("azerbaijan", "armenia")}
    quo, open_route = conflict["status_quo"], conflict["named"]["armenian-control-only"]
    # As in the packages, Azerbaijan would rather have it closed, Armenia open.
    assert ranks["azerbaijan"][quo] < ranks["azerbaijan"][open_route]
    assert ranks["armenia"][open_route] < ranks["armenia"][quo]


def open_words(finding: Finding) -> int:
    """Return how many words of a finding stand open: its heading, sentences, picture and legend, and five rows."""
    texts = [finding.headline, *(said.text for said in finding.statements)]
    for figure in finding.figures:
        assert isinstance(figure.spec, Packages)
        texts += [figure.title, "no deal", *(words for words, _ in legend(figure.spec, "f"))]
        for each in figure.spec.packages:
            texts += [each.label, each.changes, each.aside, *(f"{side.who} {side.said}" for side in each.sides)]
    for table in finding.tables:
        texts += [table.caption, *(column.title for column in table.columns)]
        texts += [str(cell) for row in table.rows[:5] for cell in row.cells]
    return sum(len(text.split()) for text in texts)


def test_three_packages_say_what_both_could_take() -> None:
    [told] = [each for each in flagship().at().settlement().findings if each.id == "three"]
    [figure] = told.figures
    assert isinstance(figure.spec, Packages)
    now, later, blocked = figure.spec.packages

    assert told.depth is Depth.FRONT
    assert told.headline == (
        "Both sides could take a package possible now, and gain more by one that has to wait; Armenia blocks another."
    )
    assert (now.label, now.changes) == ("Possible now", "Text initialled; Route under a third-party operator")
    assert [(side.who, side.said) for side in now.sides] == [
        ("Azerbaijan", "perhaps gains a little"),
        ("Armenia", "gains clearly"),
    ]
    assert later.label == "Only later"
    assert later.aside == "Waits for “Minsk Group dissolved” and “Constitutional referendum held and passed”"
    assert blocked.label == "Blocked by Armenia"
    assert blocked.aside == "Best for Azerbaijan; crosses Armenia's red line"
    assert "Route extraterritorial" in blocked.changes
    for party, sides in zip(parties(), zip(now.sides, later.sides, strict=True), strict=True):
        assert party.batna is not None
        gains = [utility(party, chosen) - party.batna.mean for chosen in (PARTIAL, FULL)]
        assert [side.at for side in sides] == pytest.approx(gains)


def test_what_stands_open_keeps_within_its_words() -> None:
    findings = flagship().at().settlement().findings
    words = {each.id: open_words(each) for each in findings if each.depth in (Depth.FRONT, Depth.HEADLINE)}

    assert set(words) == {"three", "packages-blocked", "packages-find-out"}
    assert words.pop("three") <= 175
    assert sum(words.values()) <= 500
