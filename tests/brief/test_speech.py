"""The case's own words in sentences: capitals, quotation marks, rows, and what has not come about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from detente.brief.speech import Speech, line, some, speech_of, words_of
from detente.casefile import load

SPEECH = Speech(
    {}, words_of("The treaty: the final route of a united draft, by Mapart’s"), ("The Hague", "A", "Final Co")
)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Treaty signed", "treaty signed"),
        ("The treaty is signed.", "the treaty is signed"),
        ("The Hague rules", "The Hague rules"),
        ("The Haguers rule", "the Haguers rule"),
        ("A gives way", "A gives way"),
        ("Final Co pays", "Final Co pays"),
        ("Minsk Group dissolved", "Minsk Group dissolved"),
        ("FINAL text", "FINAL text"),
        ("  Route \n open ", "route open"),
        ("Who pays?", "“Who pays?”"),
        ("Պայմանագիրը ստորագրվել է", "Պայմանագիրը ստորագրվել է"),
        ("ხელშეკრულება", "ხელშეკრულება"),
        ("1990 is gone", "1990 is gone"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_capital_and_other_words_do_not(text: str, within: str) -> None:
    assert SPEECH.within(text) == within


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Treaty signed", "treaty signed"),
        ("Route (north): open", "“Route (north): open”"),
        ("Draft ready, then signed", "“Draft ready, then signed”"),
        (
            "A name that goes on for so long that nobody would know where it ends",
            "“A name that goes on for so long that nobody would know where it ends”",
        ),
    ],
)
def test_what_would_fall_apart_stands_in_quotation_marks(text: str, label: str) -> None:
    assert SPEECH.label(text) == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Treaty signed", "treaty not yet signed"),
        ("Պայմանագիրը signed", "Պայմանագիրը not yet signed"),
        ("Route reopened for all", "not yet “Route reopened for all”"),
        ("Return of displaced people", "not yet “Return of displaced people”"),
        ("Return of the displaced", "not yet “Return of the displaced”"),
        ("The displaced", "not yet “The displaced”"),
        ("Referendum held and passed", "not yet “Referendum held and passed”"),
        ("Sunflower seed", "not yet “Sunflower seed”"),
        ("Talks succeed", "not yet “Talks succeed”"),
        ("Signed", "not yet “Signed”"),
        ("Peace", "not yet “Peace”"),
        ("Need for talks", "not yet “Need for talks”"),
        ("The need met", "not yet “The need met”"),
        ("Border agreed and marked", "not yet “Border agreed and marked”"),
        ("United again", "not yet “United again”"),
        ("Treaty signed (at last)", "not yet “Treaty signed (at last)”"),
    ],
)
def test_what_has_not_come_about(text: str, said: str) -> None:
    assert SPEECH.not_yet(text) == said


@pytest.mark.parametrize(
    ("text", "kept"), [("Peace.", "Peace"), ("...", "..."), (".", "."), ("Peace...", "Peace"), ("", "")]
)
def test_full_stops_at_the_end_go_but_never_all_that_there_is(text: str, kept: str) -> None:
    assert line(text) == kept


@given(st.lists(st.sampled_from("abcdef"), max_size=9), st.integers(1, 5))
def test_a_row_names_or_counts_everything_and_never_counts_one(names: list[str], most: int) -> None:
    row = some(names, most)
    named = [name for name in row.replace(" and ", ", ").split(", ") if name in "abcdef" and name]
    counted = [int(part.split()[0]) for part in row.replace(" and ", ", ").split(", ") if part.endswith(" more")]
    assert named == names[: len(named)]
    assert len(named) + sum(counted) == len(names)
    assert 1 not in counted


def test_the_words_of_the_flagship() -> None:
    speech = speech_of(load(ROOT / "examples" / "south-caucasus").case, {})
    assert all(map(speech.is_small, ("treaty", "reference", "the", "route")))
    assert not any(map(speech.is_small, ("armenia", "minsk", "azerbaijan", "pashinyan", "march", "", "reatie")))
    assert speech.within("Turkey and others") == "Turkey and others"
