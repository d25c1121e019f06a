"""Outcomes that are not known to be possible: named on the page, and equated with nothing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.findings.figures.margins import Margins
from detente.session import OpenCase

# Everybody likes every outcome of the route but the closed one.
CASE = """
case: {id: gate, as_of: 2025-07-10, known_until: 2025-07-31}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - id: route
    name: Route
    outcomes:
      - {id: closed, text: Closed, takes: []}
      - {id: own, text: Under own control}
      - {id: hired, text: Hired out, takes: [hire]}
settlement:
  parties:
    - {actor: north, batna: 0.2, assumption: a, values: {route: {closed: 0, own: 1, hired: 0.6}}}
    - {actor: south, batna: 0.2, assumption: a, values: {route: {closed: 0, own: 0.5, hired: 0.6}}}
conflict:
  decision_makers:
    - {actor: north, options: [{id: hire, text: Hire it out}], preferences: {assumption: a, statements: [hire]}}
    - {actor: south, options: [{id: go}], preferences: {assumption: a, statements: [hire]}}
"""
SILENT = (
    "Whether “Route: Under own control” is possible is not known: the case says neither what would bring it about nor "
    "from when it can be had."
)


def said(case: OpenCase, finding: str, date: str | None = None) -> list[str]:
    return [each.text for each in chapter(case.at(date).settlement(), finding).statements]


def packages(case: OpenCase, date: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = case.at(date).settlement().document["packages"]
    return found


def test_what_the_case_is_silent_about_is_named_and_counts_as_nothing(opened: Opener) -> None:
    case = opened(CASE)
    found = packages(case)

    assert {entry["package"]["route"]: entry["possible"] for entry in found["zopa"]} == {"hired": True, "own": None}
    assert (found["now"]["count"], found["now"]["zopa_count"]) == (2, 1)
    assert found["now"]["unknown"] == [{"issue": "route", "outcome": "own"}]
    assert {state["package"]["route"]: (state["count"], state["equilibria"]) for state in found["states"]} == {
        "hired": (2, ["nash", "gmr", "smr", "seq", "sseq"]),
        "own": (None, None),
    }
    told = case.at().settlement()
    assert chapter(told, "packages").headline.endswith("; 1 of them is known to be possible on 10 July 2025.")
    assert chapter(told, "packages-now").headline == (
        "Nobody blocks 1 of the 2 packages known to be possible on 10 July 2025."
    )
    assert said(case, "packages-now") == [
        "The best of them for whoever gains least: “Hired out”.",
        SILENT,
        "1 package that nobody blocks holds what is not known to be possible, and does not count as possible.",
    ]
    [margins] = [figure for figure in chapter(told, "packages").figures if figure.id == "margins"]
    assert isinstance(margins.spec, Margins)
    stances = {offer.name: offer.stance for offer in margins.spec.offers}
    assert stances["Under own control"] == "nobody blocks; not known to be possible now"


def test_where_nothing_is_known_to_be_possible_the_page_says_so(opened: Opener) -> None:
    case = opened(CASE.replace("Closed, takes: []", "Closed").replace("[{id: hire,", "[{id: hire, available: 2026,"))
    now = packages(case)["now"]

    assert (now["count"], now["zopa"], now["nash"], now["uncertainty"]) == (0, [], [], None)
    assert [each["outcome"] for each in now["unknown"]] == ["closed", "own"]
    assert chapter(case.at().settlement(), "packages-now").headline == (
        "No package is known to be possible on 10 July 2025."
    )
    assert said(case, "packages-now") == [
        "Whether “Route: Closed” and “Route: Under own control” are possible is not known: the case says neither what "
        "would bring them about nor from when they can be had.",
        "1 package that nobody blocks holds what is not known to be possible, and does not count as possible.",
        "1 package that nobody blocks waits for “Route: Hired out”: it opens on 2026.",
    ]


def test_where_no_outcome_says_anything_all_count_and_that_is_said_once(opened: Opener) -> None:
    case = opened(CASE.replace(", takes: []", "").replace(", takes: [hire]", ""))
    found, told = packages(case), case.at().settlement()

    assert (found["now"], found["states"]) == (None, None)
    assert all("possible" not in entry for entry in found["zopa"])
    everything = [each.text for finding in told.findings for each in (*finding.assumptions, *finding.statements)]
    assert everything.count("Every package counts as possible.") == 1
    assert "packages-now" not in {finding.id for finding in told.findings}


def test_days_and_steps_are_enough_without_a_conflict(opened: Opener) -> None:
    text = (
        CASE[: CASE.index("conflict:")]
        .replace("takes: [hire]", "available: 2025-07")
        .replace("takes: []", "available: false")
    )
    case = opened(
        text.replace("{id: own,", '{id: own, available: "step:vote",')
        + "steps: [{id: vote, name: The vote, status: scheduled, date: 2025-08-05}]\n"
    )

    assert case.errors == ()
    assert said(case, "packages-now") == [
        "Whether “Route: Hired out” is possible is not known: it opens on 2025-07, which may lie before or after "
        "2025-07-10.",
        "1 package that nobody blocks holds what is not known to be possible, and does not count as possible.",
        "1 package that nobody blocks waits for “Route: Under own control”: 'The vote' is not met; the roadmap has it "
        "coming not before 5 August 2025.",
    ]
    later = case.at("2025-08-20").settlement()
    assert {entry["package"]["route"]: entry["possible"] for entry in later.document["packages"]["zopa"]} == {
        "hired": True,
        "own": True,
    }
    assert (
        "“Route: Under own control” can be had: this assumes that 'The vote' came about as planned (2025-08-05)."
        in [each.text for each in chapter(later, "three").assumptions]
    )


def test_without_what_no_deal_is_worth_unknown_outcomes_are_named_all_the_same(opened: Opener) -> None:
    case = opened(CASE.replace("batna: 0.2, ", "", 1))
    told = chapter(case.at().settlement(), "packages-now")

    assert told.headline == "2 of 3 packages are known to be possible on 10 July 2025."
    assert [each.text for each in told.statements] == [SILENT]


def test_an_option_that_nobody_reads_at_the_day_cannot_be_taken(opened: Opener) -> None:
    text = CASE.replace("{id: hire, text", "{id: hire, from: 2025-07-01, text").replace(
        "settlement:\n", "settlement:\n  from: 2025-01\n"
    )
    case = opened(text.replace("conflict:\n", "conflict:\n  from: 2025-01\n"))

    assert case.errors == ()
    before = packages(case, "2025-06-01")
    assert {entry["package"]["route"]: entry["possible"] for entry in before["zopa"]} == {"hired": False, "own": None}
    assert said(case, "packages-now", "2025-06-01")[-1] == (
        "1 package that nobody blocks waits for “Route: Hired out”: of “Hire it out” the case gives no reading at this "
        "date."
    )


def test_an_outcome_called_like_an_option_waits_for_it_also_where_nobody_reads_the_option(opened: Opener) -> None:
    """At a day of which the case reads no option, no outcome says what it needs; all the same not everything counts."""
    text = CASE.replace("id: hired", "id: hire").replace(", takes: [hire]", "").replace("hired: 0.6", "hire: 0.6")
    text = text.replace("{id: hire, text: Hire it", "{id: hire, from: 2025-07-01, text: Hire it").replace(
        ", takes: []", ""
    )
    case = opened(text.replace("settlement:\n", "settlement:\n  from: 2025-01\n"))

    assert case.errors == ()
    for date, expected in (("2025-06-01", False), (None, True)):
        assert {e["package"]["route"]: e["possible"] for e in packages(case, date)["zopa"]} == {
            "hire": expected,
            "own": None,
        }


def test_what_has_its_day_but_no_option_is_no_state_of_the_conflict(opened: Opener) -> None:
    case = opened(CASE.replace("Under own control}", "Under own control, available: 2025-01}"))
    found = packages(case)

    assert {state["package"]["route"]: state["count"] for state in found["states"]} == {"hired": 2, "own": None}
    told = chapter(case.at().settlement(), "packages-stable")
    assert told.headline == (
        "Of the packages that nobody blocks, nobody would gain by leaving “Hired out”; of 1 the conflict does not "
        "tell, as it has no options for it."
    )
    assert [(row["package"], row["states"]) for row in rows(told, "stable")] == [
        ("Hired out", 2),
        ("Under own control", None),
    ]


def test_what_cannot_be_had_at_the_day_is_no_state_of_it(opened: Opener) -> None:
    case = opened(CASE.replace("takes: [hire]}", "takes: [hire], available: 2025-12}"))

    assert [(each["package"]["route"], each["count"]) for each in packages(case)["states"]] == [
        ("hired", 0),
        ("own", None),
    ]


def test_a_conflict_that_merges_states_does_not_tell_what_can_be(opened: Opener) -> None:
    case = opened(CASE + "  coalesce: ['{Y-}']\n")

    assert packages(case)["now"] is None
    assert said(case, "three")[1] == (
        "Which packages are possible on 10 July 2025 is not worked out, because states of the conflict are merged."
    )


@pytest.mark.parametrize(
    ("change", "end"),
    [
        (
            "{set: conflict.hire.available, to: 2026}",
            "somebody blocks every package that can be had",
        ),
        ("{set: issues.route.own.takes, to: []}, {set: issues.route.closed.takes, to: null}", "“Hired out”"),
    ],
)
def test_scenarios_say_of_how_many_packages_it_is_not_known(change: str, end: str, opened: Opener) -> None:
    case = opened(f"{CASE}scenarios: [{{id: x, title: Later, assumption: a, changes: [{change}]}}]\n")
    assert case.errors == ()
    [told] = said(case, "packages-what-if")

    unsure = "; of 1 other that nobody blocks it is not known whether it can be had."
    assert told.endswith(f"{end}{unsure}" if "2026" in change else f"{end}.")


def test_of_a_scenario_of_which_the_day_gives_no_reading_nothing_is_told(opened: Opener) -> None:
    change = "{set: settlement.from, to: 2025-07-20}"
    case = opened(f"{CASE}scenarios: [{{id: x, title: Read later, assumption: a, changes: [{change}]}}]\n")
    found = next(each for each in case.at().settlement().findings if each.id == "packages-what-if")

    assert not case.at(scenario="x").settlement().document["determined"]
    assert found.headline == (
        "It cannot be said whether 1 scenario would change what nobody blocks, or what can be had."
    )
    assert found.statements[0].text.startswith("Read later: not determined: of ")
