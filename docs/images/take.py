"""Take the picture of a report for the README: ``python docs/images/take.py build/south-caucasus.html``.

Needs Chromium and playwright, as the browser tests do. The picture shows the top of the page in light mode.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).with_name("report.png")
SIZE = {"width": 1280, "height": 1400}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def take(page: Path, picture: Path) -> None:
    """Write a PNG of the top of ``page``, 1280 pixels wide."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(page.resolve().as_uri())
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), PICTURE)
