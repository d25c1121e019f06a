"""How it became known: who spoke first, who kept silent how long, and how it was framed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, absent, read
from tests.lenses.reading import chapter, rows

from detente.dates import Interval
from detente.lenses.chronicle.disclosures.trail import _gap

EVENT = "events: [{id: met, date: 2025-07-02, what: They met}]\ndisclosures:\n"
LEAK = "  - {event: met, by: s, what: leaked, date: 2025-06-28, capacity: press}\n"


def said(opened: Opener, text: str, as_of: str = "2025-08-01") -> str:
    case = opened(BASE + EVENT + text)
    assert case.errors == ()
    finding = chapter(case.at(as_of).chronicle(), "disclosures")
    return " ".join((finding.headline, *(statement.text for statement in finding.statements)))


CONFIRMED = [
    ("2025-07-03", "North confirmed 5 days later"),
    ("2025-07", "North confirmed 3 to 33 days later"),
]


@pytest.mark.parametrize(("when", "expected"), CONFIRMED)
def test_how_much_later_is_a_number_only_where_dates_give_one(when: str, expected: str, opened: Opener) -> None:
    text = LEAK + f"  - {{event: met, by: north, what: confirmed, date: {when}}}"

    assert said(opened, text) == f"“They met”: First known from A source; {expected}."


def test_without_a_date_of_the_first_word_there_is_a_least_number_only(opened: Opener) -> None:
    text = """  - {event: met, by: s, what: disclosed, date: {before: met}}
  - {event: met, by: north, what: readout, date: 2025-07-05, alike: nearly-identical}
  - {event: met, by: coast, what: readout, date: 2025-07-05, alike: nearly-identical}
  - {event: met, by: north, what: silent, date: {before: met}}
"""
    assert said(opened, text) == (
        "“They met”: First known from A source; Coast and North gave readouts at least 4 days later, and how many is "
        "not told. Until then North declined to comment. The 2 readouts are nearly identical."
    )


def test_who_was_first_is_not_told_where_dates_overlap(opened: Opener) -> None:
    text = """  - {event: met, by: s, what: disclosed, date: 2025-06}
  - {event: met, by: north, what: confirmed, date: 2025-06-28}
  - {event: met, by: coast, what: denied, date: 2025-07-01}
  - {event: met, by: minister, what: framed, text: A great day, interest: it is his}
"""
    assert said(opened, text) == ("“They met”: It is not told who spoke first: North or A source. Coast denied it.")


def test_the_document_has_the_trail(opened: Opener) -> None:
    text = LEAK + "  - {event: met, by: north, what: confirmed, date: 2025-07, capacity: official}"
    found: Any = opened(BASE + EVENT + text).at("2025-08-01").chronicle().document["disclosures"]

    assert found["met"]["first"] == ["s"]
    assert found["met"]["leaked"] == ["s"]
    assert found["met"]["confirmed"] == [{"by": "north", "what": "confirmed", "capacity": "official", "days": [3, 33]}]


def test_the_table_is_in_order_of_dates(opened: Opener) -> None:
    text = "  - {event: met, by: north, what: confirmed, date: 2025-07-04, interest: peace, cites: [s ¶2]}\n" + LEAK
    first, second = rows(read(opened, "disclosures-trail", EVENT + text), "disclosures")

    assert (first["what"], second["what"]) == ("leaked", "confirmed")
    assert (second["interest"], second["cites"]) == ("peace", ["s ¶2"])


@pytest.mark.parametrize("as_of", ["2025-07-01", "2025-06-01"])
def test_a_day_before_the_event_is_told_nothing_of_it(as_of: str, opened: Opener) -> None:
    text = EVENT.replace("by: s", "by: north") + LEAK.replace("by: s", "by: north")

    assert absent(opened, "disclosures", text, as_of)


DAYS = st.dates(date(2025, 1, 1), date(2025, 1, 20))


@given(st.tuples(DAYS, DAYS).map(sorted), st.tuples(DAYS, DAYS).map(sorted))
def test_a_gap_is_between_the_least_and_the_most_of_all_readings(first: list[date], then: list[date]) -> None:
    one, other = ([begin + timedelta(days=k) for k in range((end - begin).days + 1)] for begin, end in (first, then))
    gaps = [(b - a).days for a in one for b in other if b >= a]
    found = _gap(Interval(*first), Interval(*then))
    assert found == (min(gaps), max(gaps)) if gaps else found[1] is not None and found[1] < 0


def test_the_last_event_comes_first_and_the_others_follow(opened: Opener) -> None:
    text = """events: [{id: met, date: 2025-07-02, what: They met}, {id: before, date: 2025-05, what: A call}]
