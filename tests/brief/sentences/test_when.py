"""When: the soonest day, the assumption that it hangs on, and that a way has no date."""

from __future__ import annotations

from datetime import date, timedelta

from tests.brief.reading import said
from tests.brief.small import ways
from tests.conftest import ROOT, Opener
from tests.lenses.roadmap.cases import CASE

from detente.dates.words import plain_part
from detente.findings import Question
from detente.session import open_case


def when(opened: Opener, text: str) -> str:
    return said(opened(text).at().brief(), Question.WHEN)


def test_the_soonest_day_with_the_assumption_and_the_way_without_a_date(opened: Opener) -> None:
    day = date(2026, 6, 7) + timedelta(days=50)  # the vote takes 50 days after the elections
    assert when(opened, CASE) == (
        f"In the model, by the first way, {plain_part(day)} at the soonest, on an assumption of 50 days for “The "
        "vote”. The other has no date."
    )


def test_a_range_of_days_is_told_whole(opened: Opener) -> None:
    assert "on an assumption of 30 to 90 days for “The vote”." in when(
        opened, CASE.replace("duration: 50", "duration: [30, 90]")
    )


def test_the_mark_of_an_uncertain_date_is_kept(opened: Opener) -> None:
    rough = CASE.replace("status: scheduled, date: 2026-06-07", "status: scheduled, date: 2026-06~")
    assert "counting from “Elections”, dated about June 2026" in when(opened, rough)


def test_without_any_date_what_lacks_one_is_named(opened: Opener) -> None:
    assert when(opened, ways(2)) == "No way has a date."
    assert when(opened, ways(1)) == "No source dates “Way 0 taken”."


def test_days_after_what_has_no_date(opened: Opener) -> None:
    timed = ways(1).replace("name: Peace,", "name: Peace, duration: 30, assumption: x,")
    assert when(opened, timed) == (
        "In the model, “Peace”: no date, but 30 days after “Way 0 taken”, on an assumption of 30 days for “Peace”."
    )


def test_it_is_the_day_that_the_roadmap_computes() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    for as_of in ("2025-03-20", "2025-07-31"):
        sight = case.at(as_of)
        first = sight.roadmap().document["paths"][0]
        [answer] = [one for one in sight.brief().sentences if one.answers is Question.WHEN]
        assert f"{plain_part(date.fromisoformat(first['earliest']))} at the soonest" in answer.text
        assert set(answer.assumptions) == {each["step"] for each in first["assumptions"]} & set(first["slowest"])


def test_what_nothing_dated_holds_up_can_be_at_once_and_what_lacks_a_date_is_named() -> None:
    sight = open_case(ROOT / "examples" / "south-caucasus").at("2025-07-10", scenario="referendum-met")
    text = said(sight.brief(), Question.WHEN)
    assert sight.roadmap().document["paths"][0]["earliest"] == "2025-07-10"
    assert text == (
        "In the model, by the first way, at once, but no source dates “Date and place of the signature agreed” and "
        "“Minsk Group dissolved”. The other has no date."
    )
