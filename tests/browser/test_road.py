"""The road in rows with letters enlarged on a small screen: they shrink to what there is room for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.gallery import gallery
from tests.browser.page_checks import overflow
from tests.report.extremes import extremes

Open = Callable[..., Page]
_OUTSIDE = """() => [...document.querySelectorAll(".itinerary")].flatMap(drawing => {
    const edge = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll("text")].filter(word => word.getBoundingClientRect().right > edge.right + 1)
        .map(word => word.textContent);
})"""


@pytest.mark.parametrize("width", [320, 390])
def test_enlarged_letters_stay_in_the_drawing(visit: Open, tmp_path: Path, width: int) -> None:
    path = tmp_path / "roads.html"
    path.write_text(gallery([found for found in extremes() if found[0].startswith("itinerary")]), "utf-8")
    page = visit(path, width=width)
    page.evaluate("document.documentElement.style.fontSize = '26px'")

    assert page.locator(".itinerary").count() == 5
    assert page.evaluate(_OUTSIDE) == []
    assert overflow(page) == []
