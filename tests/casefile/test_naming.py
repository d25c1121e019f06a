"""Ids and texts from names that other programs allowed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.naming import Ids, clean, slug

SLUGS = [
    ("Sign the treaty", "sign-the-treaty"),
    ("  Éléonore's  Öffnung ", "eleonore-s-offnung"),
    ("2nd option", "nd-option"),
    ("ქართული", ""),
    ("--- 7", ""),
    ("Abkhazia / აფხაზეთი", "abkhazia"),
    ("x" * 1_000_000, "x" * 40),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS, ids=[name[:10] for name, _ in SLUGS])
def test_an_id_resembles_its_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_ids_are_handed_out_once() -> None:
    ids = Ids({"not"})

    made = [ids.make(name, "option-0") for name in ("Not", "Sign", "sign!", "Sign 2", "შ", "option 0")]
    assert made == ["not-2", "sign", "sign-2", "sign-2-2", "option-0", "option-0-2"]


@given(st.lists(st.text(max_size=8), max_size=30))
def test_ids_are_ids_and_differ(names: list[str]) -> None:
    ids = Ids(set())
    made = [ids.make(name, f"option-{k}") for k, name in enumerate(names)]

    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", each) for each in made)


def test_many_equal_names_are_no_burden() -> None:
    ids = Ids(set())
    assert len({ids.make("same", "x") for _ in range(50_000)}) == 50_000


def test_a_text_keeps_its_letters_and_loses_what_no_file_can_hold() -> None:
    assert clean(" \u202eשלום\u202c \n ქართ\tული ") == "\u202eשלום\u202c ქართ ული"
    assert clean("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"
