"""The served page for everybody: without a mouse, without seeing, on a telephone, in the dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.page_checks import axe_violations, overflow
from tests.workbench.web.conftest import SMALL, Bench, Serve

VIEWS: dict[str, Callable[[Page], object]] = {
    "report": lambda page: expect(page.locator("#frames iframe:not(.coming)")).to_have_count(1, timeout=60_000),
    "suppose": lambda page: expect(page.locator("[name=wish]").first).to_be_visible(timeout=60_000),
    "add": lambda page: page.get_by_role("button", name="A position").click(),
    "search": lambda page: page.locator("[name=wanted]").fill("ferry"),
}


def complaints(page: Page) -> list[str]:
    """Return what axe finds; what an edge cuts has colours that it measures elsewhere."""
    return [each for each in axe_violations(page) if "obscured by another" not in each and "overlapped by" not in each]


def broken(page: Page) -> None:
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("x: 1")
    expect(page.locator("#problems li")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_stands_in_the_way(serve: Serve, bench: Bench, small: Path, width: int, scheme: str) -> None:
    page = bench(serve(small), width=width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    broken(page)
    assert complaints(page) == []
    assert overflow(page) == []
    for view, ready in VIEWS.items():
        if width == 390:
            page.get_by_role("button", name="Page", exact=True).click()
        page.locator(f"#view-{view}").click()
        ready(page)
        page.wait_for_timeout(300)
        assert complaints(page) == [], view
        assert overflow(page) == [], view


def tab_to(page: Page, selector: str, *, most: int = 40) -> None:
    """Press the tabulator until something has the focus."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached")


def test_by_keyboard_alone(serve: Serve, bench: Bench, small: Path) -> None:
    (small / "more.yaml").write_text("terms: []\n", encoding="utf-8")
    page = bench(serve(small))
    page.evaluate("document.activeElement.blur()")

    tab_to(page, "#tabs [role=tab]")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="more.yaml")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")

    tab_to(page, ".cm-content")
    page.keyboard.press("Control+End")
    page.keyboard.type("positions: [{id: p, actor: uper, issue: boat, stance: Pay, assumption: an example}]")
    page.keyboard.press("Escape")
    expect(page.locator("#problems .error")).to_have_count(1)
    tab_to(page, "#problems .fix")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("no errors")
    assert page.evaluate("document.activeElement.matches('.cm-content')")
    page.keyboard.press("Control+s")
    expect(page.locator("#save")).to_be_disabled()
    assert "actor: upper" in (small / "case.yaml").read_text("utf-8").splitlines()[-1]

    tab_to(page, "#view-report")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=wish]").first).to_be_visible(timeout=60_000)
    tab_to(page, "[name=wish]")
    page.keyboard.press("Space")
    tab_to(page, "#supposing [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#supposed")).not_to_be_empty(timeout=60_000)
    tab_to(page, "#write-scenario")
    page.keyboard.press("Enter")
    expect(page.locator(".cm-activeLine")).to_contain_text("what-if", timeout=60_000)
    page.keyboard.press("Control+s")
    expect(page.locator("#save")).to_be_disabled()
    text = (small / "case.yaml").read_text("utf-8")
    assert text.startswith(SMALL.rstrip("\n"))
    assert "drop: conflict.upper.u-sail" in text


def test_completion_and_what_an_id_means(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("positions: [{id: p, actor: ")
    option = page.locator(".cm-completionLabel", has_text="upper")
    expect(option).to_be_visible(timeout=20_000)
    expect(page.locator(".cm-completionDetail", has_text="Upper Bank")).to_be_visible()
    page.keyboard.type("up")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    expect(page.locator(".cm-content")).to_contain_text("actor: upper")
    page.keyboard.press("Control+Home")
    box = page.locator(".cm-line", has_text="id: upper, name").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.mouse.move(box["x"] + 95, box["y"] + 8)
    expect(page.locator(".meaning")).to_contain_text("Upper Bank", timeout=20_000)


def test_a_search_leads_to_the_line(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.get_by_role("tab", name="Search").click()
    page.locator("[name=wanted]").fill("MONEY upper")
    expect(page.locator("#hits")).to_contain_text("Nothing has all of these words.")
    page.locator("[name=wanted]").fill("has no money")
    page.locator("#hits").get_by_role("button").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("It has no money")
