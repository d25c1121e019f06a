"""Further concepts: which there are, and that they come after those that are always worked out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.methods.gmcr.stability.further_asking import NN, YY, equilibria, game, named

from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.registry import further_concept, shipped_further


def test_the_registry_lists_what_may_be_asked_for() -> None:
    assert list(shipped_further()) == ["sim", "l<h>", "nm"]
    assert [named(key).key for key in ("sim", "l1", "l12", "l99", "nm")] == ["sim", "l1", "l12", "l99", "nm"]
    assert named("l2").order < named("l11").order < named("nm").order


@pytest.mark.parametrize(
    "key", ["", "l", "l0", "l01", "l100", "l999999999999", "l<h>", "l-1", "l2 ", "l٣", "L2", "nash"]
)
def test_other_keys_name_no_further_concept(key: str) -> None:
    assert further_concept(key) is None


def test_further_concepts_come_after_those_that_are_always_worked_out() -> None:
    found = analyse(game([1, 3, 0, 2], [1, 0, 3, 2]), [named("sim"), named("l3")])

    assert list(found.stable) == ["nash", "gmr", "smr", "seq", "sseq", "sim", "l3"]
    assert found.equilibria["l3"].tolist() == [NN, YY]


def test_the_dilemma_of_the_catalogue_agrees_with_another_program() -> None:
    """The other program prints its simultaneously stable equilibria of this conflict, counting states from 1."""
    path = Path(__file__).parents[4] / "catalog" / "gmcr-py" / "onp-2020" / "prisoners-dilemma.expected.json"
    printed = json.loads(path.read_text("utf-8"))["gmcr_py_only"]["SIM"]

    assert [s + 1 for s in equilibria("sim", game([1, 3, 0, 2], [1, 0, 3, 2]))] == printed
