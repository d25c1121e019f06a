"""The title: what the case is called, and how far the way to its goal is."""

from __future__ import annotations

import pytest
from tests.brief.small import ways
from tests.conftest import ROOT, Opener
from tests.lenses.roadmap.cases import CASE

from detente.session import open_case


def test_the_flagship() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    assert case.at().brief().title == "Armenia and Azerbaijan: final text agreed, treaty not yet signed."
    assert case.at("2024-06").brief().title == "Armenia and Azerbaijan: the peace treaty, the border and the links."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("title: The bridge", "The bridge"),
        ('title: "The bridge: who pays?"', "The bridge"),
        ('title: "  The\\n bridge. "', "The bridge"),
        ("note: none", "The bridge talks"),
    ],
)
def test_a_title_a_question_in_it_and_an_id_for_want_of_one(opened: Opener, header: str, title: str) -> None:
    head = f"    case: {{id: the-bridge-talks, as_of: 2025-07-10, {header}}}\n"
    assert opened(head + ways(1)).at().brief().title == f"{title}: not yet “Peace”."


def test_a_case_that_asks_nothing_of_a_road_has_its_own_title(opened: Opener) -> None:
    head = "case: {id: c, as_of: 2025-07-10, title: What now?}"
    assert opened(head).at().brief().title == "What now?"


def test_the_last_step_and_the_goal(opened: Opener) -> None:
    assert opened(CASE).at().brief().title == "Demo: Text agreed, Treaty not yet signed."
