"""Tables of KTAB, written here by hand in its layout, as cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.files import CaseFile
from detente.casefile.tables.text_file import read
from detente.diagnostics import Diagnostic
from detente.session import CaseError, OpenCase, open_case
from detente.session.making.starting import start

TABLE = """Harbour,"A made-up dispute, for tests",2,2,
Actor,Description,Influence,Depth Position,Depth Salience,Pstn2,Sal2,
Pilots,"The ""old"" guild, since 1900",100,20,60,  75.5,40,
Port,Harbour office,55,65,90,,,
"""
HEAD = "Actor,Description,Capability,Pstn1 (0..100),Sal1\n"


def imported(text: str, folder: Path) -> tuple[OpenCase, tuple[Diagnostic, ...]]:
    """Import a table; return the case, and what was said about the file."""
    path = folder / "harbour.csv"
    path.write_text(text, encoding="utf-8")
    said = start(folder / "made", str(path))
    return open_case(folder / "made"), said


def test_a_table_becomes_a_case_that_passes_every_check(tmp_path: Path) -> None:
    opened, said = imported(TABLE, tmp_path)
    case = opened.case
    assert (said, opened.diagnostics) == ((), ())
    assert [(actor.id, actor.name, actor.note) for actor in case.actors] == [
        ("pilots", "Pilots", 'The "old" guild, since 1900'),
        ("port", "Port", "Harbour office"),
    ]
    assert [issue.name for issue in case.issues] == ["Depth", "Dimension 2"]
    assert all(issue.continuum and (issue.continuum.low, issue.continuum.high) == (0, 100) for issue in case.issues)
    numbers = [
        (p.actor, p.issue, p.value.plain(), p.salience.plain()) for p in case.positions if p.value and p.salience
    ]
    assert numbers == [
        ("pilots", "depth", 20, 0.6),
        ("pilots", "dimension-2", 75.5, 0.4),
        ("port", "depth", 65, 0.9),
    ]
    assert [(power.actor, power.value.plain()) for power in case.capabilities] == [("pilots", 100), ("port", 55)]
    claims = (*case.positions, *case.capabilities)
    assert {claim.assumption for claim in claims} == {"imported from harbour.csv; no source stated"}


def test_the_lens_settles_an_imported_table(tmp_path: Path) -> None:
    opened, _ = imported(TABLE, tmp_path)
    issues = opened.at().look("settlement").document["issues"]
    assert list(issues) == ["depth"]
    mean = (100 * 0.6 * 20 + 55 * 0.9 * 65) / (100 * 0.6 + 55 * 0.9)
    assert issues["depth"]["compromise"]["value"] == pytest.approx(mean)


def test_a_plain_table_of_shares_is_read_as_shares_and_says_so(tmp_path: Path) -> None:
    opened, said = imported(HEAD + "North,,1,30,0.5\nSouth,,2,70,1\n", tmp_path)
    assert [position.salience and position.salience.low for position in opened.case.positions] == [0.5, 1]
    assert [str(each).split(": ", 1)[1].split("\n")[0] for each in said] == [
        "warning DT035 no salience is above 1: they are read as shares, not as percent"
    ]


def test_a_plain_table_of_percent_says_so(tmp_path: Path) -> None:
    opened, said = imported(HEAD + "North,,1,30,50\n", tmp_path)
    assert [str(each).split(": ", 1)[1].split("\n")[0] for each in said] == [
        "warning DT035 no scale is stated for 'Sal1': percent is taken; the numbers go from 50 to 50"
    ]
    assert opened.case.positions[0].salience is not None
    assert opened.case.positions[0].salience.low == 0.5


WRONG = {
    "nothing": ("", ["1:1: error DT031 the file holds no table"]),
    "no head": ("North,,1,30,50\n", ["1:1: error DT031 no row names the columns"]),
    "a column too few": (
        "T,,1,1\nActor,Description,Power,Pstn1\n",
        [
            "2:25: error DT031 4 columns; expected actor, description, capability, then a position and a salience for "
            "each dimension"
        ],
    ),
    "a word for a number": (
        HEAD + "North,,much,30,50\nSouth,,1, x,nan\n",
        [
            "2:8: error DT031 'Capability' of 'North': expected a number, got 'much'",
            "3:11: error DT031 'Pstn1 (0..100)' of 'South': expected a number, got 'x'",
            "3:13: error DT031 'Sal1' of 'South': expected a number, got 'nan'",
        ],
    ),
    "an actor without a name": (HEAD + ",,1,30,50\n", ["2:1: error DT031 an actor without a name"]),
    "a quote left open": (
        HEAD + 'North,"an open quote,1,30,50\n',
        ["2:7: error DT031 a quote that is not closed"],
    ),
    "a salience beyond the whole": (
        HEAD + "North,,1,30,105.9\n",
        ["2:13: error DT037 'Sal1' of 'North': salience must lie between 0 and 100, got 105.9"],
    ),
    "a position off the scale": (
        HEAD + "North,,1,130,50\n",
        ["2:10: error DT037 'Pstn1 (0..100)' of 'North': a position must lie between 0 and 100, got 130"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_errors_name_row_and_column(text: str, expected: list[str], tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        imported(text, tmp_path)
    errors = [each for each in caught.value.diagnostics if str(each.severity) == "error"]
    assert [str(each).partition("harbour.csv:")[2].split("\n")[0] for each in errors] == expected


def test_what_has_no_place_is_left_out_with_a_word(tmp_path: Path) -> None:
    text = "T,,3,1\n" + HEAD + "North,,1,30,50,see\nSouth,,1,,50\n"
    _, said = imported(text, tmp_path)
    assert [str(each).partition("harbour.csv:")[2].split("\n")[0] for each in said] == [
        "1:4: warning DT035 the first row counts '3' actors; the table has 2",
        "3:16: warning DT034 'see' stands in no column with a name, and is left out",
        "4:11: warning DT034 a salience of 'South' without a position is left out",
    ]


@given(st.text(st.sampled_from('ab1",\n\r\t .é-') | st.characters(), max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    for content in (text, HEAD + text, TABLE + text):
        tree, problems = read(CaseFile("f.csv", "f.csv", content.encode("utf-8", "replace"), content))
        assert tree is not None or problems
