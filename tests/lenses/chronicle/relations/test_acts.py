"""Who stands how to whom."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_relations_go_by_pair_and_say_whether_they_came_by_the_date(opened: Opener) -> None:
    text = """relations:
      - {from: north, to: minister, what: c, date: 2025-07, goldstein: -4}
      - {from: minister, to: north, what: b}
      - {from: minister, to: north, what: later, date: 2026}
    """
    found = rows(read(opened, "relations", text), "relations")

    assert [(row["between"], row["what"], row["by_now"]) for row in found] == [
        ("The minister towards North", "b", "true"),
        ("North towards The minister", "c", "undetermined"),
    ]
    assert found[1]["goldstein"] == -4


ACT = "{from: north, to: south, date: 2024}"


RELATIONS = [
    (f"[{ACT}]", "1 act or attitude between 1 pair of actors."),
    (f"[{ACT}, {{from: south, to: north, date: 2024}}]", "2 acts and attitudes between 1 pair of actors."),
    (
        "[{from: north, to: south, date: 2025-07}]",
        "1 act or attitude between 1 pair of actors; of 1 it cannot be said whether it came by this date.",
    ),
    ("[{from: north, to: south}]", "1 act or attitude between 1 pair of actors."),
]


@pytest.mark.parametrize(("relations", "expected"), RELATIONS)
def test_relations(relations: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "relations", f"relations: {relations}") == expected
