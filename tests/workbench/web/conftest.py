"""A server on a copy of a case, and a real browser that opens its page."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import ROOT

SMALL = """# A ferry between two banks.
case: {id: ferry, title: The ferry, as_of: 2025-06-01, known_until: 2025-06-30}
sources:
  # the only one
  - {id: gazette, title: The Gazette}
actors:
  - {id: upper, name: Upper Bank, kind: state}
  - {id: lower, name: Lower Bank, kind: state}
events:
  - {id: talk, date: 2025-05-02, what: They talk, actors: [upper, lower], cites: [gazette ¶1]}  # the first
issues: [{id: boat, name: The boat}]
conflict:
  decision_makers:
    - actor: upper
      options: [{id: pay, text: Pay for the repair}]
      preferences:
        statements:
          - {id: u-sail, when: sail, why: It needs the boat, assumption: an example}
          - {id: u-save, when: not pay, why: It has no money, assumption: an example}
    - actor: lower
      options: [{id: sail, text: Let the ferry sail}]
      preferences:
        statements:
          - {id: l-pay, when: pay if sail, why: It wants its money, assumption: an example}
          - {id: l-rest, when: not sail, why: It would rather rest, assumption: an example}
  status_quo: []
"""


@dataclass(frozen=True)
class Served:
    """A case that is served.

    Attributes
    ----------
    address
        What the server printed.
    path
        The case.
    process
        The server.
    """

    address: str
    path: Path
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        """Its address without the token."""
        return self.address.partition("/?")[0]


Serve = Callable[..., Served]


@contextmanager
def running() -> Iterator[Serve]:
    """Yield a function that serves a case, ``start(path, "--port", "0")``; what it started ends with it."""
    begun: list[subprocess.Popen[str]] = []

    def start(path: Path, *more: str) -> Served:
        words = [sys.executable, "-m", "detente", "serve", str(path), "--no-open", *(more or ("--port", "0"))]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        begun.append(process)
        assert process.stdout is not None
        return Served(process.stdout.readline().strip(), path, process)

    yield start
    for process in begun:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that serves a case."""
    with running() as start:
        yield start


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a folder with a small case."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "case.yaml").write_text(SMALL, encoding="utf-8")
    return folder


@pytest.fixture
def flagship(tmp_path: Path) -> Path:
    """Return a copy of the flagship."""
    return Path(shutil.copytree(ROOT / "examples" / "south-caucasus", tmp_path / "south-caucasus"))


Bench = Callable[..., Page]


@pytest.fixture
def bench(browser: Browser) -> Iterator[Bench]:
    """Return a function that opens a served case in a browser of its own; whatever its console says is an error."""
    contexts = []
    said: list[str] = []

    def visit(served: Served, *, width: int = 1280, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
        page.goto(served.address)
        expect(page.locator("#count")).to_contain_text("error", timeout=60_000)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert said == []
