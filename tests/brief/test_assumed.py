"""Assumptions are named by the id of the record that carries them, or by the words that scenarios find it by."""

from __future__ import annotations

from tests.conftest import ROOT

from detente.brief.assumed import assumed
from detente.brief.matter import Matter
from detente.case.scenario import Change, Scenario
from detente.session import open_case
from detente.situation import apply_scenario


def test_those_of_the_flagship() -> None:
    sight = open_case(ROOT / "examples" / "south-caucasus").at()
    found = assumed(Matter(sight.moment, {}), "conflict", "settlement")
    assert {"az-minsk-first", "az-no-checks", "sign", "az-only-once-amended"} <= set(found)
    assert {"settlement.armenia", "settlement.azerbaijan", "settlement.united-states"} <= set(found)
    for name in found:
        path = name if "." in name else None
        if path is not None:  # a scenario finds it there
            change = Change.model_validate({"set": f"{path}.assumption", "to": "changed"})
            changed = apply_scenario(sight.moment.written, Scenario(id="x", changes=(change,)))
            assert changed != sight.moment.written
