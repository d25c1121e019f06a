"""The page tells how the second crisis resembled the first, who spoke first, and what would overturn a conclusion."""

from __future__ import annotations

from typing import Any

from tests.flagship.reading import flagship
from tests.lenses.reading import chapter

from detente.findings import Depth, Finding
from detente.findings.figures.arguments import Arguments
from detente.findings.figures.lanes import Lanes


def told(name: str) -> Finding:
    return chapter(flagship().at().chronicle(), name)


def test_how_the_second_crisis_resembled_the_first() -> None:
    finding = told("episodes")

    assert finding.depth is Depth.HEADLINE
    assert "Two triggers that seem unconnected" in finding.headline
    (likeness,) = finding.statements
    assert [cite.at for cite in likeness.cites] == ["¶17", "¶18"]
    labels, *_ = told("episodes-steps").statements
    _, _, first = labels.text.partition("Told only of the first: ")
    assert "a blacklisting and a refusal of entry (by whom is not said)" in first


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
    assert "First known from Turkish journalists; Armenia and Azerbaijan gave readouts later (days not given)" in (
        finding.headline
    )
    assert finding.statements[0].text == (
        "Until then Armenia and Azerbaijan declined to comment (promised word in time)."
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


def test_no_conclusion_of_the_article_rests_on_what_is_worked_out_here() -> None:
    document: Any = flagship().at().chronicle().document
    grounds = [ground for each in document["conclusions"].values() for ground in each["rests_on"]]

    assert {ground["kind"] for ground in grounds} == {"record"}


def test_old_hostility_has_no_day_and_the_meeting_has() -> None:
    document: Any = flagship().at().chronicle().document
    before, met, *_ = document["relations"]["armenia+azerbaijan"]["levels"]

    assert (before["since"], before["level"]) == (None, -1)
    assert met["since"] == "2025-07-10"


def test_support_for_reconciliation_goes_to_both() -> None:
    document: Any = flagship().at().chronicle().document

    for power in ("russia", "turkey", "united-states"):
        for side in ("armenia", "azerbaijan"):
            assert document["relations"]["+".join(sorted((power, side)))]["cooperative"] > 0


def test_what_the_article_does_not_say_to_answer_the_plane_answers_nothing() -> None:
    document: Any = flagship().at().chronicle().document
    plane = {step["event"]: step for step in document["episodes"]["plane-crisis"]["incidents"]}
    order = list(plane)

    assert plane["russkiy-dom-closed"]["answers"] == plane["parade-declined"]["answers"] == []
    assert plane["badamov-refused"]["by"] is None
    assert order.index("badamov-refused") == order.index("badamov-blacklisted") + 1


def test_three_pairs_changed_and_each_by_acts_of_two_signs() -> None:
    (figure,) = told("levels").figures

    assert figure.title == "The pairs that changed most"
    assert figure.description.endswith(": Russia and the West; Armenia and Azerbaijan; Azerbaijan and Russia.")
    assert isinstance(figure.spec, Lanes)
    assert len(figure.spec.lanes) == 6


def test_no_level_jumps_because_the_case_ends() -> None:
    document: Any = flagship().at().chronicle().document
    levels = document["relations"]["armenia+azerbaijan"]["levels"]

    assert [(each["since"], each["low"], each["high"]) for each in levels] == [
        (None, -1, -1),
        ("2025-07-10", -3 / 5, -2 / 4),
        ("2025-07-31", -3 / 5, -3 / 5),
    ]


def test_the_map_of_arguments_has_all_conclusions_and_what_bears_most() -> None:
    (figure,) = told("conclusions-arguments").figures

    assert isinstance(figure.spec, Arguments)
    assert sum(point.concluded for point in figure.spec.points) == 12
    assert "Most rest on “Aliyev and Pashinyan negotiate directly in Abu Dhabi”: 5." in figure.description
