"""Alternatives, met steps, parts of steps and lengths: a step has one value, wherever it is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.methods.schedule.networks import Plan, plans

from detente.dates import Truth
from detente.findings import Findings
from detente.findings.figures.road import Road
from detente.lenses.roadmap.options import RoadmapOptions
from detente.methods.schedule.requirements import AnyOf, Requirement, Step
from detente.report.figures.road.drawing import draw
from detente.session import OpenCase, open_case

OVER_MET = """
    steps:
      - {id: survey, name: Survey, status: met, date: 2025-06-21}
      - {id: road, name: Road, requires: [survey], duration: 40, assumption: x}
      - {id: opened, name: Opened, requires: [{any: [road, survey]}], duration: 30, assumption: x}
    roadmap: {goal: opened}
"""
UNNEEDED = """
    actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
    steps:
      - {id: x, name: X, responsible: [a]}
      - {id: w, name: W, responsible: [b]}
      - {id: s, name: S, requires: [{any: [x, w]}, {step: e, accelerates: true}]}
      - {id: g, name: G, requires: [x, s], demanded_by: [b]}
      - {id: z, name: Z, demanded_by: [a]}
      - {id: e, name: E}
      - {id: p, name: P, requires: [{any: [q, x]}]}
      - {id: q, name: Q, requires: [p]}
    roadmap: {goal: g}
"""
LENGTHS = """
    actors: [{id: a, name: A, kind: state}]
    steps:
      - {id: x, name: X, responsible: [a]}
      - {id: y, name: Y, requires: [x], duration: [60, 180], assumption: guess}
      - {id: g, name: G, requires: [y], duration: [30, 90], assumption: guess}
    roadmap: {goal: g}
