"""Dates as a reader meets them."""

from __future__ import annotations

import pytest

from detente.dates.words import plain_date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-07-10", "10 July 2025"),
        ("2025-03", "March 2025"),
        ("2024", "2024"),
        ("2024-08~", "about August 2024"),
        ("2024-21?", "spring 2024 (uncertain)"),
        ("2021-12/..", "since December 2021"),
        ("2021-12/2022-03-05", "December 2021 – 5 March 2022"),
        ("../..", "at some time"),
        ("../2024", "by 2024"),
        ("2024-13", "2024-13"),
        ("199X", "199X"),
        ("2024/soon", "2024/soon"),
        ("2025-03-11 (2 days before 2025-03-13)", "11 March 2025 (2 days before 2025-03-13)"),
        ("before the summit", "before the summit"),
    ],
)
def test_dates_are_words_or_left_alone(text: str, words: str) -> None:
    assert plain_date(text) == words
