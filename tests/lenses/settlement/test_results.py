"""What the chapters of the lens find, as types: every field says what it holds, and the document is nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import cleandoc
from typing import Any, get_args, get_type_hints

import pytest
from tests.conftest import Opener
from tests.lenses.settlement.packages.test_packages import SCENARIOS, WAITING

from detente.findings import Result
from detente.lenses.settlement import LENS
from detente.models.conflict.model import ConflictModel, model_conflict
from detente.study import Moment, verdicts

RESULTS = [chapter.kind for chapter in LENS.chapters if issubclass(chapter.kind, Result)]


def within(kind: Any) -> Iterator[Any]:
    """Yield a type and all that its values are made of."""
    yield kind
    inner = get_type_hints(kind).values() if is_dataclass(kind) else get_args(kind)
    for each in inner:
        yield from within(each)


@pytest.mark.parametrize("kind", RESULTS, ids=lambda kind: kind.__name__)
def test_every_field_is_typed_to_the_leaf_and_described(kind: type) -> None:
    every = set(within(kind))

    assert Any not in every
    assert object not in every
    for record in filter(is_dataclass, every):
        described = cleandoc(record.__doc__ or "").split("Attributes\n----------\n")[1]
        heads = [line for line in described.splitlines() if not line.startswith(" ")]
        assert [name.strip() for line in heads for name in line.split(",")] == [each.name for each in fields(record)]


def test_no_scenario_is_looked_at_for_a_document(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened(WAITING.replace("SOUTH", "0.1") + SCENARIOS)
    looked: list[Moment] = []
    real = Moment.scenarios

    def counted(moment: Moment) -> Iterator[Moment]:
        for each in real(moment):
            looked.append(each)
            yield each

    monkeypatch.setattr(Moment, "scenarios", counted)
    findings = case.at().look("settlement")
    assert findings.document["packages"]["zopa_count"] == 3
    assert not looked
    assert "packages-what-if" in {each.id for each in findings.findings}
    assert [moment.scenario.id for moment in looked if moment.scenario] == ["read", "same", "hard"]


def test_a_conflict_is_judged_once_for_all_who_ask(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened(WAITING.replace("SOUTH", "[0, 0.2]"))
    judged: list[Any] = []
    real = model_conflict

    def counted(*asked: Any) -> ConflictModel:
        judged.append(asked)
        return real(*asked)

    monkeypatch.setattr(verdicts, "model_conflict", counted)
    sight = case.at()
    assert sight.look("settlement").findings
    assert sight.moment.conflict.model

    assert sum(asked[0] is sight.moment.case.conflict and tuple(asked[1]) == ("sign",) for asked in judged) == 1
