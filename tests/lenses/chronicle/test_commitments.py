"""What was promised."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_commitments_keep_every_status_and_its_citation(opened: Opener) -> None:
    text = """commitments:
      - id: c
        text: Open the route
        by: [north]
        to: [minister]
        under: The statement
        clause: point 9
        cites: [s ¶6, s ¶7]
        status:
          - {is: agreed, from: 2020-11, cites: [s ¶6]}
          - {is: in-force, from: 2025-07, cites: [s ¶8], assumption: a}
    """
    (row,) = rows(read(opened, "commitments", text), "commitments")

    assert (row["commitment"], row["by"], row["to"], row["under"]) == (
        "Open the route",
        ("North",),
        ("The minister",),
        "The statement point 9",
    )
    assert (row["status"], row["certain"]) == ("agreed", "false")
    assert [words.split()[:2] for words in row["history"]] == [["agreed", "2020-11"], ["in", "force"]]
    assert (row["cites"], row["assumed"]) == (["s ¶6", "s ¶7", "s ¶8"], "a")


MADE = "status: [{is: in-force, from: 2024}]"


COMMITMENTS = [
    (f"[{{id: c, {MADE}}}]", "1 commitment: 1 in force."),
    (f"[{{id: c, {MADE}}}, {{id: d, {MADE}}}]", "2 commitments: 2 in force."),
    ("[{id: c, status: [{is: agreed, from: 2026}]}]", "1 commitment: 1 not yet made."),
    ("[{id: c, status: [{is: agreed, from: 2025-07}]}]", "1 commitment: 1 of unknown status."),
    (f"[{{id: c, {MADE}}}, {{id: d}}]", "2 commitments: 1 in force and 1 of unknown status."),
]


@pytest.mark.parametrize(("owed", "expected"), COMMITMENTS)
def test_commitments(owed: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "commitments", f"commitments: {owed}") == expected
