"""Whose words."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows

from detente.findings import Text


def test_a_term_says_who_uses_it(opened: Opener) -> None:
    text = (
        "terms: [{term: ზანგეზური, language: ka, used_by: [north, s], neutral: The route, meaning: m}, {term: plain}]"
    )
    term, plain = rows(read(opened, "terms", text), "terms")

    assert (term["term"], term["used_by"], term["neutral"]) == (
        Text("ზანგეზური", "ka"),
        ("North", "A source"),
        "The route",
    )
    assert (plain["term"], plain["used_by"]) == ("plain", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms: [{term: t}]", "1 contested term."),
        ("terms: [{term: t, used_by: [north]}]", "1 contested term, attributed to those who use it."),
        (
            "terms: [{term: t, used_by: [north]}, {term: u, used_by: [north]}]",
            "2 contested terms, each attributed to those who use it.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "terms", text) == expected
