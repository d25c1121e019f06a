"""What cannot be said."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, headline
from tests.lenses.reading import chapter, rows

from detente.session import OpenCase


def open_questions(case: OpenCase) -> list[str]:
    return [row["what"] for row in rows(chapter(case.at().chronicle(), "open-questions-one-by-one"), "undetermined")]


def test_open_questions_have_names(opened: Opener) -> None:
    case = opened(
        BASE
        + """
events: [{id: e, date: 2025-07, what: They met}, {id: f, date: {before: e}, what: They spoke}]
positions: [{actor: north, issue: route, date: 2025-07}, {id: p, actor: minister, issue: route, date: 2025-07}]
measures: [{id: m, what: Length, observations: [{value: 1, date: 2025-07}]}]
commitments: [{id: c, text: The promise}]
"""
    )
    found = rows(chapter(case.at().chronicle(), "open-questions-one-by-one"), "undetermined")

    assert open_questions(case) == [
        "They met",
        "They spoke",
        "The promise",
        "The route",
        "North on The route",
        "The minister on The route",
        "Length",
    ]
    assert "before “They met”" in found[1]["because"]
    assert "the position of “North” on “The route”" in found[4]["because"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2 questions are left open at this date; no answer is taken for granted."),
        (
            "actors: [{id: north, name: North, kind: state}]\nformats: [{id: f}]",
            "3 questions are left open at this date; no answer is taken for granted.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "open-questions", text) == expected


def test_a_single_open_question(opened: Opener) -> None:
    found = opened("issues: [{id: i, name: The route}]").at().chronicle()

    assert (
        chapter(found, "open-questions").headline
        == "1 question is left open at this date; no answer is taken for granted."
    )


MANY = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state, role: party}, {id: south, name: South, kind: state, role: party}]
issues:
  - {id: silent, name: Silent}
  - {id: tabled, name: Tabled, on_agenda: 2020, outcomes: [{id: x, text: X, available: 2025-07}]}
  - {id: vague, name: Vague, on_agenda: 2025-07, outcomes: [{id: y, text: Y, available: 2025-07}]}
formats: [{id: talks, name: Talks, from: 2025-07}]
events: [{id: met, date: 2025-07, what: They met}]
commitments: [{id: owed, text: The promise}]
positions: [{actor: north, issue: silent, date: 2025-07}]
measures: [{id: m, what: Length, observations: [{value: 1, date: 2025-07}]}]
steps: [{id: step, name: The step, status: met, date: 2025-07}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: go, text: Go, available: 2025-07}]
      preferences: {statements: [{id: a, when: go, why: b, assumption: c}]}
    - actor: south
      options: [{id: stay, text: Stay, from: 2025-07}]
      preferences: {statements: [{id: d, when: stay, why: e, assumption: f}]}
  status_quo: []
"""


def test_many_are_told_by_what_they_ask_and_first_what_models_hang_on(opened: Opener) -> None:
    case = opened(MANY)
    assert case.errors == ()
    found = case.at("2025-07-08").chronicle()
    asked = {row["asked"]: row["of"] for row in rows(chapter(found, "open-questions"), "open-questions")}

    assert list(asked.items()) == [
        ("Whether it held by then", ("Stay",)),
        ("Whether it was met", ("The step",)),
        ("Whether it can be taken", ("Tabled", "Vague")),
        ("Whether it goes on", ("Talks",)),
        ("Whether it is on the agenda", ("Silent", "Vague")),
        ("What became of it", ("The promise",)),
        ("Whether it was stated by then", ("North on Silent",)),
        ("What was last observed", ("Length",)),
        ("Whether it had happened, and was known", ("They met",)),
    ]
    one_by_one = rows(chapter(found, "open-questions-one-by-one"), "undetermined")
    assert sum(map(len, asked.values())) == len(one_by_one)


def test_of_many_that_ask_alike_the_first_are_named(opened: Opener) -> None:
    case = opened("issues: [" + ", ".join(f"{{id: i{k}, name: I{k}}}" for k in range(40)) + "]")
    (row,) = rows(chapter(case.at().chronicle(), "open-questions"), "open-questions")

    assert row["of"] == ("I0", "I1", "38 more")


def test_reasons_are_in_words_and_names_are_left_as_they_are(opened: Opener) -> None:
    name = "The leaders' talks of 2024-05 / ../2025"
    text = f'case: {{id: demo, as_of: 2025-07-10}}\nformats: [{{id: f, name: "{name}", from: 2023, to: 2024-10/..}}]'
    (row,) = rows(chapter(opened(text).at().chronicle(), "open-questions"), "undetermined")

    assert (
        row["because"]
        == f"the date of the end of “{name}”, October 2024 or later, may lie before or after 10 July 2025"
    )
    assert row["settled_by"] == f"a more exact date of the end of “{name}”"
