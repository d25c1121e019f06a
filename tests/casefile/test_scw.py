"""Projects of ScenarioWizard, written here by hand from the description of the format, as cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.files import CaseFile
from detente.casefile.imports.scw import read
from detente.diagnostics import is_clean
from detente.session import CaseError, open_case
from detente.session.making.adding import draft, write
from detente.session.making.starting import start

TALKS = """\
$ ScenarioWizard 4.0
talks.scw
&Format
 -Mediated
 -Direct
&Rivalry
 -High
 -Low
#
&Fmt
 Med
 Dir
&
 \n \n#
#
FFFFFF
00FF00
FFFFFF
FFFFFF
#
#
 0 , 0 , 1 ,-1 \n 0 , 0 , 0 , 0 \n-2 , 2 , 0 , 0 \n 0 , 0 , 0 , 0 \n#
# 0-0
"What is this?"
#
"""


def said(text: str, folder: Path) -> list[str]:
    """Return what is wrong with a file, without its path."""
    path = folder / "talks.scw"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        start(folder / "made", str(path))
    assert not (folder / "made").exists()
    return [
        str(each).removeprefix(f"{path}:").split("\n")[0] for each in caught.value.diagnostics if each.code != "DT034"
    ]


def test_names_and_effects_become_a_system(tmp_path: Path) -> None:
    path = tmp_path / "talks.scw"
    path.write_text(TALKS, encoding="utf-8")
    found = start(tmp_path / "made", str(path))
    system = open_case(tmp_path / "made").case.system

    assert system is not None
    assert [(each.id, each.name, [s.label for s in each.states]) for each in system.descriptors] == [
        ("format", "Format", ["Mediated", "Direct"]),
        ("rivalry", "Rivalry", ["High", "Low"]),
    ]
    assert [(each.source, each.on, each.effect.low, each.effect.high) for each in system.impacts] == [
        ("format.mediated", "rivalry.high", 1, 1),
        ("format.mediated", "rivalry.low", -1, -1),
        ("rivalry.high", "format.mediated", -2, -2),
        ("rivalry.high", "format.direct", 2, 2),
    ]
    assert {each.assumption for each in system.impacts} == {"imported from talks.scw; no source stated"}
    assert [(each.code, each.span.line) for each in found if each.code != "DT1013"] == [("DT034", 30)]


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_lines_may_end_in_other_ways(end: str, tmp_path: Path) -> None:
    path = tmp_path / "talks.scw"
    path.write_bytes(TALKS.replace("\n", end).encode())
    found = start(tmp_path / "made", str(path))
    system = open_case(tmp_path / "made").case.system

    assert system is not None
    assert [(each.id, len(each.states)) for each in system.descriptors] == [("format", 2), ("rivalry", 2)]
    assert len(system.impacts) == 4
    assert [(each.code, each.span.line) for each in found if each.code != "DT1013"] == [("DT034", 30)]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (" 0 , 0 , 1 ,-1 ", " 0 , 0 , 1 ", "24:2: error DT031 expected 4 numbers, one for each state, got 3"),
        (" 0 , 0 , 1 ,-1 ", " 0 , 0 , 1 ,-1 ,", "24:2: error DT031 expected 4 numbers, one for each state, got 5"),
        (" 0 , 0 , 1 ,-1 ", " 0 , 0 , x ,-1 ", "24:10: error DT031 expected a whole number, got 'x'"),
        (" 0 , 0 , 1 ,-1 \n", "", "27:1: error DT031 the matrix ends after 3 of 4 rows"),
        ("-2 , 2 , 0", "0,0,0,0\n-2 , 2 , 0", "28:2: error DT031 the matrix has more than 4 rows, one for each state"),
        (
            TALKS[TALKS.index(" 0 , 0 , 0 , 0 \n-2") :],
            "",
            "24:1: error DT031 the matrix ends after 1 of 4 rows, without a '#'",
        ),
        (TALKS[TALKS.index("00FF") :], "", "18:1: error DT031 the file ends before its matrix"),
        ("&Format\n", "", "3:2: error DT031 a state without a descriptor before it"),
        ("&Rivalry", "Rivalry", "6:1: error DT031 expected '&' and a descriptor, or '-' and a state"),
        (TALKS[: TALKS.index("#")], "", "1:1: error DT031 no line before this one begins with '&' and a descriptor"),
        (TALKS, "", "1:1: error DT031 no line before this one begins with '&' and a descriptor"),
    ],
)
def test_what_is_no_project_is_refused_at_its_line(old: str, new: str, problem: str, tmp_path: Path) -> None:
    assert problem in said(TALKS.replace(old, new, 1), tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        (" 0 , 0 , 1 ,-1 ", " 0 , 0 , 5 ,-1 ", "DT1020", "24:10"),
        (" 0 , 0 , 1 ,-1 ", " 0 ,-1 , 1 ,-1 ", "DT1022", "24:5"),
    ],
)
def test_effects_are_checked_at_their_place_in_the_file(
    old: str, new: str, code: str, place: str, tmp_path: Path
) -> None:
    assert any(each.startswith(f"{place}: error {code}") for each in said(TALKS.replace(old, new, 1), tmp_path))


def test_more_states_than_a_system_holds_are_refused_before_the_matrix_is_read(tmp_path: Path) -> None:
    text = TALKS.replace(" -Low\n", " -Low\n" * 118, 1)
    assert said(text, tmp_path) == ["126:1: error DT003 the file has 121 states; the limit is 120"]


def test_states_and_descriptors_that_are_called_alike_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "talks.scw"
    path.write_text(TALKS.replace("&Rivalry", "&Format").replace("-Low", "-High"), encoding="utf-8")
    start(tmp_path / "made", str(path))
    system = open_case(tmp_path / "made").case.system

    assert system is not None
    assert [each.id for each in system.descriptors] == ["format", "format-2"]
    assert [each.id for each in system.descriptors[1].states] == ["high", "high-2"]


def test_it_is_added_to_a_case_once(tmp_path: Path) -> None:
    path, folder = tmp_path / "talks.scw", tmp_path / "valley"
    path.write_text(TALKS, encoding="utf-8")
    folder.mkdir()
    header = "case: {id: valley, title: The valley, as_of: 2025-06-01}\n"
    actor = "actors: [{id: format, name: Format, kind: body, assumption: a}]\n"
    (folder / "case.yaml").write_text(header + actor, encoding="utf-8")

    write(draft("scw", path, folder), "scw", path, folder)
    case = open_case(folder)

    assert case.errors == ()
    assert case.case.system is not None
    assert [each.id for each in case.case.system.descriptors] == ["format-2", "rivalry"]
    assert len(case.case.system.impacts) == 4
    with pytest.raises(CaseError) as caught:
        draft("scw", path, folder)
    errors = [each for each in caught.value.diagnostics if each.code == "DT031"]
    assert [(each.span.line, each.message) for each in errors] == [
        (3, "the case has a descriptor 'Format' already"),
        (6, "the case has a descriptor 'Rivalry' already"),
    ]


@given(st.data())
def test_a_file_that_is_cut_short_is_read_whole_or_refused(data: st.DataObject) -> None:
    """Wherever it is cut: what is read has all effects."""
    end = data.draw(st.integers(0, len(TALKS)))
    tree, problems = read(CaseFile("talks.scw", "talks.scw", TALKS[:end].encode(), ""))

    assert (tree is None) is not is_clean(problems)
    if tree is not None:
        assert len(tree.value["system"]["impacts"]) == 4


@given(st.text(alphabet='&-#," \n\r\t01x\u2028\ufeff', max_size=60))
def test_no_text_makes_it_stumble(text: str) -> None:
    tree, problems = read(CaseFile("talks.scw", "talks.scw", text.encode(), ""))
    assert (tree is None) is not is_clean(problems)
