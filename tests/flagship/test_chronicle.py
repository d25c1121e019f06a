"""The page tells how the second crisis resembled the first, who spoke first, and what would overturn a conclusion."""

from __future__ import annotations

from typing import Any

from tests.flagship.reading import flagship
from tests.lenses.reading import chapter

from detente.findings import Depth, Finding


def told(name: str) -> Finding:
    return chapter(flagship().at().chronicle(), name)


def test_how_the_second_crisis_resembled_the_first() -> None:
    finding = told("episodes")

    assert finding.depth is Depth.HEADLINE
    assert "“The plane crisis” and “The raid crisis” share a trigger by Russia" in finding.headline
    assert "Only the first has an apology" in finding.headline
    (likeness,) = finding.statements
    assert [cite.at for cite in likeness.cites] == ["¶18"]


def test_the_apology_stands_before_its_refusal_and_the_raid_before_its_answers() -> None:
    document: Any = flagship().at().chronicle().document
    plane, raid = (
        [step["event"] for step in document["episodes"][name]["incidents"]] for name in ("plane-crisis", "raid-crisis")
    )

    assert plane[:3] == ["plane-shot-down", "putin-apologises", "blame-continues"]
    assert raid[0] == "yekaterinburg-raid"


def test_who_first_spoke_of_the_summit() -> None:
    finding = told("disclosures")

    assert finding.depth is Depth.HEADLINE
    assert "First known from Turkish journalists; Armenia and Azerbaijan confirmed at least 1 day later" in (
        finding.headline
    )


def test_what_would_overturn_the_first_conclusion() -> None:
    finding = told("conclusions")

    assert finding.depth is Depth.HEADLINE
    assert "What would overturn it: Either side asks a third party to mediate, or joins a mediated round." in (
        finding.headline
    )
    document: Any = flagship().at().chronicle().document
    assert next(iter(document["conclusions"])) == "both-want-two"
    assert {each["hedge"] for each in document["conclusions"].values()} >= {"presumably", "it can be assumed"}


def test_every_ground_that_is_a_finding_is_one_of_the_page() -> None:
    sight = flagship().at()
    document: Any = sight.chronicle().document
    named = {
        ground["id"]
        for each in document["conclusions"].values()
        for ground in each["rests_on"]
        if ground["kind"] == "finding"
    }
    found = {f"{finding.lens}-{finding.id}" for each in sight.look_around() for finding in each.findings}

    assert named
    assert named <= found
