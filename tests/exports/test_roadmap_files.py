"""The roadmap as a calendar and as a network, read by other programs and held against the lens."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.exports.editions import chronicle, edition
from tests.lenses.roadmap.cases import CASE, DEADLOCK
from tests.told import findings

import detente
from detente.dates import Truth
from detente.exports.export import ExportError
from detente.exports.formats import ics, roadmap
from detente.lenses.roadmap.model import NetworkModel, NetworkStep
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.paths.result import StepAssumption
from detente.session import CaseError, OpenCase


def components(text: str) -> dict[str, Any]:
    """Return the parts of a calendar by their UIDs."""
    calendar = icalendar.Calendar.from_ical(text)
    parts = [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    assert not [error for part in parts for error in part.errors]
    found = {str(part["UID"]): part for part in parts}
    assert len(found) == len(parts)
    return found


def raw(text: str) -> list[str]:
    """Return the lines of a calendar unfolded, as RFC 5545 (3.1) says; the library has no part in it."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def network(case: OpenCase) -> Any:
    text = case.at().export("roadmap")
    assert ElementTree.fromstring(text).tag.endswith("}graphml")  # noqa: S314
    return networkx.read_graphml(io.BytesIO(text.encode()))


def test_dated_steps_are_events_and_the_others_things_to_do(opened: Opener) -> None:
    found = components(opened(CASE).at().export("ics"))

    assert {name: part.name for name, part in found.items()} == {
        "draft@demo.detente": "VEVENT",
        "elections@demo.detente": "VEVENT",
        "vote@demo.detente": "VEVENT",
        "dropped@demo.detente": "VTODO",
        "group@demo.detente": "VTODO",
        "rumour@demo.detente": "VTODO",
        "signed@demo.detente": "VEVENT",
    }
    draft, signed = found["draft@demo.detente"], found["signed@demo.detente"]
    assert (draft["DTSTART"].dt, draft["DTEND"].dt) == (date(2026, 1, 1), date(2026, 4, 1))  # the end is not included
    assert (signed["DTSTART"].dt, signed["DTEND"].dt) == (date(2026, 7, 27), date(2026, 7, 28))
    assert str(signed["SUMMARY"]) == "Treaty signed (not before this day)"
    assert "DTSTART" not in found["group@demo.detente"]
    assert {part["DTSTAMP"].dt.date() for part in found.values()} == {date(2025, 7, 10)}


def test_who_must_act_what_is_waited_for_and_every_assumption(opened: Opener) -> None:
    found = components(opened(CASE).at().export("ics"))

    assert str(found["signed@demo.detente"]["DESCRIPTION"]).splitlines() == [
        "Who must act: nobody is named",
        "Waits for: The group dissolved (“practically”); North drops its demand (one of several is enough); The vote "
        "(one of several is enough); A rumour (only makes it easier)",
        "This is the goal.",
        "Not before: 2026-07-27. At the latest: no date.",
        "Assumption (The vote): as we remember the law",
        "As of 2025-07-10.",
    ]
    assert "Who must act: South" in found["vote@demo.detente"]["DESCRIPTION"]
    assert "Demanded by: North" in found["group@demo.detente"]["DESCRIPTION"]
    assert "Not on any path to the goal." in found["rumour@demo.detente"]["DESCRIPTION"]


def test_the_same_case_gives_the_same_bytes_and_a_scenario_its_own_events(opened: Opener) -> None:
    changes = "[{set: steps.dropped.status, to: met}]"
    case = opened(CASE + f"    scenarios: [{{id: gives, title: T, assumption: a, changes: {changes}}}]\n")

    assert case.at().export("ics") == case.at().export("ics")
    assert set(components(case.at(scenario="gives").export("ics"))) == {
        "draft.gives@demo.detente",
        "elections.gives@demo.detente",
        "vote.gives@demo.detente",
        "group.gives@demo.detente",
        "rumour.gives@demo.detente",
        "signed.gives@demo.detente",
    }


