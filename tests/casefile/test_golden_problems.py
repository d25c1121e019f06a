"""Golden diagnostics: a mistake, and exactly what its author reads."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from tests.case_text import problems
from tests.conftest import Opener

from detente.session import open_case

CASES = {
    "DT010 a bracket that is not closed": (
        """
        actors:
          - {id: north, name: North
        """,
        ["5:1 DT010 the '{' in line 4, column 5 is not closed"],
    ),
    "DT011 a key written twice": (
        """
        actors:
          - id: north
            name: North
            name: Nord
            kind: state
        """,
        ["6:5 DT011 the key 'name' is written twice"],
    ),
    "DT011 a section written twice": (
        """
        actors: []
        actors: []
        """,
        ["4:1 DT011 the key 'actors' is written twice"],
    ),
    "DT021 a section misspelt": (
        "\nactor: []\n",
        ["3:1 DT021 unknown section 'actor'"],
    ),
    "DT022 a list section that is no list": (
        "\nactors: {id: north}\n",
        ["3:9 DT022 'actors' must be a list of records"],
    ),
    "DT022 a record section that is a list": (
        "\nconflict: []\n",
        ["3:11 DT022 'conflict' must be one record: keys with values"],
    ),
    "DT100 a key misspelt": (
        """
        actors:
          - {id: north, name: North, knd: state}
        """,
        ["4:30 DT100 actors 'north': unknown key 'knd'"],
    ),
    "DT100 two letters of a key changed places": (
        """
        actors:
          - {di: north, name: North, kind: state}
        formats: [{id: f, parties: [north]}]
        """,
        ["4:6 DT100 actors: unknown key 'di'"],
    ),
    "DT102 an id with a space": (
        """
        actors:
          - {id: North Side, name: North, kind: state}
        """,
        ["4:10 DT102 actors 'North Side': id: 'North Side' is not an id"],
    ),
    "DT103 a word that is not a choice": (
        """
        actors:
          - {id: north, name: North, kind: sate}
        """,
        [
            "4:36 DT103 actors 'north': kind: 'sate' is not one of state, organisation, person, body, media, "
            "company or community"
        ],
    ),
    "DT103 numbers that fall": (
        """
        actors: [{id: north, name: North, kind: state}]
        capabilities:
          - {actor: north, value: [3, 1], assumption: a}
        """,
        ["5:27 DT103 capabilities: value: the numbers must rise: low, then mode, then high"],
    ),
    "DT103 scales that cannot be drawn": (
        """
        issues:
          - {id: one, continuum: {low: 0, high: 1.0e+300}}
          - {id: two, continuum: {low: 0, high: 1.0e-300}}
          - {id: three, continuum: {labels: {0: none, 500: beyond}}}
        """,
        [
            "4:26 DT103 issues 'one': continuum: a continuum must lie within ±1e30 and be at least 1e-30 long; choose "
            "another unit",
            "5:26 DT103 issues 'two': continuum: a continuum must lie within ±1e30 and be at least 1e-30 long; choose "
            "another unit",
            "6:28 DT103 issues 'three': continuum: a label must lie on the continuum, not at 500",
        ],
    ),
    "DT103 text where a list belongs": (
        """
        formats:
          - {id: talks, parties: north}
        """,
        ["4:26 DT103 formats 'talks': parties: expected a list, got 'north'"],
    ),
    "DT104 a day that does not exist": (
        """
        events:
          - {id: e, date: 2025-02-30, what: w}
        """,
        ["4:19 DT104 events 'e': date: '2025-02-30' does not exist: February 2025 has 28 days"],
    ),
    "DT104 a relative date without its anchor's key": (
        """
        events:
          - {id: e, date: {by: 2 days}, what: w}
        """,
        [
            "4:19 DT104 events 'e': date: a relative date is {before: id} or {after: id}, with by: 2 days",
        ],
    ),
    "DT105 two kinds of preferences": (
        """
        actors: [{id: north, name: North, kind: state}]
        conflict:
          decision_makers:
            - actor: north
              preferences: {weights: {}, ranking: []}
        """,
        [
            "7:20 DT105 conflict: decision_makers.0.preferences: preferences need exactly one of statements, "
            "weights or ranking"
        ],
    ),
}


BREAKING = {
    "DT010 a control character": "actors: \x07",
    "DT010 a tab that indents": "actors:\n\t- {}",
    "DT012 a tag": "events: !!python/object/apply:os.system [ls]",
    "DT012 a second document": "--- {}\n--- {}\n",
    "DT012 a list as a key": "? [a, b]\n: c\n",
    "DT012 an alias as a key": "a: &x b\n*x : c\n",
    "DT012 an alias to what is not finished": "actors: &a [*a]",
    "DT012 an alias to nothing": "actors: [*nobody]",
    "DT013 brackets without end": "actors: " + "[" * 100_000,
    "DT013 mappings without end": "{a: " * 5_000,
    "DT020 a file of prose": "just words",
    "DT020 a list": "- a\n- b\n",
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=list(CASES))
def test_problems_are_reported_at_their_place(text: str, expected: list[str], opened: Opener) -> None:
    case = opened("case: {id: demo, as_of: 2025-07-10}\n" + dedent(text))

    assert problems(case) == expected


@pytest.mark.parametrize("name", BREAKING)
def test_a_file_that_breaks_is_one_problem_and_no_traceback(name: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(BREAKING[name], encoding="utf-8")

    found = [problem for problem in open_case(path).diagnostics if "missing section 'case'" not in problem.message]

    assert [problem.code for problem in found] == [name[:5]]
    assert found[0].span.line <= BREAKING[name].count("\n") + 1


def test_one_mistake_hides_no_other(opened: Opener) -> None:
    case = opened("""
        actors:
          - {id: north, name: North, kind: stte}
          - {id: south, name: South, kind: state}
        events:
          - {id: summit, date: 2025-13, what: w, actors: [north, suoth]}
          - {id: talks, date: 2025-01, what: w, actors: [north, suoth]}
        """)

    assert problems(case) == [
        "4:36 DT103 actors 'north': kind: 'stte' is not one of state, organisation, person, body, media, "
        "company or community",
        "7:24 DT104 events 'summit': date: '2025-13' has no month 13; months are 01 to 12, seasons 21 to 24",
        "8:57 DT201 no actor has the id 'suoth'",
    ]
    assert case.diagnostics[-1].hint == "did you mean 'south'?"
