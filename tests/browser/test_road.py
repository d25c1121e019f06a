"""The road in a few rows as a person sees it: it fills its column, and nothing runs through its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.conftest import ROOT
from tests.lenses.roadmap.cases import CASE, DEADLOCK
from tests.report.sample import STAMP

from detente.report import write_report
from detente.session import open_case

Open = Callable[..., Page]
LONG = "the constitutional court's advisory opinion on the conformity of the unified text"
HEAD = "case: {id: demo, as_of: 2025-07-10}\nactors: [{id: a, name: Alpha, kind: state}]\n"
WAYS = ", ".join(f"{{id: s{k}, name: {LONG} {k}, responsible: [a]}}" for k in range(12))
CASES = {
    "two-paths": CASE.replace("\n    ", "\n"),
    "deadlock": HEAD.partition("actors")[0] + DEADLOCK.replace("\n    ", "\n"),
    "twelve-paths": HEAD + f"steps: [{WAYS}, {{id: z, name: Z, date: 2026-02~}}, {{id: g, name: {LONG}, requires: "
    f"[z, {{any: [{', '.join(f's{k}' for k in range(12))}]}}]}}]\nroadmap: {{goal: g}}\n",
}
_MEASURES = """() => {
    const drawing = document.querySelector(".itinerary"), edge = drawing.getBoundingClientRect();
    const shown = each => each.tagName === "svg" && getComputedStyle(each).display !== "none";
    const sheet = [...drawing.children].find(shown);
    const shapes = [...sheet.querySelectorAll("line, rect, path, circle")].filter(each => !each.matches(".nodate"));
    const words = [...sheet.querySelectorAll("text")];
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const out = box => box.left < edge.left - 1 || box.right > edge.right + 1;
    const box = each => each.getBoundingClientRect();
    const around = word => {  // letters with their ascenders and descenders, without the leading
        const {left, right, top, bottom} = box(word), spare = (bottom - top) * 0.12;
        return {left, right, top: top + spare, bottom: bottom - spare};
    };
    const column = document.querySelector("figure:has(.itinerary)").getBoundingClientRect();
    return [
        ...(Math.abs(column.width - edge.width) > 1 ? [`${edge.width} of ${column.width} px are filled`] : []),
        ...words.flatMap(word => [
            ...shapes.filter(shape => meet(box(shape), around(word)))
                .map(shape => `${shape.getAttribute("class")} crosses ${word.textContent}`),
            ...words.filter(other => other !== word && meet(around(other), around(word)))
                .map(other => `${other.textContent} lies on ${word.textContent}`),
            ...(out(box(word)) ? [`${word.textContent} sticks out`] : []),
        ]),
    ];
}"""


@pytest.fixture(scope="session", params=["flagship", *CASES])
def road(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a roadmap."""
    path = tmp_path_factory.mktemp("road") / "page.html"
    case = ROOT / "examples" / "south-caucasus"
    if request.param in CASES:
        case = path.with_suffix(".yaml")
        case.write_text(CASES[request.param], "utf-8")
    write_report([open_case(case).at().look("roadmap")], STAMP, path)
    return path


@pytest.mark.parametrize("width", [288, 320, 672, 880])
def test_the_road_fills_its_column_and_nothing_runs_through_its_words(visit: Open, road: Path, width: int) -> None:
    """A screen of 320 pixels leaves 288 between the margins of the page."""
    page = visit(road, width=1280)
    page.evaluate(f"document.querySelector('figure:has(.itinerary)').style.width = '{width}px'")

    assert page.evaluate(_MEASURES) == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_road_fits_a_narrow_screen_with_large_letters(visit: Open, road: Path, width: int) -> None:
    page = visit(road, width=width)
    page.evaluate("document.documentElement.style.fontSize = '26px'")

    assert page.evaluate(_MEASURES) == []
