"""Plain tables as an analyst's spreadsheet saves them, as cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.files import CaseFile
from detente.casefile.tables.numbers import NumberError, read_number
from detente.casefile.tables.text import read_rows
from detente.casefile.tables.text_file import read
from detente.diagnostics import Diagnostic
from detente.session import CaseError, OpenCase, open_case
from detente.session.making.starting import start

TABLE = """Actor,Notes,Capability,Depth position (0..20 m),Depth salience (0..1),Toll (%),Toll salience,Toll capability
Pilots,"The ""old"" guild,
since 1900",0.4..0.6,2..3..9,0.9,40-60,75%,
Port,,40%,12.5,0.25..0.5,,,2
"""


def imported(text: str, folder: Path) -> tuple[OpenCase, list[str]]:
    """Import a table; return the case, and what was said about the file."""
    path = folder / "harbour.csv"
    path.write_text(text, encoding="utf-8", newline="")
    said = start(folder / "made", str(path))
    return open_case(folder / "made"), short(said)


def short(said: tuple[Diagnostic, ...]) -> list[str]:
    return [str(each).partition("harbour.csv:")[2].split("\n")[0] for each in said]


def errors(text: str, folder: Path) -> list[str]:
    """Return the errors that an import reports."""
    with pytest.raises(CaseError) as caught:
        imported(text, folder)
    return short(tuple(each for each in caught.value.diagnostics if str(each.severity) == "error"))


def numbers(opened: OpenCase) -> list[tuple[object, ...]]:
    """Return what each actor holds on each issue: position and salience."""
    return [
        (p.actor, p.issue, p.value and p.value.plain(), p.salience and p.salience.plain())
        for p in opened.case.positions
    ]


def powers(opened: OpenCase) -> list[tuple[object, ...]]:
    return [(power.actor, power.issue, power.value.plain()) for power in opened.case.capabilities]


def test_a_table_with_scales_and_intervals_becomes_a_case_that_passes_every_check(tmp_path: Path) -> None:
    opened, said = imported(TABLE.replace("40%,12.5", "0.4,12.5"), tmp_path)
    assert (said, opened.diagnostics) == ([], ())
    assert [(actor.name, actor.note) for actor in opened.case.actors] == [
        ("Pilots", 'The "old" guild, since 1900'),
        ("Port", None),
    ]
    scales = [(issue.name, issue.continuum) for issue in opened.case.issues]
    assert [(name, scale and (scale.low, scale.high, scale.unit)) for name, scale in scales] == [
        ("Depth", (0, 20, "m")),
        ("Toll", (0, 100, "%")),
    ]
    assert numbers(opened) == [
        ("pilots", "depth", {"low": 2, "mode": 3, "high": 9}, 0.9),
        ("pilots", "toll", [40, 60], 0.75),
        ("port", "depth", 12.5, [0.25, 0.5]),
    ]
    assert powers(opened) == [("pilots", None, [0.4, 0.6]), ("port", None, 0.4), ("port", "toll", 2)]
    claims = (*opened.case.positions, *opened.case.capabilities)
    assert {claim.assumption for claim in claims} == {"imported from harbour.csv; no source stated"}


SAME = {
    "in any order": "Actor,Toll salience (%),Toll (0-100),Power\nNorth,50,40,1\nSouth,,,2\n",
    "with semicolons and decimal commas": "Actor;Power;Toll (0-100);Toll salience (%)\nNorth;1,0;40,0;50,0\nSouth;2;\n",
    "with tabs": "Actor\tPower\tToll (0-100)\tToll salience (%)\nNorth\t1\t40\t50\nSouth\t2\t\t\n",
    "with a byte order mark": "\ufeffActor,Power,Toll (0-100),Toll salience (%)\nNorth,1,40,50\nSouth,2,,\n",
    "quoted": '"Actor";"Power";"Toll (0-100)";"Toll salience (%)"\n"North";"1";"40";"50"\n"South";"2";"";""\n',
    "other ends": "Actor,Power,Toll (0-100),Toll salience (%)\r\nNorth,1,40,50\rSouth,2,,\r\n\r\n",
    "amid empty cells": ",,\n\n,Actor,Power,Toll (0-100),Toll salience (%)\n,,\n,North,1,40,50\n,South,2,,,\n,\n",
    "in percent of the scale": "Actor,Power,Toll (20-70),Toll salience (%)\nNorth,1,40%,50%\nSouth,2,,\n",
    "with a head on two lines": 'Actor,Power,Toll (0-100),"Toll\nsalience (%)"\nNorth,1,40,50\nSouth,2,,\n',
}


@pytest.mark.parametrize("text", SAME.values(), ids=list(SAME))
def test_the_same_table_is_read_the_same_however_it_is_saved(text: str, tmp_path: Path) -> None:
    opened, said = imported(text, tmp_path)
    assert said == []
    assert numbers(opened) == [("north", "toll", 40, 0.5)]
    assert powers(opened) == [("north", None, 1), ("south", None, 2)]


def test_one_issue_needs_no_name(tmp_path: Path) -> None:
    opened, _ = imported("Actor,Position,Salience\nNorth,40,50\n", tmp_path)
    assert numbers(opened) == [("north", "dimension-1", 40, 0.5)]


def test_what_is_not_part_of_the_table_is_said_to_be_left_out(tmp_path: Path) -> None:
    text = "Survey of June\nActor,Toll (0..100),,Toll salience (%)\nNorth,40,x,50\nSouth,,,50\nSource: us\n"
    _, said = imported(text, tmp_path)
    assert said == [
        "1:1: warning DT034 'Survey of June' stands above the table, and is left out",
        "3:10: warning DT034 'x' stands in no column with a name, and is left out",
        "4:9: warning DT034 a salience of 'South' without a position is left out",
        "5:1: warning DT035 'Source: us' has no numbers, and becomes an actor all the same",
    ]


WRONG = {
    "no actors": ("Actor,Toll\n", ["1:1: error DT031 no actor stands below the head"]),
    "no issue": ("Actor,Power\nNorth,1\n", ["1:1: error DT031 no column gives positions"]),
    "an actor twice": (
        "Actor,Toll\nNorth,1\nSouth,2\nnorth,3\n",
        ["4:1: error DT031 'north' stands in row 2 already"],
    ),
    "heads that clash": (
        "Actor,Toll,Toll position,Till salience,Toll weight,Toll salience (1-5),Actor\n",
        [
            "1:12: error DT031 'Toll position' says the same as 'Toll'",
            "1:26: error DT031 no column gives positions on 'Till'",
            "1:40: error DT031 'Toll weight' may be a salience or a capability",
            "1:52: error DT031 a salience is counted from 0",
            "1:72: error DT031 'Actor' says the same as 'Actor'",
        ],
    ),
    "a scale that falls": (
        "Actor,Toll (20..0)\nNorth,1\n",
        ["1:7: error DT031 the scale in the head 'Toll (20..0)' must rise"],
    ),
    "an interval that falls": (
        "Actor,Toll\nNorth,60..40\n",
        ["2:7: error DT031 'Toll' of 'North': the numbers of an interval must rise, got '60..40'"],
    ),
    "numbers that can be read in two ways": (
        'Actor,Power,Toll (0..5000)\nNorth,1,"1,000"\nSouth,1,"1.234,5"\nEast,1,1 000\n',
        [
            "2:10: error DT031 'Toll (0..5000)' of 'North': '1,000' can be read as 1.000 or as 1000",
            "3:10: error DT031 'Toll (0..5000)' of 'South': expected a number, got '1.234,5'",
            "4:8: error DT031 'Toll (0..5000)' of 'East': expected a number, got '1 000'",
        ],
    ),
    "a point between thousands, beside decimal commas": (
        "Actor;Toll (0..5000)\nNorth;0,5\nSouth;1.000\n",
        ["3:7: error DT031 'Toll (0..5000)' of 'South': '1.000' can be read as 1.000 or as 1000"],
    ),
    "percentages beside plain capabilities": (
        "Actor,Power,Toll\nNorth,40%,1\nSouth,55,2\n",
        ["2:7: error DT031 a capability of '40%' beside others that are no percentages"],
    ),
    "everything at once": (
        'Actor,Power,Toll,Toll salience\nNorth,-1,101,101\n,1,2,3\nSouth,"x,1..,2025-06-04,#REF!\n',
        [
            "4:7: error DT031 a quote that is not closed",
            "2:7: error DT037 'Power' of 'North': a capability must be at least 0, got -1",
            "2:10: error DT037 'Toll' of 'North': a position must lie between 0 and 100, got 101",
            "2:14: error DT037 'Toll salience' of 'North': salience must lie between 0 and 100, got 101",
            "3:1: error DT031 an actor without a name",
            "4:7: error DT031 'Power' of 'South': expected a number, got '\"x'",
            "4:10: error DT031 'Toll' of 'South': expected a number, got '1..'",
            "4:14: error DT031 'Toll salience' of 'South': expected a number, got '2025-06-04'",
        ],
    ),
    "off every scale": (
        "Actor,Power,Toll,Toll salience\nNorth,-1,101,101\n",
        [
            "2:7: error DT037 'Power' of 'North': a capability must be at least 0, got -1",
            "2:10: error DT037 'Toll' of 'North': a position must lie between 0 and 100, got 101",
            "2:14: error DT037 'Toll salience' of 'North': salience must lie between 0 and 100, got 101",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_errors_name_row_and_column(text: str, expected: list[str], tmp_path: Path) -> None:
    assert sorted(errors(text, tmp_path)) == sorted(expected)


def test_a_date_is_explained(tmp_path: Path) -> None:
    (tmp_path / "harbour.csv").write_text("Actor,Toll\nNorth,4-Jun\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"made a date of an interval, write it as 4\.\.6"):
        start(tmp_path / "made", str(tmp_path / "harbour.csv"))


@pytest.mark.slow
def test_a_table_of_very_many_rows_is_refused_at_its_limit(tmp_path: Path) -> None:
    rows = "".join(f"Actor {k},1\n" for k in range(110_000))
    assert errors("Actor,Toll\n" + rows, tmp_path) == ["100001:1: error DT003 the table holds more than 200,000 cells"]


HOSTILE = {
    "only separators": (
        "," * 1_000_000,
        "1:300001: error DT003 the table reaches over more than 300,000 cells, empty ones included",
    ),
    "only ends of lines": (
        "\n" * 1_000_000,
        "300001:1: error DT003 the table reaches over more than 300,000 cells, empty ones included",
    ),
    "many quotes": ("Actor,Toll\n" + '""""x,' * 250_000, "2:1: error DT003 the table holds more than 200,000 cells"),
    "a long head": ("Actor," + "(1..2 " * 1_000_000 + "\nA,1\n", "1:7: error DT031 a head of more than 300 characters"),
    "a long number": (
        "Actor,Toll\nNorth," + "1" * 1_000_000,
        f"2:7: error DT031 'Toll' of 'North': expected a number, got '{'1' * 79}…'",
    ),
    "a long name": (
        f"Actor,Toll position\n{'N' * 1_000_000},x",
        f"2:1000002: error DT031 'Toll position' of '{'N' * 79}…': expected a number, got 'x'",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "expected"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_table_is_refused_in_few_words(text: str, expected: str, tmp_path: Path) -> None:
    assert [each for each in errors(text, tmp_path) if "quote" not in each] == [expected]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("40", (40,)),
        ("-.5", (-0.5,)),
        ("\u22124", (-4,)),
        ("0,625", (0.625,)),
        ("1e-3..2E3", (0.001, 2000)),
        ("-10..-5", (-10, -5)),
        ("-10--5", (-10, -5)),
        ("40 – 60", (40, 60)),
        ("0.5..0.7", (0.5, 0.7)),
        ("1..2..3", (1, 2, 3)),
        ("1.5 .. 2.5 .. 3.5", (1.5, 2.5, 3.5)),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, parts: tuple[float, ...]) -> None:
    assert read_number(text).parts == parts
    assert not read_number(text).is_percent
    assert read_number(f"{text}%").is_percent


