"""Tables of what states do to each other, out of a case and into another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.test_catalog import WEBS, name

from detente.casefile.additions.matrix import read
from detente.casefile.files import CaseFile
from detente.diagnostics import is_clean
from detente.models.system.model import model_system
from detente.session import CaseError, open_case
from detente.session.making.adding import draft, write

HEADER = "case: {id: valley, title: The valley, as_of: 2025-06-01}\n"
TABLE = """\
from;format.mediated;format.direct;rivalry.high;rivalry.low
format.mediated;;;1;-1
rivalry.high;-2;2;0;
"""


def added(text: str, folder: Path, more: str = "") -> Path:
    """Add a table to a small case, and return where the case is."""
    path, case = folder / "effects.csv", folder / "valley"
    path.write_text(text, encoding="utf-8")
    case.mkdir()
    (case / "case.yaml").write_text(HEADER + more, encoding="utf-8")
    write(draft("matrix", path, case), "matrix", path, case)
    return case


@pytest.mark.parametrize("path", WEBS, ids=name)
def test_a_published_web_comes_back(path: Path, tmp_path: Path) -> None:
    here = open_case(path)
    there = open_case(added(here.at().export("matrix"), tmp_path))

    assert there.errors == ()
    assert there.case.system is not None
    assert here.case.system is not None
    one, other = model_system(there.case.system), model_system(here.case.system)
    assert one.states == other.states
    assert one.impact.central.tolist() == other.impact.central.tolist()


def test_descriptors_that_the_case_has_are_used(tmp_path: Path) -> None:
    states = "[{id: direct}, {id: mediated}]"
    more = f"system: {{descriptors: [{{id: format, name: Format, states: {states}, assumption: a}}]}}\n"
    case = open_case(added(TABLE, tmp_path, more))
    system = case.case.system

    assert case.errors == ()
    assert system is not None
    assert [(each.id, [state.id for state in each.states]) for each in system.descriptors] == [
        ("format", ["direct", "mediated"]),
        ("rivalry", ["high", "low"]),
    ]
    assert [(each.source, each.on, each.effect.low) for each in system.impacts] == [
        ("format.mediated", "rivalry.high", 1),
        ("format.mediated", "rivalry.low", -1),
        ("rivalry.high", "format.mediated", -2),
        ("rivalry.high", "format.direct", 2),
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (";;1;-1", ";;1;-1;2", "2:24 a number beyond the last column of the head"),
        (";;1;-1", ";;1;x", "2:21 expected a whole number, got 'x'"),
        (";;1;-1", ";;1;0.5", "2:21 expected a whole number, got '0.5'"),
        ("rivalry.high;-2", "format.mediated;-2", "3:1 'format.mediated' stands here twice"),
        ("rivalry.low", "rivalry.high", "1:49 'rivalry.high' stands here twice"),
        ("rivalry.low", "low", "1:49 expected a state, got 'low'"),
        ("rivalry.high;-2", ";-2", "3:1 expected a state, got ''"),
        (";;1;-1", ";;9;-1", "2:19 an effect must lie within -3 and 3, got 9"),
        (TABLE, "", "1:1 the file holds no table"),
    ],
)
def test_what_is_no_matrix_is_refused_at_its_cell(old: str, new: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        added(TABLE.replace(old, new, 1), tmp_path)
    assert any(
        f"{each.span.line}:{each.span.column} {each.message}".startswith(problem) for each in caught.value.diagnostics
    ), caught.value


@given(st.text(alphabet="ab.,;\t \"\n01-x'", max_size=60))
def test_no_text_makes_it_stumble(text: str) -> None:
    tree, problems = read(CaseFile("effects.csv", "effects.csv", b"", text), None)
    assert tree is None or is_clean(problems)
