"""Where it stands: the last thing that moved, and how far the way to the goal is."""

from __future__ import annotations

from tests.brief.reading import said
from tests.brief.small import ACTORS, NAMED, conflict
from tests.conftest import ROOT, Opener
from tests.lenses.roadmap.cases import CASE

from detente.findings import Question
from detente.session import open_case

EVENTS = """
    sources: [{id: paper, title: A paper}]
    events:
      - {id: late, date: 2025-07-09, what: They sign nothing, cites: [paper ¶1]}
      - {id: early, date: 2025-06, what: They meet., cites: [paper ¶1]}
      - {id: later, date: 2025-08-01, what: They part, cites: [paper ¶1]}
      - {id: unknown, date: 2025-07-01, reported: 2025-09-01, what: They whisper, cites: [paper ¶1]}
"""


def stands(opened: Opener, text: str, as_of: str | None = None) -> str:
    return said(opened(text).at(as_of).brief(), Question.STANDS)


def test_the_last_step_met(opened: Opener) -> None:
    # Of text, draft, elections, vote, dropped, group and signed only the text is met.
    assert stands(opened, CASE) == ("Text agreed (13 March 2025); Treaty not yet signed.")


def test_of_two_steps_of_one_month_the_one_that_waited_for_the_other_is_the_last(opened: Opener) -> None:
    met = CASE.replace("{id: text, name: Text agreed, status: met, date: 2025-03-13", "{id: text, name: Text agreed")
    met = met.replace(
        "    steps:\n",
        "    steps:\n      - {id: asked, name: Conditions accepted, status: met, date: 2025-03, cites: [paper ¶1]}\n",
    )
    met = met.replace("name: Text agreed,", "name: Text agreed, status: met, date: 2025-03-02, requires: [asked],")
    assert stands(opened, met).startswith("Text agreed (2 March 2025); Treaty not yet signed.")


def test_a_goal_that_is_met_is_reached_and_nothing_more_is_said_of_the_road(opened: Opener) -> None:
    met = CASE.replace("name: Treaty signed", "name: Treaty signed\n        status: met\n        date: 2025-07-01")
    brief = opened(met).at().brief()
    assert brief.title == "Demo: Treaty signed."
    assert [answer.text for answer in brief.sentences] == ["Reached: Treaty signed (1 July 2025)."]


def test_beyond_what_the_case_knows_it_cannot_be_said_whether_the_goal_has_come(opened: Opener) -> None:
    brief = opened(CASE).at("2027-01-01").brief()
    told = said(brief, Question.STANDS)
    assert "Whether “Treaty signed” and 4 steps before it have come about since cannot be said." in told
    assert brief.rests_on.startswith("As of 1 January 2027, if nothing else has changed since 10 July 2025,")


def test_without_a_goal_the_latest_event_that_had_happened_and_was_known(opened: Opener) -> None:
    assert stands(opened, ACTORS + EVENTS) == "Latest on record: They sign nothing (9 July 2025)."
    assert stands(opened, ACTORS + EVENTS, "2025-07-05") == "Latest on record: They meet (June 2025)."
    assert stands(opened, ACTORS + EVENTS, "2025-05-05") == ""
    assert stands(opened, ACTORS + EVENTS, "2025-10-01") == "Latest on record: They part (1 August 2025)."


def test_events_of_which_it_cannot_be_said_are_told_as_such(opened: Opener) -> None:
    first = "Latest on record: They meet (June 2025)."
    assert stands(opened, ACTORS + EVENTS, "2025-07") == (
        f"{first} Whether this had happened by then cannot be said: They sign nothing."
    )
    assert stands(opened, ACTORS + EVENTS, "2025-06") == (
        "Whether this had happened by then cannot be said: They meet."
    )
    told_in_september = EVENTS.replace("reported: 2025-09-01", "reported: 2025-09-10")
    assert stands(opened, ACTORS + told_in_september, "2025-09") == (
        "Latest on record: They part (1 August 2025). Whether this was known by then cannot be said: They whisper."
    )
    many = "".join(
        f"      - {{id: e{k:02}, date: 2025-07-{k:02}, what: Event {k}, cites: [paper ¶1]}}\n" for k in range(10, 16)
    )
    assert stands(opened, ACTORS + EVENTS + many, "2025-07").endswith(
        "Whether these had happened by then cannot be said: They sign nothing, Event 10, Event 11 and 4 more."
    )


def test_what_is_done_at_the_status_quo_by_its_name_or_option_by_option(opened: Opener) -> None:
    assert stands(opened, conflict("go-in", "strike-back", extra=NAMED)) == "As things are: calm days."
    assert stands(opened, conflict("go-in", "strike-back")) == "So far, nobody has taken any option."
    assert stands(opened, conflict("go-in", "strike-back", "[go-in]", extra=NAMED)) == "As things are: A raid."
    both = conflict("go-in", "strike-back", "[strike-back, go-in]")
    assert stands(opened, both) == "As things are: Go in and Strike back."


def test_tracks_that_go_on_are_counted_and_so_are_those_that_may(opened: Opener) -> None:
    tracks = """
    formats:
      - {id: talks, name: Talks, parties: [north, south], from: 2025-01, assumption: x}
      - {id: more, name: More talks, parties: [north, south], from: 2025-07, assumption: x}
      - {id: over, name: Old talks, parties: [north, south], from: 2024-01, to: 2024-02, assumption: x}
    """
    assert stands(opened, ACTORS + tracks) == "1 negotiation track is active; whether 1 more is cannot be said."


def test_the_flagship_begins_with_the_last_meeting_of_the_leaders_where_it_came_after_the_last_step() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    met = "Aliyev and Pashinyan negotiate directly in Abu Dhabi (10 July 2025). "
    text = "Final text agreed (13 March 2025); treaty not yet signed."
    for as_of, told in (("2025-03-20", text), ("2025-07-10", met + text), ("2025-07-31", met + text)):
        for scenario in (None, "referendum-met"):  # what is only supposed has no day and is not the last
            assert said(case.at(as_of, scenario=scenario).brief(), Question.STANDS) == told


def test_it_agrees_with_what_the_chronicle_says_of_the_flagship() -> None:
    for as_of in ("2025-07-31", "2026-03-01"):
        sight = open_case(ROOT / "examples" / "south-caucasus").at(as_of)
        road = sight.moment.roads.towards_goal
        assert road is not None
        names = [road.model.steps[number].id for number in road.required if number != road.goal]
        doubtful = [sight.show().document["steps"][name]["met"] for name in names].count("undetermined")
        assert (f" and {doubtful} steps before it " in said(sight.brief(), Question.STANDS)) == bool(doubtful)
