"""What is worked out, and how often: nothing that is not printed, and nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from tests.conftest import ROOT

from detente.exports.json_document import to_json
from detente.lenses.conflict.options import ConflictOptions
from detente.session import open_case
from detente.study import verdicts

FLAGSHIP = ROOT / "examples" / "south-caucasus"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often a conflict is modelled and judged."""
    found: Counter[str] = Counter()

    def counted(name: str) -> None:
        work = getattr(verdicts, name)

        def once_more(*given: Any) -> Any:
            found[name] += 1
            return work(*given)

        monkeypatch.setattr(verdicts, name, once_more)

    counted("model_conflict")
    counted("analyse")
    return found


@pytest.mark.parametrize("options", [ConflictOptions(), ConflictOptions(robust=True, coalitions=True, also=("sim",))])
def test_programs_are_told_of_no_scenario_and_none_is_looked_at(judged: Counter[str], options: ConflictOptions) -> None:
    case = open_case(FLAGSHIP)
    judged.clear()
    assert to_json(case.at().look("conflict", options))
    views = case.case.conflict.perceptions if case.case.conflict else ()

    assert len(case.case.scenarios) > 1
    assert judged == {"model_conflict": 1 + len({view.by for view in views}), "analyse": judged["model_conflict"]}


def test_each_scenario_is_judged_once_for_all_who_read_of_it(judged: Counter[str]) -> None:
    case = open_case(FLAGSHIP)
    judged.clear()
    sight = case.at()
    assert to_json(sight.conflict())
    before = judged["analyse"]
    more = sum(scenario.sections != {"corridor"} for scenario in case.case.scenarios)

    assert sight.conflict().findings
    assert sight.conflict().findings
    assert 0 < more < len(case.case.scenarios), "some scenarios change the corridor only, which no conflict reads"
    assert judged == {"model_conflict": before + more, "analyse": before + more}
