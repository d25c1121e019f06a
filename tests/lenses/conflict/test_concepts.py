"""The order of concepts, read from what they entail, and that none is judged twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.conflict.robustness.test_robustness import CASE

from detente.lenses.conflict.concepts import strongest_first
from detente.lenses.conflict.options import ConflictOptions
from detente.methods.gmcr.stability import analysis, concept
from detente.methods.gmcr.stability.registry import shipped
from detente.study import verdicts


def test_what_asks_more_comes_first() -> None:
    assert strongest_first() == ("nash", "sseq", "seq", "smr", "gmr")
    place = {key: k for k, key in enumerate(strongest_first())}
    assert all(place[key] < place[weaker] for key in place for weaker in shipped()[key].implies)


def test_further_concepts_are_judged_on_top_of_the_others(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def counted(engine: Any, i: int, concepts: Any) -> Any:
        judged.extend(each.key for each in concepts if i == 0)
        return concept.verdicts(engine, i, concepts)

    monkeypatch.setattr(analysis, "verdicts", counted)
    monkeypatch.setattr(verdicts, "verdicts", counted)
    sight = opened(CASE).at()
    plain = sight.look("conflict").document
    more = sight.look("conflict", ConflictOptions(also=("sim",))).document

    assert judged == [*shipped(), "sim"]
    assert list(more["stability"]) == judged
    assert {key: more["stability"][key] for key in shipped()} == plain["stability"]
