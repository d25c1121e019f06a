"""The flagship's network says whence it has its numbers, and gives the signs that are known of it."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.flagship.reading import SEED, flagship

from detente.case.citation import Claim
from detente.case.shape import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.methods.transport.arrays import Float
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome

DRAWS = 128
ROUTE = ("meghri-kilit-rail", "meghri-kilit-road")
"""The western end of the Syunik route: what passes it goes all the way."""

REGIMES = ("closed", "sovereign", "operator", "extraterritorial")
OPENING = (*REGIMES[1:], "railway-alone", "rail-through-azerbaijan", "all-links-open")
"""Worlds in which some link between Armenia and Azerbaijan opens."""

FACTS = SEED.parent / "data" / "corridor" / "facts.csv"
LOCK = "2025-07-31"


def facts() -> Iterator[dict[str, str]]:
    """Yield when each page appeared that facts about transport are from, once, where they are at hand."""
    if FACTS.is_file():
        with FACTS.open(encoding="utf-8", newline="") as file:
            yield {row["url"]: row["published"] for row in csv.DictReader(file)}


def network() -> Corridor:
    found = flagship().case.corridor
    assert found is not None
    return found


@cache
def model() -> CorridorModel:
    return flagship().at().moment.corridor.model


@cache
def outcome() -> Outcome:
    return flagship().at().moment.corridor.outcome(DRAWS)


def world(name: str) -> int:
    found = model().world(name)
    assert found is not None, name
    return found


def transit(country: str, name: str) -> Float:
    return np.asarray(outcome().at(world(name)).transit[model().countries.index(country)])


def change(country: str, name: str) -> Float:
    base = transit(country, "base")
    return 100 * (transit(country, name) / base - 1)


def tonnes(name: str, *links: str) -> Float:
    on = outcome().at(world(name)).links
    return np.asarray(sum(on[model().links.index(each)] for each in links))


def fees(collector: str, name: str) -> Float:
    return np.asarray(outcome().at(world(name)).fees[model().collectors.index(collector)])


def share(flow: str, place: str, name: str = "base") -> Float:
    """Return the share of a flow that passes a node or a country."""
    built = model()
    number = [each.id for each in built.flows].index(flow)
    lies = {node.id: node.country for node in network().nodes}
    passing = [
        each
        for each in map(int, np.flatnonzero(built.choice.flow == number))
        if any(place in (node, lies[node]) for node in built.nodes_of(each))
    ]
    return np.asarray(outcome().at(world(name)).share[passing].sum(axis=0))


def test_the_regimes_and_the_scenarios_are_there() -> None:
    assert tuple(each.id for each in network().regimes) == REGIMES
    assert {each.id for each in model().worlds} >= {"base", *OPENING, "julfa-branch", "border-with-turkey"}


def test_regimes_come_about_as_the_outcomes_of_the_route_do() -> None:
    (route,) = (issue for issue in flagship().case.issues if issue.id == "syunik-route")
    assert {each.id: each.takes for each in network().regimes} == {each.id: each.takes for each in route.outcomes}


def test_every_record_of_the_network_is_cited_or_assumed() -> None:
    claims = [(path, record) for path, record in records(network()) if isinstance(record, Claim) and len(path) == 2]
    bare = [path for path, record in claims if not record.cites and not record.assumption]
    assert len(claims) > 200
    assert bare == []


def test_nothing_is_cited_that_appeared_after_the_lock() -> None:
    claims = [record for path, record in records(network()) if isinstance(record, Claim) and path[0] != "control"]
    cited = {cite.source for claim in claims for cite in claim.cites} - {"article", "geonames"}
    sources = [each for each in flagship().case.sources if each.id in cited]
    appeared = {str(each.url): each.published.text for each in sources if each.published is not None}

    assert len(sources) > 15
    assert len(appeared) == len(sources)
    assert [day for day in appeared.values() if day > LOCK] == []
    for published in facts():
        assert {url: published[url] for url in appeared} == appeared


@pytest.mark.parametrize("name", OPENING)
def test_opening_what_leads_to_azerbaijan_never_raises_what_crosses_georgia(name: str) -> None:
    assert np.percentile(change("GE", name), 95) < 0.05
    assert np.median(change("GE", name)) < 0


def test_the_stricter_the_regime_the_less_traffic_and_the_more_fees_for_armenia() -> None:
    sovereign, operator, free = (tonnes(name, *ROUTE) for name in REGIMES[1:])
    assert (tonnes("closed", *ROUTE) == 0).all()
    assert np.mean((sovereign < operator) & (operator < free)) >= 0.95

    assert np.mean(fees("AM", "sovereign") > fees("AM", "operator")) >= 0.95
    assert (fees("AM", "operator") > fees("AM", "extraterritorial")).all()


def test_the_julfa_branch_alone_hardly_moves_georgia() -> None:
    assert abs(np.median(change("GE", "julfa-branch"))) < 1
    assert np.percentile(np.abs(change("GE", "julfa-branch")), 95) < 2


def test_carrying_for_both_raises_what_crosses_georgia() -> None:
    assert (change("GE", "georgia-carries-both") > 0).all()


def test_bulk_does_not_compete_with_the_syunik_route() -> None:
    for name in OPENING:
        assert (share("caspian-to-black-sea", "GE", name) > 0.95).all()


def test_china_does_not_reach_the_mediterranean_cheaper_by_iran_and_nakhchivan_than_by_sea() -> None:
    found = {each.claim.id: each for each in flagship().at().moment.corridor.claims(DRAWS)}
    assert found["rail-to-mediterranean-wins"].probability == 0
    assert found["rail-to-mediterranean-wins"].verdict == "false"
    assert {each.verdict for each in found.values() if each.claim.by == "article"} == {"true", "false", "undetermined"}


def test_the_misfits_are_what_they_say() -> None:
    """Far too little by land from China, fees a third too low, a leak through Russia; rails near or wide."""
    assert 12 < 4000 * np.median(share("china-to-europe", "AZ")) < 28
    assert 0.28 < 1 - np.median(fees("GE", "base")) / (520_000 * 130) < 0.4
    assert 0.18 < np.median(share("kazakhstan-to-turkey", "RU")) < 0.25
    assert (
        6000 < np.median(tonnes("base", "boyuk-kesik-tbilisi-rail") + tonnes("base", "sadakhlo-gyumri-rail")) < 10_000
    )
    low, high = np.percentile(tonnes("base", "akhalkalaki-kars-rail"), [5, 95])
    assert low < 20
    assert 2000 < high < 3000
