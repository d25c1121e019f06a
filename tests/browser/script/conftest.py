"""A page with a long table, written once, and a page that says when its script complains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page
from tests.browser.page_checks import watch_requests
from tests.browser.script.crossing import crossing

from detente.report import write_report

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page once."""
    path = tmp_path_factory.mktemp("crossing") / "crossing.html"
    write_report(crossing(), path)
    return path


@pytest.fixture
def page(visit: Open, written: Path) -> Iterator[Page]:
    """Return the page, which has complained of nothing and asked for nothing at the end."""
    found = visit(written)
    complaints: list[str] = []
    outside = watch_requests(found.context)

    def heard(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    found.on("console", heard)
    found.on("pageerror", lambda error: complaints.append(str(error)))
    found.reload()
    yield found
    assert complaints == []
    assert outside == []
