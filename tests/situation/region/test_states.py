"""In which state each descriptor of the region was: known, open with the reason, or unknown before its first entry."""

from __future__ import annotations

import pytest
from tests.conftest import Opener

from detente.situation.answers import InState

HEAD = """
case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events: [{id: talks, what: They talk, date: 2024-10-05}]
steps: [{id: vote, name: The vote, status: unmet}, {id: draft, name: The draft, status: met, date: 2025-03}]
system:
  from: 2018
  descriptors:
    - id: format
      name: Format of the talks
      states: [{id: mediated, text: with a mediator}, {id: direct, text: face to face}, {id: none}]
"""


def state(opened: Opener, text: str, date: str) -> InState:
    case = opened(HEAD + text)
    assert case.errors == ()
    return case.at(date).moment.situation.descriptors["format"]


DATED = "      history: [{is: direct, from: 2024-10}, {is: mediated, from: 2020-11-10}]"


@pytest.mark.parametrize(
    ("date", "expected", "possible", "since"),
    [
        ("2020-11-09", None, "", None),
        ("2020-11-10", "mediated", "mediated", "2020-11-10"),
        ("2024-09-30", "mediated", "mediated", "2020-11-10"),
        ("2024-10-01", None, "mediated direct", None),
        ("2024-10-30", None, "mediated direct", None),
        ("2024-10-31", "direct", "direct", "2024-10"),
        ("2025-07-10", "direct", "direct", "2024-10"),
    ],
)
def test_a_history_tells_the_state_of_each_day(
    date: str, expected: str | None, possible: str, since: str | None, opened: Opener
) -> None:
    """The dates tell the order, not the lines; a partial date leaves its days open."""
    found = state(opened, DATED, date)
    assert (found.state, " ".join(found.possible), found.since) == (expected, possible, since)
    assert bool(found.questions) == (expected is None)


def test_what_leaves_a_state_open_is_said(opened: Opener) -> None:
    before, within = (state(opened, DATED, date).questions[0] for date in ("2019-01-01", "2024-10-07"))
    assert (before.id, within.id) == ("format", "format")
    assert before.because == "nothing says in which state 'Format of the talks' was before 2020-11-10"
    assert within.because == (
        "the date of the change of 'Format of the talks' to “face to face”, 2024-10, may lie before or after 2024-10-07"
    )


def test_what_leaves_a_state_open_is_among_the_open_questions_of_the_day(opened: Opener) -> None:
    asked = opened(HEAD + DATED).at("2024-10-07").moment.situation
    assert asked.descriptors["format"].questions[0] in asked.undetermined


def test_an_open_date_of_the_state_that_it_is_in_anyway_leaves_nothing_open(opened: Opener) -> None:
    text = "      history: [{is: direct, from: 2020}, {is: direct, from: 2024-10}]"
    found = state(opened, text, "2024-10-07")
    assert (found.state, found.since, found.questions) == ("direct", "2020", ())


def test_entries_whose_order_is_open_leave_the_state_open(opened: Opener) -> None:
    text = "      history: [{is: mediated, from: 2024}, {is: direct, from: 2024-10}]"
    found = state(opened, text, "2025-07-10")
    assert (found.state, set(found.possible)) == (None, {"mediated", "direct"})
    assert "the dates leave open whether" in found.questions[0].because


def test_an_entry_without_a_date_is_what_was_so_at_first(opened: Opener) -> None:
    text = "      history: [{is: mediated}, {is: direct, from: 2024-10}]"
    assert state(opened, text, "2025-07-10").state == "direct"
    assert state(opened, text, "2023-01-01").state == "mediated"
    assert state(opened, text, "2024-11-02").state == "direct"
    assert set(state(opened, text, "2024-10-07").possible) == {"mediated", "direct"}


def test_an_entry_may_be_counted_from_an_event(opened: Opener) -> None:
    text = "      history: [{is: none, from: 2020}, {is: direct, from: {after: talks, by: 2 days}}]"
    assert [state(opened, text, date).state for date in ("2024-10-06", "2024-10-07")] == ["none", "direct"]


READS = """
    - id: {id}
      reads: {reads}
      states: [{{id: yes, when: "{yes}"}}, {{id: no, when: "{no}"}}]
conflict:
  from: 2018
  decision_makers:
    - {{actor: north, options: [{{id: pay}}], preferences: {{statements: [pay], assumption: a}}}}
    - {{actor: south, options: [{{id: open}}], preferences: {{statements: [open], assumption: a}}}}
  joint: [{{id: seal, by: [north, south]}}]
  status_quo: [pay, seal@north]
corridor:
  from: 2018
  nodes: [{{id: a, country: AA, assumption: x}}, {{id: b, country: BB, assumption: x}}]
  regimes: [{{id: tolled, takes: [pay], assumption: x}}, {{id: free, takes: [open], assumption: x}}]
"""


@pytest.mark.parametrize(
    ("reads", "yes", "no", "expected"),
    [
        ("steps.vote", "met", "not met", "no"),
        ("steps.draft", "met", "not met", "yes"),
        ("conflict.status_quo", "pay and not open", "not (pay and not open)", "yes"),
        ("conflict.status_quo", "seal", "not seal", "no"),
        ("conflict.status_quo", "seal@north", "not seal@north", "yes"),
        ("corridor.regime", "free", "tolled", "no"),
    ],
)
def test_another_part_of_the_case_may_decide(reads: str, yes: str, no: str, expected: str, opened: Opener) -> None:
    text = HEAD + DATED + READS.format(id="other", reads=reads, yes=yes, no=no)
    case = opened(text)
    assert case.errors == ()
    assert case.at("2025-07-10").moment.situation.descriptors["other"].state == expected


def test_a_step_of_which_nobody_knows_leaves_its_reader_open(opened: Opener) -> None:
    text = HEAD + DATED + READS.format(id="other", reads="steps.draft", yes="met", no="not met")
    found = opened(text).at("2025-03-10").moment.situation.descriptors["other"]
    assert (found.state, found.possible) == (None, ("yes", "no"))
    assert found.questions[0].settled_by == "steps.draft"


def test_a_day_before_there_is_anything_to_read(opened: Opener) -> None:
    text = HEAD + DATED + READS.format(id="other", reads="conflict.status_quo", yes="pay", no="not pay")
    text = text.replace("conflict:\n  from: 2018", "conflict:\n  from: 2024")
    found = opened(text).at("2020-01-01").moment.situation.descriptors["other"]
    assert (found.state, found.possible) == (None, ())
    assert found.questions[0].because == "the case has no conflict to read"


def test_what_is_read_and_not_foreseen_is_said(opened: Opener) -> None:
    text = HEAD + DATED + READS.format(id="other", reads="conflict.status_quo", yes="open", no="not pay")
    found = opened(text).at("2025-07-10").moment.situation.descriptors["other"]
    assert (found.state, found.possible) == (None, ())
    assert "no state of it stands for what is there" in found.questions[0].because
