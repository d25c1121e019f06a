"""How long the stability of 60 options takes, about 2e17 states: all decision makers, CPU time.

The case is that of ``tests/large_case.py``. Entangled statements take as long as the budget lasts.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.figures import Figure, cpu_times
from tests.large_case import large_case

from detente.casefile import load
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.preference.expressions import Iff, Name
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
from detente.methods.gmcr.symbolic.form import Statements, SymbolicForm
from detente.methods.gmcr.symbolic.stability import analyse_symbolic, moves_of, stable_states
from detente.models.conflict.large import outline_large
from detente.models.conflict.symbolic import symbolic_form


@pytest.fixture
def form(tmp_path: Path) -> SymbolicForm:
    """Return the conflict of 60 options."""
    path = tmp_path / "large.yaml"
    path.write_text(large_case(), encoding="utf-8")
    conflict = load(path).case.conflict
    assert conflict is not None
    return symbolic_form(conflict, outline_large(conflict))


@pytest.mark.parametrize(("keys", "wanted"), [("nash gmr smr", 2.0), ("seq", 60.0), ("sseq", 60.0)])
def test_sixty_options(form: SymbolicForm, figures: list[Figure], *, keys: str, wanted: float) -> None:
    def analyse() -> None:
        moves = moves_of(form)
        for key in keys.split():
            for i in range(len(form.wants)):
                stable_states(moves, i, shipped()[key])

    (took,) = cpu_times(analyse, rounds=3)
    figures.append(Figure(f"60 options, 4 decision makers, {keys}", took, wanted, "s", most=True))


def test_entangled_statements_are_given_up(figures: list[Figure]) -> None:
    """Forty options of four decision makers, each with forty random conditions on two options."""
    rng = random.Random(1)  # noqa: S311
    options = tuple(f"o{k}" for k in range(40))
    wants = tuple(Statements(tuple(Iff(*map(Name, rng.sample(options, 2))) for _ in range(40))) for _ in range(4))
    form = SymbolicForm(options, tuple(k // 10 for k in range(40)), (Direction.BOTH,) * 40, (), wants)

    def analyse() -> None:
        try:
            analyse_symbolic(form)
        except DiagramTooLargeError:
            return

    (took,) = cpu_times(analyse, rounds=1)
    figures.append(Figure("40 options, 160 entangled statements, given up", took, 60.0, "s", most=True))