@pytest.mark.parametrize(
    "text",
    ["", "x", "1..", "..1", "1...", "1_000", "１", "nan", "inf", "1e999", "1-2-3", "2025-06-04", "1..2..3..4", "%"],
)
def test_what_is_no_number_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NumberError, match="expected a number"):
        read_number(text)


@given(st.text(st.sampled_from('ab1",;\n\r\t .%é-()') | st.characters(), max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    for content in (text, "Actor,Toll\n" + text, "Actor;Toll\n" + text, TABLE + text):
        tree, problems = read(CaseFile("f.csv", "f.csv", content.encode("utf-8", "replace"), content))
        assert tree is not None or problems


@given(
    st.lists(st.lists(st.text('ab," é\n;', min_size=1, max_size=6).map(str.strip), min_size=1, max_size=4), max_size=4),
    st.sampled_from(",;\t"),
)
def test_what_is_written_with_quotes_is_read_back(table: list[list[str]], separator: str) -> None:
    table = [["Actor", "x"], *table]
    lines = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    rows, problems = read_rows("\n".join(lines), "f.csv")
    wanted = []
    for row in table:
        cells = [" ".join(cell.split()) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        wanted += [cells] if cells else []
    assert [[cell.text for cell in row] for row in rows] == wanted
    assert problems == []


@given(st.lists(st.lists(st.text("ab1. ", max_size=4), min_size=1, max_size=4), max_size=5))
def test_places_are_where_an_editor_shows_them(table: list[list[str]]) -> None:
    lines = ["Actor,x", *(",".join(row) for row in table)]
    rows, _ = read_rows("\n".join(lines), "f.csv")
    for row in rows:
        for cell in row:
            assert lines[cell.span.line - 1][cell.span.column - 1 :].startswith(cell.text.split(" ")[0])
