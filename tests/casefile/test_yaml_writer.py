"""What is written reads back as the same values."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from detente.casefile.naming import clean
from detente.casefile.yaml_tree import read_tree
from detente.casefile.yaml_writer import to_yaml

TEXTS = st.text(max_size=12).map(clean) | st.sampled_from(
    [
        "yes",
        "no",
        "Y",
        "null",
        "~",
        "1e3",
        "3.10",
        "007",
        "2025-07-10",
        "{Y-N}",
        "a: b",
        "# x",
        "- x",
        "",
        "NO",
        "=",
        "<<",
    ]
)
KEYS = st.sampled_from(["a", "b", "decision_makers", "yes", "on", "1"])
VALUES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


@given(st.dictionaries(KEYS, VALUES, max_size=4))
@example({"a": "word " * 60_000})
def test_what_is_written_reads_back(value: Any) -> None:
    tree, problems = read_tree(to_yaml(value), "x.yaml")

    assert tree is not None
    assert (tree.value, problems) == (value, [])


def test_the_same_list_twice_is_written_out_twice() -> None:
    same = ["x"]
    assert to_yaml({"a": same, "b": same}) == "a:\n- x\nb:\n- x\n"
