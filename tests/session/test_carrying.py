"""Cases and sights can be copied and sent to another process, also after they were looked at."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from tests.conformance.planting import CASE
from tests.conftest import Opener

from detente.session.sight import Sight

SCENARIO = "scenarios: [{id: met, assumption: x, changes: [{set: steps.s.status, to: met}]}]\n"


def again(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - written a moment ago


def documents(sight: Sight) -> list[Any]:
    return [findings.document for findings in sight.look_around()]


@pytest.mark.parametrize("copied", [again, deepcopy])
def test_a_case_that_was_looked_at(copied: Callable[[Any], Any], opened: Opener) -> None:
    case = opened(CASE + SCENARIO)
    found = {scenario: documents(case.at(scenario=scenario)) for scenario in (None, "met")}

    for scenario, expected in found.items():
        assert documents(copied(case).at(scenario=scenario)) == expected


@pytest.mark.parametrize("copied", [again, deepcopy])
@pytest.mark.parametrize("scenario", [None, "met"])
def test_a_sight_that_was_looked_at(copied: Callable[[Any], Any], scenario: str | None, opened: Opener) -> None:
    sight = opened(CASE + SCENARIO).at("2025-07", scenario=scenario)
    around = sight.look_around()
    found, told = [each.document for each in around], [each.findings for each in around]

    assert documents(copied(sight)) == found
    assert [each.findings for each in copied(sight).look_around()] == told
    assert copied(sight).stamp("look") == sight.stamp("look")
