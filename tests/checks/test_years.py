"""Years that are most often a slip of the pen."""

from __future__ import annotations

import pytest
from tests.case_text import problems
from tests.conftest import Opener

STRANGE = {
    "25": "0025",
    "0025": "0025",
    "1499": "1499",
    "2201": "2201",
    "2020/2520": "2520",
    "../1200": "1200",
    "002X": "002X",
    "14XX": "14XX",
    "0205-03-13": "0205",
    "2502-06~": "2502",
}
ORDINARY = ["1500", "2200", "2025/..", "../2025", "20XX", "XXXX", "XXXX/2025", "/2025", "1500~", "2200~", "2025-03?"]


@pytest.mark.parametrize("date", STRANGE)
def test_a_strange_year_is_a_warning(date: str, opened: Opener) -> None:
    case = opened(f"events: [{{id: e, date: {date}, what: w}}]\n")

    assert problems(case) == [f"2:24 DT106 the year {STRANGE[date]} lies before 1500 or after 2200"]
    assert case.errors == ()


@pytest.mark.parametrize("date", ORDINARY)
def test_an_ordinary_year_is_none(date: str, opened: Opener) -> None:
    assert problems(opened(f"events: [{{id: e, date: {date}, what: w}}]\n")) == []


def test_a_slip_is_found_wherever_a_date_stands(opened: Opener) -> None:
    case = opened("""
        case: {id: demo, as_of: 0225, known_until: 3025}
        sources: [{id: s, title: T, published: 25}]
        actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
        formats: [{id: f, name: F, parties: [a, b], from: 224, to: 2025}]
        commitments: [{id: c, text: T, by: [a], to: [b], under: U, status: [{is: agreed, from: 20}]}]
        steps: [{id: t, name: T, date: 1225/2025, assumption: a}]
        """)

    found = [(d.span.line, d.message.split()[2], d.hint) for d in case.diagnostics if d.code == "DT106"]
    assert found == [
        (2, "0225", "write the year that is meant, such as 2025"),
        (2, "3025", "write the year that is meant, such as 2025"),
        (3, "0025", "did you mean 2025?"),
        (5, "0224", "write the year that is meant, such as 2025"),
        (6, "0020", "did you mean 2020?"),
        (7, "1225", "write the year that is meant, such as 2025"),
    ]
