"""A figure as a file looks as it does on the page: a browser works out the style sheet of the one, we of the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open
from tests.exports.briefs.edition import edition

from detente.exports.pictures.standalone import picture
from detente.report import render

FIGURES = [figure for findings in edition().findings for each in findings.findings for figure in each.figures]

LOOKS = """sheet => [...sheet.querySelectorAll('path, rect, circle, line, text')].map(each => {
  const style = getComputedStyle(each), text = each.tagName == 'text';
  const named = [style.fill, style.fillOpacity, ...(text
    ? [style.fontSize, style.fontWeight, style.textAnchor]
    : [style.stroke, style.strokeWidth, style.strokeDasharray, style.strokeLinecap])];
  return {shape: each.tagName, words: text ? each.textContent : '', halo: text && style.stroke != 'none', named};
})"""


def looks(page: Page, sheet: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.locator(sheet).first.evaluate(LOOKS)
    return found


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_shape_looks_alike(figure: Any, visit: Open, tmp_path: Path) -> None:
    report, alone = tmp_path / "report.html", tmp_path / "alone.svg"
    report.write_text(render(edition()), encoding="utf-8")
    alone.write_text(picture(figure, "foot"), encoding="utf-8")
    page = visit(report)
    drawn = page.locator(f"svg[role=img]:has(> title:text-is({figure.title!r}))").first
    name = drawn.evaluate("each => each.querySelector(':scope > svg.wide') ? 'svg.wide' : ''")
    on_page = drawn.locator("svg.wide").first.evaluate(LOOKS) if name else drawn.evaluate(LOOKS)

    in_file = looks(visit(alone), "svg > svg")
    kept = [each for each in in_file if not each["halo"]]
    assert [each["named"] for each in kept] == [each["named"] for each in on_page]
    assert [each["words"] for each in kept] == [each["words"] for each in on_page]
    assert sum(each["halo"] for each in in_file) == sum(each["halo"] for each in on_page)
