"""How long the stability of 60 options takes, about 2e17 states: all decision makers, CPU time.

The case is that of ``tests/large_case.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure, cpu_times
from tests.large_case import large_case

from detente.casefile import load
from detente.methods.gmcr.registry import shipped
from detente.methods.gmcr.symbolic.stability import moves_of, stable_states
from detente.models.conflict_symbolic import symbolic_form

if TYPE_CHECKING:
    from detente.methods.gmcr.symbolic.form import SymbolicForm


@pytest.fixture
def form(tmp_path: Path) -> SymbolicForm:
    """Return the conflict of 60 options."""
    path = tmp_path / "large.yaml"
    path.write_text(large_case(), encoding="utf-8")
    conflict = load(path).case.conflict
    assert conflict is not None
    return symbolic_form(conflict)


@pytest.mark.parametrize(("keys", "wanted"), [("nash gmr smr", 2.0), ("seq", 60.0), ("sseq", 60.0)])
def test_sixty_options(form: SymbolicForm, figures: list[Figure], *, keys: str, wanted: float) -> None:
    def analyse() -> None:
        moves = moves_of(form)
        for key in keys.split():
            for i in range(len(form.wants)):
                stable_states(moves, i, shipped()[key].answers)

    (took,) = cpu_times(analyse, rounds=3)
    figures.append(Figure(f"60 options, 4 decision makers, {keys}", took, wanted, "s", most=True))
