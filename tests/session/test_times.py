"""Whether a conflict can be modelled is asked of each time, as what holds of it may never hold together."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

CASE = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: east, name: East, kind: state}, {id: north, name: North, kind: state}]
conflict:
  from: 2024
  decision_makers:
    - {actor: east, options: [{id: wait, from: 2025-05}], preferences: {weights: {wait: 1}, assumption: a}}
    - actor: north
      options: [{id: sign}, {id: pay}]
      preferences: {%s, assumption: a}
  %s
"""
WEIGHTS = "weights: {pay: 1}"


def test_limits_of_different_times_need_not_go_together(opened: Opener) -> None:
    """Together they leave no state; before March there is one of them, and from March on the other."""
    limits = "infeasible: [{when: sign, to: 2025-02}, {when: not sign, from: 2025-03}]"

    case = opened(CASE % (WEIGHTS, limits))

    assert case.errors == ()
    assert case.at("2025-01-15").conflict().document["states"]["list"] == ["NN", "NY"]
    assert case.at("2025-04-15").conflict().document["states"]["list"] == ["YN", "YY"]


BROKEN = {
    "no state since March": (
        (WEIGHTS, "infeasible: »[{when: sign}, {when: not sign, from: 2025-03}]"),
        "DT508 the infeasible combinations leave no state",
    ),
    "no status quo until February": (
        (WEIGHTS, "infeasible: [{when: sign, to: 2025-02}]\n  status_quo: »[sign]"),
        "DT504 the status quo cannot be",
    ),
    "a ranking of what could not be": (
        (
            "ranking: »[[NNN, NNY, YNN, YNY], [NYN, YYN, YYY]]",
            "infeasible: [{when: sign and pay and not wait, to: 2025-05-10}]",
        ),
        "DT502 the ranking misses",
    ),
    "a ranking that names what is no state": (
        ("ranking: [[NNN, NNY, »YNX, YNY, YNN, NYN, YYN, YYY, NYY]]", ""),
        "DT502 'YNX' is not a feasible state",
    ),
}


@pytest.mark.parametrize(("parts", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_conflict_that_cannot_be_modelled_at_some_time(parts: tuple[str, str], expected: str, opened: Opener) -> None:
    """The lines are those of the case as written, whatever does not hold at that time."""
    text, [place] = marked(CASE % parts)

    found = problems(opened(text))

    assert len(found) == 1
    assert found[0].startswith(f"{place} {expected}")
