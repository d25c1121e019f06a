"""The report as a person meets it: by eye, by keyboard, by screen reader, on paper, offline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.page_checks import (
    axe_violations,
    open_all,
    overflow,
    skip_link,
    tab_walk,
    watch_requests,
)
from tests.report.hostile import TEXTS, poison
from tests.report.sample import edition

from detente.report import write_report

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample report once."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(edition(), path)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(visit: Open, report: Path, scheme: str, width: int) -> None:
    page = visit(report, scheme=scheme, width=width)
    closed = axe_violations(page)
    open_all(page)

    assert closed + axe_violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_overflows(visit: Open, report: Path, width: int) -> None:
    page = visit(report, width=width)
    open_all(page)

    assert overflow(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything_in_reading_order(visit: Open, report: Path, width: int) -> None:
    page = visit(report, width=width)
    closed = tab_walk(page)
    open_all(page)

    assert closed + tab_walk(page) == []


def test_the_skip_link_comes_first_and_leads_to_main(visit: Open, report: Path) -> None:
    assert skip_link(visit(report)) == []


def test_enter_opens_a_disclosure(visit: Open, report: Path) -> None:
    page = visit(report)
    summary = page.locator(".why > summary").first
    summary.focus()
    page.keyboard.press("Enter")

    assert page.locator(".why > :is(ol, ul, dl)").first.is_visible()


def test_a_citation_opens_where_it_is_and_leads_back(visit: Open, report: Path) -> None:
    page = visit(report)
    cite = page.locator("button[popovertarget]").first
    place = page.locator(f"#{cite.get_attribute('popovertarget')}")
    cite.focus()
    page.keyboard.press("Enter")
    opened = place.bounding_box()
    page.keyboard.press("Escape")
    place.wait_for(state="hidden")  # the page hides it when it comes to that
    page.keyboard.press("Enter")
    place.get_by_role("button", name="Back").click()
    place.wait_for(state="hidden")

    assert opened
    assert opened["y"] >= 0
    assert opened["y"] + opened["height"] <= 800
    assert page.evaluate("document.activeElement === document.querySelector('button[popovertarget]')")


def test_nothing_is_asked_of_a_network(visit: Open, report: Path) -> None:
    page = visit(report)
    outside = watch_requests(page.context)
    page.reload()
    open_all(page)
    page.wait_for_load_state("networkidle")

    assert outside == []


def test_figures_scale_without_shrinking_their_letters(visit: Open, report: Path) -> None:
    page = visit(report, width=320)
    letters = page.locator("svg.lanes[role=img] text")
    boxes = [box for box in (item.bounding_box() for item in letters.all()) if box]

    assert min(box["height"] for box in boxes) >= 12
    assert max(box["x"] + box["width"] for box in boxes) <= 320


_PRINTED = """() => [...document.querySelectorAll("details:not(.back > .rest)")].map(item =>
    [item.open, [...item.querySelectorAll(":scope > :not(summary)")].some(part => part.checkVisibility())])"""


def test_paper_shows_what_is_open_and_besides_only_sources_and_how_to_cite(visit: Open, report: Path) -> None:
    page = visit(report)
    page.emulate_media(media="print")
    closed = page.evaluate(_PRINTED)
    cited = page.locator("details:has(#reproduce) code").is_visible()
    open_all(page)
    opened = page.evaluate(_PRINTED)
    printed = page.pdf(format="A4", tagged=True, outline=True)

    assert cited
    assert {shown for is_open, shown in closed if not is_open} == {False}
    assert [shown for is_open, shown in opened if is_open] == [True] * len(opened)
    assert printed.startswith(b"%PDF")
    assert b"/StructTreeRoot" in printed
    assert b"/Lang (en)" in printed


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_stay_texts(visit: Open, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.html"
    write_report(poison(edition(), text), path)
    page = visit(path, width=320)
    outside = watch_requests(page.context)
    open_all(page)

    assert page.title() != "taken"
    assert overflow(page) == []
    assert outside == []
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert axe_violations(page) == [] or not text
