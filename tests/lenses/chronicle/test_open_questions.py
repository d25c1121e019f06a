"""What cannot be said."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, headline
from tests.lenses.reading import chapter, rows

from detente.session import OpenCase


def open_questions(case: OpenCase) -> list[str]:
    return [row["what"] for row in rows(chapter(case.at().chronicle(), "open-questions"), "undetermined")]


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
    found = rows(chapter(case.at().chronicle(), "open-questions"), "undetermined")

    assert open_questions(case) == [
        "They met",
        "They spoke",
        "The promise",
        "The route",
        "North on The route",
        "The minister on The route",
        "Length",
    ]
    assert "before 'They met'" in found[1]["because"]
    assert "the position of 'North' on 'The route'" in found[4]["because"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2 questions are left open at this date; none of them is decided by default."),
        (
            "actors: [{id: north, name: North, kind: state}]\nformats: [{id: f}]",
            "3 questions are left open at this date; none of them is decided by default.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "open-questions", text) == expected


def test_a_single_open_question(opened: Opener) -> None:
    found = opened("issues: [{id: i, name: The route}]").at().chronicle()

    assert (
        chapter(found, "open-questions").headline
        == "1 question is left open at this date; it is not decided by default."
    )
