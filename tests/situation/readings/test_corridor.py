"""The corridor of a day: what of it holds, and what becomes of a link whose regime does not."""

from __future__ import annotations

import pytest
from tests.conftest import Opener

from detente.lenses.corridor.options import CorridorOptions
from detente.models.corridor.worlds import worlds_of
from detente.study.corridor import network_of

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}]
steps: [{id: vote, name: The vote, status: scheduled, date: 2025-11}]
corridor:
  from: 2024-01-01
  nodes: [{id: a, name: A, country: AA}, {id: m, name: M, country: MM}, {id: b, name: B, country: BB}]
  links:
    - {id: am, a: a, b: m, mode: road, km: 9, regime: firm}
    - {id: mb, a: m, b: b, mode: road, km: 9}
    - {id: long, a: a, b: b, mode: road, km: 90}
  regimes:
    - {id: firm, from: 2025-01-01, to: 2025-09-30, hours: 1, assumption: x}
    - {id: late, from: "step:vote", assumption: x}
  permissions: [{cargo: f, through: MM, allowed: false, from: 2025-03-01, to: 2025-06-30, assumption: x}]
  flows: [{id: f, origin: a, destination: b, kt: 1, assumption: x}]
  control:
    functions: [customs]
    holders: [north]
    rules: [{id: r, by: north, reading: strict, when: customs decided by north, from: 2025-05-01, assumption: x}]
"""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-06-01", "mb long"),
        ("2025-02-01", "firm: am mb long"),
        ("2025-04-01", "firm, one permission: am mb long"),
        ("2025-07-10", "firm, one rule: am mb long"),
        ("2025-10-15", "one rule: mb long"),
    ],
)
def test_what_holds(date: str, expected: str, opened: Opener) -> None:
    moment = opened(CASE).at(date).moment
    corridor = moment.case.corridor
    assert corridor is not None
    assert corridor.control is not None
    held = [each.id for each in corridor.regimes]
    held += ["one permission"] * len(corridor.permissions) + ["one rule"] * len(corridor.control.rules)
    usable = " ".join(link.id for link in worlds_of(network_of(moment.situation))[0].links)
    assert ": ".join(filter(None, [", ".join(held), usable])) == expected


def test_a_regime_whose_beginning_is_open_is_a_question(opened: Opener) -> None:
    moment = opened(CASE).at("2025-11-15").moment
    assert [each.id for each in moment.situation.undetermined] == ["vote", "late"]
    assert [[r.id for r in network_of(m.situation).corridor.regimes] for m in moment.ways(["corridor"])] == [
        [],
        ["late"],
    ]


@pytest.mark.parametrize(
    ("vague", "expected"),
    [
        ("since: 2025-07", ["long mb", "am long mb"]),
        ("status: closed, since: 2025-07", ["am long mb", "long mb"]),
        ("available: 2025-07", ["long mb", "am long mb"]),
        ("since: 2025-06", ["am long mb"]),
    ],
)
def test_a_link_whose_opening_is_open_is_a_question(vague: str, expected: list[str], opened: Opener) -> None:
    text = CASE.replace("id: am, ", f"id: am, {vague}, ")
    at_the_date = opened(text).at()
    moment = at_the_date.moment
    assert [" ".join(sorted(network_of(m.situation).open)) for m in moment.ways(["corridor"])] == expected
    assert ["am" in {each.id for each in moment.situation.undetermined}] == [len(expected) > 1]

    # the way by the link is much the shorter
    because = at_the_date.look(
        "corridor", CorridorOptions(draws=16)
    ).undetermined  # as the way by the link is much the shorter
    assert [each.id for each in because] == ["am"] * (len(expected) - 1)
