"""Words in lines that fit, whatever the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.report.drawing.lettering import width, wrap


@given(st.text(max_size=200), st.floats(20, 300), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_but_what_the_dots_say(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, 14, most)
    said, whole = "".join("".join(lines).split()), "".join(text.split())

    assert len(lines) <= most
    assert all(width(line, 14) <= room for line in lines if len(line) > 1)
    assert said == whole or (said.endswith("…") and whole.startswith(said.removesuffix("…")))


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrap("open the crossing today", 110, 14) == ("open the", "crossing today")
    assert wrap("open the crossing today", 90, 14, most=1) == ("open the…",)
    assert wrap("", 90, 14) == ()


def test_wide_scripts_and_accents_count_as_they_look() -> None:
    assert width("mm", 10) > width("nn", 10) > width("ii", 10)
    assert width("交渉", 10) > width("no", 10)
    assert width("e\u0301", 10) == width("e", 10)
