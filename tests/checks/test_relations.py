"""A relation has two sides, its sign agrees with its number, and it ends after it began."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state, part_of: a}]
relations:
"""
WRONG = {
    "friendly below zero": (
        "  - {from: a, to: b, date: 2025, sign: »cooperative, goldstein: -2.2, assumption: x}",
        "DT1120 it is cooperative, and its number is -2.2",
    ),
    "hostile above zero": (
        "  - {from: a, to: b, date: 2025, sign: »conflictual, goldstein: 3, assumption: x}",
        "DT1120 it is conflictual, and its number is 3",
    ),
    "an end before the beginning": (
        "  - {from: a, to: b, date: 2025-03, until: »2024, sign: mixed}",
        "DT1121 it began 2025-03-01/2025-03-31 and ended 2024-01-01/2024-12-31",
    ),
    "to itself": ("  - {from: b, to: »b, date: 2025, sign: mixed}", "DT1122 'b' stands to itself"),
}
RIGHT = (
    "  - {from: a, to: b, date: 2025, sign: mixed, goldstein: -2.2, assumption: x}",
    "  - {from: a, to: b, date: 2025, sign: conflictual, goldstein: -2.2, assumption: x}",
    "  - {from: a, to: b, date: 2025, sign: conflictual, goldstein: 0, assumption: x}",
    "  - {from: a, to: b, date: 2025, until: 2025, sign: conflictual}",
    "  - {from: a, to: b, date: 2025-03-01, until: 2025-03-01, sign: conflictual}",
    "  - {from: a, to: b, date: 2020-03-31, until: 2020-03, sign: conflictual}",
    "  - {from: a, to: b, until: 2025-03-01, sign: conflictual}",
)


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_no_relation_can_be(text: str, expected: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)

    assert problems(opened(text)) == [f"{place} {expected}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_it_can(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text)) == []
