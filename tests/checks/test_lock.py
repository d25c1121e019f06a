"""The information lock: hindsight stays out, plans stay in."""

from __future__ import annotations

import pytest
from tests.case_text import codes, problems
from tests.conftest import Opener

HEADER = """case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues: [{id: i}]
"""


@pytest.mark.parametrize(
    "text",
    [
        "events: [{id: e, date: 2025-08-01, what: w}]",
        "events: [{id: e, date: 2025-08, what: w}]",
        "events: [{id: e, date: 2025-07-01, reported: 2025-09, what: w}]",
        "events: [{id: b, date: 2025-07-31, what: w}, {id: e, date: {after: b, by: 1 day}, what: w}]",
        "positions: [{actor: north, issue: i, stance: s, date: 2026}]",
        "measures: [{id: m, observations: [{value: 1, date: 2025-08, assumption: a}]}]",
        "commitments: [{id: c, status: [{is: agreed, from: 2025-08-08}]}]",
        "relations: [{from: north, to: south, date: 2025-08-08}]",
        "steps: [{id: s, name: S, status: met, date: 2025-08-08}]",
        "formats: [{id: f, from: 2025-08}]",
        "sources: [{id: s, published: 2025-08}]",
        "corridor: {nodes: [{id: a, country: AM, lat: 40, lon: 45}, {id: b, country: AM, lat: 40, lon: 45}],"
        " links: [{id: l, a: a, b: b, mode: road, km: 3, since: 2025-09, assumption: a}]}",
    ],
)
def test_what_happened_later_is_an_error(text: str, opened: Opener) -> None:
    assert codes(opened(HEADER + text)) == ["DT310"]


@pytest.mark.parametrize(
    "text",
    [
        "events: [{id: e, date: 2025-07-31, what: w}]",
        "corridor: {nodes: [{id: a, country: AM, lat: 40, lon: 45}, {id: b, country: AM, lat: 40, lon: 45}],"
        " links: [{id: l, a: a, b: b, mode: road, km: 3, assumption: a, regime: r, available: 2026}],"
        " regimes: [{id: r, from: 2025-08, to: 2027}]}",
        "events: [{id: e, date: 2025-07, what: w}]",
        "events: [{id: e, date: 2025, what: w}]",
        "events: [{id: e, date: 2021-12/.., what: w}]",
        "sources: [{id: s, published: 2025-07~}]",
        "steps: [{id: s, name: S, status: scheduled, date: 2026-06}]",
        "forecasts: [{id: f, until: 2026-06}]",
        "formats: [{id: f, from: 2025-01, to: 2026-01}]",
        "conflict: {decision_makers: [{actor: north, options: [{id: a, available: 2026-06}],"
        " preferences: {weights: {}, assumption: a}}]}",
    ],
)
def test_what_was_known_or_planned_by_then_is_none(text: str, opened: Opener) -> None:
    assert problems(opened(HEADER + text)) == []


def test_without_a_lock_nothing_is_locked(opened: Opener) -> None:
    assert problems(opened("events: [{id: e, date: 2099, what: w}]")) == []


REGION = """system:
  descriptors:
    - {id: d, states: [{id: a}, {id: b, closed: {why: w, to: 2026}}], history: [{is: a, from: %s}]}
    - {id: e, states: [{id: a}, {id: b}], history: [{is: a, from: 2024}]}
  impacts:
    - {from: d.a, on: e.a, effect: 1, until: 2026, assumption: a}
    - {from: d.b, on: e.a, effect: 1, since: 2025-09, assumption: a}
"""


@pytest.mark.parametrize(("date", "expected"), [("2025-07", []), ("2025-09", ["DT310"])])
def test_what_is_said_of_a_region_may_lie_ahead_but_not_what_it_was(
    date: str, expected: list[str], opened: Opener
) -> None:
    """Impacts are readings, whose time may begin or end later; a history is what happened."""
    assert codes(opened(HEADER + REGION % date)) == expected
