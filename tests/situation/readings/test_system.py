"""The system of a day: what of it holds."""

from __future__ import annotations

import pytest
from tests.conftest import Opener

CASE = """
case: {id: demo, as_of: 2025-07-10}
steps: [{id: vote, name: The vote, status: scheduled, date: 2025-11}]
system:
  from: 2024-01-01
  descriptors:
    - {id: mood, states: [{id: calm}, {id: tense, closed: {why: a treaty, from: 2025-01-01, to: 2025-12-31}}],
       history: [{is: calm, from: 2020}]}
    - {id: war, kind: context, states: [{id: hot}, {id: cold}], history: [{is: hot, from: 2022}]}
  impacts:
    - {id: always, from: war.hot, on: mood.tense, effect: 1, assumption: x}
    - {id: early, from: war.cold, on: mood.calm, effect: 1, since: 2022-01-01, until: 2024-12-31, assumption: x}
    - {id: late, from: war.cold, on: mood.tense, effect: 1, since: "step:vote", assumption: x}
  requirements: [{id: need, state: mood.calm, only_if: war is cold, from: 2025-03-01, assumption: x}]
  background: [{id: base, on: mood.calm, effect: 1, to: 2025-03-31, assumption: x}]
  gates: [{id: gate, when: war is hot, closes: i.o, from: 2025-04-01, assumption: x}]
issues: [{id: i, on_agenda: 2020, outcomes: [{id: o}]}]
"""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-06-01", None),
        ("2023-06-01", "early"),
        ("2024-06-01", "always early base"),
        ("2025-03-15", "always need base closed"),
        ("2025-07-10", "always need gate closed"),
        ("2026-01-01", "always need gate"),
    ],
)
def test_what_holds(date: str, expected: str | None, opened: Opener) -> None:
    system = opened(CASE).at(date).moment.case.system
    if expected is None:
        assert system is None
        return
    assert system is not None
    held = [each.id for each in system.impacts] + [each.id for each in system.requirements]
    held += [each.id for each in system.background] + [each.id for each in system.gates]
    held += ["closed"] * (system.descriptors[0].states[1].closed is not None)
    assert " ".join(map(str, held)) == expected


def test_an_impact_whose_beginning_is_open_is_a_question(opened: Opener) -> None:
    moment = opened(CASE).at("2025-11-15").moment
    assert [each.id for each in moment.situation.undetermined] == ["vote", "late"]
    systems = [way.case.system for way in moment.ways(["system"])]
    assert ["late" in [each.id for each in system.impacts] for system in systems if system] == [False, True]
