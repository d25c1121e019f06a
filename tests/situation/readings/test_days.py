"""Days that are easy to get wrong, by hand: what holds, what hangs on what, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10, known_until: 2025-12-31}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events: [{id: summit, date: 2025-06-10, what: They meet, assumption: a}]
"""
TWO = """conflict:
  from: 2025-01-01
  decision_makers:
    - {actor: north, options: [{id: sign, text: Sign%s}], preferences: {weights: {sign: 1, pay: 2}, assumption: a}}
    - {actor: south, options: [{id: pay}, {id: wait%s}], preferences: {weights: {wait: 1}, assumption: a}}
"""


def conflict(opened: Opener, text: str, day: str) -> dict[str, Any]:
    case = opened(HEAD + text)
    assert case.errors == ()
    return dict(case.at(day).conflict().document)


def states(found: dict[str, Any]) -> list[str]:
    listed: list[str] = found["states"]["list"]
    return listed


def test_options_stand_together_whatever_else_does_not_hold(opened: Opener) -> None:
    limit = "  infeasible: [{together: [pay, wait]}]\n"

    found = conflict(opened, TWO % (", from: 2025-09-01", "") + limit, "2025-07-10")

    assert (found["options"], states(found)) == (["pay", "wait"], ["NN", "YY"])


def test_options_that_stand_together_with_one_that_is_not_there_cannot_be(opened: Opener) -> None:
    limit = "  infeasible: [{together: [sign, wait]}]\n"

    found = conflict(opened, TWO % (", from: 2025-09-01", "") + limit, "2025-07-10")

    assert states(found) == ["NN", "YN"]


def test_an_end_is_asked_about_where_the_beginning_is_open(opened: Opener) -> None:
    """What begins and ends in one month may hold on a day of it, and on no day of the next."""
    text = TWO % (", from: 2025-06, to: 2025-06", "")

    found = conflict(opened, text, "2025-06-10")
    later = conflict(opened, text, "2025-07-01")

    assert not found["determined"]
    assert [each["text"] for each in found["because"]] == [
        "it depends on whether “Sign” already held on 10 June 2025 (the case says since June 2025)",
        "it depends on whether “Sign” had ended on 10 June 2025 (the case says until June 2025)",
    ]
    assert later["options"] == ["pay", "wait"]


def test_a_limit_is_asked_about_where_nothing_else_holds_for_certain(opened: Opener) -> None:
    text = TWO.replace("from: 2025-01-01", "from: 2025-05") % (", from: 2025-02", "")

    found = conflict(opened, text + "  infeasible: [{when: pay, from: 2025-05~}]\n", "2025-05-10")

    assert {each["text"].partition("” ")[0] for each in found["because"]} == {
        "it depends on whether “the conflict",
        "it depends on whether “pay",
    }


def test_an_event_begins_one_reading_and_ends_another(opened: Opener) -> None:
    text = TWO % (", from: 'event:summit'", ", to: 'event:summit'")

    days = ("2025-06-09", "2025-06-10")
    assert [conflict(opened, text, day)["options"] for day in days] == [["pay", "wait"], ["sign", "pay"]]


WORDS = [
    (
        "2025-06",
        "a day instead of June 2025",
        "already held in June 2025 (the case says since “They meet” (10 June 2025))",
    ),
]


@pytest.mark.parametrize(("day", "settled", "words"), WORDS)
def test_what_would_settle_it(day: str, settled: str, words: str, opened: Opener) -> None:
    [found] = conflict(opened, TWO % (", from: 'event:summit'", ""), day)["because"]

    assert (found["text"].partition("” ")[2], found["settled_by"]) == (words, settled)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("../2025-06-20", "since a day by 20 June 2025"),
        ("2025-06/..", "since a day since June 2025"),
        ("2025-06~", "since about June 2025"),
        ("{after: summit}", "since after “They meet” (not before 11 June 2025)"),
        ("{before: summit}", "since before “They meet” (by 9 June 2025)"),
    ],
)
def test_vague_dates_in_words(since: str, said: str, opened: Opener) -> None:
    [found] = conflict(opened, TWO % (f", from: {since}", ""), "2025-06-15" if "after" in since else "2025-06-05")[
        "because"
    ]

    assert f"(the case says {said})" in found["text"]


@pytest.mark.parametrize("count", [6, 7])
def test_more_than_six_open_dates_are_too_many(count: int, opened: Opener) -> None:
    """The same wish six times over changes nothing, whenever it is first held; of seven dates that is not tried."""
    wishes = ", ".join(f"{{when: sign, from: 2025-0{k}-01/2025-08}}" for k in range(1, count + 1))
    text = (TWO % ("", "")).replace("weights: {sign: 1, pay: 2}", f"statements: [sign, {wishes}]")

    found = conflict(opened, text, "2025-07-20")

    assert found["determined"] == (count == 6)
    assert len(found["because"] or ()) == (0 if count == 6 else 7)


