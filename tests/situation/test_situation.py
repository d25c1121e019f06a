"""What a date answers: true, false, or undetermined with what would settle it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener

HEADER = """case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues: [{id: i}]
"""


def show(opened: Opener, text: str, as_of: str | None = None) -> dict[str, Any]:
    case = opened(HEADER.replace("issues: [{id: i}]\n", "") + text if "issues:" in text else HEADER + text)
    assert case.errors == ()
    return dict(case.at(as_of).chronicle().document)


EVENTS = [
    ("2025-07-10", "2025-07-09", "false"),
    ("2025-07-10", "2025-07-10", "true"),
    ("2025-07", "2025-06-30", "false"),
    ("2025-07", "2025-07-30", "undetermined"),
    ("2025-07", "2025-07-31", "true"),
    ("2021-12/..", "2021-11-30", "false"),
    ("2021-12/..", "2025-07-10", "undetermined"),
    ("../2025-07-10", "2025-07-10", "true"),
    ("../2025-07-10", "2025-07-09", "undetermined"),
    ("2024-08~", "2024-09-15", "undetermined"),
    ("{before: summit, by: 2 days}", "2025-07-07", "false"),
    ("{before: summit, by: 2 days}", "2025-07-08", "true"),
    ("{after: summit}", "2025-07-10", "false"),
    ("{after: summit}", "2025-07-20", "undetermined"),
    ("2025-07-10", "2025-07", "undetermined"),
    ("2025-06", "2025-07", "true"),
    ("2025-08", "2025-07", "false"),
]


@pytest.mark.parametrize(("date", "as_of", "expected"), EVENTS)
def test_events(date: str, as_of: str, expected: str, opened: Opener) -> None:
    header = HEADER.replace(", known_until: 2025-07-31", "")
    text = f"events: [{{id: e, date: {date}, what: w}}, {{id: summit, date: 2025-07-10, what: s}}]"

    found = opened(header + text).at(as_of).chronicle().document

    assert found["events"]["e"] == {"happened": expected, "known": expected}
    open_ids = [item["id"] for item in found["undetermined"] if item["id"] == "e"]
    assert open_ids == (["e"] if expected == "undetermined" else [])


def test_an_event_may_have_happened_before_it_was_known(opened: Opener) -> None:
    text = "events: [{id: e, date: 2025-03-01, reported: 2025-05, what: w}]"

    assert show(opened, text, "2025-02-01")["events"]["e"] == {"happened": "false", "known": "false"}
    assert show(opened, text, "2025-04-01")["events"]["e"] == {"happened": "true", "known": "false"}
    assert show(opened, text, "2025-05-15")["events"]["e"] == {"happened": "true", "known": "undetermined"}
    assert show(opened, text, "2025-06-01")["events"]["e"] == {"happened": "true", "known": "true"}


@pytest.mark.parametrize(
    ("span", "as_of", "expected"),
    [
        ("from: 2024-10, to: null", "2025-07-10", "true"),
        ("from: 2024-10", "2024-09-30", "false"),
        ("from: 2024-10", "2024-10-15", "undetermined"),
        ("from: 2024-10, to: 2025-02", "2025-01-31", "true"),
        ("from: 2024-10, to: 2025-02", "2025-02-14", "undetermined"),
        ("from: 2024-10, to: 2025-02", "2025-03-01", "false"),
        ("to: 2025-02", "2025-03-01", "false"),
        ("level: leaders", "2025-03-01", "undetermined"),
        ("from: 2024-10, to: 2024-11/..", "2025-03-01", "undetermined"),
    ],
)
def test_formats(span: str, as_of: str, expected: str, opened: Opener) -> None:
    found = show(opened, f"formats: [{{id: f, mediators: [north], {span}}}]", as_of)

    assert found["formats"]["f"] == {"active": expected, "mediators": ["north"]}


@pytest.mark.parametrize(
    ("as_of", "status", "certain"),
    [
        ("2020-01-01", None, "true"),
        ("2020-11-10", "agreed", "true"),
        ("2025-07-10", "agreed", "false"),
        ("2025-07-31", "abandoned", "true"),
    ],
)
def test_commitments(as_of: str, status: str | None, certain: str, opened: Opener) -> None:
    history = ["{is: agreed, from: 2020-11-10}", "{is: abandoned, from: 2025-07}"]
    for written in (history, history[::-1]):
        _commitments(f"commitments: [{{id: c, status: [{', '.join(written)}]}}]", as_of, (status, certain), opened)


def _commitments(text: str, as_of: str, expected: tuple[str | None, str], opened: Opener) -> None:
    """Compare a history: its dates decide, not the order in which it is written."""
    status, certain = expected
    found = show(opened, text, as_of)

    assert found["commitments"]["c"] == {"status": status, "certain": certain}
    assert [item["id"] for item in found["undetermined"]] == (["c"] if certain == "false" else []) + ["i"]


@pytest.mark.parametrize(
    ("step", "as_of", "expected"),
    [
        ("status: met, date: 2025-03-13", "2025-03-12", "false"),
        ("status: met, date: 2025-03-13", "2025-03-13", "true"),
        ("status: met, date: 2025-03", "2025-03-13", "undetermined"),
        ("status: met", "2025-07-10", "true"),
        ("status: met", "2025-07-09", "undetermined"),
        ("status: scheduled, date: 2026-06", "2025-07-10", "false"),
        ("status: scheduled, date: 2026-06", "2026-06-15", "undetermined"),
        ("status: scheduled, date: 2026-06", "2026-07-15", "undetermined"),
        ("status: unmet", "2025-07-31", "false"),
        ("status: open", "2025-07-10", "false"),
        ("status: open", "2025-08-01", "undetermined"),
        ("status: scheduled, date: 2025-05", "2025-07-10", "false"),
    ],
)
def test_steps(step: str, as_of: str, expected: str, opened: Opener) -> None:
    found = show(opened, f"steps: [{{id: s, name: S, {step}}}]", as_of)

    assert found["steps"]["s"] == {"met": expected}


@pytest.mark.parametrize(
    ("agenda", "as_of", "expected"),
    [
        ("on_agenda: 2025-07-10", "2025-07-10", "true"),
        ("on_agenda: 2025-07-10", "2025-07-09", "false"),
        ("on_agenda: false", "2025-07-10", "false"),
        ("on_agenda: true", "2025-07-10", "true"),
        ("on_agenda: true", "2025-01-01", "undetermined"),
        ("name: N", "2025-07-10", "undetermined"),
        ("on_agenda: {from: 2024, to: 2024-06}", "2025-01-01", "false"),
        ("on_agenda: [{from: 2023, to: 2024-06}, 2025-07]", "2024-05-31", "true"),
        ("on_agenda: [{from: 2023, to: 2024-06}, 2025-07]", "2025-01-01", "false"),
        ("on_agenda: [{from: 2023, to: 2024-06}, 2025-07]", "2025-07-10", "undetermined"),
    ],
)
def test_agenda(agenda: str, as_of: str, expected: str, opened: Opener) -> None:
    found = show(opened, f"issues: [{{id: i, {agenda}}}]", as_of)

    assert found["issues"]["i"] == {"on_agenda": expected}


HISTORY = """positions:
  - {actor: north, issue: i, stance: first, value: 20, date: 2025-01, assumption: a}
  - {actor: north, issue: i, stance: second, value: [60, 80], date: 2025-03, assumption: a}
  - {actor: south, issue: i, stance: undated}
