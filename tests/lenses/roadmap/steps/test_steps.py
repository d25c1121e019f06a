"""Step by step."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.lenses.roadmap.cases import CASE


def test_what_a_delay_would_cost(opened: Opener) -> None:
    text = CASE.replace("date: 2026-06-07", "date: 2026-06")
    table = rows(chapter(opened(text).at().look("roadmap"), "steps"), "delays")

    assert [(row["step"], row["path"], row["cost"]) for row in table] == [("Elections", "by “The vote”", 29)]


def test_alternatives_are_told_as_alternatives(opened: Opener) -> None:
    table = rows(chapter(opened(CASE).at().look("roadmap"), "steps"), "road")
    signed = next(row for row in table if row["step"] == "Treaty signed")

    assert signed["requires"] == (
        "The group dissolved (“practically”)",
        "(North drops its demand or The vote)",
        "A rumour (only makes it easier)",
    )
