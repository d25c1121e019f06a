"""What counts at a date never hangs on which line stands first."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: a, name: A, kind: state}]
issues: [{id: i, continuum: {}}]
"""
POSITIONS = "two positions of 'a' on 'i'"


def positions(*dates: str, second: str = "value: 20") -> str:
    first, other = (f", date: {date}" if date else "" for date in dates)
    return f"""positions:
  - {{actor: a, issue: i, value: 10{first}, assumption: x}}
  - »{{actor: a, issue: i, {second}{other}, assumption: x}}
"""


OPEN = {
    "neither is dated": (positions("", ""), POSITIONS),
    "the same day": (positions("2025-01-01", "2025-01-01"), POSITIONS),
    "the same month": (positions("2025-01", "2025-01"), POSITIONS),
    "a month of a year": (positions("2025", "2025-03"), POSITIONS),
    "the year of a month": (positions("2025-03", "2025"), POSITIONS),
    "by a day, and on it": (positions("../2025-03-31", "2025-03"), POSITIONS),
    "they differ in salience only": (positions("", "", second="value: 10, salience: 0.5"), POSITIONS),
    "a number and words": (positions("", "", second="stance: all of it"), POSITIONS),
    "two observations of one date": (
        "measures:\n  - {id: m, observations: [{value: 5, date: 2024, assumption: x},\n"
        "      »{value: 6, date: 2024, assumption: x}]}",
        "two observations of 'm'",
    ),
    "other kinds, other numbers": (positions("", "", second="kind: demand, value: 20"), POSITIONS),
    "other kinds of a day, other numbers": (
        positions("2025-01-01", "2025-01-01", second="kind: demand, value: 20"),
        POSITIONS,
    ),
    "two observations that say the same": (
        "measures: [{id: m, observations: [{value: 5, date: 2024, assumption: x},\n"
        "      »{value: 5, date: 2024, assumption: y}]}]",
        "two observations of 'm'",
    ),
    "two observations without a date": (
        "measures: [{id: m, observations: [{value: 5, assumption: x}, »{value: 6, assumption: x}]}]",
        "two observations of 'm'",
    ),
    "two statuses of one date": (
        "commitments: [{id: c, assumption: x, status: [{is: agreed, from: 2024}, »{is: broken, from: 2024}]}]",
        "two statuses of 'c'",
    ),
}

TOLD = {
    "one after the other": positions("2025-01", "2025-02"),
    "the end of one is the beginning of the other": positions("../2025-01-31", "2025-01-31/.."),
    "what is undated lies before what is dated": positions("", "2025-02"),
    "they say the same": positions("", "", second="value: 10"),
    "other kinds stand side by side": positions("", "", second="kind: demand, stance: all of it"),
    "words of one day stand side by side": positions("2025-01-01", "2025-01-01", second="stance: all of it"),
    "the same number of one day": positions("2025-01-01", "2025-01-01", second="value: 10, stance: all of it"),
    "one supersedes the other": """positions:
  - {id: p, actor: a, issue: i, value: 10, date: ../2025-03-31, assumption: x}
  - {actor: a, issue: i, value: 20, date: 2025-03, supersedes: [p], assumption: x}""",
    "one supersedes the other through a third": """positions:
  - {id: r, actor: a, issue: i, value: 30, date: ../2025-03, supersedes: [q], assumption: x}
  - {id: p, actor: a, issue: i, value: 10, date: ../2025-03, assumption: x}
  - {id: q, actor: a, issue: i, stance: some, date: ../2025-03, supersedes: [p]}""",
    "two observations of two years": "measures: [{id: m, observations: ["
    "{value: 5, date: 2024, assumption: x}, {value: 6, date: 2025, assumption: x}]}]",
}


@pytest.mark.parametrize(("text", "what"), OPEN.values(), ids=list(OPEN))
def test_dt311_what_only_lines_could_order_is_an_error(text: str, what: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)

    [found] = opened(text).errors
    assert str(found.span).endswith(place)
    assert (found.code, found.message.split(";")[0]) == ("DT311", f"nothing says which of {what} is the later")
    assert "the other stands at " in found.message


@pytest.mark.parametrize("text", TOLD.values(), ids=list(TOLD))
def test_what_dates_order_is_none(text: str, opened: Opener) -> None:
    assert not opened((HEAD + text).replace("»", "")).errors


def test_a_status_that_may_be_the_later_leaves_the_last_one_uncertain(opened: Opener) -> None:
    text = """
        commitments:
          - id: c
            assumption: x
            status: [{is: broken, from: 2024-03}, {is: agreed, from: 2024}]
    """
    for lines in (
        text,
        text.replace("[{is: broken, from: 2024-03}, ", "[").replace("2024}]", "2024}, {is: broken, from: 2024-03}]"),
    ):
        case = opened(lines)
        assert problems(case) == []
        situation = case.at("2025").situation
        assert str(situation.commitments["c"].certain) == "false"
        assert [found.id for found in situation.undetermined] == ["c"]