"""


def look(case: OpenCase, as_of: str | None = None) -> Findings:
    return case.at(as_of).look("roadmap", RoadmapOptions(draws=64, model=True))


def road(found: Findings) -> tuple[Road, list[dict[str, Any]]]:
    (figure,) = chapter(found, "steps").figures
    assert isinstance(figure.spec, Road)
    keys = [column.key for column in figure.table.columns]
    return figure.spec, [dict(zip(keys, row.cells, strict=True)) for row in figure.table.rows]


def test_a_duration_counts_from_the_alternative_that_is_met(opened: Opener) -> None:
    (path,) = look(opened(OVER_MET)).document["paths"]

    assert (path["steps"], path["earliest"], path["latest"]) == (["opened"], "2025-07-21", "2025-07-21")


@pytest.mark.parametrize("as_of", ["2025", "2026-06-01", "2026-06-07", "2027"])
def test_a_dated_alternative_that_has_passed_leaves_the_other_aside(as_of: str, opened: Opener) -> None:
    text = """
    steps:
      - {id: vote, name: Vote, date: 2026-06-07}
      - {id: waiver, name: Waiver}
      - {id: opened, name: Open, requires: [{any: [vote, waiver]}]}
    roadmap: {goal: opened, from: 2024}
    """
    paths = look(opened(text), as_of).document["paths"]

    if as_of in ("2026-06-07", "2027"):  # by plan the vote was held
        assert [(path["steps"], path["earliest"]) for path in paths] == [(["opened"], None)]
    else:
        assert [(path["steps"], path["earliest"]) for path in paths] == [
            (["vote", "opened"], "2026-06-07"),
            (["waiver", "opened"], None),
        ]


def test_what_a_step_has_to_do_with_the_goal(opened: Opener) -> None:
    found = look(opened(UNNEEDED))
    spec, told = road(found)
    parts = {step["id"]: step["part"] for step in found.document["model"]["steps"]}

    assert parts == {
        "x": "",
        "w": "an alternative that nobody needs",
        "s": "",
        "g": "",
        "z": "it is not of this goal",
        "e": "it only makes another step easier",
        "p": "it is not of this goal",
        "q": "it is not of this goal",
    }
    assert {row["step"]: row["path"] for row in told} == {
        "X": "the only path",
        "W": "none; an alternative that nobody needs",
        "S": "the only path",
        "E": "none; it only makes another step easier",
        "G": "the only path",
    }
    assert [each.text for each in chapter(found, "steps").statements] == [
        "“W” is an alternative that nobody needs.",
        "“P”, “Q” and “Z” are not of this goal.",
    ]
    svg = draw(spec, "f", "Title", "Description")
    assert "every path" not in svg
    assert svg.count("an alternative that nobody needs") == 2  # on a wide page and on a narrow one
    assert svg.count("it only makes another step easier") == 2


def test_an_alternative_in_a_circle_cannot_come_about(opened: Opener) -> None:
    text = """
    steps:
      - {id: x, name: X}
      - {id: p, name: P, requires: [q]}
      - {id: q, name: Q, requires: [p]}
      - {id: g, name: G, requires: [{any: [p, x]}]}
    roadmap: {goal: g}
    """
    found = look(opened(text)).document
    parts = {step["id"]: step["part"] for step in found["model"]["steps"]}

    assert parts["p"] == parts["q"] == "it cannot come about, as it waits in a circle"
    assert [path["steps"] for path in found["paths"]] == [["x", "g"]]


def test_the_record_counts_and_demands_the_goal_s_steps_only(opened: Opener) -> None:
    found = chapter(opened(UNNEEDED).at().look("chronicle"), "steps")

    assert {row["step"]: row["apart"] for row in rows(found, "steps") if row["apart"]} == {
        "W": "an alternative that nobody needs",
        "Z": "it is not of this goal",
        "E": "it only makes another step easier",
        "P": "it is not of this goal",
        "Q": "it is not of this goal",
    }
    assert found.headline == "Of 3 steps towards “G”, none is met; 1 is still demanded."


def test_days_after_an_undated_step(opened: Opener) -> None:
    found = look(opened(LENGTHS))
    spec, told = road(found)

    assert found.document["paths"][0]["after"] == [{"step": "x", "days": [90, 270]}]
    assert chapter(found, "paths").headline == "One path leads to “G”, through 2 steps still to come."
    assert chapter(found, "paths").statements[0].text == (
        "When: no date, but 90 to 270 days after “X”, on an assumption. First come “X” and “Y”."
    )
    assert chapter(found, "path-by-path").headline == (
        "The only path: without any date, but 90 to 270 days after “X”, on an assumption."
    )
    assert [row.get("after") for row in told] == [
        None,
        ("60 to 180 days after “X”",),
        ("90 to 270 days after “X”",),
    ]
    assert [row["assumed"] for row in told] == ["no step", ("Y",), ("G", "Y")]
    assert "90 to 270 days after “X”" in draw(spec, "f", "Title", "Description")


def test_no_length_is_told_where_it_says_nothing(opened: Opener) -> None:
    text = "steps: [{id: x, name: X}, {id: g, name: G, requires: [x], duration: 0, assumption: a}]\nroadmap: {goal: g}"
    found = look(opened(text))

    assert found.document["paths"][0]["after"] == [{"step": "x", "days": [0, 0]}]
    assert chapter(found, "paths").statements[0].text == "When: no date. First comes “X”."


def test_alternatives_with_parts_of_which_some_are_met(opened: Opener) -> None:
    text = """
    steps:
      - {id: a, name: A}
      - {id: b, name: B}
      - {id: c, name: C}
      - {id: m, name: M, status: met}
      - {id: g, name: G, requires: [{any: [{all: [a, b]}, c, {all: [m, c]}]}]}
      - {id: h, name: H, requires: [{any: [{all: [a, b]}, m]}, {any: [{step: m, accelerates: true}, a]}]}
      - {id: goal, name: Goal, requires: [g, h]}
    roadmap: {goal: goal}
    """
    table = rows(chapter(look(opened(text)), "steps"), "road")
    waits = {row["step"]: row["requires"] for row in table}

    assert waits["G"] == ("(C, (A and B) or C)",)
    assert waits["H"] == ("A",)


def test_paths_that_end_alike_are_told_apart(opened: Opener) -> None:
    text = """
    steps:
      - {id: a, name: A}
      - {id: b, name: B}
      - {id: c, name: C}
      - {id: x, name: X, requires: [{any: [a, b]}]}
      - {id: g, name: G, requires: [{any: [x, c]}]}
    roadmap: {goal: g}
    """
    labels = [row["path"] for row in rows(chapter(look(opened(text)), "path-by-path"), "paths")]

    assert sorted(labels) == ["by “C”", "by “X” with “A”", "by “X” with “B”"]


def test_very_many_combinations_still_give_paths_that_are_paths(opened: Opener) -> None:
    """Of each of twelve, two alternatives wait for each other: 531,441 combinations, of which one works."""
    steps = "".join(
        f"      - {{id: a{k}, name: A{k}, requires: [b{k}]}}\n      - {{id: b{k}, name: B{k}, requires: [a{k}]}}\n"
        f"      - {{id: c{k}, name: C{k}}}\n"
        for k in range(12)
    )
    groups = ", ".join(f"{{any: [a{k}, b{k}, c{k}]}}" for k in range(12))
    text = f"    steps:\n{steps}      - {{id: g, name: G, requires: [{groups}]}}\n    roadmap: {{goal: g}}\n"
    found = look(opened(text)).document

    assert not found["complete"]
    assert [set(path["steps"]) for path in found["paths"]] == [{"g", *(f"c{k}" for k in range(12))}]
    assert len(found["deadlocks"]) == 12


def test_several_deadlocks_are_told_one_by_one(opened: Opener) -> None:
    pairs = "".join(
        f"{{id: a{k}, name: A{k}, requires: [b{k}]}}, {{id: b{k}, name: B{k}, requires: [a{k}]}}, " for k in (1, 2)
    )
    text = f"steps: [{pairs}{{id: g, name: G, requires: [a1]}}]\nroadmap: {{goal: g}}"

    assert chapter(look(opened(text)), "deadlocks").headline == (
        "2 deadlocks: “A1” and “B1” wait for each other; “A2” and “B2” wait for each other. The goal is behind them."
    )


def test_what_was_planned_is_counted_from_its_plan(opened: Opener) -> None:
    """Beyond what the case knows, the options' calendar and the roadmap have a step coming on the same days."""
    text = """
    case: {id: demo, as_of: 2025-07-10}
    steps:
      - {id: vote, name: Vote, duration: [10, 20], assumption: a}
      - {id: law, name: Law, requires: [vote], duration: [5, 60], assumption: a}
      - {id: missed, name: Missed, date: 2025-01}
    roadmap: {goal: law}
    """
    case = opened(text)
    (path,) = look(case, "2025-08-01").document["paths"]
    plan = case.at("2025-08-01").situation.plans["law"]

    assert (path["earliest"], path["latest"]) == ("2025-08-01", "2025-09-28")  # 30 July, when the vote was due, and 60
    assert plan.latest == date(2025, 9, 28)
    assert case.at("2025-09-28").situation.plans == case.at("2025-08-01").situation.plans
    assert look(case, "2025-09-28").document["paths"] == []
    assert "missed" not in case.at("2025-08-01").moment.roads.model.presumed


