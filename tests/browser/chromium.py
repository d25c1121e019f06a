"""The system's Chromium, or a loud notice that nobody looked at the pages."""

from __future__ import annotations

import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NOTICE = "BROWSER TESTS DID NOT RUN: install chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of the system's Chromium, or ``None``."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