"""


@pytest.mark.parametrize(
    ("as_of", "stance", "value", "since"),
    [
        ("2025-02-28", "first", 20.0, "2025-01"),
        ("2025-03-15", "first", 20.0, "2025-01"),
        ("2025-03-31", "second", [60.0, 80.0], "2025-03"),
    ],
)
def test_positions(as_of: str, stance: str, value: object, since: str, opened: Opener) -> None:
    found = show(opened, HISTORY, as_of)

    assert found["positions"]["north"]["i"] == {
        "stance": stance,
        "value": value,
        "since": since,
        "kind": "stance",
        "beside": [{"id": None, "kind": "stance", "stance": "first", "value": 20.0, "since": "2025-01"}]
        if stance == "second"
        else [],
    }
    assert ("north/i" in [item["id"] for item in found["undetermined"]]) == (as_of == "2025-03-15")


def test_an_undated_position_holds_from_the_date_of_the_case(opened: Opener) -> None:
    held = show(opened, HISTORY)["positions"]["south"]["i"]
    assert (held["stance"], held["value"], held["since"]) == ("undated", None, None)
    assert "south" not in show(opened, HISTORY, "2025-06-01")["positions"]


def test_measures(opened: Opener) -> None:
    text = """measures:
  - id: m
    unit: km
    assumption: a
    observations: [{date: 2024, value: 12.7}, {value: 9, comparator: more-than, date: 2023}]
