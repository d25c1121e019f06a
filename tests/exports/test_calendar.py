"""Events in a calendar, read by another program and held against the case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.exports.editions import chronicle, edition, event
from tests.exports.test_roadmap_files import NAMES, components

from detente.exports.formats import ics
from detente.session import CaseError

CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    events:
      - id: summit
        date: 2025-07-01
        what: They meet
        actors: [{actor: north, role: host}, south]
        place: Abu Dhabi
        hedge: briefly
        certainty: attributed
        cites: [{source: paper, at: ¶7, quote: they met, credibility: 2}]
        note: A long day
      - {id: demand, date: {before: summit, by: 2 days}, what: A demand, assumption: an example}
      - {id: month, date: 2025-03, what: Some time in March, assumption: an example}
      - {id: about, date: 2025-03-10~, what: Around the tenth, assumption: an example}
      - {id: later, date: 2025-08-01, what: It comes later, assumption: an example}
      - {id: secret, date: 2025-05-01, reported: 2025-09, what: Known later, assumption: an example}
      - {id: leaked, date: 2025-05-02, reported: 2025-07, what: Perhaps known, assumption: an example}
"""
ROAD = """
    steps: [{id: vote, name: The vote, date: 2026-06-07, assumption: a}]
    roadmap: {goal: vote}
"""


def test_what_happened_on_a_known_day_and_was_known_is_an_event(opened: Opener) -> None:
    found = components(opened(CASE).at().export("ics"))

    assert {(name, part.name, part["DTSTART"].dt) for name, part in found.items()} == {
        ("summit@demo.detente", "VEVENT", date(2025, 7, 1)),
        ("demand@demo.detente", "VEVENT", date(2025, 6, 29)),
        ("leaked@demo.detente", "VEVENT", date(2025, 5, 2)),
    }
    assert {part["DTEND"].dt - part["DTSTART"].dt for part in found.values()} == {date(2, 1, 2) - date(2, 1, 1)}
    assert {part["DTSTAMP"].dt.date() for part in found.values()} == {date(2025, 7, 10)}


def test_an_event_says_who_where_and_what_it_rests_on(opened: Opener) -> None:
    found = components(opened(CASE).at().export("ics"))
    summit, demand = found["summit@demo.detente"], found["demand@demo.detente"]

    assert (str(summit["SUMMARY"]), str(summit["LOCATION"])) == ("They meet", "Abu Dhabi")
    assert str(summit["DESCRIPTION"]).splitlines() == [
        "Who took part: North (host), South",
        "Held as: attributed, softened by “briefly”",
        "Rests on: paper ¶7: “they met” (judged 2)",
        "Note: A long day.",
        "As of 2025-07-10.",
    ]
    assert str(demand["DESCRIPTION"]).splitlines() == [
        "Its date: 2 days before “They meet”",
        "Assumption: an example",
        "As of 2025-07-10.",
    ]
    assert "It cannot be said whether" in found["leaked@demo.detente"]["DESCRIPTION"]


def test_an_earlier_day_knows_no_later_event_and_no_note(opened: Opener) -> None:
    found = components(opened(CASE).at("2025-07-05").export("ics"))

    assert set(found) == {"summit@demo.detente", "demand@demo.detente", "leaked@demo.detente"}
    assert "A long day" not in found["summit@demo.detente"]["DESCRIPTION"]
    assert set(components(opened(CASE).at("2025-06-29").export("ics"))) == {"demand@demo.detente"}


def test_steps_stand_beside_events_and_are_refused_where_they_are_not_read(opened: Opener) -> None:
    case = opened(CASE + ROAD)
    both = components(case.at().export("ics"))
    assert {"vote@demo.detente", "summit@demo.detente"} < set(both)

    late = opened(CASE + ROAD.replace("{goal: vote}", "{goal: vote, from: 2025-07-05}"))
    with pytest.raises(CaseError, match="DT801"):
        late.at("2025-07-04").export("ics")
    assert "vote@demo.detente" in components(late.at().export("ics"))


@given(NAMES, st.sampled_from(["0001-01-01", "2025-03-13", "9999-12-31"]))
def test_any_words_on_any_day_make_a_calendar(name: str, day: str) -> None:
    [text] = ics.write(edition(chronicle(event(name, day, place=name), title=name)))
    [part] = components(text).values()

    assert part["DTSTART"].dt == date.fromisoformat(day)
    assert text.count("BEGIN:") == text.count("END:") == 2
