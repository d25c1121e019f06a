"""Collect the figures of a run and print them when it ends."""

from __future__ import annotations

import pytest
from benchmarks.figures import Figure

FIGURES = pytest.StashKey[list[Figure]]()


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[Figure]:
    """Return the list to put a figure on."""
    return request.config.stash.setdefault(FIGURES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print each figure with what is wanted of it."""
    found = config.stash.get(FIGURES, [])
    if found:
        terminalreporter.section("measured, and wanted (CPU time)")
        for figure in found:
            terminalreporter.line(str(figure))
