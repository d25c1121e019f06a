"""An episode has incidents, which can have come one after the other, and resembles only others."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
events:
  - {id: raid, date: 2025-07, what: A raid}
  - {id: reply, date: 2025-03, what: A reply}
  - {id: later, date: ../2025-06, what: One more}
  - {id: some-day, date: ../.., what: Not dated}
episodes:
"""

WRONG = {
    "an event of nothing": (
        "  - {id: e, incidents: [{event: »rai, role: trigger}]}",
        "DT201 no event has the id 'rai'",
    ),
    "an answer to nothing": (
        "  - {id: e, incidents: [{event: raid, role: trigger, answers: »rad}]}",
        "DT201 no event has the id 'rad'",
    ),
    "twice": (
        "  - {id: e, incidents: [{event: raid, role: trigger}, {event: »raid, role: response}]}",
        "DT1100 'raid' stands twice in 'e'",
    ),
    "itself": (
        "  - {id: e, incidents: [{event: raid, role: trigger, answers: »raid}]}",
        "DT1101 'raid' answers itself",
    ),
    "each other": (
        """  - id: e
    incidents:
      - {event: later, role: response, answers: raid}
      - {event: some-day, role: response, answers: later}
      - {event: raid, role: trigger, answers: »[some-day]}""",
        "DT1101 'raid', 'later' and 'some-day' answer each other",
    ),
    "an answer before its trigger": (
        "  - {id: e, incidents: [{event: raid, role: trigger}, {event: reply, role: response, answers: »raid}]}",
        "DT1102 'reply' (2025-03-01/2025-03-31) answers 'raid' (2025-07-01/2025-07-31), which is later",
    ),
    "an answer before its trigger, which is outside": (
        "  - {id: e, incidents: [{event: reply, role: response, answers: »[raid]}]}",
        "DT1102 'reply' (2025-03-01/2025-03-31) answers 'raid' (2025-07-01/2025-07-31), which is later",
    ),
    "an answer to an answer, before the trigger": (
        """  - id: e
    incidents:
      - {event: raid, role: trigger}
      - {event: some-day, role: response, answers: raid}
      - {event: later, role: escalation, answers: »some-day}""",
        "DT1102 'later' (../2025-06-30) answers 'raid' (2025-07-01/2025-07-31) through 'some-day', which is later",
    ),
    "a slip in a role": (
        "  - {id: e, incidents: [{event: raid, role: »triger}]}",
        "DT1103 'triger' is none of the usual roles",
    ),
    "nothing": ("  - »{id: e, title: The raid}", "DT1104 'e' has no incidents"),
    "an empty list": ("  - »{id: e, incidents: []}", "DT1104 'e' has no incidents"),
    "like itself": (
        """  - {id: other, incidents: [{event: raid, role: trigger}]}
  - id: e
    incidents: [{event: reply, role: trigger}]
    resembles: [{episode: other, text: at night}, {episode: »e, text: at night}]""",
        "DT1105 'e' resembles itself",
    ),
}

RIGHT = {
    "on the same days": "  - {id: e, incidents: [{event: raid, role: trigger, answers: some-day}]}",
    "an answer that may be later": """  - id: e
    incidents: [{event: later, role: response, answers: [reply]}, {event: reply, role: trigger}]""",
    "a role of its own": "  - {id: e, incidents: [{event: raid, role: show-of-force}]}",
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_no_episode_can_be(text: str, expected: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)

    assert problems(opened(text)) == [f"{place} {expected}"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=list(RIGHT))
def test_what_it_can(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text)) == []


def test_a_slip_in_a_role_has_a_suggestion_and_stops_nothing(opened: Opener) -> None:
    case = opened(HEAD + WRONG["a slip in a role"][0].replace("»", ""))

    assert case.errors == ()
    assert [found.hint for found in case.diagnostics if found.code == "DT1103"] == ["did you mean 'trigger'?"]


def test_an_episode_that_is_only_begun_stops_nothing(opened: Opener) -> None:
    assert opened(HEAD + "  - {id: e}").errors == ()