def as_yaml(plan: Plan) -> str:
    """Return a plan as a case; day 100 is 11 April 2025, the case's own date."""

    def day(number: float) -> str:
        return date.fromordinal(date(2025, 1, 1).toordinal() + int(number)).isoformat()

    def written(part: Requirement) -> str:
        if isinstance(part, Step):
            return f"{{step: s{part.number}, strict: {str(bool(part.gap)).lower()}}}"
        return f"{{{'any' if isinstance(part, AnyOf) else 'all'}: [{', '.join(map(written, part.parts))}]}}"

    lines = [f"case: {{id: m, as_of: {day(100)}}}", "sources: [{id: p, title: P}]", "steps:"]
    for k, (needs, met, timing) in enumerate(zip(plan.requirements, plan.met, plan.timings, strict=True)):
        facts = [f"id: s{k}, name: S{k}, status: {'met' if met else 'open'}, cites: [p ¶{k + 1}]"]
        facts += [f"date: {day(timing.first)}/{day(timing.last)}"] if timing.last < 1e9 else []
        facts += [f"duration: [{timing.quick}, {timing.slow}]"] if timing.slow < 1e9 else []
        facts += ["assumption: a"] if k % 2 else []
        facts += [f"probability: 0.{k + 1}"] if k % 3 == 2 else []
        facts += [f"requires: [{', '.join(map(written, needs.parts))}]"]
        lines.append(f"  - {{{', '.join(facts)}}}")
    return "\n".join([*lines, f"roadmap: {{goal: s{plan.goal}, from: 2000}}", ""])


