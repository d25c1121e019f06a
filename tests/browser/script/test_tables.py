"""Tables that a reader sorts, filters and takes along."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from tests.browser.page_checks import axe_violations, tab_walk
from tests.browser.script.crossing import NAMES

LONG = "#chronicle-crossings"
FOLDED = "#chronicle-folded"


def tools(page: Page, within: str = LONG) -> Locator:
    """Open the tools of the table of a finding, and return the finding."""
    found = page.locator(within)
    if within == FOLDED:
        found.locator("summary").first.click()
    found.locator(".tools > button").click()
    return found


def column(found: Locator, number: int) -> list[str]:
    """Return what the cells of a column show, hidden rows left out."""
    script = """(table, number) => [...table.tBodies[0].rows].filter(row => row.checkVisibility())
        .map(row => row.cells[number].innerText.replace(/\\s+/g, " ").trim())"""
    cells: list[str] = found.locator("table").first.evaluate(script, number)
    return cells


def test_one_button_brings_the_tools_and_all_rows(page: Page) -> None:
    found = page.locator(LONG)
    more = found.locator(".tools > button")

    assert more.get_attribute("aria-expanded") == "false"
    assert found.locator("details.rest").count() == 1
    assert found.locator("thead button, input").count() == 0
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    assert found.locator("details.rest").count() == 0
    assert len(column(found, 0)) == len(NAMES)
    more.click()
    assert more.get_attribute("aria-expanded") == "false"
    assert not found.locator("input").is_visible()


def test_words_are_sorted_as_readers_do(page: Page) -> None:
    found = tools(page)
    found.get_by_role("button", name="Name").click()
    letters = [name for name in column(found, 0) if name[0].isalpha()]

    assert letters == ['a "quoted", name', "Ábel", "Åland", "ferry 9", "ferry 10", "Zoll"]
    assert found.locator("th").first.get_attribute("aria-sort") == "ascending"
    found.get_by_role("button", name="Name").click()
    assert [name for name in column(found, 0) if name[0].isalpha()] == letters[::-1]
    assert found.locator("th").first.get_attribute("aria-sort") == "descending"


def test_sorting_is_announced(page: Page) -> None:
    found = tools(page)
    said = []
    for _ in range(2):
        found.get_by_role("button", name="Name").click()
        said.append(found.get_by_role("status").inner_text())

    assert said == ["Sorted by Name, ascending", "Sorted by Name, descending"]


def test_numbers_are_sorted_by_size_and_what_is_not_stated_comes_last(page: Page) -> None:
    found = tools(page)
    found.get_by_role("button", name="Length").click()
    rising = column(found, 2)
    found.get_by_role("button", name="Length").click()

    assert rising[:-2] == ["−3", "0", "0.25", "7", "12.7", "99", "1250.5", "1,234,567"]
    assert column(found, 2) == [*rising[:-2][::-1], *rising[-2:]]


def test_dates_are_sorted_by_time(page: Page) -> None:
    found = tools(page)
    found.get_by_role("button", name="Since").click()
    dates = [text for text in column(found, 1) if any(letter.isdigit() for letter in text)]

    assert [text.split()[-1] for text in dates] == ["2022", "2023", "2024", "2025", "2025", "2025", "2025", "2026"]
    assert dates[3].startswith("February")
    assert dates[4].startswith("by 1 March")
    assert dates[6].startswith("10 July")
    assert len(column(found, 1)) == len(NAMES)


def test_rows_are_filtered_and_counted(page: Page) -> None:
    found = tools(page)
    found.get_by_role("searchbox").fill("FERRY")

    assert column(found, 0) == ["ferry 10", "ferry 9"]
    assert found.get_by_role("status").inner_text() == "2 of 10 rows"
    found.get_by_role("searchbox").fill("")
    assert len(column(found, 0)) == len(NAMES)


def test_names_say_which_table(page: Page) -> None:
    found = tools(page)
    caption = "Crossings"

    assert found.get_by_role("button", name=f"Tools: {caption}").is_visible()
    assert found.get_by_role("button", name=f"CSV of {caption}").is_visible()
    assert found.get_by_role("searchbox", name=f"Only rows of {caption} with").is_visible()


def downloaded(page: Page, found: Locator) -> bytes:
    with page.expect_download() as waiting:
        found.get_by_role("button", name="CSV of").click()
    path = waiting.value.path()
    assert waiting.value.suggested_filename == "table-chronicle-crossings-crossings.csv"
    return Path(path).read_bytes()


def test_a_table_is_taken_along_as_it_is_shown(page: Page) -> None:
    found = tools(page)
    text = downloaded(page, found).decode("utf-8")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)

    assert not text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n") == len(NAMES) + 1
    assert head == ["Name", "Since", "Length (km)", "Open", "What is said", "Rests on"]
    assert [row[0] for row in rows] == [
        *NAMES[:5],
        "'=SUM(A1)",
        "'\u200b-1+1",
        "'@cmd",
        'a "quoted", name',
        "-3",
    ]
    assert [row[2] for row in rows] == ["1250.5", "-3", "", "12.7", "0", "1,234,567", "0.25", "99", "7", ""]
    assert [row[3] for row in rows[:4]] == ["yes", "no", "not determined", ""]
    assert [row[4] for row in rows[:3]] == ["one; two", "", "three"]
    assert [row[5] for row in rows[:2]] == ["", "dossier ¶1"]
    assert rows[0][1] == "10 July 2025"


def test_what_is_filtered_away_stays_behind(page: Page) -> None:
    found = tools(page)
    found.get_by_role("searchbox").fill("ferry")
    found.get_by_role("button", name="Length").click()
    rows = list(csv.reader(io.StringIO(downloaded(page, found).decode("utf-8"), newline="")))

    assert [row[0] for row in rows[1:]] == ["ferry 9", "ferry 10"]
    assert rows[0][0] == "Name"


def test_short_tables_behind_a_click_have_tools_too_unless_they_have_three_rows(page: Page) -> None:
    found = tools(page, FOLDED)
    found.get_by_role("button", name="Name").click()

    assert column(found, 0) == ["Ábel", "Åland", "ferry 10", "Zoll"]
    assert page.locator(f"{FOLDED} table").count() == 2
    assert page.locator(f"{FOLDED} .tools").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tools_are_accessible(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    tools(page)
    tools(page, FOLDED)

    assert axe_violations(page) == []
    assert tab_walk(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
