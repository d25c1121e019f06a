"""Up to when a case knows: what it has as happened did so by then, and plans may come later."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.case import Case
from detente.case.calendar import calendar_of
from detente.dates import Interval, Truth, parse_edtf
from detente.situation import Situation, clock_of, situate

FAULT = """
case: {id: lock, as_of: 2024-10-15, known_until: 2024-10-15}
actors: [{id: a, name: A, kind: state}]
events:
  - {id: e, date: 2024-10, what: Something that happened according to the source, actors: [a], certainty: fact}
  - {id: f, date: 2024, what: Something else, actors: [a], certainty: fact}
"""


def test_a_month_that_the_lock_cuts(opened: Opener) -> None:
    found = opened(FAULT).at().situation.events

    assert {name: (each.happened, each.known) for name, each in found.items()} == {
        "e": (Truth.TRUE, Truth.TRUE),
        "f": (Truth.TRUE, Truth.TRUE),
    }
    before = opened(FAULT).at("2024-10-14").situation.events["e"].happened
    assert before is Truth.UNDETERMINED  # it may have been the 15th


def test_without_a_lock_the_date_of_the_case_cuts_nothing(opened: Opener) -> None:
    found = opened(FAULT.replace(", known_until: 2024-10-15", "")).at().situation.events

    assert {each.happened for each in found.values()} == {Truth.UNDETERMINED}


ALL = """
case: {id: demo, as_of: 2024-10-15, known_until: 2024-10-15}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: route, on_agenda: [{from: 2024-10}]}
  - {id: late, on_agenda: [{from: 2024-01, to: 2024-10}]}
events:
  - {id: talks, date: 2024-10, what: They talk}
  - {id: since, date: 2024-09/.., what: They have talked since}
  - {id: reported, date: 2024-09-01, reported: 2024-10, what: They had talked}
  - {id: after, date: {after: talks, by: 3 days}, what: They talk again}
steps:
  - {id: met, name: Met, status: met, date: 2024-10}
  - {id: plan, name: Plan, status: due, date: 2024-10}
positions: [{actor: north, issue: route, stance: open it, date: 2024-10}]
commitments: [{id: vow, text: A vow, by: [north], to: [south], status: [{is: agreed, from: 2024-10}]}]
measures: [{id: km, what: Length, unit: km, observations: [{value: 3, date: 2024-10}]}]
relations: [{from: north, to: south, date: 2024-10, what: They greet}]
formats:
  - {id: begun, parties: [north, south], from: 2024-10}
  - {id: ending, parties: [north, south], from: 2024-01, to: 2024-10}
conflict:
  decision_makers:
    - {actor: north, options: [{id: pay, available: 2024-10}], preferences: {weights: {}, assumption: a}}
