"""The report of the flagship as a reader meets it: what the command writes, in a real browser."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
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
from tests.conftest import ROOT

from detente.case.shape import records
from detente.session import open_case
from detente.session.version import program

Open = Callable[..., Page]
FLAGSHIP = "examples/south-caucasus"
PARTS = (
    "Where it stands",
    "Why it is stuck",
    "What would settle it, and when",
    "What both could take",
    "Who gains, who loses",
    "What is doubtful",
    "Sources and method",
    "Appendix",
)

COMPUTED = {
    "States as Azerbaijan and Armenia see them: 1 is the best rank",
    "States that no coalition leaves",
    "The status quo through the eyes of each coalition",
    "How pairs of actors stand to each other",
    "Open questions",
    "The region at the dates of its changes",
    "States of conditions",
    "The dispute under other states of the region",
    "What to watch",
    "The status quo through the eyes of each decision maker",
    "Ways from the status quo to the outcomes asked about",
    "Which outcome passes which test",
    "The outcomes asked about",
    "What the outcomes that everybody prefers to the status quo would need",
    "Equilibria, the foremost first",
    "What holds under which reading",
    "What small changes would do to the outcomes asked about",
    "Which single changes make a difference",
    "Outcomes that stand differently in a scenario",
    "In what share of the readings an outcome holds: those asked about, then the surest others",
    "Paths to the goal, the soonest first",
    "The rows of the picture, and the steps in each",
    "What a delay would cost",
    "Paths by scenario",
    "What each model says",
    "What the compromise hangs on",
    "Under pressure: the challenge model, in each of its readings",
    "Packages that cross no red line as Azerbaijan and Armenia see them",
    "What rules pick of the packages that nobody blocks, the best of them for each, and the nearest to them",
    "Packages possible now that nobody blocks",
    "The packages in full, with exact gains over no deal",
    "What cannot be said, first what the models read",
    "What is assumed, and what hangs on it",
    "What the side that gains least has from the best package possible now, in the model's units of worth",
    "Who stands in the way",
    "The packages that each rule picks",
    "Packages of the zone as states of the conflict",
    "How often each package holds",
    "What each number does at its ends (slack: what whoever gains least can gain at most; "
    "below 0 somebody blocks every package)",
    "What can be had by scenario",
    "Transit of this cargo [million tonnes a year] and fees [million dollars a year]: now, and changes",
    "What cargo that crosses a country pays for being carried there [million USD a year]",
    "What goes between neighbouring places [thousand tonnes a year]",
    "What shippers gain in which world [USD a unit]; – where they do not feel it",
}
"""Tables that Detente worked out; what they rest on stands in the method and the assumptions beside them."""


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report by the command that its reader is told to repeat."""
    path = tmp_path_factory.mktemp("flagship") / "page.html"
    words = [sys.executable, "-m", "detente", "report", FLAGSHIP, "--out", str(path)]
    result = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", f"{path}\n")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(visit: Open, flagship: Path, scheme: str, width: int) -> None:
    page = visit(flagship, scheme=scheme, width=width)
    closed = axe_violations(page)
    open_all(page)

    assert closed + axe_violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_overflows(visit: Open, flagship: Path, width: int) -> None:
    page = visit(flagship, width=width)
    closed = overflow(page)
    open_all(page)

    assert closed + overflow(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything_in_reading_order(visit: Open, flagship: Path, width: int) -> None:
    page = visit(flagship, width=width)

    assert skip_link(page) == []
    page.reload()
    assert tab_walk(page) == []


def test_nothing_is_asked_of_a_network(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    outside = watch_requests(page.context)
    page.reload()
    open_all(page)
    page.wait_for_load_state("networkidle")

    assert outside == []


def test_paper_shows_the_one_inventory_that_was_opened(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    kept = page.locator(".appendix .kept")
    kept.first.locator("details").first.evaluate("item => item.open = true")
    page.emulate_media(media="print")

    assert kept.count() > 1
    assert kept.first.is_visible()
    assert [other.is_visible() for other in kept.all()[1:]] == [False] * (kept.count() - 1)


def test_it_prints_to_a_tagged_pdf(visit: Open, flagship: Path) -> None:
    printed = visit(flagship).pdf(format="A4", tagged=True, outline=True)

    assert printed.startswith(b"%PDF")
    assert b"/StructTreeRoot" in printed


def test_the_page_begins_with_the_brief_and_goes_part_by_part(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    brief = page.locator("section.brief").inner_text()

    assert tuple(page.locator("section.part > h2").all_inner_texts()) == PARTS
    assert page.locator("h1").count() == 1
    assert "the treaty can be signed only after Armenia's constitution drops its reference to 1990" in brief
    assert "late July 2026 at the soonest" in brief


def test_other_dates_and_scenarios_change_the_brief(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    told = {}
    for day in range(1, 4):
        for scenario in range(1, 4):
            page.locator(f"#day-{day}").check()
            page.locator(f"#scenario-{scenario}").check()
            told[day, scenario] = tuple(page.locator(".rests-on:visible, .answers > div:visible").all_inner_texts())
            asked = page.locator(".answers dt:visible").all_inner_texts()
            assert len(asked) == len(set(asked)) >= 5
            assert page.locator(".rests-on:visible").count() == 1

    assert len(set(told.values())) == 9


def test_every_row_that_reads_the_case_out_says_what_it_rests_on(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    uncited = page.locator("main table:not(.rest table)").evaluate_all(
        """tables => tables
            .filter(table => !table.querySelector("table.evidence td:last-child"))
            .map(table => table.caption.firstElementChild.firstChild.textContent.trim())
            .map(caption => caption.replace(/, the first \\d+ of \\d+$/, ""))"""
    )
    bare = page.locator("table.evidence td:last-child").evaluate_all(
        """cells => cells.filter(cell => !cell.querySelector("[popovertarget], .assumed"))
                .filter(cell => !document.querySelector(cell.querySelector("a")?.getAttribute("href") ?? "#none"))
            .map(cell => cell.parentElement.textContent.trim().slice(0, 80))"""
    )

    assert set(uncited) == COMPUTED
    assert bare == []
    assert page.locator("table.evidence td:last-child").count() > 250


def test_every_header_of_a_table_is_that_of_its_column_or_row(visit: Open, flagship: Path) -> None:
    """As who hears the page is told; the browser works it out of where a header stands."""
    page = visit(flagship)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(each["role"]["value"] for each in tree if "role" in each)

    rendered = "headers => headers.filter(each => each.checkVisibility()).length"
    columns, rows = (page.locator(f"{part} th").evaluate_all(rendered) for part in ("thead", "tbody"))
    assert roles["columnheader"] == columns > 400
    assert roles["rowheader"] == rows > 1000


def test_every_citation_leads_to_its_source(visit: Open, flagship: Path) -> None:
    lost = visit(flagship).evaluate(
        """[...document.querySelectorAll("a[href^='#'], [popovertarget]")]
            .map(link => link.getAttribute("popovertarget") ?? link.getAttribute("href").slice(1))
            .filter(name => !document.getElementById(decodeURIComponent(name)))"""
    )

    assert lost == []


def test_the_stamp_lets_a_reader_repeat_the_page(visit: Open, flagship: Path) -> None:
    page = visit(flagship)
    page.locator("#reproduce").click()
    stamp = page.locator("details:has(#reproduce)").inner_text()
    case = open_case(ROOT / FLAGSHIP)

    assert f"detente report {FLAGSHIP}" in stamp
    assert "31 July 2025" in stamp
    assert case.loaded.version in stamp.replace("\n", "").replace(" ", "")
    assert program() in stamp


def test_nothing_that_has_a_name_is_called_by_its_id(visit: Open, flagship: Path) -> None:
    """A reader is told of records by name; ids stand only in citations, the stamp, and the column for them."""
    page = visit(flagship)
    open_all(page)
    text = page.evaluate(
        """() => {
            const copy = document.querySelector("main").cloneNode(true);
            const where = [...document.querySelectorAll("main table")].map(table =>
                [...table.querySelectorAll("thead th")].findIndex(cell => cell.textContent.trim() === "Called"));
            [...copy.querySelectorAll("table")].forEach((table, k) => where[k] < 0 ||
                table.querySelectorAll("tbody tr").forEach(row => row.children[where[k]].remove()));
            const aside = "[popovertarget], .key, .options, code, #sources ~ *";
            copy.querySelectorAll(aside).forEach(element => element.remove());
            return " " + [...copy.querySelectorAll("*")].flatMap(element => [...element.childNodes])
                .filter(node => node.nodeType === Node.TEXT_NODE || node.nodeName === "title")
                .map(node => node.textContent).join(" ") + " ";
        }"""
    )
    ids = {getattr(record, "id", None) or "" for _, record in records(open_case(ROOT / FLAGSHIP).case)}
    words = {word.strip("“”‘’'\"()[],.;:") for word in text.split()}

    assert len(ids) > 200
    assert sorted(words & {name for name in ids if "-" in name}) == []