def test_steps_that_wait_in_a_circle_are_things_to_do(opened: Opener) -> None:
    found = components(opened(DEADLOCK).at().export("ics"))

    assert {part.name for part in found.values()} == {"VTODO"}
    assert "Peace (no date)" in [str(part["SUMMARY"]) for part in found.values()]


ODD = ["a, b; c: d\\n \\, e\nf", "Հանրաքվե" * 20, "ქ" * 99, "😀" * 40, '"x"; =y', "\\N", "\\\\n,\\N"]
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120).filter(lambda name: name.strip())


def _model(name: str, first: str | None, last: str | None) -> NetworkModel:
    step = NetworkStep(
        id="a",
        name=name,
        status="open",
        met=Truth.FALSE,
        done=False,
        goal=False,
        paths=(1,),
        part="",
        earliest=first,
        latest=last,
        after=(),
        stated="",
        responsible=(name, name),
        demanded_by=(),
        waits_for=(name,),
        assumptions=(StepAssumption(name, name),),
        assumptions_more=0,
    )
    return NetworkModel(name, "2025-07-10", (step,), (), ())


def _calendar(model: NetworkModel) -> list[str]:
    return ics.write(edition(chronicle(title=model.title), findings("roadmap", result=model)))


def _unescaped(value: str) -> str:
    plain = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}
    pieces = iter(value)
    return "".join(plain[next(pieces)] if piece == "\\" else piece for piece in pieces)


@given(st.one_of(NAMES, st.sampled_from(ODD)))
def test_any_name_comes_back_as_it_was(name: str) -> None:
    text = "".join(_calendar(_model(name, "2026-01-01", "2026-01-01")))
    kept = "".join(c for c in name.replace("\r\n", "\n") if c in "\n\t" or (c >= " " and c != "\x7f"))
    lines = raw(text)

    (summary,) = [line.partition(":")[2] for line in lines if line.startswith("SUMMARY:")]
    assert _unescaped(summary) == kept
    if "\\" not in kept:  # the library read a backslash twice before its version 7
        assert str(components(text)["a@c.detente"]["SUMMARY"]) == kept
    (title,) = [line.partition(":")[2] for line in lines if line.startswith("X-WR-CALNAME:")]
    assert _unescaped(title) == " ".join(kept.split())
    (said,) = [line.partition(":")[2] for line in lines if line.startswith("DESCRIPTION:")]
    assert f"Assumption ({kept}): {kept}" in _unescaped(said)


@pytest.mark.parametrize(
    ("first", "last", "start", "days"),
    [
        ("2026-01-01", "2026-03-31", "2026-01-01", 90),
        ("2026-01-01", None, "2026-01-01", 1),
        (None, "2026-03-31", "2026-03-31", 1),
    ],
)
def test_an_event_covers_its_days(first: str | None, last: str | None, start: str, days: int) -> None:
    text = "".join(_calendar(_model("A", first, last)))
    part = components(text)["a@c.detente"]

    assert part["DTSTART"].dt == date.fromisoformat(start)
    assert part["DTEND"].dt - part["DTSTART"].dt == timedelta(days=days)
    assert part["DTSTART"].params["VALUE"] == "DATE"


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    text = "".join(_calendar(_model("A", "9999-12-31", "9999-12-31")))

    assert "DTEND" not in components(text)["a@c.detente"]


def test_without_a_day_of_its_own_it_is_refused() -> None:
    said = edition(chronicle(today=None), findings("roadmap", result=_model("A", None, None)))

    with pytest.raises(ExportError, match="give a date with --as-of"):
        ics.write(said)