disclosures:
  - {event: before, by: north, what: announced, date: 2025-05-01}
  - {event: met, by: coast, what: silent, date: 2025-07-01, text: not yet}
"""
    finding = read(opened, "disclosures", text)

    assert finding.headline == "“They met”: Coast declined to comment (not yet)."
    (other,) = read(opened, "disclosures-trail", text).statements
    assert other.text == "“A call”: First known from North."


def test_of_bounds_on_both_sides_no_number_is_made(opened: Opener) -> None:
    text = """  - {event: met, by: s, what: disclosed, date: {before: met}}
  - {event: met, by: north, what: readout, date: 2025-07}
"""
    assert said(opened, text) == ("“They met”: First known from A source; North gave a readout later (days not given).")


def test_a_readout_tells_of_an_event_and_is_not_said_to_confirm_the_first_word(opened: Opener) -> None:
    text = f"""{LEAK}  - {{event: met, by: north, what: announced, date: 2025-07-03}}
  - {{event: met, by: coast, what: readout, date: 2025-07-03}}
"""
    assert said(opened, text) == (
        "“They met”: First known from A source; Coast gave a readout 5 days later; North confirmed 5 days later."
    )


DENIAL = "  - {event: met, by: coast, what: denied, date: 2025-06-20}\n"


def test_a_denial_is_not_the_first_word_that_it_happened(opened: Opener) -> None:
    assert said(opened, DENIAL + LEAK) == "“They met”: First known from A source. Coast had denied it before."
    later = DENIAL.replace("06-20", "06-29")
    assert said(opened, later + LEAK) == "“They met”: First known from A source. Coast denied it."
    assert said(opened, DENIAL) == "“They met”: Coast denied it."


def test_how_long_after_a_denial_it_was_confirmed_is_not_counted(opened: Opener) -> None:
    text = DENIAL + "  - {event: met, by: north, what: confirmed, date: 2025-07-03}\n"

    assert said(opened, text) == "“They met”: First known from North. Coast had denied it before."


def test_what_is_said_after_the_day_asked_about_is_not_told(opened: Opener) -> None:
    text = LEAK + "  - {event: met, by: north, what: confirmed, date: 2025-07-20}\n"
    case = opened(BASE + EVENT + text)

    assert said(opened, text, "2025-07-10") == "“They met”: First known from A source."
    assert [
        row["by"] for row in rows(chapter(case.at("2025-07-10").chronicle(), "disclosures-trail"), "disclosures")
    ] == ["A source (press)"]
    assert said(opened, text, "2025-07-20").endswith("; North confirmed 22 days later.")


def test_what_may_have_been_said_by_the_day_asked_about_is_told_as_such(opened: Opener) -> None:
    text = f"""{LEAK}  - {{event: met, by: north, what: readout, date: 2025-07}}
  - {{event: met, by: coast, what: readout, date: 2025-06-30/..}}
  - {{event: met, by: minister, what: silent, date: 2025-07}}
"""
    found = chapter(opened(BASE + EVENT + text).at("2025-07-10").chronicle(), "disclosures-trail")

    assert said(opened, text, "2025-07-10") == (
        "“They met”: First known from A source. It cannot be said whether Coast and North had given a readout or "
        "The minister had declined to comment by this date."
    )
    assert {row["by"]: row["by_now"] for row in rows(found, "disclosures")} == {
        "A source (press)": "true",
        "North": "undetermined",
        "Coast": "undetermined",
        "The minister": "undetermined",
    }


def test_who_only_framed_it_did_not_make_it_known(opened: Opener) -> None:
    text = "  - {event: met, by: minister, what: framed, text: A great day, date: 2025-07-03}\n"

    assert said(opened, text) == "“They met”: The minister framed it; who spoke of it is not told."
