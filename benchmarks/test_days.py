"""How long a day takes: one of which the case gives no reading, and one on which some readings hold; CPU time.

The day of which nothing is read is asked about in a process of its own, as a command is: what it takes is all in what
is loaded before the lens can say that it has nothing to say.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure, cpu_times

from detente.dates import parse_edtf
from detente.session import open_case
from detente.study import Study

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.case import Case
    from detente.study import Moment

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"
NOTHING_HOLDS, SOME_HOLDS, ALL_HOLD = "2024-01-01", "2025-03-20", "2025-07-31"
LOOK = f"""
import time, detente
case = detente.open({str(FLAGSHIP)!r})
before = time.process_time()
document = case.at({NOTHING_HOLDS!r}).conflict().document
print(time.process_time() - before, document["determined"])
"""


def moment(case: Case, day: str) -> Moment:
    """Return a case at a day, of which nothing is known yet."""
    return Study(case).at(parse_edtf(day))


def look() -> float:
    """Return how long a look at the day of which nothing is read takes in a new process [s]."""
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LOOK], capture_output=True, check=True, text=True, env={**os.environ}
    )
    took, determined = found.stdout.split()
    assert determined == "False"
    return float(took)


def test_day_of_which_nothing_is_read(figures: list[Figure]) -> None:
    figures.append(
        Figure("a look at a day of which nothing is read", min(look() for _ in range(5)), 0.4, "s", most=True)
    )


@pytest.mark.parametrize("day", [NOTHING_HOLDS, SOME_HOLDS, ALL_HOLD])
def test_situation(benchmark: BenchmarkFixture, day: str) -> None:
    """Standing a case whose readings are dated at a day."""
    case = open_case(FLAGSHIP).case

    found = benchmark(lambda: moment(case, day).situation)

    assert str(found.as_of) == day


def test_day_against_the_rest(figures: list[Figure]) -> None:
    """Which readings hold takes a part of what it takes to say what had happened."""
    case = open_case(FLAGSHIP).case

    def day(at: str) -> object:
        return moment(case, at).day

    for at, took in zip(
        (SOME_HOLDS, ALL_HOLD), cpu_times(partial(day, SOME_HOLDS), partial(day, ALL_HOLD), rounds=5), strict=True
    ):
        figures.append(Figure(f"the readings of {at}", 1000 * took, 20, "ms", most=True))
