"""Mutated case text never raises: every mistake a person or a machine can make is a diagnostic."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.casefile import template
from detente.session import CaseError, open_case

TEXT = template("my-case")
TOKENS = re.findall(r"\w[\w-]*|\s+|.", TEXT)
WILD = [
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!x ",
    "null",
    "true",
    "1e999",
    ".nan",
    "2025-99",
    "¶",
    "'",
    '"',
    "\n",
]
QUIET = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw the template with a few words dropped, doubled, swapped or replaced."""
    words = list(TOKENS)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(words) - 1))
        kind = draw(st.sampled_from(["drop", "double", "swap", "replace", "text"]))
        if kind == "drop":
            words[at] = ""
        elif kind == "double":
            words[at] *= 2
        elif kind == "swap":
            other = draw(st.integers(0, len(words) - 1))
            words[at], words[other] = words[other], words[at]
        elif kind == "replace":
            words[at] = draw(st.sampled_from(WILD))
        else:
            words[at] = draw(st.text(max_size=4))
    return "".join(words)


def survives(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_bytes(data)
        case = open_case(path)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        for found in case.diagnostics:
            assert found.message
            assert 1 <= found.span.line <= lines
            assert found.span.column >= 1
        if not case.errors:
            try:
                case.at().look_around()
            except CaseError as error:
                assert error.diagnostics


@QUIET
@given(mutated())
def test_mutated_text_is_diagnosed_or_works(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@QUIET
@given(st.binary(max_size=400))
def test_any_bytes_are_diagnosed(data: bytes) -> None:
    survives(data)


VALUES: st.SearchStrategy[object] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.sampled_from(["north", "2025", "x y"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["id", "date", "when"]), inner)
    ),
    max_leaves=4,
)


@QUIET
@given(st.sampled_from(sorted(set(re.findall(r"^(\w+):", TEXT, re.MULTILINE)))), st.data())
def test_any_value_in_any_section_is_diagnosed_or_works(section: str, data: st.DataObject) -> None:
    value = data.draw(VALUES)
    text = re.sub(rf"^{section}:(?:\n(?!\w).*|.)*", f"{section}: {_flow(value)}\n", TEXT, count=1, flags=re.MULTILINE)

    survives(text.encode())


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("cut", range(0, len(TEXT), 97))
def test_a_file_cut_off_anywhere_is_diagnosed_or_works(cut: int) -> None:
    survives(TEXT[:cut].encode())
