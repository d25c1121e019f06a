"""How long the stability of 60 options takes, about 2e17 states: all decision makers, CPU time.

The case is that of ``tests/large_case.py``. Run with ``pytest benchmarks``; each test prints what is wanted.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.large_case import large_case

from detente.casefile import load
from detente.methods.gmcr.registry import shipped
from detente.methods.gmcr.symbolic.stability import moves_of, stable_states
from detente.models.conflict_symbolic import symbolic_form

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.methods.gmcr.symbolic.form import SymbolicForm

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.fixture
def form(tmp_path: Path) -> SymbolicForm:
    """Return the conflict of 60 options."""
    path = tmp_path / "large.yaml"
    path.write_text(large_case(), encoding="utf-8")
    conflict = load(path).case.conflict
    assert conflict is not None
    return symbolic_form(conflict)


@pytest.mark.parametrize(("keys", "wanted"), [("nash gmr smr", 2.0), ("seq", 60.0), ("sseq", 60.0)])
def test_sixty_options(
    benchmark: BenchmarkFixture, form: SymbolicForm, capsys: pytest.CaptureFixture[str], *, keys: str, wanted: float
) -> None:
    def analyse() -> None:
        moves = moves_of(form)
        for key in keys.split():
            for i in range(len(form.wants)):
                stable_states(moves, i, shipped()[key].answers)

    benchmark(analyse)
    measured = benchmark.stats.stats.median if benchmark.stats else 0.0
    with capsys.disabled():
        print(f"\n60 options, {keys}: wanted < {wanted:g} s, measured {measured:.2f} s CPU")  # noqa: T201