@given(plan=plans(6), as_of=st.sampled_from([None, "2024-12", "2025-04-20", "2025-06", "2027"]))
def test_a_step_has_one_value_wherever_it_is_told(plan: Plan, as_of: str | None, tmp_path_factory: Any) -> None:
    path: Path = tmp_path_factory.mktemp("case") / "m.yaml"
    path.write_text(as_yaml(plan), encoding="utf-8")
    case = open_case(path)
    if case.errors:
        return
    found = look(case, as_of)
    model = {step["id"]: step for step in found.document["model"]["steps"]}
    days = {name: (step["earliest"], step["latest"]) for name, step in model.items()}
    _drawing_and_tables(found, model)
    for one in reversed(found.document["paths"]):
        assert one["steps"][-1] == found.document["goal"]
        for name, each in one["dates"].items():
            first = one is found.document["paths"][model[name]["paths"][0] - 1]
            assert not first or (each["earliest"], each["latest"]) == days[name]
            assert None in days[name] or days[name][0] <= days[name][1]
    shares = [each["probability"] for each in found.document["by_date"]]
    assert shares == sorted(shares)
    _files(case, as_of, model)


def _drawing_and_tables(found: Findings, model: dict[str, Any]) -> None:
    if not any(each.id == "steps" and each.figures for each in found.findings):
        return
    spec, told = road(found)
    for stage, row in zip(spec.stages, told, strict=True):
        step = model[stage.name.lower()]
        drawn = tuple(day.isoformat() if day else None for day in (stage.earliest, stage.latest))
        assert drawn == (row["earliest"], row.get("latest")) == (step["earliest"], step["latest"])
        assert [number + 1 for number in stage.paths] == step["paths"]
        assert list(stage.after) == step["after"]
        assert bool(stage.paths) != bool(stage.apart)
        assert stage.apart in row["path"]
    assert draw(spec, "f", "Title", "Description")


def _files(case: OpenCase, as_of: str | None, model: dict[str, Any]) -> None:
    graph = networkx.parse_graphml(case.at(as_of).export("roadmap"))
    for name, step in model.items():
        node = graph.nodes[name]
        assert (node.get("earliest"), node.get("latest")) == (step["earliest"], step["latest"])
    dated = case.at(as_of).situation.as_of.interval.is_day  # only then a calendar can say when it was made
    events: Any = icalendar.Calendar.from_ical(case.at(as_of).export("ics")).walk("VEVENT") if dated else []
    for part in events:
        step = model[str(part["UID"]).partition("@")[0]]
        assert part["DTSTART"].dt.isoformat() == (step["earliest"] or step["latest"])
    situation = case.at(as_of).situation
    assert all(step["done"] or situation.steps[name] is not Truth.TRUE for name, step in model.items())


@given(plan=plans(5))
def test_in_draws_without_doubt_the_goal_is_met_when_its_quickest_path_says(plan: Plan, tmp_path_factory: Any) -> None:
    sure = tuple(t._replace(last=t.first if t.last < 1e9 else t.last) for t in plan.timings)
    sure = tuple(t._replace(slow=t.quick if t.slow < 1e9 else t.slow) for t in sure)
    text = as_yaml(Plan(plan.requirements, plan.met, sure))
    for k in range(len(sure)):
        text = text.replace(f"probability: 0.{k + 1}", "probability: 1")
    path: Path = tmp_path_factory.mktemp("case") / "m.yaml"
    path.write_text(text, encoding="utf-8")
    case = open_case(path)
    if case.errors or "probability" not in text:
        return
    document = json.loads(json.dumps(look(case).document))
    firsts = [one["earliest"] for one in document["paths"]]
    if document["by_date"]:
        assert document["by_date"][-1]["probability"] == 1
        assert document["by_date"][0]["date"] >= min(first for first in firsts if first)
