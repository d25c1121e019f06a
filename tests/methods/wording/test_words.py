"""Words, and texts without what typography changes."""

from __future__ import annotations

import pytest

from detente.methods.wording.words import plain, spoken, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("non-aggression isn’t new—it’s old", ["non-aggression", "isn’t", "new", "it’s", "old"]),
        ("12.7 km, 1,000 men; 5/6 at 10:30.", ["12.7", "km", "1,000", "men", "5/6", "at", "10:30"]),
        ("हिन्दी की किताब", ["हिन्दी", "की", "किताब"]),
        ("Cafe\u0301 ok", ["Cafe\u0301", "ok"]),
        ("双方 met", ["双", "方", "met"]),
        ("գնա՞ց", ["գնա", "ց"]),
        ("\u200b \xad", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in words(text)] == expected


def test_typography_does_not_matter() -> None:
    assert plain("“Cafe\u0301”\n –  it’s co\xadop‑eration") == plain('"Café" — it\'s coop-eration')
    assert plain("a-b") != plain("a – b")


def test_spoken_words_have_no_capitals() -> None:
    assert spoken("The ROAD, 5 km") == ["the", "road", "5", "km"]
