"""What would settle it: ways to the goal, what they share, why there is none; else the outcomes that would hold."""

from __future__ import annotations

import pytest
from tests.brief.reading import said
from tests.brief.small import ACTORS, NAMED, conflict, ways
from tests.conftest import Opener
from tests.large_case import large_case
from tests.lenses.roadmap.cases import CASE, DEADLOCK

from detente.findings import Question


def settles(opened: Opener, text: str, as_of: str | None = None) -> str:
    return said(opened(text).at(as_of).brief(), Question.SETTLES)


def test_two_ways_and_what_both_need_in_the_words_of_those_who_require_it(opened: Opener) -> None:
    assert settles(opened, CASE) == (
        "The vote, or North drops its demand. Both also need “The group dissolved” (“practically”)."
    )


def test_one_way_waits_for_what_can_be_done_now(opened: Opener) -> None:
    one = CASE.replace("{any: [vote, dropped], cites: [paper ¶3]}", "{step: vote, cites: [paper ¶3]}")
    assert settles(opened, one) == (
        "One way is left, and it waits now for “Draft ready”, “Elections” and “The group dissolved” (“practically”)."
    )


def test_of_many_ways_the_first_are_named_and_the_others_counted(opened: Opener) -> None:
    assert settles(opened, ways(4)) == "Way 0 taken, Way 1 taken, Way 2 taken, or Way 3 taken."
    assert settles(opened, ways(6)) == "Way 0 taken, Way 1 taken, Way 2 taken, or 3 more ways."


def test_a_circle_is_named_with_what_would_end_it(opened: Opener) -> None:
    assert settles(opened, DEADLOCK) == (
        "No way leads to “Peace”. These wait for each other: “North lifts the ban” and “South pulls back”; that "
        "ends if “North lifts the ban” waits no longer for “South pulls back”."
    )


def test_a_name_with_marks_in_it_stands_in_quotation_marks(opened: Opener) -> None:
    odd = ways(2).replace("name: Way 0 taken", 'name: "Way 0 (the old road), taken."')
    assert settles(opened, odd) == "Way 1 taken, or “Way 0 (the old road), taken”."


def test_what_nobody_leaves_and_everybody_prefers(opened: Opener) -> None:
    alike = "go-in and strike-back, not go-in"
    text = conflict(alike, "strike-back and go-in, not strike-back", extra=NAMED)
    assert settles(opened, text) == (
        "In the model, “war of all” would hold once reached, as nobody gains by leaving; everybody prefers it to "
        "things as they are."
    )


@pytest.mark.parametrize(
    ("north", "south", "why"),
    [
        ("go-in", "strike-back if go-in", "as nobody gains by leaving"),
        (
            "go-in and not strike-back, not strike-back, not go-in",
            "strike-back iff go-in, not go-in",
            "as leaving it would not pay once others answer",
        ),
    ],
)
def test_outcomes_without_names_are_told_by_what_is_done(opened: Opener, north: str, south: str, why: str) -> None:
    found = settles(opened, conflict(north, south, None))
    assert found.startswith("In the model, “")
    assert found.endswith(f" would hold once reached, {why}.")


def test_more_states_than_can_be_listed_are_told_as_a_share(opened: Opener) -> None:
    assert settles(opened, large_case()).startswith("In the model, less than 1 in 100 possible states would hold ")


def test_with_positions_only_where_the_pressures_balance(opened: Opener) -> None:
    text = """
    issues: [{id: toll, name: Toll on the bridge, continuum: {labels: {0: none, 100: full}}}]
    positions:
      - {actor: north, issue: toll, value: 20, salience: 0.5, assumption: x}
      - {actor: south, issue: toll, value: 90, salience: 0.5, assumption: x}
    """
    # Alike in salience and capability, they balance half way between 20 and 90: at 55.
    assert settles(opened, ACTORS + text) == (
        "In the model, the pressures on Toll on the bridge balance between “none” (0) and “full” (100), nearer to the "
        "second."
    )


def test_a_day_that_the_roadmap_does_not_speak_of_is_named(opened: Opener) -> None:
    later = CASE.replace("roadmap: {goal: signed}", "roadmap: {goal: signed, from: 2025-06-01}")
    assert settles(opened, later, "2025-05-01") == (
        "What would settle it on 1 May 2025 cannot be told: the case speaks of it from 1 June 2025 on."
    )
    over = CASE.replace("roadmap: {goal: signed}", "roadmap: {goal: signed, from: 2025-01, to: 2025-06}")
    assert settles(opened, over) == (
        "What would settle it on 10 July 2025 cannot be told: the case speaks of it until June 2025."
    )


def test_what_only_cannot_be_undone_would_settle_nothing(opened: Opener) -> None:
    text = conflict("not go-in", "not strike-back", direction="take-only", extra=NAMED)
    held = opened(text).at().conflict().document
    assert held["named"]["raid"] in held["equilibria"]["nash"]
    assert settles(opened, text) == "In the model, no other outcome would hold."
