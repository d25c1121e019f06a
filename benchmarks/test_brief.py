"""How long a brief takes: the whole command as its reader waits for it, and what other dates cost a page; CPU time.

Run with ``pytest benchmarks``. The command is a process of its own, with its imports, from the second run on.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure

from detente.session import open_case
from detente.session.edition.glances import glances

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.findings import Glance
    from detente.session import OpenCase

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"
ROUNDS = 5


def spent(command: str, folder: Path, *options: str) -> float:
    """Return the CPU time of a command on the flagship, the least of some rounds [s]; byte code is in ``folder``."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder)
    found = []
    for _ in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [sys.executable, "-m", "detente", command, str(FLAGSHIP), *options]
        subprocess.run(words, check=True, capture_output=True, env=environment)  # noqa: S603 - our own program
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found[1:])


def test_the_whole_command(tmp_path: Path, figures: list[Figure]) -> None:
    """Imports, reading and checking, looking, and printing."""
    figures.append(Figure("a brief of the flagship, the whole command", spent("brief", tmp_path), 1.2, "s", most=True))


def test_a_brief(benchmark: BenchmarkFixture) -> None:
    """What a brief costs once the case is open."""
    brief = benchmark(lambda: open_case(FLAGSHIP).at().brief())

    assert len(brief.sentences) == 5


def others(case: OpenCase) -> tuple[Glance, ...]:
    """Return the briefs at other dates and in scenarios of a case that has been looked at on its own day."""
    sight = case.at()
    return glances(sight.moment, lambda moment: replace(sight, moment=moment).brief())


def test_glances_of_a_page(tmp_path: Path, figures: list[Figure]) -> None:
    """What briefs at other dates and in scenarios cost the page that offers them, as its reader waits for it."""
    whole = spent("report", tmp_path, "--out", "-")
    took = []
    for _ in range(ROUNDS):
        case = open_case(FLAGSHIP)
        case.at().brief()
        before = time.process_time()
        found = others(case)
        took.append(time.process_time() - before)
        assert len(found) == 8
    ratio = whole / (whole - min(took))
    figures.append(Figure("a page with eight other briefs, against none", ratio, 1.5, "times", most=True))
