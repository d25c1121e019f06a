"""Where the sources disagree."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_a_tension_has_its_reading(opened: Opener) -> None:
    text = "tensions: [{id: t, what: w, reading: r, assumption: a}]"
    (tension,) = rows(read(opened, "tensions", text), "tensions")

    assert (tension["reading"], tension["assumed"]) == ("r", "a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tensions: [{id: t, what: w}]", "1 tension between claims."),
        ("tensions: [{id: t, what: w, reading: r}]", "1 tension between claims, with the reading this case takes."),
        (
            "tensions: [{id: t, what: w, reading: r}, {id: u, what: w}]",
            "2 tensions between claims, 1 of them with the reading this case takes.",
        ),
        (
            "tensions: [{id: t, what: w, reading: r}, {id: u, what: w, reading: r}]",
            "2 tensions between claims, each with the reading this case takes.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "tensions", text) == expected


def test_those_come_first_on_whose_passages_most_of_the_case_rests(opened: Opener) -> None:
    text = """tensions:
  - {id: t, what: nothing, cites: [s ¶9, s ¶8]}
  - {id: u, what: one, cites: [s ¶1]}
  - {id: v, what: three, cites: [s ¶2, s ¶1, s ¶2]}
  - {id: w, what: none}
steps: [{id: a, name: A, cites: [s ¶2, s ¶2]}, {id: b, name: B, requires: [{step: a, cites: [s ¶2]}]}]
commitments: [{id: c, text: C, status: [{is: agreed, from: 2024, cites: [s ¶3]}]}]
"""
    finding = read(opened, "tensions", text)

    assert [row["what"] for row in rows(finding, "tensions")] == ["three", "one", "nothing", "none"]
    assert finding.tables[0].shown == 1
