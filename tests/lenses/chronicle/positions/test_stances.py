"""What each side wants."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import absent, headline, read
from tests.lenses.reading import rows


def test_positions_keep_their_history(opened: Opener) -> None:
    text = """positions:
      - {actor: north, issue: route, stance: old, date: 2024, note: given up, cites: [s ¶4]}
      - {actor: north, issue: route, stance: new, value: [60, 80], date: 2025-03, cites: [s ¶5]}
      - {actor: north, issue: route, stance: later, date: 2025-08}
    """
    finding = read(opened, "positions", text)
    (now,), (then,) = rows(finding, "positions"), rows(finding, "other-positions")

    assert (now["actor"], now["issue"], now["stance"]) == ("North", "The route", "new")
    assert (now["value"], now["since"], now["cites"]) == ("60–80 km", "2025-03", ["s ¶5"])
    assert (then["stance"], then["date"], then["note"], then["cites"]) == ("old", "2024", "given up", ["s ¶4"])


OLD, NEW = "{actor: north, issue: route, date: 2024}", "{actor: north, issue: route, date: 2025-01}"


POSITIONS = [
    (f"[{OLD}]", "1 stated position of 1 actor."),
    (f"[{OLD}, {{actor: south, issue: route, date: 2024}}]", "2 stated positions of 2 actors."),
    (f"[{OLD}, {NEW}]", "1 stated position of 1 actor; 1 other given up since, or of uncertain date."),
    (
        f"[{OLD}, {NEW}, {{actor: north, issue: route, date: 2025-07}}]",
        "1 stated position of 1 actor; 2 others given up since, or of uncertain date.",
    ),
    (
        "[{actor: north, issue: route, date: 2025-07}]",
        "No position is certainly held at this date; 1 position given up since, or of uncertain date.",
    ),
    (f"[{OLD}, {{actor: north, issue: route, date: 2026}}]", "1 stated position of 1 actor."),
]


@pytest.mark.parametrize(("positions", "expected"), POSITIONS)
def test_positions(positions: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "positions", f"positions: {positions}") == expected


def test_positions_that_all_lie_later_are_no_chapter(opened: Opener) -> None:
    assert absent(opened, "positions", "positions: [{actor: north, issue: route, date: 2026}]")
