"""Rows that add up or average the others: told of by their names or by their numbers, never dropped in silence."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefile.typed_table import table

TOTALS = [
    "Total",
    "TOTAL:",
    "Sum",
    "Σ",
    "Average",
    "Mean (all)",
    "All",
    "Gesamt",
    "Итого",
    "Ընդամենը",
    "Cəmi",
    "Total = 3",
]


@pytest.mark.parametrize("name", TOTALS)
def test_a_row_that_calls_itself_a_total_is_no_actor(name: str) -> None:
    sections, said = table(f"Actor,Clout,Depth position (%)\nPilots,1,5\nPort,2,6\n{name},3,\n")
    assert said == [f"4:1: warning DT038 '{name}' names itself a total: the row is left out, and becomes no actor"]
    assert sections is not None
    assert [actor["name"] for actor in sections["actors"]] == ["Pilots", "Port"]
    assert len(sections["capabilities"]) == 2


def test_a_row_that_adds_up_the_others_is_warned_of() -> None:
    head = "Actor,Clout,Depth position (%)\nPilots,0.1,5\nPort,0.2,6\n"
    sections, said = table(head + ",0.3,\n")
    message = "this row without a name adds up the 2 rows above it: it is left out, and becomes no actor"
    assert said == [f"4:1: warning DT038 {message}"]
    assert sections is not None
    assert len(sections["actors"]) == 2
    sections, said = table(head + "World,0.3,7\n")
    assert said == [
        "4:1: warning DT038 'World' has the capability of the 2 rows above it together; "
        "it is read as an actor all the same"
    ]
    assert sections is not None
    assert len(sections["actors"]) == 3
    assert table(head + "World,0.31,7\n")[1] == []


MORE_TOTALS = ["共计", "총합", "Łącznie", "Spolu", "Összeg", "Tổng", "कुल", "รวม", "Jumlah", "Viso", "Kopā", "Kokku"]
MORE_TOTALS += ["I alt", "Totalt", 'סה"כ', "סה״כ", "Total capability", "Group total", "Overall total", "'Total'"]


@pytest.mark.parametrize("name", MORE_TOTALS)
def test_a_total_in_another_language_is_no_actor(name: str) -> None:
    sections, said = table(f"Actor\tClout\tDepth position (%)\nPilots\t1\t5\nPort\t2\t6\n{name}\t9\t\n")
    assert said == [f"4:1: warning DT038 '{name}' names itself a total: the row is left out, and becomes no actor"]
    assert sections is not None
    assert len(sections["actors"]) == 2


@pytest.mark.parametrize(
    "name", ["Min", "Max", "Count", "N", "Std", "Sum by members", "Regional total", "Mean position"]
)
def test_a_name_that_may_be_a_total_is_told_of_and_kept(name: str) -> None:
    sections, said = table(f"Actor,Clout,Depth position (%)\nPilots,1,5\nPort,2,6\n{name},9,8\n")
    message = f"'{name}' is called as if it summed up others; it is read as an actor all the same"
    assert said == [f"4:1: warning DT038 {message}"]
    assert sections is not None
    assert len(sections["actors"]) == 3


@pytest.mark.parametrize("name", ["Media", "All Nippon", "TotalEnergies", "Summit group", "Maxim", "Meanwhile"])
def test_names_that_only_resemble_totals_are_actors(name: str) -> None:
    assert table(f"Actor,Clout,Depth position (%)\nPilots,1,5\nPort,2,6\n{name},9,8\n")[1] == []


def test_names_of_statistics_above_other_rows_are_actors() -> None:
    assert table("Actor,Clout,Depth position (%)\nN,1,5\nS,2,6\nMax,9,8\nE,1,7\n")[1] == []


GENERAL = "Actor,Capability,Depth (0..100),Depth salience (%)"
ADDED_UP: dict[str, tuple[list[str], list[str]]] = {
    "one does not say": ([GENERAL, "A,100,20,60", "B,55,65,90", "C,,30,40", "X,155,,"], ["X adds up 3 above"]),
    "intervals": ([GENERAL, "A,40..60,20,60", "B,50,65,90", "X,100,,"], ["X adds up 2 above"]),
    "a total as interval": ([GENERAL, "A,40..60,20,60", "B,50,65,90", "X,90..110,,"], ["X adds up 2 above"]),
    "rounded": ([GENERAL, "A,33.3,1,2", "B,33.3,4,9", "C,33.3,9,7", "X,100,,"], ["X adds up 3 above"]),
    "rounded percent": ([GENERAL, "A,33,1,2", "B,33,4,9", "C,33,9,7", "X,100,,"], ["X adds up 3 above"]),
    "rounded shares": ([GENERAL, "A,.333,1,2", "B,.333,4,9", "C,.333,9,7", "X,1,,"], ["X adds up 3 above"]),
    "decimal commas": (
        [GENERAL.replace(",", ";"), "A;1,125;1;2", "B;2,250;4;9", "C;0,5;9;7", "X;3,875;;"],
        ["X adds up 3 above"],
    ),
    "rounded, of another size": ([GENERAL, "A,12.3,1,2", "B,14.4,4,9", "C,9.2,9,7", "X,36,,"], ["X adds up 3 above"]),
    "no capability": (
        ["Actor,Depth (0..300),Depth salience (%)", "A,20,30", "B,65,40", "X,85,70"],
        ["X adds up 2 above"],
    ),
    "capability by issue": (
        ["Actor,Depth (0..100),Depth salience (%),Depth capability", "A,20,30,40", "B,65,40,60", "X,,,100"],
        ["X adds up 2 above"],
    ),
    "above": ([GENERAL, "X,155,,", "A,100,20,60", "B,55,65,90"], ["X adds up 2 below"]),
    "capability only": (
        [GENERAL, "A,100,20,60", "B,55,65,90", "X,155,40,80"],
        ["X has the capability of 2 above"],
    ),
    "subtotals": (
        [GENERAL, "A,10,20,60", "B,60,65,90", "X,70,,", "C,5,30,40", "D,6,35,50", "Y,11,,"],
        ["X adds up 2 above", "Y adds up 2 above"],
    ),
    "subtotals with positions, and a total": (
        [GENERAL, "A,10,20,60", "B,60,65,90", "X,70,50,80", "C,5,30,40", "D,6,35,50", "Y,11,3,3", "Z,81,,"],
        ["X has the capability of 2 above", "Y has the capability of 2 above", "Z adds up 4 above"],
    ),
    "an average": ([GENERAL, "A,100,20,60", "B,55,65,90", "Media,77.5,42.5,75"], ["Media averages 2 above"]),
    "an average, rounded": (
        [GENERAL, "A,10,20,60", "B,55,66,91", "C,60,65,90", "X,41.67,50.33,80.33"],
        ["X averages 3 above"],
    ),
    "a sum and an average": (
        [GENERAL, "A,100,20,60", "B,55,65,90", "X,155,,", "Y,77.5,42.5,75"],
        ["X adds up 2 above", "Y averages 2 above"],
    ),
}


_FOUND = re.compile(r"DT038 (?:'(\w+)'|.*name) (adds up|averages|has the capability of) the (\d+) rows (\w+) it")


def heard(said: list[str]) -> list[str]:
    """Return which rows are said to sum up others, in few words."""
    return [" ".join(match.groups("")) for each in said if (match := _FOUND.search(each))]


@pytest.mark.parametrize(("rows", "expected"), ADDED_UP.values(), ids=list(ADDED_UP))
def test_rows_that_sum_up_others_are_found_by_their_numbers(rows: list[str], expected: list[str]) -> None:
    sections, said = table("\n".join(rows))
    assert heard(said) == expected
    assert sections is not None
    assert len(sections["actors"]) == len(rows) - 1


ORDINARY = {
    "numbers that rise": [GENERAL, "A,1,5,2", "B,2,5,3", "C,3,50,40", "D,5,60,60"],
    "the middle of two": ["Actor,Depth (%),Depth salience (%)", "A,0,50", "B,100,50", "C,50,50"],
    "positions alone": ["Actor,Depth position (%)", "A,10", "B,20", "C,30"],
    "nearly": [GENERAL, "A,0.1,1,2", "B,0.2,3,4", "C,0.31,7,8"],
    "nearly, in tenths": [GENERAL, "A,0.1,1,2", "B,0.2,3,4", "C,0.3,9,8", "D,0.5,9,8"],
    "nothing": [GENERAL, "A,0,1,2", "B,0,3,4", "C,0,7,8"],
    "one of them": [GENERAL, "A,0,1,2", "B,4,3,4", "C,4,7,8"],
    "all alike": [GENERAL, "A,5,10,20", "B,5,10,20", "C,5,10,20"],
}


@pytest.mark.parametrize("rows", ORDINARY.values(), ids=list(ORDINARY))
def test_ordinary_tables_are_not_told_of(rows: list[str]) -> None:
    assert heard(table("\n".join(rows))[1]) == []


def test_a_row_without_a_name_that_averages_others_is_left_out() -> None:
    sections, said = table("\n".join([GENERAL, "A,100,20,60", "B,55,65,90", ",77.5,42.5,75"]))
    assert said == [
        "4:1: warning DT038 this row without a name averages the 2 rows above it: it is left out, and becomes no actor"
    ]
    assert sections is not None
    assert len(sections["actors"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Actor,Issue,Position (%)\nA,Total,3\nA,Depth,4\nB,Total,5\n",
        "Actor,Total position (%),Depth position (%)\nA,3,4\nB,5,\n",
    ],
)
def test_an_issue_called_total_is_told_of(text: str) -> None:
    sections, said = table(text)
    assert [each.partition("DT038 ")[2].partition(";")[0] for each in said] == ["'Total' names itself a total"]
    assert sections is not None
    assert [issue["name"] for issue in sections["issues"]] == ["Total", "Depth"]


NUMBERS = st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 100), st.integers(1, 100)), min_size=2, max_size=8)


@given(NUMBERS, st.booleans())
def test_every_exact_sum_and_average_is_found(rows: list[tuple[int, int, int]], is_sum: bool) -> None:
    columns = list(zip(*rows, strict=True))
    lines = [f"A{k},{power},{place},{care}" for k, (power, place, care) in enumerate(rows)]
    means = [Fraction(sum(column), len(column)) for column in columns]
    last = f"X,{sum(columns[0])},," if is_sum else "X," + ",".join(repr(float(mean)) for mean in means)
    said = heard(table("\n".join([GENERAL, *lines, last]))[1])
    differ = sum(len(set(column)) > 1 for column in columns)
    assert is_sum <= any(each.startswith("X ") for each in said)
    assert (not is_sum and differ >= 2) <= any(each.startswith("X ") for each in said)


@given(NUMBERS, st.integers(1, 10**6))
def test_what_is_more_than_all_others_together_is_an_actor(rows: list[tuple[int, int, int]], more: int) -> None:
    lines = [f"A{k},{power},{place},{care}" for k, (power, place, care) in enumerate(rows)]
    last = f"X,{sum(row[0] for row in rows) + more},50,50"
    is_rounded_whole = sum(row[0] for row in rows) + more == 100
    assert is_rounded_whole or not [
        each for each in heard(table("\n".join([GENERAL, *lines, last]))[1]) if each[0] == "X"
    ]
