"""Fixtures that many tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.browser.chromium import ARGUMENTS as BROWSER_ARGUMENTS
from tests.browser.chromium import NOTICE, chromium
from tests.office.libreoffice import NOTICE as OFFICE_NOTICE
from tests.office.libreoffice import libreoffice
from tests.workbench.neovim.neovim import NOTICE as EDITOR_NOTICE
from tests.workbench.neovim.neovim import neovim
from tests.workbench.vscode.built import NOTICE as EXTENSION_NOTICE
from tests.workbench.vscode.built import built

from detente.findings import Findings
from detente.session import OpenCase, open_case, sight
from detente.session.edition.faults import forgiven

# How many cases a law is held against. Only 'thorough', for the night, draws others each time: where a change is to be
# judged, a failure must be the fault of that change. No test measures time: on a busy machine a slow draw says nothing
# about the code.
for _name, _examples in {"quick": 5, "default": 40, "thorough": 1000}.items():
    settings.register_profile(
        _name,
        max_examples=_examples,
        derandomize=_name != "thorough",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).parents[1]

_FORGIVING = Findings.forgiving

_PROGRAMS = (
    ("browser", chromium, NOTICE),
    ("office", libreoffice, OFFICE_NOTICE),
    ("workbench/neovim", neovim, EDITOR_NOTICE),
    ("workbench/vscode", built, EXTENSION_NOTICE),
)

Opener = Callable[[str], OpenCase]


@wraps(Findings.forgiving)
def _worked_out(findings: Findings, *_: object) -> Findings:
    """Return findings worked out at once, as forgiving ones are: what was asked that does not fit is refused here."""
    findings.findings  # noqa: B018 - raises here
    return findings


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end, where it cannot be missed, that nobody looked at the pages, the documents, or an editor.

    The hook stands here because the process that prints the summary of parallel tests does not run those of
    ``tests/browser`` and the like itself.
    """
    met = [getattr(each, "nodeid", "") for reports in terminalreporter.stats.values() for each in reports]
    for folder, program, notice in _PROGRAMS:
        if any(name.startswith(f"tests/{folder}/") for name in met) and program() is None:
            terminalreporter.write_sep("!", notice, red=True, bold=True)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what takes long in a folder of the tests, which all processes of a run share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "cache"))
        yield


@pytest.fixture(scope="session", autouse=True)
def unforgiving() -> Iterator[None]:
    """Let a chapter that fails fail the test, also where a command would go on without it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Findings, "forgiving", _worked_out)
        patch.setattr(sight, "forgiven", lambda work, *_: work())
        yield


@pytest.fixture
def forgiving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands go on without a chapter that fails, as they do for users."""
    monkeypatch.setattr(Findings, "forgiving", _FORGIVING)
    monkeypatch.setattr(sight, "forgiven", forgiven)


@pytest.fixture
def root() -> Path:
    """Return the root of the repository."""
    return ROOT


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Return a function that opens a case written as text; a header is added where the text has none."""

    def open_text(text: str) -> OpenCase:
        body = dedent(text)
        if "case:" not in body:
            body = "case: {id: demo, as_of: 2025-07-10}\n" + body
        path = tmp_path / "demo.yaml"
        path.write_text(body, encoding="utf-8")
        return open_case(path)

    return open_text


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start the system's Chromium once for the session; it is never downloaded.

    It is one for all folders of tests: a process can have no second one.
    """
    from playwright.sync_api import sync_playwright  # which the core of the tests does without

    program = chromium()
    if program is None and os.environ.get("CI") == "true":
        pytest.fail(NOTICE)
    if program is None:
        pytest.skip(NOTICE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield running
        running.close()