def test_the_network_has_every_step_gate_and_requirement(opened: Opener) -> None:
    graph = network(opened(CASE))

    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    steps = ("text", "draft", "elections", "vote", "dropped", "group", "rumour", "signed")
    assert kinds == dict.fromkeys(steps, "step") | {"signed.1": "any"}
    flags = {(a, b): {key for key, value in data.items() if value is True} for a, b, data in graph.edges(data=True)}
    assert flags == {
        ("draft", "vote"): set(),
        ("elections", "vote"): {"strict"},
        ("text", "signed"): set(),
        ("group", "signed"): set(),
        ("signed.1", "signed"): set(),
        ("vote", "signed.1"): set(),
        ("dropped", "signed.1"): set(),
        ("rumour", "signed"): {"accelerates"},
    }
    assert graph.edges["group", "signed"]["hedge"] == "practically"
    node = graph.nodes["vote"]
    assert (node["earliest"], node["latest"], node["responsible"], node["paths"]) == (
        "2026-07-27",
        "2026-07-27",
        "South",
        "1",
    )
    assert (graph.nodes["text"]["met"], graph.nodes["text"]["earliest"]) == ("true", "2025-03-13")
    assert [name for name, data in graph.nodes(data=True) if data.get("goal")] == ["signed"]


def test_what_is_said_of_a_whole_holds_for_its_parts(opened: Opener) -> None:
    graph = network(
        opened(CASE.replace("{any: [vote, dropped],", "{any: [{all: [vote, group]}, dropped], strict: true,"))
    )

    assert {node: data["kind"] for node, data in graph.nodes(data=True) if data["kind"] != "step"} == {
        "signed.1": "any",
        "signed.2": "all",
    }
    strict = {(a, b) for a, b, data in graph.edges(data=True) if data["strict"]}
    assert strict == {
        ("elections", "vote"),
        ("signed.1", "signed"),
        ("signed.2", "signed.1"),
        ("vote", "signed.2"),
        ("group", "signed.2"),
        ("dropped", "signed.1"),
    }


def test_the_paths_of_the_lens_can_be_found_again_in_the_network(root: Path) -> None:
    """From the file alone: what is met, or whose requirements are, spreads along each path up to the goal."""
    case = detente.open(root / "examples" / "south-caucasus")
    graph = network(case)
    document = case.at().look("roadmap", RoadmapOptions(model=True)).document
    for path in document["paths"]:
        have = {name for name, data in graph.nodes(data=True) if data.get("met") == "true"}
        while True:
            more = {name for name in graph if name not in have and _ready(graph, name, have, set(path["steps"]))}
            if not more:
                break
            have |= more
        assert document["goal"] in have
        for name in path["steps"]:
            assert graph.nodes[name].get("earliest") in (path["dates"][name]["earliest"], "2026-07-21")


def _ready(graph: Any, name: str, have: set[str], path: set[str]) -> bool:
    kind = graph.nodes[name]["kind"]
    if kind == "step" and name not in path:
        return False
    needs = [a in have for a, _, data in graph.in_edges(name, data=True) if not data["accelerates"]]
    return any(needs) if kind == "any" else all(needs)


@given(NAMES)
def test_any_name_is_sound_xml(name: str) -> None:
    text = "".join(roadmap.write(findings("roadmap", result=_model(name, None, None))))
    graph = networkx.read_graphml(io.BytesIO(text.encode()))

    assert list(graph) == ["a"]
    if name.isprintable():
        assert graph.nodes["a"]["name"] == name


def test_a_case_without_a_goal_has_no_network_and_an_empty_calendar_is_refused(opened: Opener) -> None:
    sight = opened(CASE.replace("roadmap: {goal: signed}", "")).at()

    with pytest.raises(CaseError):
        sight.export("roadmap")
    with pytest.raises(ExportError, match="the case has neither"):
        sight.export("ics")


def test_a_plan_that_has_lapsed_is_said_where_the_step_has_no_date(opened: Opener) -> None:
    case = opened(CASE.replace("status: due, date: 2026-01/2026-03", "status: unmet, date: 2025-01/2025-03"))
    draft = components(case.at().export("ics"))["draft@demo.detente"]

    assert draft.name == "VTODO"
    assert "Assumption (Draft ready): the time planned for it has passed without it; it counts as undated" in str(
        draft["DESCRIPTION"]
    )
