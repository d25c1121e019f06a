"""What each side wants."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import absent, headline, read
from tests.lenses.reading import rows, tables


def test_positions_keep_their_history(opened: Opener) -> None:
    text = """positions:
      - {id: old, actor: north, issue: route, stance: old, date: 2024, note: it gave this up, cites: [s ¶4]}
      - {actor: north, issue: route, stance: new, value: [60, 80], salience: 0.5, date: 2025-03, cites: [s ¶5],
         supersedes: [old]}
      - {actor: north, issue: route, stance: later, date: 2025-08}
      - {actor: minister, issue: route, stance: perhaps, date: 2025-07, supersedes: []}
    """
    finding = read(opened, "positions", text)
    (now,), (then,), (open_,) = (rows(finding, f"{name}positions") for name in ("", "other-", "doubtful-"))

    assert (now["actor"], now["issue"], now["stance"]) == ("North", "The route", "new")
    assert now["value"] == ("60–80 km", "0.5 of its attention")
    assert (now["since"], now["cites"]) == ("2025-03", ["s ¶5"])
    assert (then["stance"], then["date"], then["superseded_by"]) == ("old", "2024", ("“new” (March 2025)",))
    assert (then["cites"], then["noted"]) == (["s ¶4"], "It gave this up.")
    assert (open_["actor"], open_["stance"], open_["date"]) == ("The minister", "perhaps", "2025-07")


def test_demands_come_first_and_what_was_not_withdrawn_says_so(opened: Opener) -> None:
    text = """positions:
      - {actor: minister, issue: route, stance: it must open, kind: demand, date: {before: summit, by: 2 days}}
      - {actor: minister, issue: route, stance: it should open, kind: demand, date: 2025-01}
      - {actor: minister, issue: route, stance: an older claim, kind: claim}
      - {actor: north, issue: route, stance: a claim, kind: claim, date: 2025-01}
      - {actor: north, issue: route, stance: another claim, kind: claim, date: 2025-06}
      - {actor: north, issue: route, stance: a claim of that month, kind: claim, date: 2025-06}
events: [{id: summit, date: 2025-07-10, what: The summit}]
    """
    found = rows(read(opened, "positions", text), "positions")

    assert [(each["kind"], each["stance"], each["since"]) for each in found] == [
        ("demand", "it must open", "2025-07-08 (2 days before “The summit”)"),
        ("demand", "it should open", "2025-01 (not withdrawn)"),
        ("claim", "a claim of that month", "2025-06"),
        ("claim", "another claim", "2025-06"),
        ("claim", "a claim", "2025-01 (not withdrawn)"),
        ("claim", "an older claim", ""),
    ]


def test_columns_that_would_be_empty_are_left_out(opened: Opener) -> None:
    finding = read(opened, "positions", "positions: [{actor: north, issue: route, stance: open it}]")
    (table,) = tables(finding)

    assert [column.key for column in table.columns] == ["actor", "issue", "stance"]


OLD = "{id: old, actor: north, issue: route, date: 2024}"
NEW = "{actor: north, issue: route, date: 2025-01, supersedes: [old]}"
DEMAND = "{actor: north, issue: route, date: 2025-02, kind: demand}"


POSITIONS = [
    (f"[{OLD}]", "1 stated position of 1 actor."),
    (f"[{OLD}, {{actor: south, issue: route, date: 2024}}]", "2 stated positions of 2 actors."),
    (f"[{OLD}, {NEW}]", "1 stated position of 1 actor; 1 given up."),
    (f"[{OLD}, {DEMAND}]", "2 stated positions of 1 actor, 1 of them a demand."),
    (f"[{DEMAND}]", "1 stated position of 1 actor, a demand."),
    (
        f"[{OLD}, {NEW}, {{actor: north, issue: route, date: 2025-07}}]",
        "1 stated position of 1 actor; 1 given up; of 1 more it cannot be said whether it was taken by this date.",
    ),
    (
        "[{actor: north, issue: route, date: 2025-07}, {actor: south, issue: route, date: 2025-07}]",
        "No position is certainly held at this date; of 2 it cannot be said whether they were taken by this date.",
    ),
    (f"[{OLD}, {{actor: north, issue: route, date: 2026, supersedes: [old]}}]", "1 stated position of 1 actor."),
]


@pytest.mark.parametrize(("positions", "expected"), POSITIONS)
def test_positions(positions: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "positions", f"positions: {positions}") == expected


def test_positions_that_all_lie_later_are_no_chapter(opened: Opener) -> None:
    assert absent(opened, "positions", "positions: [{actor: north, issue: route, date: 2026}]")
