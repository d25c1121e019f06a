"""Diagnostics: where they point, in which order they come, and the word they suggest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.diagnostics import Diagnostic, Place, Severity, SourceMap, Span, did_you_mean

LIST = Place(Span("a.yaml", 3, 3), inside={0: Place(Span("a.yaml", 3, 5)), 1: Place(Span("a.yaml", 4, 5))})
MAP = SourceMap(Place(Span("a.yaml", 1), inside={"actors": Place(LIST.span, Span("a.yaml", 2, 1), LIST.inside)}))


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [((), 1, 1), (("actors",), 3, 3), (("actors", 1), 4, 5), (("actors", 1, "name"), 4, 5), (("events", 0), 1, 1)],
)
def test_a_missing_value_stands_at_its_nearest_container(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert MAP.span(*path) == Span("a.yaml", line, column)


def test_keys_have_places_of_their_own() -> None:
    assert MAP.key("actors") == Span("a.yaml", 2, 1)
    assert MAP.key("actors", 0) == MAP.span("actors", 0), "an item of a list has no key"


def test_characters_are_counted_behind_the_opening_quote() -> None:
    assert Place(Span("a.yaml", 7, 10)).character(4) == Span("a.yaml", 7, 14)
    assert Place(Span("a.yaml", 7, 10), quoted=True).character(4) == Span("a.yaml", 7, 15)


def test_diagnostics_print_as_editors_read_them_and_sort_by_place() -> None:
    first = Diagnostic(Span("a.yaml", 2, 9), "DT100", "unknown key 'x'", "did you mean 'y'?")
    second = Diagnostic(Span("a.yaml", 10, 1), "DT001", "bad", severity=Severity.WARNING)
    third = Diagnostic(Span("b.yaml", 1, 1), "DT001", "bad")

    assert str(first) == "a.yaml:2:9: error DT100 unknown key 'x'\n    hint: did you mean 'y'?"
    assert str(second) == "a.yaml:10:1: warning DT001 bad"
    assert sorted([third, second, first]) == [first, second, third]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("actor", ["actors", "events"], "did you mean 'actors'?"),
        ("Actors", ["actors"], "did you mean 'actors'?"),
        ("zzz", ["actors"], ""),
        ("", ["actors"], ""),
        ("actors", [], ""),
        ("bc", ["ab", "abc", "bcd"], "did you mean 'bcd'?"),
    ],
)
def test_the_closest_word_is_suggested(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=6))
def test_what_is_suggested_is_known_and_does_not_depend_on_the_order(word: str, known: list[str]) -> None:
    hint = did_you_mean(word, known)

    assert hint == did_you_mean(word, reversed(known))
    assert not hint or hint in {f"did you mean '{name}'?" for name in known}