"""


def test_what_has_happened_had_by_the_lock_and_what_is_planned_need_not(opened: Opener) -> None:
    case = opened(ALL)
    assert case.errors == ()
    found = case.at().situation

    assert {each.happened for each in found.events.values()} == {Truth.TRUE}
    assert {each.known for each in found.events.values()} == {Truth.TRUE}
    assert (found.steps["met"], found.steps["plan"]) == (Truth.TRUE, Truth.FALSE)
    assert found.positions["north"]["route"].latest.position.stance == "open it"
    assert (found.commitments["vow"].status, found.commitments["vow"].certain) == ("agreed", Truth.TRUE)
    assert found.measures["km"].observation.value.low == 3
    assert (found.formats["begun"], found.issues["route"]) == (Truth.TRUE, Truth.TRUE)
    assert (found.formats["ending"], found.issues["late"]) == (Truth.UNDETERMINED, Truth.UNDETERMINED)  # ends are plans
    assert found.options["pay"].undetermined  # it may open on the 20th
    assert {each.id for each in found.undetermined} == {"ending", "late", "pay"}
    said = [finding.headline for finding in case.at().chronicle().findings if finding.id == "relations"]
    assert said == ["1 act or attitude between 1 pair of actors."]


def test_days_after_what_the_lock_cuts_are_counted_from_the_days_left(opened: Opener) -> None:
    situation = opened(ALL).at().situation
    days = situation.calendar.anchors

    assert days["talks"] == Interval(date(2024, 10, 1), date(2024, 10, 15))
    assert days["after"] == Interval(date(2024, 10, 4), date(2024, 10, 15))
    assert days["plan"] == Interval(date(2024, 10, 1), date(2024, 10, 31))


def test_what_the_lock_makes_the_same_days_needs_an_order(opened: Opener) -> None:
    text = """
    case: {id: demo, as_of: 2024-10-15, known_until: 2024-10-15}
    measures: [{id: km, what: Length, unit: km, observations: [{value: 3, date: 2024-10}, {value: 4, date: LATER}]}]
    """

    def codes(later: str) -> set[str]:
        return {each.code for each in opened(text.replace("LATER", later)).errors}

    assert codes("2024-10/2024-11") == {"DT311"}  # both from the 1st to the 15th
    assert codes("2024-10-02") == set()


LOCKS = st.dates(date(2024, 1, 1), date(2025, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> str:
    day = draw(LOCKS).isoformat()
    text = day[: draw(st.sampled_from([4, 7, 10]))]
    return draw(st.sampled_from([text, f"{text}~", f"{text}?", f"{text}/..", f"../{text}"]))


def locked(text: str, lock: date | str) -> Case:
    header = {"id": "demo", "as_of": "2024-01-01", "known_until": str(lock)}
    return Case.model_validate({"case": header, "events": [{"id": "e", "date": text, "what": "w"}]})


def stood(case: Case, day: date) -> Situation:
    return situate(clock_of(case, parse_edtf(day.isoformat())))


@given(partial_dates(), LOCKS, LOCKS)
def test_an_event_had_happened_where_it_had_on_each_day_left(text: str, lock: date, asked: date) -> None:
    interval = parse_edtf(text).interval
    years = (date(2022, 1, 1) + timedelta(days) for days in range(365 * 6))
    days = [day for day in years if (interval.earliest or day) <= day <= (interval.latest or day)]
    left = [day for day in days if day <= lock] or days  # what lies wholly after is an error, and stays where it is
    if interval.earliest is None and left[0] == date(2022, 1, 1):
        left = [date.min, *left]
    found = stood(locked(text, lock), asked).events["e"].happened

    by_then = [day <= asked for day in left]
    never_ends = interval.latest is None and left is days
    if all(by_then) and not never_ends:
        assert found is Truth.TRUE
    elif not any(by_then):
        assert found is Truth.FALSE
    else:
        assert found is Truth.UNDETERMINED


@given(partial_dates(), LOCKS, LOCKS, st.integers(0, 400))
def test_what_is_true_stays_true_and_nothing_after_the_lock_is(text: str, lock: date, asked: date, more: int) -> None:
    case = locked(text, lock)
    first = stood(case, asked).events["e"].happened
    later = stood(case, asked + timedelta(more)).events["e"].happened

    assert first is not Truth.TRUE or later is Truth.TRUE
    assert later is not Truth.FALSE or first is Truth.FALSE
    earliest = parse_edtf(text).interval.earliest
    if earliest is not None and earliest > lock >= asked:
        assert first is Truth.FALSE


@given(partial_dates(), LOCKS)
def test_what_lies_wholly_after_the_lock_is_left_as_it_is(text: str, lock: date) -> None:
    interval, found = parse_edtf(text).interval, calendar_of(locked(text, lock)).anchors["e"]

    assert found.earliest == interval.earliest
    if interval.by(Interval.day(lock)) is Truth.FALSE:
        assert found == interval
    else:
        assert found.latest is not None
        assert found.latest <= lock


@pytest.mark.parametrize("lock", ["2024-10", "2024-10-31"])
def test_a_lock_of_a_month_ends_with_it(lock: str) -> None:
    days = calendar_of(locked("2024", lock)).anchors["e"]
    assert days == Interval(date(2024, 1, 1), date(2024, 10, monthrange(2024, 10)[1]))


def test_a_scenario_that_moves_the_lock_is_checked_with_its_own(opened: Opener) -> None:
    text = """
    case: {id: demo, as_of: 2024-12-31, known_until: 2024-12-31}
    measures:
      - {id: km, what: K, unit: km, observations: [{value: 3, date: 2024-10}, {value: 4, date: 2024-10/2024-11}]}
    scenarios:
      - {id: earlier, title: E, changes: [{set: case.known_until, to: 2024-10-15}], assumption: a}
    """
    (found,) = opened(text).errors

    assert found.code == "DT700"
    assert "nothing says which of two observations of 'km' is the later" in found.message
