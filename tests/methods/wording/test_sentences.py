"""Where sentences end, in the scripts and with the signs that readouts have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.wording.sentences import LONGEST, sentences
from detente.methods.wording.words import words


def split(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["They met.", "They left."],
        ["Mr. Lind met Gen. Vesna and H.E. the Governor.", "All agreed."],
        ["J. K. Lind signed.", "The rest did not."],
        ["U.S. Secretary Lind spoke.", "He left."],
        ["The border of the U.S.", "The border of the U.N."],
        ["They left at 5 p.m.", "The others stayed."],
        ["It covers 12.7 km and costs 1,000.50 marks.", "No. 5 and Art. 9 stay."],
        ["They met on 13 March 2025.", "Nothing came of it."],
        ["1. Both sides meet.", "2. Both sides part.", "3.1. They meet again."],
        ['"Never!" he said.', "She asked: “When?”", "(Nobody knew.)", "So be it."],
        ["The end… or not.", "Who knows?!", "We do not..."],
        ["Նախագահը հանդիպեց նրան։", "Նա գնա՞ց։"],
        ["هل تم الاتفاق؟", "نعم."],
        ["यह हुआ।", "वह गया।"],
        ["Стороны договорились о 5,5 км.", "Они подписали."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_scripts_without_spaces_have_none_between_sentences() -> None:
    assert split("双方举行了会谈。“好！”他说。双方同意吗？同意。") == [
        "双方举行了会谈。",
        "“好！”",
        "他说。",
        "双方同意吗？",
        "同意。",
    ]


def test_headings_and_items_end_with_their_lines() -> None:
    assert split("JOINT STATEMENT\nThey met.\n\n- one side\n- another side\n") == [
        "JOINT STATEMENT",
        "They met.",
        "- one side",
        "- another side",
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_wrapped_lines_are_read_on(ends: str) -> None:
    text = ends.join(
        [
            "The two sides met in the town of Ferry and spoke about",
            "the price of the crossing, which President",
            "Lind thinks is too high for those who have to cross it",
            "Daily. They parted",
            "",
            "Nothing was signed.",
        ]
    )
    found = [" ".join(each.split()) for each in split(text)]

    assert found == [
        "The two sides met in the town of Ferry and spoke about the price of the crossing, which President",
        "Lind thinks is too high for those who have to cross it Daily.",
        "They parted",
        "Nothing was signed.",
    ]


def test_what_has_no_words_is_no_sentence() -> None:
    assert split("* * *\n\nThey met.\n\n———\n") == ["They met."]
    assert split("") == split(" \n") == []


def test_long_runs_without_stops_are_cut_at_spaces() -> None:
    text = "word " * 2000
    found = split(text)

    assert max(map(len, found)) <= LONGEST
    assert " ".join(found).split() == text.split()
    assert [len(each) for each in split("ab" * LONGEST)] == [LONGEST, LONGEST]


@given(st.text(alphabet="aA1 .!?…\n\r\"'’”)(«»-—。；։؟क्й́e\u200b,:", max_size=60))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    places = sentences(text)

    assert all(begin < end for begin, end in places)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(places))
    assert all(text[begin:end] == text[begin:end].strip() for begin, end in places)
    inside = {at for begin, end in places for at in range(begin, end)}
    assert all(at in inside for at, character in enumerate(text) if character.isalnum())


@given(st.text(max_size=60))
def test_any_text_has_sentences_and_words_in_order(text: str) -> None:
    for places in (sentences(text), words(text)):
        assert all(end <= begin for (_, end), (begin, _) in pairwise(places))
        assert all(0 <= begin < end <= len(text) for begin, end in places)
