"""Collect the figures of a run and print them when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from benchmarks.figures import Figure
from benchmarks.record import record
from threadpoolctl import threadpool_limits

FIGURES = pytest.StashKey[list[Figure]]()


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Keep numpy's linear algebra to one thread.

    Its other threads wait for work by spinning, long after a product is done, and CPU time would count that as ours.
    """
    with threadpool_limits(1):
        yield


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[Figure]:
    """Return the list to put a figure on."""
    return request.config.stash.setdefault(FIGURES, [])


def pytest_benchmark_generate_json(config: pytest.Config, benchmarks: list[Any], machine_info: dict[str, Any]) -> Any:
    """Keep what the documentation shows of a run."""
    measured = [bench.as_dict(include_data=False) for bench in benchmarks if not bench.has_error]
    figures = config.stash.get(FIGURES, [])
    return record(machine_info, measured, figures)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print each figure with what is wanted of it."""
    found = config.stash.get(FIGURES, [])
    if found:
        terminalreporter.section("measured, and wanted (CPU time)")
        for figure in found:
            terminalreporter.line(str(figure))
