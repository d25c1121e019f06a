"""Scenarios side by side, derived by hand from the conflict of ``test_robustness``."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.conflict.robustness.test_robustness import CASE
from tests.lenses.reading import chapter, rows

SCENARIOS = """
    steps: [{id: vote, name: The vote, status: unmet}]
    scenarios:
      - {id: generous, title: North no longer minds giving, assumption: why not, cites: [paper ¶4],
         changes: [{drop: conflict.north.2}]}
      - {id: gone, title: South cannot open, changes: [{drop: conflict.south.open}]}
      - {id: idle, title: The vote is held, changes: [{set: steps.vote.status, to: met}]}
      - {id: turned, title: South wants it open, changes: [{set: conflict.south.s1.when, to: open}]}
"""
TOLD = CASE.replace("{when: not give,", "{id: '2', when: not give,").replace(
    "{when: open iff", "{id: s1, when: open iff"
)
TOLD = TOLD.replace("id: '2'", "id: two") + SCENARIOS.replace("north.2}", "north.two}")


def test_each_scenario_says_what_stands_differently(opened: Opener) -> None:
    found = chapter(opened(TOLD).at().conflict(), "what-if")
    generous, gone, idle, turned, why = found.statements

    # At YN North then gains nothing by leaving, and South fears that from YY North closes in on NY, which is no better.
    assert generous.text == (
        "North no longer minds giving: at the status quo still nobody gains by leaving (Nash); "
        "1 outcome stands otherwise than now. Under some concept 4 of 4 possible states hold, as things are 3 of 4."
    )
    assert (generous.assumption, [str(cite) for cite in generous.cites]) == ("why not", ["paper ¶4"])
    assert "2 outcomes stand otherwise than now" in gone.text
    assert "the other outcomes that need “Open” are looked at without it" in gone.text
    assert "no outcome asked about stands differently" in idle.text
    assert turned.text.startswith("South wants it open: at the status quo somebody would leave it; ")
    assert why.text.startswith("South would gain, acting alone, if it were to take “Open”; that gain stands")


def test_only_outcomes_that_stand_differently_are_in_the_table(opened: Opener) -> None:
    found = chapter(opened(TOLD).at().conflict(), "what-if")
    table = [(row["scenario"], row["outcome"], row["now"], row["then"]) for row in rows(found, "scenarios")]
    now = ("answers in the others' own interest deter from leaving (SSEQ)", "nobody prefers the status quo")

    assert table[0] == (
        "North no longer minds giving.",
        "deal",
        now,
        ("nobody gains by leaving (Nash)", "nobody prefers the status quo"),
    )
    assert (
        "South wants it open.",
        "the status quo",
        ("nobody gains by leaving (Nash)",),
        ("somebody would leave it",),
    ) in table
    assert "The vote is held." not in [row[0] for row in table]


def test_the_headline_names_the_scenarios_in_which_the_status_quo_falls(opened: Opener) -> None:
    some = chapter(opened(TOLD).at().conflict(), "what-if")
    none = chapter(opened(TOLD.split("      - {id: turned")[0]).at().conflict(), "what-if")

    assert some.headline == "The status quo would not hold if: South wants it open."
    assert none.headline == "The status quo would hold in each of the 3 scenarios, too."


def test_an_outcome_without_a_closed_option_is_looked_at_without_it(opened: Opener) -> None:
    found = chapter(opened(TOLD).at().conflict(), "what-if")
    gone = [row for row in rows(found, "scenarios") if row["scenario"] == "South cannot open."]

    # Without South's option the deal is a mere gift of North, which North takes back.
    assert [row["outcome"] for row in gone] == ["deal", "gift"]
    assert gone[0]["then"] == ("without “Open”", "somebody would leave it", "North and South prefer the status quo")
    assert gone[1]["then"] == ("without “Open”", "nobody gains by leaving (Nash)")


def test_within_a_scenario_the_others_are_not_compared(opened: Opener) -> None:
    sight = opened(TOLD).at(scenario="gone")

    assert "what-if" not in [found.id for found in sight.conflict().findings]


def test_a_scenario_that_cannot_be_modelled_at_the_date_says_why(opened: Opener) -> None:
    closed = "[{set: conflict.north.give.available, to: 2025-01-01}]"
    text = TOLD.replace("status_quo: []", "status_quo: [give]")
    text = text.replace("conflict:\n", "conflict:\n      from: 2020\n")
    text += f"      - {{id: later, title: Not before 2025, changes: {closed}}}\n"
    found = chapter(opened(text).at("2024").conflict(), "what-if")

    assert found.statements[-1].text == (
        "Not before 2025: not computed, as the status quo cannot be: its options are not available at this date."
    )


def test_a_status_quo_that_falls_already_is_not_undone_by_a_scenario(opened: Opener) -> None:
    falling = TOLD.replace("status_quo: []", "status_quo: [give]")  # North takes its gift back
    found = chapter(opened(falling).at().conflict(), "what-if")

    assert found.headline == "The status quo would hold if: North no longer minds giving."


def test_words_keep_a_negation_apart_from_what_follows(opened: Opener) -> None:
    text = TOLD.replace("when: open iff give", "when: not open or give")
    table = rows(chapter(opened(text).at().conflict(), "model"), "preferences")

    assert table[-1]["when"] == "(not “Open”) or “Give way”"


def test_of_a_scenario_of_which_the_day_gives_no_reading_nothing_is_told(opened: Opener) -> None:
    later = "      - {id: later, title: Read later, changes: [{set: conflict.from, to: 2025-12}]}\n"
    case = opened(TOLD.split("      - {id: turned")[0] + later)
    found = chapter(case.at().conflict(), "what-if")

    assert found.headline == "The status quo holds as things are; in 1 scenario that is not sure."
    assert found.statements[-1].text.startswith("Read later: not determined: of 10 July 2025 the case gives no reading")
    assert not case.at(scenario="later").conflict().document["determined"]


def test_a_scenario_that_hangs_on_a_date_is_as_open_as_when_it_is_looked_at_alone(opened: Opener) -> None:
    dated = "      - {id: dated, title: North wants it, changes: [{set: conflict.north.two.from, to: 2025-07}]}\n"
    case = opened(
        TOLD.split("      - {id: gone")[0].replace("drop: conflict.north.two", "set: conflict.north.two.why, to: x")
        + dated
    )
    found = chapter(case.at().conflict(), "what-if")
    alone = case.at(scenario="dated").conflict()

    assert not alone.document["determined"]
    assert found.statements[-1].text == f"North wants it: not determined: {alone.document['because'][0]['text']}."
