"""What answered what, and how one episode resembles the one before it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

TEXT = """
case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
sources: [{id: s, title: A source}]
actors:
  - {id: north, name: North, kind: state}
  - {id: south, name: South, kind: state}
  - {id: guard, name: The guard, kind: body, part_of: north}
events:
  - {id: raid, date: ../2025-06, what: A raid, cites: [s ¶1]}
  - {id: plane, date: 2024-12-25, what: A plane}
  - {id: sorry, date: 2024-12-25/2025-07-31, what: An apology}
  - {id: closed, date: 2025-02, what: A house is closed}
  - {id: arrests, date: 2025-05, what: Arrests}
  - {id: song, date: 2025-05, what: A song}
  - {id: planned, date: 2025-07-31, what: Not yet}
episodes:
  - id: second
    title: The second
    between: [south, north]
    incidents:
      - {event: song, role: escalation, answers: arrests, by: south}
      - {event: arrests, role: response, answers: raid, by: south}
      - {event: planned, role: off-ramp, answers: song}
      - event: raid
        role: trigger
        motive: {text: To frighten, is: suspected, by: south, certainty: inference, cites: [s ¶3]}
    resembles: [{episode: first, text: it was loud., cites: [s ¶2]}]
    cites: [s ¶4]
  - id: first
    title: The first
    between: [north, south]
    incidents:
      - {event: closed, role: response, answers: plane}
      - {event: plane, role: trigger}
      - {event: sorry, role: apology-offered, answers: plane}
  - {id: apart, title: Apart, between: [north], incidents: [{event: song, role: demand}]}
relations:
  - {from: guard, to: south, date: 2024-12-25, sign: conflictual, event: plane}
  - {from: south, to: north, date: 2025-02, goldstein: -4, event: closed}
  - {from: south, to: guard, date: 2025-02, goldstein: 1, event: closed}
  - {from: north, to: south, date: 2025-01, goldstein: 1.8, event: sorry}
  - {from: north, to: south, date: 2025-01, goldstein: 0, event: raid}
