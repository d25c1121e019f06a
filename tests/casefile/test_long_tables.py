"""Tables with a row for each actor and issue, large ones, and what became of the issues."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.casefile.typed_table import stands, table

LONG = """Issue,Stakeholder,Position (0..20 m),Salience (%),Clout,Comment,Outcome
Depth,Pilots,5,60,3,soft,7
Depth,Port,2,90,4,,7
Toll,Port,11,50,4,hard,
"""


def test_a_row_for_each_actor_and_issue_is_read() -> None:
    sections, said = table(LONG)
    assert said == []
    assert sections is not None
    assert [(actor["name"], actor.get("note")) for actor in sections["actors"]] == [
        ("Pilots", "soft"),
        ("Port", "Toll: hard"),
    ]
    assert [(issue["name"], issue["continuum"], issue.get("outcome")) for issue in sections["issues"]] == [
        ("Depth", {"low": 0, "high": 20, "unit": "m"}, 7),
        ("Toll", {"low": 0, "high": 20, "unit": "m"}, None),
    ]
    assert stands(sections) == [
        ("pilots", "depth", 5, 0.6),
        ("port", "depth", 2, 0.9),
        ("port", "toll", 11, 0.5),
    ]
    assert [(c["actor"], c.get("issue"), c["value"]) for c in sections["capabilities"]] == [
        ("pilots", None, 3),
        ("port", None, 4),
    ]


def test_capabilities_that_differ_by_issue_are_kept_by_issue() -> None:
    sections, said = table(LONG.replace("11,50,4", "11,50,5"))
    assert said == []
    assert sections is not None
    assert [(c["actor"], c.get("issue"), c["value"]) for c in sections["capabilities"]] == [
        ("pilots", "depth", 3),
        ("port", "depth", 4),
        ("port", "toll", 5),
    ]


WRONG = {
    "one pair twice": (LONG + "toll,PORT,1,1,4,,\n", "5:6: error DT031 'PORT' on 'toll' stands in row 4 already"),
    "no issue": (LONG + ",Port,1,1,4,,\n", "5:1: error DT031 a row without an issue"),
    "a head": (LONG.replace("Clout", "Muscle"), "1:51: error DT036 'Muscle' is not understood"),
    "a number": (LONG.replace("11", "21"), "4:11: error DT037 'Toll position' of 'Port': a position must lie between"),
    "an outcome off the scale": (
        LONG.replace("soft,7", "soft,70").replace("4,,7", "4,,"),
        "2:26: error DT037 'Depth outcome' of 'Pilots': an outcome must lie between 0 and 20, got 70",
    ),
    "two outcomes": (
        LONG.replace("4,,7", "4,,8"),
        "3:20: error DT031 'Depth' has another outcome here than in row 2",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=list(WRONG))
def test_errors_name_row_and_column(text: str, expected: str) -> None:
    sections, said = table(text)
    assert sections is None
    assert [each[: len(expected)] for each in said if "error" in each] == [expected]


@pytest.mark.parametrize("head", ["Depth outcome", "Outcome", "Actual outcome", "Result"])
def test_a_column_says_what_became_of_an_issue(head: str) -> None:
    sections, said = table(f"Actor,Depth position (%),{head}\nPilots,5,40\nPort,2,\n")
    assert said == []
    assert sections is not None
    assert sections["issues"][0]["outcome"] == 40


def test_a_row_says_what_became_of_the_issues() -> None:
    sections, said = table("Actor,Depth position (%),Toll position (0..9)\nPilots,5,4\nActual outcome,2,\n")
    assert said == []
    assert sections is not None
    assert len(sections["actors"]) == 1
    assert [issue.get("outcome") for issue in sections["issues"]] == [2, None]


CELLS = st.none() | st.tuples(st.integers(0, 100), st.integers(1, 100))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_wide_and_long_say_the_same(grid: list[list[tuple[int, int] | None]]) -> None:
    width = min(map(len, grid))
    places = list(product(range(len(grid)), range(width)))
    held = {place: grid[place[0]][place[1]] or (0, 1) for place in places}
    heads = [f"I {k} position (%),I {k} salience (0..100)" for k in range(width)]
    rows = [f"A {a}," + ",".join("{},{}".format(*held[a, k]) for k in range(width)) for a in range(len(grid))]
    wide, _ = table("\n".join(["Actor," + ",".join(heads), *rows]))
    lines = ["A {},I {},{},{}".format(*place, *held[place]) for place in places]
    long, _ = table("\n".join(["Actor,Issue,Position (%),Salience (0..100)", *lines]))
    assert wide is not None
    assert long is not None
    assert {key: wide[key] for key in ("positions", "issues")} == {key: long[key] for key in ("positions", "issues")}


@pytest.mark.slow
def test_353_issues_are_one_table() -> None:
    issues, actors = range(353), range(30)
    lines = [f"Issue {i},Actor {a},{(7 * i + a) % 101},{1 + a},{a + 1},{i % 101}" for i, a in product(issues, actors)]
    sections, said = table("\n".join(["Issue,Actor,Position (%),Salience (%),Clout,Outcome", *lines]))
    assert said == []
    assert sections is not None
    assert len(sections["positions"]) == 353 * 30
    assert sections["positions"][-1]["value"] == (7 * 352 + 29) % 101
    assert [issue["outcome"] for issue in sections["issues"]] == [i % 101 for i in issues]
    assert len(sections["capabilities"]) == 30
