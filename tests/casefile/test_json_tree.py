"""JSON with places: the values of the standard library, each where its text begins."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.json_tree import read_json
from detente.diagnostics import Place

SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(['"', "\\", "a\nb", "]},"])
VALUES = st.recursive(
    SCALARS | TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)


def points_right(text: str, value: Any, place: Place) -> None:
    """Check that a place, and every place inside it, is where its value begins."""
    line = text.split("\n")[place.span.line - 1][place.span.column - 1 :]
    rest = "\n".join([line, *text.split("\n")[place.span.line :]])
    found, _ = json.JSONDecoder().raw_decode(rest)
    assert found == value
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        points_right(text, value[key], place.inside[key])
        if isinstance(value, dict):
            named = place.inside[key].key
            assert named is not None
            written = text.split("\n")[named.line - 1][named.column - 1 :]
            assert json.JSONDecoder().raw_decode(written)[0] == key


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_values_are_those_of_the_library_and_stand_where_they_were_written(
    value: Any, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    tree, problems = read_json(text, "x.json")

    assert tree is not None
    assert (tree.value, problems) == (value, [])
    points_right(text, value, tree.place)


def test_positions_by_hand() -> None:
    tree, _ = read_json('{\n  "a": [1,\n    "two"]\n}', "x.json")

    assert tree is not None
    assert str(tree.place.inside["a"].inside[1].span) == "x.json:3:5"
    assert str(tree.place.inside["a"].key) == "x.json:2:3"


BROKEN = [
    ("", "1:1", "DT030", "expecting value"),
    ("{'a': 1}", "1:2", "DT030", "expecting property name"),
    ('{"a": 1,\n "b" 2}', "2:6", "DT030", "expecting ':' delimiter"),
    ('{"a": 1} 2', "1:10", "DT030", "extra data"),
    ('["a\nb"]', "1:4", "DT030", "invalid control character"),
    ('["a', "1:2", "DT030", "unterminated string"),
    ('[1, NaN, "NaN"]', "1:5", "DT030", "NaN is not a JSON number"),
    ("[-Infinity]", "1:2", "DT030", "-Infinity is not a JSON number"),
    ("[01]", "1:3", "DT030", "expecting ',' delimiter"),
    ("[" * 41, "1:41", "DT013", "nested more than 40 deep"),
    ('{"a":' * 100_000, "1:201", "DT013", "nested more than 40 deep"),
    ("[" + "1," * 200_001 + "1]", "1:400000", "DT013", "the file holds more than 200,000 values"),
]


@pytest.mark.parametrize(("text", "place", "code", "message"), BROKEN, ids=[text[:12] for text, *_ in BROKEN])
def test_what_is_not_json_is_one_problem_at_its_place(text: str, place: str, code: str, message: str) -> None:
    tree, problems = read_json(text, "x.json")

    assert tree is None
    assert [(str(p.span), p.code) for p in problems] == [(f"x.json:{place}", code)]
    assert message in problems[0].message


def test_a_key_written_twice_is_a_problem_and_the_first_one_counts() -> None:
    tree, problems = read_json('{"a": 1,\n "a": {"b": 2}, "c": 3}', "x.json")

    assert tree is not None
    assert tree.value == {"a": 1, "c": 3}
    assert [str(p).splitlines() for p in problems] == [
        [
            'x.json:2:2: error DT011 the key "a" is written twice',
            "    hint: it is already written in line 1",
        ]
    ]


def test_whole_numbers_that_every_program_can_hold_stay_whole() -> None:
    """A signed number of 64 bits holds every number of 18 digits, and not every one of 19."""
    longest = next(digits for digits in range(99) if 10 ** (digits + 1) > 2**63)
    tree, _ = read_json(f"[{'9' * longest}, {'9' * (longest + 1)}]", "x.json")

    assert tree is not None
    assert [(type(value), value) for value in tree.value] == [(int, 10**longest - 1), (float, 1e19)]


@pytest.mark.parametrize("digits", [19, 5000])
def test_a_number_of_absurd_length_is_read_without_complaint(digits: int) -> None:
    tree, problems = read_json(f"[{'9' * digits}]", "x.json")

    assert tree is not None
    assert isinstance(tree.value[0], float)
    assert problems == []
