"""Pictures as a person sees them: letters of readable size, inside their drawing, and on no other name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.page_checks import axe_violations, open_all, overflow
from tests.conftest import ROOT
from tests.report.sample import STAMP
from tests.settlement_cases import settlement_case

from detente.lenses.settlement.options import SettlementOptions
from detente.report import write_report
from detente.session import open_case

Open = Callable[..., Page]
CASES = {
    "flagship": "examples/south-caucasus",
    "elmira": "catalog/group-decision-and-negotiation/kilgour-hipel-2005/elmira.yaml",
    "chicken": "catalog/textbook/two-by-two/chicken.yaml",
    "road": "examples/south-caucasus",
}
SETTLEMENTS = {
    "packages": settlement_case(["0.55", "[0.3, 0.65]"], 3),
    "packages-of-four": settlement_case(["0.45", "[0.3, 0.6]", "0.5", "0.45"], 4),
    "empty-zone": settlement_case(["0.6", "[0.5, 0.8]", "0.6", "0.65"], 4),
    "many-packages": settlement_case(["0.5", "[0.4, 0.6]", "0.45"], 8),
}
_LETTERS = """() => [...document.querySelectorAll(".drawing")].flatMap(drawing => {
    const shown = [...drawing.querySelectorAll(":scope > svg")]
        .filter(sheet => getComputedStyle(sheet).display !== "none");
    if (shown.length !== 1) return [`${shown.length} drawings are shown at once`];
    const edge = drawing.getBoundingClientRect(), words = [...shown[0].querySelectorAll("text")];
    const boxes = words.map(word => word.getBoundingClientRect());
    const out = box => box.left < edge.left - 1 || box.right > edge.right + 1
        || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
    return words.flatMap((word, k) => [
        ...(boxes[k].height < 12 ? [`${word.textContent} is ${boxes[k].height} px high`] : []),
        ...(boxes[k].width && out(boxes[k]) ? [`${word.textContent} sticks out`] : []),
        ...boxes.slice(k + 1).flatMap((box, j) => meet(boxes[k], box)
            ? [`${word.textContent} lies on ${words[k + 1 + j].textContent}`] : []),
    ]);
})"""


@pytest.fixture(scope="session", params=(*CASES, *SETTLEMENTS))
def pictured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a conflict, of a roadmap, or of packages."""
    path = tmp_path_factory.mktemp("pictured") / f"{request.param}.html"
    if request.param in SETTLEMENTS:
        case = path.with_suffix(".yaml")
        case.write_text(SETTLEMENTS[request.param], "utf-8")
        found = open_case(case).at().look("settlement", SettlementOptions(draws=256))
    else:
        found = open_case(ROOT / CASES[request.param]).at().look("roadmap" if request.param == "road" else "conflict")
    write_report([found], STAMP, path)
    return path


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_letters_are_readable_and_apart(visit: Open, pictured: Path, width: int) -> None:
    page = visit(pictured, width=width)
    sheet = ".narrow" if width < 768 else ".wide"

    assert page.evaluate(_LETTERS) == []
    assert page.locator(f".drawing > {sheet}").first.is_visible()
    assert overflow(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(visit: Open, pictured: Path, scheme: str, width: int) -> None:
    page = visit(pictured, scheme=scheme, width=width)
    open_all(page)

    assert axe_violations(page) == []


_CONTRAST = """() => {
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k], 0);
    const paper = getComputedStyle(document.body).backgroundColor;
    const probe = document.createElement("div");
    probe.style.color = "var(--panel)";
    document.body.append(probe);
    const panel = getComputedStyle(probe).color;
    const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const least = (selector, key, wanted, grounds) => [...document.querySelectorAll(`.drawing ${selector}`)]
        .map(element => getComputedStyle(element)[key])
        .filter((colour, k, all) => all.indexOf(colour) === k)
        .flatMap(colour => grounds.map(ground => [selector, colour, ratio(colour, ground)]))
        .filter(found => found[2] < wanted).map(String);
    return [
        ...least("text", "fill", 4.5, [paper, panel]),
        ...least(".step, .ring, .cross, .frontier, .base, .leader", "stroke", 3, [paper, panel]),
        ...least(".link, .when, .open, .waits", "stroke", 3, [paper, panel]),
        ...least(".nodeal, .speck, .gap, .tickmark, .bounds, .barrier", "stroke", 3, [paper, panel]),
        ...least(".disc, path.head, .gain, .loss", "fill", 3, [paper, panel]),
    ];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_and_lines_stand_out(visit: Open, pictured: Path, scheme: str) -> None:
    assert visit(pictured, scheme=scheme).evaluate(_CONTRAST) == []


def test_letters_grow_with_those_of_the_reader(visit: Open, pictured: Path) -> None:
    page = visit(pictured)
    height = "() => document.querySelector('.drawing > .wide text').getBoundingClientRect().height"
    before = page.evaluate(height)
    page.evaluate("document.documentElement.style.fontSize = '24px'")
    after = page.evaluate(height.replace(".wide", ".narrow"))

    assert after == pytest.approx(1.5 * before, rel=0.1)


def test_large_letters_on_a_small_screen_do_not_push_the_page_aside(visit: Open, pictured: Path) -> None:
    page = visit(pictured, width=390)
    page.evaluate("document.documentElement.style.fontSize = '28px'")
    wide = page.locator(".drawing").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
    letters = page.locator(".drawing > .narrow text").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )

    assert max(wide) <= 390
    assert min(letters) >= 14


def test_paper_shows_the_wide_drawing(visit: Open, pictured: Path) -> None:
    page = visit(pictured, width=794)
    page.emulate_media(media="print")

    assert page.locator(".drawing > .wide").first.is_visible()
