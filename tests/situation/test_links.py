"""When links of the corridor are open: by their status since a date, and by what they wait for."""

from __future__ import annotations

import pytest
from tests.conftest import Opener

CASE = """
case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
steps:
  - {id: vote, name: The vote, status: scheduled, date: 2025-11}
corridor:
  from: 2020-01-01
  nodes: [{id: a, name: A, country: AA}, {id: b, name: B, country: BB}]
  links:
    - {id: plain, a: a, b: b, mode: road, km: 9}
    - {id: planned, a: a, b: b, mode: road, km: 9, status: planned}
    - {id: opened, a: a, b: b, mode: road, km: 9, since: 2025-07-01}
    - {id: shut, a: a, b: b, mode: road, km: 9, status: closed, since: 2025-07-01}
    - {id: vague, a: a, b: b, mode: road, km: 9, status: closed, since: 2025-07}
    - {id: voted, a: a, b: b, mode: road, km: 9, available: "step:vote"}
    - {id: dated, a: a, b: b, mode: road, km: 9, since: 2025-07-01, available: 2025-07-20}
    - {id: never, a: a, b: b, mode: road, km: 9, available: false}
  flows: [{id: f, origin: a, destination: b, kt: 1, assumption: x}]
scenarios:
  - {id: vote-met, assumption: x, changes: [{set: steps.vote.status, to: met}]}
  - {id: no-vote, assumption: x, changes: [{drop: steps.vote}]}
  - {id: talks, assumption: x, changes: [{add: events, record: {id: e, date: 2025-07-01, what: w}}]}
"""


@pytest.mark.parametrize(
    ("date", "scenario", "expected", "open_questions"),
    [
        ("2025-06-30", None, {"plain", "shut", "vague"}, set()),
        ("2025-07-10", None, {"plain", "opened", "vague"}, {"vague"}),  # as long as it cannot be said to have closed
        ("2025-07-20", None, {"plain", "opened", "dated", "vague"}, {"vague"}),
        ("2025-07-31", None, {"plain", "opened", "dated"}, set()),
        ("2025-12-15", None, {"plain", "opened", "dated", "voted"}, {"vote"}),  # assumed to come about as planned
        ("2025-07-10", "vote-met", {"plain", "opened", "voted", "vague"}, {"vague"}),
        ("2025-07-10", "no-vote", {"plain", "opened", "voted", "vague"}, {"vague"}),
    ],
)
def test_links(date: str, scenario: str | None, expected: set[str], open_questions: set[str], opened: Opener) -> None:
    moment = opened(CASE).at(date, scenario=scenario).moment

    links = moment.situation.links
    assert {name for name, found in links.items() if found.open} == expected
    assert {each.id for each in moment.situation.undetermined if each.id in {*links, "vote"}} == open_questions


def test_a_scenario_that_opens_a_link_is_a_world_of_its_own(opened: Opener) -> None:
    corridor = opened(CASE).at().moment.corridor
    assert [world.id for world in corridor.model.worlds] == ["base", "vote-met", "no-vote"]
    assert corridor.model.world("talks") == 0


def test_without_a_corridor_nothing_is_told(opened: Opener) -> None:
    assert opened("case: {id: demo, as_of: 2025-07-10}").at().moment.situation.links == {}
    for text, date in (("case: {id: demo, as_of: 2025-07-10}", None), (CASE, "2019-12-31")):
        with pytest.raises(LookupError, match="the case 'demo' has no corridor at this date"):
            _ = opened(text).at(date).moment.corridor
