"""How long a reader of the live page waits after a save: CPU time from the saved file to the page of the flagship."""

from __future__ import annotations

import shutil
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure, cpu_times

from detente.session.live import Live

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"
SAVES = {"events.yaml": "what: ", "conflict.yaml": "why: ", "settlement.yaml": "why: "}


@pytest.mark.parametrize("name", SAVES)
def test_save(benchmark: BenchmarkFixture, figures: list[Figure], tmp_path: Path, name: str) -> None:
    """From a file that was saved with other words to the page, in a process that has made one before."""
    case = Path(shutil.copytree(FLAGSHIP, tmp_path / "case"))
    live, numbers = Live(case), count(1)
    text, words = (case / name).read_text("utf-8"), SAVES[name]

    def saved() -> None:
        word = f"Reading {next(numbers)}"
        (case / name).write_text(text.replace(words, f"{words}{word} ", 1), encoding="utf-8")
        assert word in live.page(None, None, "detente report", None)

    saved()
    benchmark(saved)

    (took,) = cpu_times(saved, rounds=3)
    figures.append(Figure(f"flagship, save of {name} to the live page", took, 1.5, "s", most=True))
