"""Half-typed text is read as far as it can be, and never refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.yaml_text.builder import MAX_DEPTH
from detente.casefile.yaml_text.half_typed import read_so_far

ROOT = Path(__file__).parents[2]
WHOLE = sorted((*(ROOT / "examples").rglob("*.yaml"), *(ROOT / "catalog").rglob("*.yaml")))


@pytest.mark.parametrize("path", WHOLE[::5], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_whole_text_is_what_another_reader_makes_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert read_so_far(text) == yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes nothing but text, lists and mappings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a", "a"),
        ("a:", {"a": ""}),
        ("a: [", {"a": []}),
        ("a: [b, c", {"a": ["b", "c"]}),
        ("a: [b, {c: d", {"a": ["b", {"c": "d"}]}),
        ("a: [b, {c: d, e", {"a": ["b", {"c": "d", "e": ""}]}),
        ("a: b\nc: [d\ne: f", {"a": "b", "c": ["d e"]}),
        ("- a: b\n  c", [{"a": "b"}]),
        ("- a: it's [\n  c: [d", [{"a": "it's [", "c": ["d"]}]),
        ('a: b\nc: "d', {"a": "b", "c": None}),
        ("a: &x [b]\nc: *x\nd: e", {"a": ["b"], "c": None, "d": "e"}),
        ("a: b\nc: \ud800", {"a": "b", "c": 3 * "\ufffd"}),
        ("a: b\nc: d\n  e: f", {"a": "b", "c": "d e"}),
    ],
)
def test_what_is_open_ends_where_the_text_ends(text: str, value: Any) -> None:
    assert read_so_far(text) == value


def test_nothing_is_read_below_the_depth_that_a_case_may_have() -> None:
    value, depth = read_so_far("[" * 100), 0

    while value:
        (value,), depth = value, depth + 1

    assert depth == MAX_DEPTH


@given(st.text(alphabet="ab:- \n[]{},'\"#&*|>", max_size=40))
def test_no_text_is_refused(text: str) -> None:
    read_so_far(text)
