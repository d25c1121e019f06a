"""Where two records of one fact differ: both readings, and no false alarm."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import ROOT, Opener
from tests.lenses.chronicle.cases import BASE
from tests.lenses.reading import chapter, rows

from detente.session import open_case

SOURCES = BASE.replace("sources: [", "sources: [{id: t, title: Another}, ")

STEP = "steps: [{id: x, name: The treaty is signed, %s, issue: route, responsible: [north, coast], cites: [s ¶1]}]\n"
EVENT = (
    "events: [{id: e, date: 2025-03-01, kind: %s, what: A treaty on the route, actors: [north, coast], issue: route, "
    "cites: [t ¶1]}]"
)
OWED = (
    "commitments: [{id: c, text: The treaty, by: [north], issue: route, cites: [s ¶1], "
    "status: [{is: in-force, from: %s}]}]\n"
)
TWO = """
events:
  - {id: e, date: 2025-05-01, kind: meeting, what: They met on the isle, actors: [north], cites: [s ¶1]}
  - {id: f, date: %s, kind: meeting, what: they met on the isle., actors: %s, cites: [%s]}
"""
SEEN = "measures: [{id: m, what: Length, unit: km, observations: [{value: %s, date: 2024, %scites: [s ¶1]}, "
DEMAND = "positions: [{id: p, actor: north, issue: route, kind: demand, stance: Open it, cites: [s ¶1]%s}]\n"
ASKED = "steps: [{id: x, name: The route is open, issue: route, demanded_by: [north], cites: [%s]}]"


def found(opened: Opener, text: str, as_of: str | None = None) -> list[dict[str, Any]]:
    case = opened(SOURCES + text)
    assert case.errors == ()
    told: list[dict[str, Any]] = case.at(as_of).show().document.get("tensions_found", [])
    return told


@pytest.mark.parametrize(
    ("text", "kind", "readings"),
    [
        (SEEN % ("5", "") + "{value: 7, date: 2024, cites: [t ¶1]}]}]", "numbers", ["5 km", "7 km"]),
        (
            SEEN % ("5", "comparator: at-most, ") + "{value: 7, date: 2024, cites: [s ¶2]}]}]",
            "numbers",
            ["at most 5 km", "7 km"],
        ),
        (
            SEEN % ("5", "comparator: nearly, ") + "{value: 5, date: 2024, cites: [s ¶2]}]}]",
            "hedge",
            ["nearly 5 km", "5 km"],
        ),
        (TWO % ("2025-05-03", "[north]", "t ¶1"), "dates", ["1 May 2025", "3 May 2025"]),
        (TWO % ("2025-05", "[north, coast]", "t ¶1"), "lists", ["North", "North and Coast"]),
        (
            "events: [{id: e, date: 2025-05-01, what: A quarrel, cites: [s ¶1]}]\n"
            "relations: [{id: r, from: north, to: coast, date: 2025-04, event: e, what: quarrels, cites: [t ¶1]}]",
            "dates",
            ["April 2025", "1 May 2025"],
        ),
        (
            "formats: [{id: k, name: Direct talks, from: 2024-10, cites: [s ¶1]}]\n"
            "events: [{id: e, date: 2024-05-01, what: They talk, format: k, cites: [s ¶2]}]",
            "dates",
            ["it begins October 2024", "1 May 2024: They talk"],
        ),
        (
            DEMAND % ", hedge: practically" + ASKED % "s ¶2",
            "hedge",
            ["“practically”: Open it", "without it: The route is open"],
        ),
        (
            STEP % "status: unmet" + EVENT % "signature",
            "status",
            ["not met", "signed 1 March 2025: A treaty on the route"],
        ),
        (
            STEP % "status: met, date: 2025-01" + EVENT % "initialing",
            "status",
            ["met January 2025", "initialled 1 March 2025: A treaty on the route"],
        ),
        (
            OWED % "2024-01" + EVENT % "signature",
            "status",
            ["in force January 2024", "signed 1 March 2025: A treaty on the route"],
        ),
    ],
)
def test_two_readings_of_one_fact(opened: Opener, text: str, kind: str, readings: list[str]) -> None:
    (told,) = found(opened, text)
    assert (told["kind"], [each["text"] for each in told["readings"]]) == (kind, readings)
    assert all(each["cites"] for each in told["readings"])
    assert told["declared"] is None


@pytest.mark.parametrize(
    "text",
    [
        SEEN % ("5", "") + "{value: 7, date: 2025, cites: [t ¶1]}]}]",
        SEEN % ("5", "comparator: about, ") + "{value: 7, date: 2024, cites: [t ¶1]}]}]",
        SEEN % ("5", "comparator: at-least, ") + "{value: 7, date: 2024, cites: [t ¶1]}]}]",
        TWO % ("2025-05-03", "[north]", "s ¶2"),
        TWO % ("2025-05", "[north]", "t ¶1"),
        TWO.replace("they met on", "they left") % ("2025-05-03", "[north]", "t ¶1"),
        DEMAND % ", hedge: practically" + ASKED % "s ¶1",
        DEMAND % ", hedge: practically" + (ASKED % "s ¶2").replace("cites", "hedge: nearly, cites"),
        DEMAND % "" + ASKED % "s ¶2",
        STEP % "status: unmet" + EVENT % "initialing",
        STEP % "status: met, date: 2025-06" + EVENT % "initialing",
        (STEP % "status: unmet").replace("treaty", "protocol") + EVENT % "signature",
        STEP % "status: unmet" + (EVENT % "signature").replace("[north, coast]", "[north]"),
        OWED % "2025-06" + EVENT % "signature",
    ],
)
def test_what_can_be_so_together_is_no_tension(opened: Opener, text: str) -> None:
    assert found(opened, text) == []


def test_of_a_day_before_one_reading_there_is_no_tension_yet(opened: Opener) -> None:
    text = TWO % ("2025-05-03", "[north]", "t ¶1")
    assert found(opened, text, "2025-05-02") == []
    assert len(found(opened, text, "2025-05-03")) == 1


def test_both_stand_side_by_side_and_what_holds_is_the_range(opened: Opener) -> None:
    text = SEEN % ("5", "") + "{value: 7, date: 2024, cites: [t ¶1]}, {value: 2, date: 2023, cites: [s ¶9]}]}]"
    show = opened(SOURCES + text).at().show()
    (row,) = rows(chapter(show, "tensions-found"), "tensions-found")
    assert (row["fact"], row["one"], row["other"]) == ("Length", "5 km [s ¶1]", "7 km [t ¶1]")
    (last,) = rows(chapter(show, "measures"), "measures")
    assert last["value"] == "5–7 km"
    assert last["cites"] == ["s ¶1", "t ¶1"]
    assert [other["value"] for other in rows(chapter(show, "measures"), "observations")] == ["2 km"]


def test_the_order_of_lines_does_not_matter_for_what_holds(opened: Opener) -> None:
    first, second = (
        "{value: 5, date: 2024, cites: [s ¶1]}",
        "{value: 7, date: 2024, comparator: at-least, cites: [t ¶1]}",
    )
    values = [
        opened(f"{SOURCES}measures: [{{id: m, observations: [{one}, {other}]}}]").at().show().document["measures"]["m"]
        for one, other in ((first, second), (second, first))
    ]
    assert values[0] == values[1]
    assert (values[0]["value"], values[0]["comparator"]) == (5.0, "at-least")


def test_what_the_case_declares_is_not_told_twice(opened: Opener) -> None:
    text = SEEN % ("5", "") + "{value: 7, date: 2024, cites: [t ¶1]}]}]\n"
    declared = "tensions: [{id: w, what: The length differs, cites: [s ¶1, t ¶1]}]"
    show = opened(SOURCES + text + declared).at().show()
    assert [each["declared"] for each in show.document["tensions_found"]] == ["w"]
    assert "tensions-found" not in [finding.id for finding in show.findings]


def test_of_the_flagship_it_finds_the_rounded_length_which_is_declared() -> None:
    show = open_case(ROOT / "examples" / "south-caucasus").at().show()
    assert [(each["kind"], each["about"], each["declared"]) for each in show.document["tensions_found"]] == [
        ("hedge", ["summit-duration"], "nearly-five-hours")
    ]
