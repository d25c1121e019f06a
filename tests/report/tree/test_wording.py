"""Numbers, languages and addresses as a reader meets them."""

from __future__ import annotations

import pytest

from detente.report.tree.wording import credibility_words, language_tag, plain_number, safe_url


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2024, "2024"),
        (-1234567, "−1,234,567"),
        (12.7, "12.7"),
        (1250.5, "1250.5"),
        (1 / 3, "0.3333"),
        (98765.4321, "98765"),
        (1234567.8, "1,234,568"),
        (0.0, "0"),
        (-0.0, "0"),
        (float("nan"), "not a number"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_numbers_have_as_many_digits_as_a_reader_can_use(value: float, words: str) -> None:
    assert plain_number(value) == words


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "https://a b",
        "http://[",
        "ftp://a.b",
        "",
    ],
)
def test_only_web_addresses_are_safe(text: str) -> None:
    assert safe_url(text) == ""


def test_web_addresses_stay_as_they_are() -> None:
    assert safe_url("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


def test_language_tags_are_tags() -> None:
    assert [language_tag(text) for text in ("hy", "az-Latn")] == ["hy", "az-Latn"]
    assert [language_tag(text) for text in ("", "Armenian!", 'x" onload="')] == ["", "", ""]


def test_credibility_follows_the_admiralty_code() -> None:
    assert [credibility_words(grade) for grade in (1, 6, None, 7)] == [
        "confirmed by other sources",
        "truth cannot be judged",
        "",
        "",
    ]
