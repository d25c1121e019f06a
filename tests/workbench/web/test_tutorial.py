"""The tutorial, done in a browser from its first command to its last: every button and every word that it names."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect
from tests.docs.pages import DOCS
from tests.docs.shell import Shell
from tests.workbench.web.conftest import Bench, Serve
from tests.workbench.web.reading import Reader
from tests.workbench.web.test_session import WHOLE, find, write

TUTORIAL = DOCS / "tutorial.md"

MIDDLE = """word => {
  const lines = document.createTreeWalker(document.querySelector(".cm-content"), NodeFilter.SHOW_TEXT);
  while (!lines.nextNode().data.includes(word));
  const node = lines.currentNode, range = document.createRange(), at = node.data.indexOf(word);
  range.setStart(node, at);
  range.setEnd(node, at + word.length);
  const { x, y, width, height } = range.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
"""Where in the window the first place of a word of the text is."""

PASTE = """(editor, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


class Follower:
    """Does what the tutorial says, and only that."""

    def __init__(self, reader: Reader, shell: Shell) -> None:
        self.reader = reader
        self.shell = shell
        self.page: Page

    @property
    def report(self) -> FrameLocator:
        """The report that is shown."""
        return self.page.frame_locator("#frames iframe:not(.coming)")

    def runs(self) -> None:
        """Run the next commands, and see that they print what the tutorial shows."""
        self.shell.run(self.reader.block())

    def presses(self, name: str, found: Locator | None = None) -> None:
        """Press a button or a tab of that name, or something else that bears it."""
        self.reader.says("bold", name)
        button = self.page.get_by_role("button", name=name, exact=True)
        target = found or button.or_(self.page.get_by_role("tab", name=name, exact=True))
        expect(target).to_contain_text(name, timeout=WHOLE)
        target.click()

    def field(self, name: str) -> Locator:
        """Return the field with a label."""
        self.reader.says("bold", name)
        return self.page.get_by_label(name, exact=True).or_(self.page.get_by_role("combobox", name=name, exact=True))

    def saves(self) -> None:
        """Press the button that saves, and wait until it has."""
        self.presses("Save")
        expect(self.page.locator("#save")).to_be_disabled(timeout=WHOLE)

    def sees(self, text: str, where: Locator) -> None:
        """Wait until something stands somewhere."""
        expect(where).to_contain_text(self.reader.says("seen", text), timeout=WHOLE)

    def reads(self, text: str) -> None:
        """Wait until something stands in the report."""
        self.sees(text, self.report.locator("main"))

    def writes(self, new: str, old: str) -> None:
        """Write something in the place of something else."""
        self.reader.says("code", new)
        write(self.page, self.reader.says("code", old), new)

    def fills_in(self) -> None:
        """Fill in the form with what the next table says."""
        for key, text in self.reader.table().items():
            entry = self.page.locator("#form").get_by_label(key).first
            expect(entry).to_have_attribute("name", key, timeout=WHOLE)
            is_choice = entry.evaluate("each => each.matches('select')")
            entry.select_option(text) if is_choice else entry.fill(text)


def begins(do: Follower) -> None:
    do.sees("no errors, no warnings", do.page.locator("#count"))
    do.reads("Rests on no source.")
    do.reader.says("code", "upper-bank")
    x, y = do.page.evaluate(MIDDLE, do.reader.says("code", "upper-bank"))
    do.page.mouse.move(x - 10, y)
    do.page.mouse.move(x, y)
    do.sees("Upper Bank", do.page.locator(".meaning"))


def writes_its_own(do: Follower) -> None:
    do.writes("Why does the ferry not sail?", "What would settle it?")
    find(do.page, do.reader.says("code", "issues:"))
    do.page.keyboard.press("Home")
    do.page.keyboard.press("Control+Shift+End")
    do.page.locator(".cm-content").evaluate(PASTE, do.reader.block().text)
    do.saves()
    do.reads("Upper Bank wants: that both pay half.")


def breaks_and_mends(do: Follower) -> None:
    do.reader.says("code", "beginning")
    wrong, right = do.reader.says("code", "uper-bank"), do.reader.says("code", "upper-bank")
    write(do.page, f"actors: [{right}", f"actors: [{wrong}")
    do.page.keyboard.press("Escape")
    do.sees("no actor has the id 'uper-bank' – did you mean 'upper-bank'?", do.page.locator("#problems"))
    do.presses("case.yaml, line 19")
    do.saves()
    do.sees("Below is the last good page.", do.page.locator("#stale"))
    do.presses("Write 'upper-bank'")
    do.sees("no errors, no warnings", do.page.locator("#count"))
    do.saves()
    do.runs()


def says_where_it_comes_from(do: Follower) -> None:
    do.presses("Add")
    do.presses("A source")
    do.fills_in()
    do.presses("Put it into the text")
    expect(do.page.locator(".cm-activeLine")).to_contain_text("gazette", timeout=WHOLE)
    do.presses("An event")
    do.fills_in()
    do.presses("Put it into the text")
    expect(do.page.locator(".cm-activeLine")).to_contain_text("¶1", timeout=WHOLE)
    why, cited, assumed = (do.reader.says("code", each) for each in HARBOUR)
    write(do.page, f"{why}, {assumed}", f"{why}, {cited}")
    do.page.keyboard.press("Escape")
    do.saves()
    do.presses("Report")
    do.reads("cited claims rest on one newspaper, rated C")
    do.reads("the two banks talk about the repair (18 May 2025)")


HARBOUR = ("its harbour lives on the ferry", "cites: [gazette ¶2]", "assumption: an example")


def asks_why(do: Follower) -> None:
    do.presses("Why it is stuck", do.report.get_by_role("link", name="Why it is stuck", exact=True))
    do.reads("In the model, nobody gains by moving first.")
    reasons = do.report.locator("article", has_text="nobody gains by moving first").first
    do.presses("Why?", reasons.locator("summary").filter(has_text="Why?"))
    reason = do.report.get_by_text("It will not sail for nothing.").first
    do.sees("It will not sail for nothing.", reason)
    expect(reason).to_be_visible()


def stands_at_another_date(do: Follower) -> None:
    early = do.reader.says("code", "2025-01")
    do.field("Date").fill(early)
    do.page.keyboard.press("Enter")
    do.reads("As of January 2025")
    do.field("Date").fill("")
    do.page.keyboard.press("Enter")
    do.reads("18 May 2025")


def asks_what_if(do: Follower) -> None:
    do.presses("What if")
    do.field("Lower Bank: it will not sail for nothing").uncheck(timeout=WHOLE)
    do.presses("What then?")
    do.sees("Lower Bank gains by moving first", do.page.locator("#supposed"))
    title = do.reader.says("code", "Lower Bank gives in")
    do.field("Title").fill(title)
    with do.page.expect_response("**/check", timeout=WHOLE):  # the list of scenarios is that of the last check
        do.presses("Write this as a scenario")
    expect(do.page.locator(".cm-activeLine")).to_contain_text("lower-bank-gives-in", timeout=WHOLE)
    do.saves()
    do.presses("Report")
    do.field("Scenario").select_option(label=title, timeout=WHOLE)
    do.reads("Supposed: Lower Bank gives in.")


@pytest.mark.slow
def test_the_tutorial_is_what_the_page_does(
    serve: Serve, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    do = Follower(Reader(TUTORIAL), Shell())
    do.runs()
    do.runs()
    assert do.shell.ran[-1] == "detente serve ferry"
    do.page = bench(serve(Path("ferry")))
    begins(do)
    writes_its_own(do)
    breaks_and_mends(do)
    says_where_it_comes_from(do)
    asks_why(do)
    stands_at_another_date(do)
    asks_what_if(do)
    do.runs()
    assert "Lower Bank gives in" in Path("ferry.html").read_text(encoding="utf-8")
    do.runs()
    assert do.reader.is_read()
