"""What turns the verdict around is said where the verdict is: a scenario, a reading, an open question."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.conflict.perceptions.test_perceptions import BLUFF, FEAR, TRUST
from tests.lenses.conflict.scenarios.test_hanging import APART, GROUP, OPEN
from tests.lenses.conflict.scenarios.test_hanging import CASE as HANGING
from tests.lenses.conflict.scenarios.test_scenarios import TOLD
from tests.lenses.conflict.why.test_demands import CASE, HOLDS, LAW
from tests.lenses.reading import chapter

READINGS = [
    (FEAR, []),
    (
        BLUFF,
        ["By North's reading, the status quo holds.", "Where each acts on its own reading, the status quo holds."],
    ),
    (
        TRUST,
        [
            "By North's reading, the status quo does not hold.",
            "Where each acts on its own reading, the status quo does not hold.",
        ],
    ),
]


def said(opened: Opener, text: str) -> list[str]:
    found = chapter(opened(text).at().conflict(), "impasse")
    return [each.text for each in found.statements]


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_a_reading_that_turns_it_around_is_named(text: str, expected: list[str], opened: Opener) -> None:
    assert [each for each in said(opened, text) if "reading" in each] == expected


def test_scenarios_that_turn_it_around_are_named(opened: Opener) -> None:
    falling = TOLD.replace("status_quo: []", "status_quo: [give]")  # North takes its gift back

    assert said(opened, TOLD)[-1] == "The status quo would not hold if: South wants it open."
    assert said(opened, falling)[-1] == "The status quo would hold if: North no longer minds giving."


def test_a_scenario_that_leaves_it_open_is_named(opened: Opener) -> None:
    hangs = HANGING.format(open=OPEN.format(**GROUP, chance="[0, 1]"))
    falls = HANGING.format(open=OPEN.format(**APART, chance=0.5))

    assert said(opened, hangs)[-1] == "Whether it holds is open if: North asks for nothing."
    assert said(opened, falls)[-1] == "The status quo would not hold if: North asks for nothing."


def test_a_refusal_stands_with_the_demand(opened: Opener) -> None:
    text = CASE.replace(
        "- {actor: south, issue: law, stance: It stays, date: 2025-01, assumption: a}",
        "- {actor: south, issue: law, kind: refusal, stance: It stays as it is, date: 2025-01, cites: [paper ¶5]}\n"
        "      - {actor: north, issue: law, kind: refusal, stance: No vote, date: 2025-01, assumption: b}\n"
        "      - {actor: south, issue: road, kind: demand, stance: Tolls, date: 2025-01, assumption: b}",
    )
    found = chapter(opened(text).at().conflict(), "impasse")

    assert found.headline == HOLDS
    assert [(each.text, [str(cite) for cite in each.cites]) for each in found.statements[:3]] == [
        (LAW, ["paper ¶2"]),
        ("South refuses: It stays as it is.", ["paper ¶5"]),
        ("South demands: Tolls.", []),
    ]


def test_why_names_the_wish_against_each_single_move(opened: Opener) -> None:
    found = chapter(opened(CASE).at().conflict(), "impasse")

    assert [each.text for each in found.because] == [
        "The status quo: none of the options is taken.",
        "North would not take “Sign”: it prefers (not “Sign”) or “Change”.",
        "South would not take “Change”: it prefers not “Change”.",
        "South would not take “Open”: it prefers not “Open”.",
    ]
