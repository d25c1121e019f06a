"""What others want than the parties, and what was given up."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import absent, headline, read
from tests.lenses.reading import rows, tables

COAST = "actors: [{id: coast, name: Coast, kind: state}, {id: chair, name: The chair, kind: person, part_of: coast}]"


def with_others(text: str) -> str:
    """Return positions of a case in which North is a party and Coast is not."""
    return f"{COAST.replace('actors: [', 'actors: [{id: north, name: North, kind: state, role: party}, ')}\n{text}"


def test_positions_keep_their_history(opened: Opener) -> None:
    text = """positions:
      - {id: old, actor: coast, issue: route, stance: old, date: 2024, note: it gave this up, cites: [s ¶4]}
      - {actor: coast, issue: route, stance: new, value: [60, 80], salience: 0.5, date: 2025-03, cites: [s ¶5],
         supersedes: [old]}
      - {actor: coast, issue: route, stance: later, date: 2025-08}
      - {actor: chair, issue: route, stance: perhaps, date: 2025-07, supersedes: []}
    """
    finding = read(opened, "positions", text)
    (now,), (then,), (open_,) = (rows(finding, f"{name}positions") for name in ("", "other-", "doubtful-"))

    assert (now["actor"], now["issue"], now["stance"]) == ("Coast", "The route", "new")
    assert now["value"] == ("60–80 km", "0.5 of its attention")
    assert (now["since"], now["cites"]) == ("2025-03", ["s ¶5"])
    assert (then["stance"], then["date"], then["superseded_by"]) == ("old", "2024", ("“new” (March 2025)",))
    assert (then["cites"], then["noted"]) == (["s ¶4"], "It gave this up.")
    assert (open_["actor"], open_["stance"], open_["date"]) == ("The chair", "perhaps", "2025-07")


def test_demands_come_first_and_what_was_not_withdrawn_says_so(opened: Opener) -> None:
    text = """positions:
      - {actor: chair, issue: route, stance: it must open, kind: demand, date: {before: summit, by: 2 days}}
      - {actor: chair, issue: route, stance: it should open, kind: demand, date: 2025-01}
      - {actor: chair, issue: route, stance: an older claim, kind: claim}
      - {actor: coast, issue: route, stance: a claim, kind: claim, date: 2025-01}
      - {actor: coast, issue: route, stance: another claim, kind: claim, date: 2025-06}
      - {actor: coast, issue: route, stance: a claim of that month, kind: claim, date: 2025-06}
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
    finding = read(opened, "positions", "positions: [{actor: coast, issue: route, stance: open it}]")
    (table,) = tables(finding)

    assert [column.key for column in table.columns] == ["actor", "issue", "stance"]


OLD = "{id: old, actor: coast, issue: route, date: 2024}"
NEW = "{actor: coast, issue: route, date: 2025-01, supersedes: [old]}"
DEMAND = "{actor: coast, issue: route, date: 2025-02, kind: demand}"


POSITIONS = [
    (f"[{OLD}]", "1 position of others."),
    (f"[{OLD}, {{actor: chair, issue: route, date: 2024}}]", "2 positions of others."),
    (f"[{OLD}, {NEW}]", "1 position of others; 1 position given up."),
    (
        f"[{OLD}, {NEW}, {{actor: coast, issue: route, date: 2025-07}}]",
        "1 position of others; 1 position given up; of 1 more position it cannot be said whether it was taken by this "
        "date.",
    ),
    (
        "[{actor: coast, issue: route, date: 2025-07}, {actor: chair, issue: route, date: 2025-07}]",
        "Of 2 more positions it cannot be said whether they were taken by this date.",
    ),
    (f"[{OLD}, {{actor: coast, issue: route, date: 2026, supersedes: [old]}}]", "1 position of others."),
]


@pytest.mark.parametrize(("positions", "expected"), POSITIONS)
def test_positions(positions: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "positions", with_others(f"positions: {positions}")) == expected


def test_positions_that_all_lie_later_are_no_chapter(opened: Opener) -> None:
    assert absent(opened, "positions", "positions: [{actor: north, issue: route, date: 2026}]")
    assert absent(opened, "grid", "positions: [{actor: north, issue: route, date: 2026}]")


def test_where_the_parties_alone_speak_and_nothing_was_given_up_the_grid_says_all(opened: Opener) -> None:
    assert absent(opened, "positions", "positions: [{actor: north, issue: route}]")
