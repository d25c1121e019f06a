"""A negotiation track hangs together with others, and makes room for others."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
formats:
  - {id: old}
"""
WRONG = {
    "coupled with itself": (
        "  - {id: new, coupled_with: [{format: old, text: x}, {format: »new, text: x}]}",
        "DT1130 'new' is coupled with itself",
    ),
    "room for itself": (
        "  - {id: new, turns: [{is: began, why: x}, {is: ended, why: x, for: old}, {is: ended, why: x, for: »new}]}",
        "DT1131 'new' makes room for itself",
    ),
    "coupled with nothing": (
        "  - {id: new, coupled_with: [{format: »odl, text: x}]}",
        "DT201 no format has the id 'odl'",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_no_track_can_be(text: str, expected: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)

    assert problems(opened(text)) == [f"{place} {expected}"]
