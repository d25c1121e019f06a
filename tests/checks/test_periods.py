"""Readings hold at some time; what can be said once a day is said once a day."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events:
  - {id: summit, date: 2025-06-10, what: They meet, assumption: a}
  - {id: talks, date: 2025-03, what: They talk, assumption: a}
issues: [{id: treaty, outcomes: [{id: signed}, {id: unsigned}]}]
steps:
  - {id: vote, name: The vote}
  - {id: done, name: Done, status: met, date: 2025-05-01}
"""
CONFLICT = """conflict:
  decision_makers:
    - {actor: north, options: [{id: sign, %s}], preferences: {weights: {sign: 1}, assumption: a}, from: 2025}
"""
PARTY = "assumption: a, values: {treaty: {signed: 1, unsigned: 0}}"

DATES = {
    "an event that is none": (CONFLICT % "from: »'event:sumit'", "DT300 no event has the id 'sumit'"),
    "a step that is none": (CONFLICT % "to: »'step:votes'", "DT300 no step has the id 'votes'"),
    "a step as an event": (CONFLICT % "from: »'event:done'", "DT300 no event has the id 'done'"),
    "an event as a step": (CONFLICT % "from: »'step:summit'", "DT300 no step has the id 'summit'"),
    "an end without a beginning": (
        CONFLICT.replace(", from: 2025}", "}") % "to: »2025-03",
        "DT303 it ends (2025-03) before it begins with the case (2025-07-10)",
    ),
    "an end before the beginning of what it stands in": (
        CONFLICT % "to: »2024-12-31",
        "DT303 it ends (2024-12-31) before it begins with what it stands in (2025)",
    ),
    "a beginning after the end of what it stands in": (
        (CONFLICT % "from: »2025-08").replace("conflict:\n", "conflict:\n  to: 2025-07-31\n"),
        "DT303 it ends (2025-07-31) before it begins (2025-08)",
    ),
    "one event to begin and to end with": (
        CONFLICT % "from: event:summit, to: »event:summit",
        "DT303 it ends (event:summit) before it begins (event:summit)",
    ),
    "an end before its own beginning": (
        CONFLICT % "from: 2025-05, to: »2025-04",
        "DT302 it ends (2025-04) before it begins (2025-05)",
    ),
    "a requirement": (
        "  - {id: sealed, name: S, requires: [{step: vote, to: »2024}]}\nroadmap: {goal: sealed, from: 2025}\n",
        "DT303 it ends (2024) before it begins with what it stands in (2025)",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=list(DATES))
def test_a_reading_that_cannot_be_dated_so(text: str, expected: str, opened: Opener) -> None:
    written, [place] = marked(HEAD + text)

    found = [each for each in problems(opened(written)) if " DT3" in each]

    assert found == [f"{place} {expected}"]


@pytest.mark.parametrize("dates", ["from: 'step:vote'", "to: 'step:vote'", "from: 'event:summit'", "to: event:talks"])
def test_what_a_reading_may_hang_on(dates: str, opened: Opener) -> None:
    assert not opened(HEAD + CONFLICT.replace("from: 2025}", "from: 2024}") % dates).errors


SIDES = {
    "DT510": "conflict: {decision_makers: [{actor: north, %s, options: [{id: sign}], preferences: {weights: {sign: 1}, "
    "assumption: a}}, {actor: »north, %s, preferences: {weights: {sign: 2}, assumption: a}}]}\n",
    "DT620": f"settlement: {{parties: [{{actor: north, %s, {PARTY}}}, {{actor: »north, %s, {PARTY}}}]}}\n",
    "DT611": "capabilities: [{actor: north, %s, value: 1}, »{actor: north, %s, value: 2}]\n",
}
APART = [
    ("to: 2025-06-30, from: 2025", "from: 2025-07"),
    ("from: 2025-07", "from: 2025-01, to: 2025-06"),
    ("from: 2025, to: event:summit", "from: event:summit"),
    ("from: 2025, to: event:summit", "from: 2025-06-10"),
    ("from: 2025, to: 'step:vote'", "from: 'step:vote'"),
    ("from: 2025, to: 2025-06-09", "from: event:summit"),
    ("from: 2025, to: 2025-02", "from: event:talks"),
]
NOT_APART = [
    ("note: n", "note: n"),
    ("from: 2025", "from: 2025-07"),
    ("from: 2025, to: 2025-06", "from: 2025-06"),
    ("from: 2025, to: 2025-06-10", "from: event:summit"),
    ("from: 2025, to: 2025-03-15", "from: event:talks"),
    ("from: 2025, to: event:talks", "from: 2025-03-20"),
    ("from: 2025, to: 'step:done'", "from: 2025-06"),
]


@pytest.mark.parametrize("code", SIDES)
@pytest.mark.parametrize(("first", "second"), APART)
def test_an_actor_may_be_repeated_for_another_time(code: str, first: str, second: str, opened: Opener) -> None:
    text, _ = marked(HEAD + SIDES[code] % (first, second))

    assert not opened(text).errors


@pytest.mark.parametrize("code", SIDES)
@pytest.mark.parametrize(("first", "second"), NOT_APART)
def test_two_entries_that_may_hold_on_one_day(code: str, first: str, second: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + SIDES[code] % (first, second))

    [error] = opened(text).errors

    assert (error.code, f"{error.span.line}:{error.span.column}") == (code, place)


def test_a_capability_on_one_issue_stands_beside_that_on_all(opened: Opener) -> None:
    text = "capabilities: [{actor: north, value: 1}, {actor: north, issue: treaty, value: 2}]"

    assert not opened(HEAD + text).errors
