"""Laws of comparisons, on texts that Hypothesis makes up, and what small ones find."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.wording.sentences import sentences
from detente.models.readouts.comparison import compare
from detente.models.readouts.lexicon import english
from detente.models.readouts.results import Changed, Comparison, Effect

PIECES = st.sampled_from(
    [
        "The sides agreed.",
        "The sides may meet on 5 May!",
        "“Ada Lind” left\n\n",
        "双方同意。",
        "The  sides’ road",
        "and 12.7 km",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=7).map(" ".join)
SWAPPED = {Effect.HARDENS: Effect.SOFTENS, Effect.SOFTENS: Effect.HARDENS}


def compared(first: str, second: str) -> Comparison:
    return compare(first, second, english())


@given(TEXTS, TEXTS)
def test_every_sentence_stands_in_one_list_and_its_place_holds_its_text(first: str, second: str) -> None:
    found = compared(first, second)

    in_a = [*((s.a, s.text) for s in found.shared), *((c.a, c.text_a) for c in found.changed)]
    in_a += [(each.span, each.text) for each in found.only_a]
    in_b = [*((c.b, c.text_b) for c in found.changed), *((each.span, each.text) for each in found.only_b)]
    assert all(first[begin:end] == text for (begin, end), text in in_a)
    assert all(second[begin:end] == text for (begin, end), text in in_b)
    assert Counter(span for span, _ in in_a) == Counter(sentences(first))
    assert Counter([*(span for span, _ in in_b), *(s.b for s in found.shared)]) == Counter(sentences(second))


@given(TEXTS)
def test_a_text_is_what_it_is(text: str) -> None:
    found = compared(text, text)

    assert vars_of(found) == (1.0, 1.0, 1.0)
    assert (found.changed, found.only_a, found.only_b) == ((), (), ())
    assert all(shared.a == shared.b or shared.text == text[slice(*shared.b)] for shared in found.shared)


@given(TEXTS, TEXTS)
def test_swapping_the_texts_swaps_what_is_found(first: str, second: str) -> None:
    one, other = compared(first, second), compared(second, first)

    assert vars_of(one) == (vars_of(other)[0], vars_of(other)[2], vars_of(other)[1])
    assert {(s.a, s.b) for s in one.shared} == {(s.b, s.a) for s in other.shared}
    assert {_key(c) for c in one.changed} == {_key(_swapped(c)) for c in other.changed}
    assert (one.only_a, one.only_b) == (other.only_b, other.only_a)


def vars_of(found: Comparison) -> tuple[float, float, float]:
    alike = found.similarity
    return alike.jaccard, alike.containment, alike.containment_of_b


def _key(changed: Changed) -> tuple[object, ...]:
    hedges = changed.hedges
    return (
        changed.a,
        changed.b,
        changed.numbers.a,
        changed.numbers.b,
        hedges.a,
        hedges.b,
        hedges.effect,
        changed.names.a,
    )


def _swapped(each: Changed) -> Changed:
    numbers, names = type(each.numbers)(each.numbers.b, each.numbers.a), type(each.names)(each.names.b, each.names.a)
    effect = None if each.hedges.effect is None else SWAPPED.get(each.hedges.effect, each.hedges.effect)
    hedges = type(each.hedges)(each.hedges.b, each.hedges.a, effect)
    return Changed(each.b, each.a, each.text_b, each.text_a, numbers, names, hedges)


@pytest.mark.parametrize(
    ("first", "second", "effect"),
    [
        ("Both sides will meet in May.", "Both sides may meet in May.", Effect.SOFTENS),
        ("The road could open in May.", "The road shall open in May.", Effect.HARDENS),
        ("The sides agreed on the road.", "The sides took note of the road.", Effect.SOFTENS),
        ("The road could open.", "The road might open.", Effect.UNCLEAR),
        ("The sides will meet in May.", "The sides will not agree to meet in May.", Effect.UNCLEAR),
        ("The road opens in May.", "The road opens in June.", None),
    ],
)
def test_words_harden_or_soften(first: str, second: str, effect: Effect | None) -> None:
    (changed,) = compared(first, second).changed

    assert changed.hedges.effect is effect


def test_numbers_and_names_that_differ() -> None:
    (changed,) = compared("On 5 May Ada Lind freed three men.", "On 5 May Boro Vesna freed 4 men.").changed

    assert (changed.numbers.a, changed.numbers.b) == (("three",), ("4",))
    assert (changed.names.a, changed.names.b) == (("Ada Lind",), ("Boro Vesna",))


def test_without_a_lexicon_no_words_are_read_for_what_they_do() -> None:
    found = compare("Both will meet in two days.", "Both may meet in three days.", None)

    assert found.hedges_read_in is None
    assert found.changed[0].hedges.effect is None
    assert not found.changed[0].numbers


def test_no_word_of_the_list_binds_and_softens() -> None:
    words = english()

    lists = (words.binds, words.softens, words.denies)
    assert all(lists)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert words.counts["twelve"] == "12"
