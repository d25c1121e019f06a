"""Uncertain preferences that do not make sense are diagnostics at their line."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  decision_makers:
    - {actor: south, options: [{id: pay}], preferences: {weights: {pay: 1}, assumption: a}}
    - actor: north
      options: [{id: sign}, {id: amend}]
"""


def stated(*lines: str, assumption: str = ", assumption: a") -> str:
    items = "".join(f"          - {{{line}{assumption}}}\n" for line in lines)
    return f"{HEAD}      preferences:\n        statements:\n{items}"


MESSAGES = {
    "DT520 a group interrupted": (
        stated("when: sign, group: g", "when: amend", "when: pay, group: »g"),
        ["DT520 other statements stand between this one and the rest of the group 'g'"],
    ),
    "DT520 groups that take turns": (
        stated("when: sign, group: g", "when: amend, group: h", "when: pay, group: »g", "when: not pay, group: »h"),
        [
            "DT520 other statements stand between this one and the rest of the group 'g'",
            "DT520 other statements stand between this one and the rest of the group 'h'",
        ],
    ),
    "DT521 a group of one, misspelt": (
        stated("when: sign, group: route", "when: pay, group: route", "when: amend, group: »rote"),
        ["DT521 the group 'rote' has one statement"],
    ),
    "DT522 alike, but interrupted": (
        stated("when: sign, equal: e", "when: amend", "when: pay, equal: »e"),
        ["DT522 other statements stand between this one and the rest of the block 'e'"],
    ),
    "DT523 alike with none, misspelt": (
        stated("when: sign, equal: route", "when: pay, equal: route", "when: amend, equal: »rote"),
        ["DT523 the block 'rote' has one statement"],
    ),
    "DT524 alike, and in an order that is not known": (
        stated("when: sign, group: g, equal: »e", "when: pay, group: g, equal: »e"),
        ["DT524 this statement has both 'group' and 'equal'"] * 2,
    ),
    "DT600 a chance above one": (
        stated("when: sign, probability: »1.2"),
        ["DT600 a probability must be between 0 and 1, got 1.2"],
    ),
    "DT600 an interval that leaves the range": (
        stated("when: sign, probability: »[-0.1, 0.5]"),
        ["DT600 a probability must be between 0 and 1, got [-0.1, 0.5]"],
    ),
    "DT103 an interval upside down": (
        stated("when: sign, probability: »[0.7, 0.4]"),
        [
            "DT103 conflict: decision_makers.1.preferences.statements.0.probability: the numbers must rise: low, then "
            "mode, then high"
        ],
    ),
    "DT410 a chance from nowhere": (
        stated("when: sign, probability: 0.4", assumption="").replace("- {when", "- »{when"),
        ["DT410 a preference statement with neither a citation nor an assumption"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_a_mistake_is_reported_where_it_stands(opened: Opener, text: str, expected: list[str]) -> None:
    body, places = marked(text)

    assert problems(opened(body)) == [f"{at} {said}" for at, said in zip(places, expected, strict=True)]


def test_hints_say_what_to_write(opened: Opener) -> None:
    case = opened(stated("when: sign, group: route", "when: pay, group: route", "when: amend, group: rote"))
    alone = opened(stated("when: sign, group: g"))
    apart = opened(stated("when: sign, group: g", "when: amend", "when: pay, group: g"))

    assert [each.hint for each in (*case.diagnostics, *alone.diagnostics, *apart.diagnostics)] == [
        "did you mean 'route'?",
        "give its neighbours the same label",
        "move the statements of a group together",
    ]


def test_groups_of_different_decision_makers_are_different_groups(opened: Opener) -> None:
    text = stated("when: sign, group: g", "when: pay, group: g").replace(
        "preferences: {weights: {pay: 1}, assumption: a}",
        "preferences: {assumption: a, statements: [{when: pay, group: g}, {when: sign, group: g}]}",
    )

    assert opened(text).diagnostics == ()


def test_a_scenario_that_tears_a_group_apart_is_reported(opened: Opener) -> None:
    text = stated("id: n1, when: sign, group: g", "id: n2, when: amend, group: g", "id: n3, when: pay, group: g")
    scenario = 'scenarios: [{id: s, changes: [{set: "conflict.north.n2.group", to: h}]}]\n'
    found = problems(opened(text + scenario))

    assert any("stand between this one and the rest of the group 'g'" in message for message in found)
