"""What the how-to says of the page: every part that it names, every key, and what programs may ask."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.docs.pages import DOCS
from tests.workbench.web.client import Client
from tests.workbench.web.conftest import Bench, Serve
from tests.workbench.web.test_answers import COMMANDS
from tests.workbench.web.test_session import WHOLE, find, write

from detente.casefile.beginning import Beginning
from detente.session.making.starting import begin

MANUAL = (DOCS / "how-to" / "workbench.md").read_text(encoding="utf-8")

NAMES = """[...document.querySelectorAll("button, label, h2")].flatMap(each =>
  [each, ...[...each.childNodes].filter(inner => inner.nodeType === 3)].map(({ textContent }) => textContent.trim()))"""


def test_every_part_that_is_named_is_on_the_page(serve: Serve, bench: Bench, tmp_path: Path) -> None:
    named = {" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", MANUAL, re.DOTALL)}
    case = tmp_path / "ferry"
    begin(case, Beginning(("Upper Bank", "Lower Bank"), "The ferry", "2024-11"))
    page = bench(serve(case))
    page.get_by_role("tab", name="What if").click()
    expect(page.get_by_role("button", name="What then?")).to_be_visible(timeout=WHOLE)
    write(page, "upper-bank, lower-bank", "uper-bank, lower-bank")
    with (case / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("terms: []\n")
    expect(page.get_by_role("button", name="Show both")).to_be_visible(timeout=WHOLE)
    expect(page.locator("#problems .fix")).to_be_visible(timeout=WHOLE)
    assert named - set(page.evaluate(NAMES)) == set()


def saves(page: Page, case: Path) -> None:
    write(page, "They talk", "They sing")
    press(page, "Ctrl-S")
    expect(page.locator("#save")).to_be_disabled()
    assert "They sing" in case.read_text("utf-8")


def undoes(page: Page, _case: Path) -> None:
    press(page, "Ctrl-Z")
    expect(page.locator(".cm-content")).to_contain_text("They talk")


def searches(page: Page, _case: Path) -> None:
    press(page, "Ctrl-F")
    expect(page.locator(".cm-search [name=search]")).to_be_focused()
    expect(page.locator(".cm-search [name=replace]").first).to_be_visible()
    page.keyboard.press("Escape")


def completes(page: Page, _case: Path) -> None:
    page.keyboard.press("Control+End")
    press(page, "Ctrl-Space")
    expect(page.locator(".cm-completionLabel", has_text="positions")).to_be_visible(timeout=WHOLE)
    page.keyboard.press("Escape")


def goes_to_the_definition(page: Page, _case: Path) -> None:
    find(page, "- actor: lower")
    press(page, "F12")
    expect(page.locator(".cm-activeLine")).to_contain_text("name: Lower Bank")


def goes_to_the_problem(page: Page, _case: Path) -> None:
    write(page, "actors: [upper", "actors: [uper")
    expect(page.locator("#problems .error")).to_have_count(1)
    page.keyboard.press("Control+Home")
    press(page, "F8")
    expect(page.locator(".cm-activeLine")).to_contain_text("actors: [uper")
    expect(page.locator(".cm-tooltip")).to_contain_text("did you mean 'upper'?")


def leaves(page: Page, _case: Path) -> None:
    press(page, "Tab")
    expect(page.locator(".cm-content")).not_to_be_focused()


KEYS = {
    "Ctrl-S": saves,
    "Ctrl-Z": undoes,
    "Ctrl-F": searches,
    "Ctrl-Space": completes,
    "F12": goes_to_the_definition,
    "F8": goes_to_the_problem,
    "Tab": leaves,
}


def press(page: Page, key: str) -> None:
    """Press a key as the how-to writes it."""
    before, _, last = key.rpartition("-")
    page.keyboard.press(f"Control+{last.lower() if len(last) == 1 else last}" if before else last)


def test_every_key_does_what_is_said(serve: Serve, bench: Bench, small: Path) -> None:
    table = MANUAL.partition("| key | in the text |\n| --- | --- |\n")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (\S+) \|", table, re.MULTILINE) == list(KEYS)
    page = bench(serve(small))
    for does in KEYS.values():
        does(page, small / "case.yaml")


def test_what_is_said_to_programs(serve: Serve, small: Path) -> None:
    [command] = re.findall(r'^curl "http://127.0.0.1:8417(\S+)"$', MANUAL, re.MULTILINE)
    served = serve(small)
    token = served.address.partition("token=")[2]
    found = Client(served.origin).get(command.replace("TOKEN", token))
    assert (found.status, found.json["format"], found.json["as_of"]) == (200, "detente.brief/1", "2025-05")
    said = MANUAL.partition("## For programs")[2].partition("\n## ")[0]
    assert {word for word in re.findall(r"`(\w+)`", said) if word not in ("as_of", "scenario")} == set(COMMANDS)