PARTIES = """issues: [{id: treaty, outcomes: [{id: signed}, {id: unsigned}]}]
settlement:
  from: 2025-01-01
  parties:
    - {actor: north, assumption: a, batna: 0.2, values: {treaty: {signed: 1, unsigned: 0}}, to: 2025-05-31}
    - {actor: north, assumption: a, batna: 0.2, values: {treaty: {signed: 0, unsigned: 1}}, from: 2025-06-01,
       conditions: [{when: signed, weight: 0, from: 2025-01-01}]}
    - {actor: south, assumption: a, batna: 0.2, values: {treaty: {signed: 1, unsigned: 0.5}}}
"""


def test_a_party_repeated_for_another_time_is_one_party(opened: Opener) -> None:
    case = opened(HEAD + PARTIES)

    packages = {day: case.at(day).settle().document["packages"] for day in ("2025-05-31", "2025-06-01")}

    assert all(found["parties"] == ["north", "south"] for found in packages.values())
    assert [entry["package"] for entry in packages["2025-05-31"]["zopa"]] == [{"treaty": "signed"}]
    assert [entry["package"] for entry in packages["2025-06-01"]["zopa"]] == [{"treaty": "unsigned"}]


def test_a_shared_statement_keeps_its_words_where_its_option_is_not_read(opened: Opener) -> None:
    """Sharing a statement and writing its words under ``when`` is the same on every day."""
    text = """issues: [{id: treaty, outcomes: [{id: signed, takes: [sign]}, {id: unsigned, takes: []}]}]
conflict:
  from: 2025-01-01
  decision_makers:
    - actor: north
      options: [{id: sign, text: Sign, from: 2025-09-01}, {id: pay}]
      preferences: {statements: [{id: wish, when: not sign}, {id: other, when: pay}], assumption: a}
settlement:
  from: 2025-01-01
  parties:
    - {actor: north, assumption: a, batna: 0.4, values: {treaty: {signed: 1, unsigned: 0}},
       conditions: [{%s, weight: 1}]}
"""
    zones = [
        opened(HEAD + text % how).at("2025-07-10").settle().document["packages"]["zopa"]
        for how in ("statement: wish", "when: not sign")
    ]

    assert zones[0] == zones[1]
    assert len(zones[0]) == 2


def test_a_scenario_may_move_a_reading(opened: Opener) -> None:
    text = TWO % (", from: 2025-06-15", "")
    scenarios = "scenarios: [{id: early, assumption: a, changes: [{set: conflict.sign.from, to: 2025-02-01}]}]\n"
    case = opened(HEAD + text + scenarios)
    assert case.errors == ()

    assert case.at("2025-03-01").conflict().document["options"] == ["pay", "wait"]
    assert case.at("2025-03-01", scenario="early").conflict().document["options"] == ["sign", "pay", "wait"]


def test_a_scenario_may_not_end_a_reading_before_it_begins(opened: Opener) -> None:
    text = TWO % (", from: 2025-06-15", "")
    scenarios = "scenarios: [{id: never, assumption: a, changes: [{set: conflict.sign.to, to: 2025-02-01}]}]\n"

    assert [found.code for found in opened(HEAD + text + scenarios).errors] == ["DT700"]


def test_a_large_conflict_has_the_options_of_its_day(opened: Opener) -> None:
    """Its states are not listed; options of which a date is open decide as they do in small conflicts."""
    dated = {26: ", from: 2025-06", 27: ", from: 2025-06-15", 28: ", to: 2025-05-31", 29: ", from: 2025-06-15"}
    options = ", ".join(f"{{id: o{k}{dated.get(k, '')}}}" for k in range(30))
    text = f"""conflict:
  from: 2025-01-01
  decision_makers:
    - {{actor: north, options: [{options}], preferences: {{weights: {{o1: 1}}, assumption: a}}}}
    - {{actor: south, options: [{{id: pay}}], preferences: {{weights: {{pay: 1}}, assumption: a}}}}
"""
    days = ("2025-05-31", "2025-06-10", "2025-06-30")
    found = [conflict(opened, text, day) for day in days]

    assert [each["determined"] for each in found] == [True, False, True]
    assert [len(each["options"] or ()) for each in found] == [28, 0, 30]
    assert [each["id"] for each in found[1]["because"]] == ["o26"]
