"""Dates keep the marks of their sources: what is about, doubted, inferred, hedged or counted from something else."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences
from tests.lenses.roadmap.cases import CASE

from detente.findings.figures.road import Road
from detente.lenses.roadmap.options import RoadmapOptions
from detente.report.figures.road.drawing import draw

MARKED = """
    actors: [{id: a, name: A, kind: state}]
    events: [{id: summit, date: 2025-07-01, what: The summit, assumption: x}]
    steps:
      - {id: text, name: Text, status: met, date: 2025-03~, certainty: inference, assumption: x}
      - {id: vote, name: Vote, status: scheduled, date: DATE, requires: [text], MORE, assumption: x}
      - {id: law, name: Law, requires: [vote], duration: 3, assumption: x}
    roadmap: {goal: law}
"""


@pytest.mark.parametrize(
    ("date", "more", "mark"),
    [
        ("2026-06~", "certainty: fact", "about June 2026"),
        ("2026-06?", "certainty: fact", "June 2026 (uncertain)"),
        ("2026-06", "certainty: inference", "June 2026, inferred"),
        ("2026-06", "hedge: expected", "June 2026, “expected”"),
        ("2026", "certainty: inference, hedge: probably", "2026, inferred, “probably”"),
        ("{after: summit, by: 1 year}", "certainty: fact", "1 year after “The summit”"),
        ("{after: summit}", "certainty: fact", "after “The summit”"),
        ("2026-06", "certainty: fact", ""),
        ("2026-06", "certainty: attributed", ""),
    ],
)
def test_a_date_keeps_its_mark_in_words_tables_and_picture(date: str, more: str, mark: str, opened: Opener) -> None:
    found = opened(MARKED.replace("DATE", date).replace("MORE", more)).at().look("roadmap", RoadmapOptions(model=True))
    paths, steps = chapter(found, "paths"), chapter(found, "steps")
    (figure,) = steps.figures
    assert isinstance(figure.spec, Road)
    svg = draw(figure.spec, "f", "Title", "Description")

    counted = f"counting from “Vote”, dated {mark}"
    told = [chapter(found, "road").headline, paths.statements[0].text, chapter(found, "path-by-path").headline]
    assert [counted in text for text in told] == [bool(mark)] * 3
    progress = [s.text for s in chapter(found, "path-by-path").statements]
    assert progress == ["Of what it waits for, 1 is met: “Text” (about March 2025, inferred)."]
    assert [row.get("stated") for row in rows(steps, "road")] == [mark or None, None]
    assert [stage.stated for stage in figure.spec.stages] == [mark, ""]
    assert not mark or mark.split(",", maxsplit=1)[0] in svg
    assert {step["id"]: step["stated"] for step in found.document["model"]["steps"]} == {
        "text": "about March 2025, inferred",
        "vote": mark,
        "law": "",
    }


def test_a_goal_with_a_date_of_its_own_keeps_the_mark(opened: Opener) -> None:
    text = "steps: [{id: g, name: G, date: 2026-06-07?, assumption: x}]\nroadmap: {goal: g}"
    (path,) = chapter(opened(text).at().look("roadmap"), "paths").statements

    assert path.text == "When: early June 2026, dated 7 June 2026 (uncertain), on an assumption."


def test_a_plan_that_has_lapsed_dates_nothing_and_is_not_told(opened: Opener) -> None:
    text = "steps: [{id: v, name: V, date: 2024-06~}, {id: g, name: G, requires: [v], duration: 3, assumption: x}]"
    found = opened(f"{text}\nroadmap: {{goal: g}}").at().look("roadmap", RoadmapOptions(model=True))

    assert [step["stated"] for step in found.document["model"]["steps"]] == ["", ""]


def test_dates_without_marks_take_no_column(opened: Opener) -> None:
    found = opened(CASE).at().look("roadmap")

    assert all("stated" not in row for row in rows(chapter(found, "steps"), "road"))
    assert not any("counting from" in text for text in sentences(found))
