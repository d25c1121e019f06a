"""How long an editor waits for an answer about the flagship: CPU time of the session, without the protocol.

Run with ``pytest benchmarks``. A keystroke changes the text of one file: each round has a text never read before.
"""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure, cpu_times

from detente.session.editing import Desk, complete, hover, look_up

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"
LONGEST = "system.yaml"


def place(desk: Desk, words: str, inside: str) -> tuple[str, int, int]:
    """Return where some words stand in the file of the conflict, counted from 1."""
    lines = desk.text("conflict.yaml").splitlines()
    number = next(k for k, line in enumerate(lines) if words in line)
    return "conflict.yaml", number + 1, lines[number].index(inside) + 2


def opened() -> Desk:
    """Return the flagship on a desk, with everything known that is asked for first."""
    desk = Desk(FLAGSHIP)
    assert desk.check() == ()
    assert desk.index.by_name
    return desk


def test_open(benchmark: BenchmarkFixture, figures: list[Figure]) -> None:
    """From a path to all problems and the index of ids."""
    benchmark(opened)

    (took,) = cpu_times(opened, rounds=3)
    figures.append(Figure("flagship in an editor, opened", took, 1.5, "s", most=True))


@pytest.mark.parametrize(("scenarios", "what"), [(False, "as it is written"), (True, "scenarios included")])
def test_keystroke(benchmark: BenchmarkFixture, figures: list[Figure], scenarios: bool, what: str) -> None:
    """From a text that was not read before to the problems of the case."""
    desk, numbers = opened(), count(1)
    text = desk.text(LONGEST)

    def typed() -> None:
        desk.write(LONGEST, f"{text}# {next(numbers)}\n")
        assert (desk.check() if scenarios else desk.check_quickly()) == ()

    benchmark(typed)

    (took,) = cpu_times(typed, rounds=5)
    figures.append(Figure(f"flagship in an editor, keystroke to problems, {what}", took, 0.3, "s", most=True))


def test_questions(benchmark: BenchmarkFixture, figures: list[Figure]) -> None:
    """Hover and definition in a case that was checked, and completion near the end of its longest file."""
    desk = opened()
    cited = place(desk, "{source: dossier, at: ¶10", "dossier")
    option = place(desk, "when: not escalate", "escalate")
    lines = desk.text(LONGEST).splitlines()
    number = max(k for k, line in enumerate(lines) if "cites: [" in line)
    last = LONGEST, number + 1, lines[number].index("cites: [") + 9

    def hovers() -> None:
        assert hover(desk, *cited) is not None

    def defines() -> None:
        name = look_up(desk, *option)[1]
        assert name is not None
        assert desk.index.definition(name) is not None

    def completes() -> None:
        assert complete(desk, *last)

    benchmark(hovers)

    took = cpu_times(hovers, defines, completes, rounds=9)
    for what, seconds, wanted in zip(("hover", "definition", "completion"), took, (30, 15, 50), strict=True):
        figures.append(Figure(f"flagship in an editor, {what}", seconds * 1000, wanted, "ms", most=True))
