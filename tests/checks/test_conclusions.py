"""A conclusion rests on something, and not on itself."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
sources: [{id: paper, title: A paper}]
events: [{id: met, date: 2025-07, what: They met}]
conclusions:
"""

WRONG = {
    "nothing": ("  - »{id: c, text: c}", "DT1111 'c' rests on nothing"),
    "an id of nothing": (
        "  - {id: c, text: c, rests_on: [met, »meet]}",
        "DT201 no event or source or conclusion or episode or position or commitment or measure or finding has the id "
        "'meet'",
    ),
    "an actor": (
        "  - {id: c, text: c, rests_on: [met, »north]}",
        "DT201 no event or source or conclusion or episode or position or commitment or measure or finding has the id "
        "'north'; it is in 'actors'",
    ),
    "a finding of no lens": (
        "  - {id: c, text: c, rests_on: [met, »quarrel-impasse]}",
        "DT201 no event or source or conclusion or episode or position or commitment or measure or finding has the id "
        "'quarrel-impasse'",
    ),
    "itself": ("  - {id: c, text: c, rests_on: »[c]}", "DT1110 'c' rests on itself"),
    "each other": (
        """  - {id: c, text: c, rests_on: »[e]}
  - {id: d, text: d, rests_on: [c]}
  - {id: e, text: e, rests_on: [met, d]}""",
        "DT1110 'c', 'd' and 'e' rest on each other",
    ),
}
RIGHT = (
    "  - {id: c, text: c, rests_on: [met, paper, conflict-impasse]}",
    "  - {id: c, text: c, rests_on: [d]}\n  - {id: d, text: d, rests_on: [met]}",
)


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_no_conclusion_can_rest_on(text: str, expected: str, opened: Opener) -> None:
    head = HEAD.replace("sources:", "actors: [{id: north, name: North, kind: state}]\nsources:")
    text, [place] = marked(head + text)

    assert problems(opened(text)) == [f"{place} {expected}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_it_can(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text)) == []


def test_that_it_rests_on_nothing_stops_nothing_but_a_strict_check(opened: Opener) -> None:
    (found,) = [each for each in opened(HEAD + "  - {id: c, text: c}").diagnostics if each.code == "DT1111"]

    assert (str(found.severity), str(found.strict().severity)) == ("warning", "error")
