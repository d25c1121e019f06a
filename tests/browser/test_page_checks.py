"""The checks themselves: each one must complain about a page that deserves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.page_checks import axe_violations, overflow, skip_link, tab_walk, watch_requests

_BAD = """<!doctype html><title>Bad</title>
<style>a:focus { outline: none } p { width: 3000px; color: #ccc; background: #fff }</style>
<a href="#x" tabindex="2">second</a> <a href="#x" tabindex="1">first</a> <p>pale and wide</p>"""


@pytest.fixture
def bad(visit: Callable[..., Page], tmp_path: Path) -> Page:
    """Open a page that gets everything wrong."""
    path = tmp_path / "bad.html"
    path.write_text(_BAD, "utf-8")
    return visit(path)


def test_axe_complains(bad: Page) -> None:
    rules = {complaint.partition(":")[0] for complaint in axe_violations(bad)}

    assert {"color-contrast", "html-has-lang", "tabindex"} <= rules


def test_the_walk_complains(bad: Page) -> None:
    complaints = " ".join(tab_walk(bad))

    assert "Tab does not follow the reading order" in complaints
    assert "the focus cannot be seen on 'A first'" in complaints


def test_the_skip_link_is_missed(bad: Page) -> None:
    assert skip_link(bad) == ["the first stop is not the skip link"]


def test_overflow_is_seen(bad: Page) -> None:
    assert overflow(bad)[-1] == "the page scrolls sideways"


def test_requests_are_seen(bad: Page) -> None:
    outside = watch_requests(bad.context)
    bad.evaluate("fetch('http://localhost:9/').catch(() => null)")

    assert outside == ["http://localhost:9/"]
