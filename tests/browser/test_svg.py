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
  return [each.tagName, text ? each.textContent : '', style.fill, style.fillOpacity, style.stroke, style.strokeWidth,
    style.strokeDasharray, style.strokeLinecap, style.strokeLinejoin, style.paintOrder,
    ...(text ? [style.fontSize, style.fontWeight, style.textAnchor] : [])];
})"""


def looks(page: Page, sheet: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(sheet).first.evaluate(LOOKS)
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

    assert looks(visit(alone), "svg > svg") == on_page