"""

    assert show(opened, text)["measures"]["m"] == {"value": 12.7, "comparator": None, "as_of": "2024"}
    assert show(opened, text, "2024-05-05")["measures"]["m"] == {
        "value": 9.0,
        "comparator": "more-than",
        "as_of": "2023",
    }
    assert show(opened, text, "2022")["measures"] == {}


def test_everything_undetermined_says_what_would_settle_it(opened: Opener) -> None:
    text = "events: [{id: e, date: 2025-07, what: They met}]"

    assert show(opened, text)["undetermined"][0] == {
        "id": "e",
        "because": "the date of 'They met', 2025-07, may lie before or after 2025-07-10",
        "settled_by": "a more exact date of 'They met'",
    }


def test_the_document_begins_as_the_contract_says(opened: Opener) -> None:
    found = show(opened, "events: []", "2025-07")

    assert list(found)[:4] == ["format", "case", "as_of", "scenario"]
    assert (found["format"], found["as_of"], found["scenario"]) == ("detente.situation/1", "2025-07", None)


@pytest.mark.parametrize(
    ("history", "status", "certain"),
    [
        # Nothing is let go before it is given: that the days overlap leaves nothing open.
        ("{is: agreed, from: 2020-11}, {is: abandoned, from: ../2025-07-10}", "abandoned", "true"),
        ("{is: offered, from: ../2025-03}, {is: withdrawn, from: 2025-03/2025-07-10}", "withdrawn", "true"),
        # It may have been given again after it was let go.
        (
            "{is: agreed, from: 2024-11}, {is: agreed, from: 2024-12/2025-05}, {is: broken, from: 2025-05}",
            "broken",
            "false",
        ),
        # Both are ends, and nothing but their dates could order them.
        ("{is: suspended, from: 2025-02/2025-03}, {is: broken, from: 2025-03}", "broken", "false"),
    ],
)
def test_a_commitment_is_given_before_it_is_let_go(history: str, status: str, certain: str, opened: Opener) -> None:
    found = show(opened, f"commitments: [{{id: c, status: [{history}]}}]", "2025-07-10")

    assert found["commitments"]["c"] == {"status": status, "certain": certain}


def test_changes_whose_order_is_open_are_not_said_to_lie_ahead(opened: Opener) -> None:
    history = "{is: suspended, from: 2025-02/2025-03}, {is: broken, from: 2025-03}"
    found = show(opened, f"commitments: [{{id: c, text: Truce, status: [{history}]}}]", "2025-07-10")

    [question] = [item for item in found["undetermined"] if item["id"] == "c"]
    assert question["because"] == "the dates leave open whether 'Truce' was suspended before or after it was broken"
