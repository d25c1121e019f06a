"""Take the pictures of the documentation: ``python docs/images/take.py build/south-caucasus.html``.

Needs Chromium and playwright, as the browser tests do. Pictures are in light mode and 1280 pixels wide: the top of a
report, for the README, and a new case as it is written in a browser, with a slip that is not saved.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

REPORT = Path(__file__).with_name("report.png")
WORKBENCH = Path(__file__).with_name("workbench.png")
DETENTE = [sys.executable, "-m", "detente"]
BEGUN = ["--who", "Upper Bank, Lower Bank", "--what", "The ferry", "--since", "2024-11"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
LONG = 120_000
"""Milliseconds that a page may take."""


def take(report: Path) -> None:
    """Write both pictures."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1280, "height": 1400}, color_scheme="light")
        tab.goto(report.resolve().as_uri())
        tab.screenshot(path=REPORT)
        tab.set_viewport_size({"width": 1280, "height": 720})
        case = Path(folder) / "ferry"
        subprocess.run([*DETENTE, "new", str(case), *BEGUN], check=True)  # noqa: S603
        _take_workbench(case, tab)
        browser.close()


def _take_workbench(case: Path, tab: Page) -> None:
    """Write the picture of a case that is served."""
    words = [*DETENTE, "serve", str(case), "--no-open", "--port", "0"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as served:  # noqa: S603
        tab.goto(served.stdout.readline().strip() if served.stdout else "")
        expect(tab.locator("#frames iframe:not(.coming)")).to_have_count(1, timeout=LONG)
        _slip(tab)
        tab.screenshot(path=WORKBENCH)
        served.terminate()


def _slip(tab: Page) -> None:
    """Write an id wrongly."""
    tab.locator(".cm-content").press("Control+f")
    tab.keyboard.type("upper-bank, lower-bank")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    tab.keyboard.type("uper-bank, lower-bank")
    expect(tab.locator("#problems .fix")).to_be_visible(timeout=LONG)
    tab.locator("#problems button").first.click()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
