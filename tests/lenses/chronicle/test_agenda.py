"""What is on the table."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows


def test_the_agenda_puts_what_is_on_it_first(opened: Opener) -> None:
    text = """case: {id: demo, as_of: 2025-07-10}
issues:
  - {id: a, name: Silent}
  - {id: b, name: Absent, on_agenda: false, note: never named}
  - {id: c, name: Present, on_agenda: 2025-01, outcomes: [{id: x, text: Open}, {id: shut}], parent: a}
"""
    found = rows(chapter(opened(text).at().chronicle(), "agenda"), "issues")

    assert [(row["issue"], row["on_agenda"]) for row in found] == [
        ("Present", "true"),
        ("Absent", "false"),
        ("Silent", "undetermined"),
    ]
    assert (found[0]["since"], found[0]["outcomes"], found[0]["parent"]) == (("2025-01",), ("Open", "shut"), "Silent")
    assert found[1]["note"] == "never named"


AGENDA = [
    ("[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, on_agenda: true}]", "On the agenda: A and B.", ""),
    ("[{id: a, name: A, on_agenda: false}]", "No issue is on the agenda.", "Known to be absent: A."),
    ("[{id: a, name: A}]", "No issue is certainly on the agenda.", ""),
    ("[{id: a, name: A, on_agenda: 2026}]", "No issue is on the agenda.", "On the agenda at another time: A."),
    (
        "[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, parent: a, on_agenda: 2025-01},"
        " {id: c, name: C, parent: a, on_agenda: false}]",
        "On the agenda: B.",
        "Known to be absent: C.",
    ),
    (
        "[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, on_agenda: 2025-01},"
        " {id: c, name: C, parent: a, on_agenda: 2025-01}]",
        "On the agenda: A and B.",
        "",
    ),
    (
        f"[{', '.join(f'{{id: i{k}, name: I{k}, on_agenda: true}}' for k in range(9))}]",
        "On the agenda: I0, I1, I2 and 6 more.",
        "",
    ),
]


@pytest.mark.parametrize(("issues", "expected", "aside"), AGENDA)
def test_agenda(issues: str, expected: str, aside: str, opened: Opener) -> None:
    case = opened(f"case: {{id: demo, as_of: 2025-07-10}}\nissues: {issues}")

    finding = chapter(case.at().chronicle(), "agenda")
    assert (finding.headline, " ".join(said.text for said in finding.statements)) == (expected, aside)