"""


def document(opened: Opener, as_of: str | None = None) -> Any:
    case = opened(TEXT)
    assert case.errors == ()
    return case.at(as_of).chronicle().document


def test_the_earliest_episode_comes_first_and_steps_stand_behind_what_they_answer(opened: Opener) -> None:
    found = document(opened)["episodes"]

    assert list(found) == ["second", "first", "apart"]
    assert [step["event"] for step in found["second"]["incidents"]] == ["raid", "arrests", "song"]
    assert [step["event"] for step in found["first"]["incidents"]] == ["plane", "sorry", "closed"]


def test_bounds_are_drawn_together_by_answers_and_what_is_not_told_is_not_sure(opened: Opener) -> None:
    raid, arrests, _ = document(opened)["episodes"]["second"]["incidents"]
    _, sorry, closed = document(opened)["episodes"]["first"]["incidents"]

    assert (raid["earliest"], raid["latest"]) == (None, "2025-05-31")
    assert arrests["follows_previous"] == "true"
    assert (sorry["follows_previous"], closed["follows_previous"]) == ("true", "undetermined")


def test_a_step_is_taken_by_the_side_that_its_acts_come_from_and_moves_the_level(opened: Opener) -> None:
    found = document(opened)["episodes"]
    steps = {step["event"]: (step["by"], step["level"]) for each in found.values() for step in each["incidents"]}

    assert steps["plane"] == ("north", "raised")
    assert steps["closed"] == ("south", "mixed")
    assert steps["sorry"] == ("north", "lowered")
    assert steps["arrests"] == ("south", None)
    assert steps["raid"] == ("north", None)


def test_two_episodes_of_the_same_sides_are_compared_by_role_and_side(opened: Opener) -> None:
    (pair,) = document(opened)["episode_pairs"]

    assert (pair["first"], pair["second"]) == ("second", "first")
    assert pair["shared"] == [{"role": "trigger", "by": "north"}, {"role": "response", "by": "south"}]
    assert pair["only_first"] == [{"role": "escalation", "by": "south"}]
    assert pair["only_second"] == [{"role": "apology-offered", "by": "north"}]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-12-25", {"second": ["raid"], "first": ["plane", "sorry"]}),
        ("2024-12-24", {"second": ["raid"]}),
        ("2025-03", {"second": ["raid"], "first": ["plane", "sorry", "closed"]}),
    ],
)
def test_of_an_earlier_day_only_what_may_have_happened_is_told(
    as_of: str, expected: dict[str, list[str]], opened: Opener
) -> None:
    found = document(opened, as_of)["episodes"]

    assert {name: [step["event"] for step in each["incidents"]] for name, each in found.items()} == expected


def test_the_page_sets_them_side_by_side(opened: Opener) -> None:
    finding = chapter(opened(TEXT).at().chronicle(), "episodes")

    assert finding.headline == "“The second” and “The first”: It was loud."
    (rests,) = finding.statements
    assert [cite.at for cite in rests.cites] == ["¶2"]
    finding = chapter(opened(TEXT).at().chronicle(), "episodes-steps")
    found = {row["act"]: (row["in-0"], row["in-1"]) for row in rows(finding, "beside-first")}
    assert found["an apology by North"] == ("none told", ("An apology (25 December 2024 or later; tension lowered)",))
    raid = next(row for row in rows(finding, "incidents") if row["what"] == "A raid")
    assert raid["motive"] == ("To frighten (suspected by South; inference)",)
    assert raid["cites"] == ["s ¶1", "s ¶3"]


def test_an_earlier_day_is_told_no_motive(opened: Opener) -> None:
    found = opened(TEXT).at("2025-06-01").chronicle()

    assert all("motive" not in row for row in rows(chapter(found, "episodes-steps"), "incidents"))
    assert chapter(found, "episodes").statements == ()


LABELS = (
    "“The second” and “The first” share a trigger by North; a response by South. Told only of the first: an escalation "
    "by South. Told only of the second: an apology by North."
)


def test_the_labels_are_compared_behind_what_the_case_says_and_before_all_where_it_says_nothing(opened: Opener) -> None:
    found = opened(TEXT).at().chronicle()
    silent = opened(TEXT.replace("resembles: [{episode: first,", "resembles: [{episode: apart,")).at().chronicle()

    assert chapter(found, "episodes-steps").statements[0].text == f"By the labels of the case, {LABELS}"
    assert chapter(silent, "episodes").headline == LABELS
    assert [said.text for said in chapter(silent, "episodes").statements] == ["As in “Apart”: it was loud."]


def test_what_no_source_dates_stands_right_before_its_answer_unless_it_set_all_off(opened: Opener) -> None:
    old = """events:
  - {id: slur, date: ../2025-05, what: A slur}
"""
    text = TEXT.replace("events:\n", old).replace(
        "role: apology-offered, answers: plane}",
        "role: apology-offered, answers: plane}\n"
        "      - {event: slur, role: slur}\n      - {event: song, role: ban, answers: slur}",
    )
    found: Any = opened(text).at().chronicle().document["episodes"]

    assert [step["event"] for step in found["first"]["incidents"]] == ["plane", "sorry", "closed", "slur", "song"]


def test_of_bounds_no_day_is_made(opened: Opener) -> None:
    text = (
        TEXT.replace("date: 2025-05, what: Arrests", "date: {after: plane}, what: Arrests")
        .replace("date: 2025-05, what: A song", "date: {after: raid}, what: A song")
        .replace("date: ../2025-06, what: A raid", "date: 2025-02, what: A raid")
    )
    found = rows(chapter(opened(text).at().chronicle(), "episodes-steps"), "incidents")
    dates = {row["what"]: row["date"] for row in found}

    assert dates["Arrests"] == "26 December 2024 or later"
    assert dates["A song"] == "2025, day not given"
