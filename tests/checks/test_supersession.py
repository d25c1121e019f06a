"""A position takes the place of earlier ones of the same actor on the same issue."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
issues: [{id: i}, {id: k}]
positions:
"""

WRONG = {
    "nothing of that id": (
        """  - {id: p1, actor: a, issue: i, stance: x}
  - {actor: a, issue: i, stance: y, date: 2025, supersedes: [»p11]}""",
        "DT201 no position has the id 'p11'",
    ),
    "an actor": (
        "  - {actor: a, issue: i, stance: y, date: 2025, supersedes: [»b]}",
        "DT201 no position has the id 'b'; it is in 'actors'",
    ),
    "of another actor": (
        """  - {id: p1, actor: a, issue: i, stance: x, date: 2024}
  - {actor: b, issue: i, stance: y, date: 2025, supersedes: [»p1]}""",
        "DT312 'p1' is a position of 'a'",
    ),
    "on another issue": (
        """  - {id: p1, actor: a, issue: k, stance: x, date: 2024}
  - {actor: a, issue: i, stance: y, date: 2025, supersedes: [»p1]}""",
        "DT312 'p1' is a position on 'k'",
    ),
    "itself": (
        "  - {id: p1, actor: a, issue: i, stance: x, supersedes: »[p1]}",
        "DT313 'p1' supersedes itself",
    ),
    "each other in a circle": (
        """  - {id: p1, actor: a, issue: i, stance: x, date: 2024, supersedes: »[p3]}
  - {id: p2, actor: a, issue: i, stance: y, date: 2025, supersedes: [p1]}
  - {id: p3, actor: a, issue: i, stance: z, date: 2026, supersedes: [p2]}""",
        "DT313 'p1', 'p2' and 'p3' supersede each other",
    ),
    "a later one": (
        """  - {id: p1, actor: a, issue: i, stance: x, date: 2025-03}
  - {actor: a, issue: i, stance: y, date: 2025-02, supersedes: [»p1]}""",
        "DT314 'p1' (2025-03-01/2025-03-31) is later than what supersedes it (2025-02-01/2025-02-28)",
    ),
}

RIGHT = {
    "an earlier one": """  - {id: p1, actor: a, issue: i, stance: x, date: 2025-02}
  - {actor: a, issue: i, stance: y, date: 2025-03, supersedes: [p1]}""",
    "another kind of the same day": """  - {id: p1, actor: a, issue: i, kind: demand, stance: x, date: 2025-02-01}
  - {actor: a, issue: i, kind: offer, stance: y, date: 2025-02-01, supersedes: [p1]}""",
    "one that may be later": """  - {id: p1, actor: a, issue: i, stance: x, date: ../2025-03}
  - {actor: a, issue: i, stance: y, date: 2025-02, supersedes: [p1]}""",
    "one that is superseded by another, too": """  - {id: p1, actor: a, issue: i, stance: x, date: 2025-01}
  - {id: p2, actor: a, issue: i, stance: y, date: 2025-02, supersedes: [p1]}
  - {id: p3, actor: a, issue: i, stance: z, date: 2025-03, supersedes: [p1, p2]}""",
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_a_position_cannot_supersede(text: str, expected: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)

    assert problems(opened(text)) == [f"{place} {expected}"]


def test_a_slip_of_the_id_has_a_suggestion(opened: Opener) -> None:
    (found,) = opened(HEAD + WRONG["nothing of that id"][0].replace("»", "")).errors

    assert found.hint == "did you mean 'p1'?"


@pytest.mark.parametrize("text", RIGHT.values(), ids=list(RIGHT))
def test_what_it_can(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text)) == []
