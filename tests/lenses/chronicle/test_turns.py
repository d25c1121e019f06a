"""Why talks began or lost their place, what that cost whom, and which tracks move together."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, absent, headline, read
from tests.lenses.reading import rows

TEXT = """
formats:
  - id: old
    name: The old talks
    from: 2020
    turns:
      - {is: began, date: 2020, why: war}
      - is: lost-place
        date: 2024-05
        why: nobody came
        for: new
        costs: [{actor: coast, what: its say, hedge: perhaps, cites: [s ¶2]}]
        cites: [s ¶1]
  - {id: older, name: Older, from: 2019, turns: [{is: ended, why: a storm, for: new, cites: [s ¶4]}]}
  - id: new
    name: The new talks
    from: 2024
    coupled_with: [{format: older, text: one feeds the other, cites: [s ¶3]}]
"""


def test_a_turn_says_why_for_which_track_and_what_it_cost_whom(opened: Opener) -> None:
    finding = read(opened, "turns", TEXT)
    _, lost, ended = rows(finding, "turns")

    assert (lost["is"], lost["date"], lost["why"], lost["for"]) == (
        "lost its place",
        "May 2024",
        "nobody came",
        "The new talks",
    )
    assert lost["costs"] == ("Coast: its say (“perhaps”)",)
    assert lost["cites"] == ["s ¶1", "s ¶2"]
    assert (ended["format"], ended["is"]) == ("Older", "ended")


def test_the_headline_names_the_track_that_most_others_made_room_for(opened: Opener) -> None:
    finding = read(opened, "turns", TEXT)

    assert finding.headline == (
        "“The new talks” took the place of 2 other tracks; such changes cost Coast; 1 coupling between tracks."
    )
    (coupled,) = finding.statements
    assert coupled.text == "“The new talks” and “Older” hang together: one feeds the other"


def test_turns_alone_are_counted(opened: Opener) -> None:
    assert headline(opened, "turns", "formats: [{id: a, turns: [{is: ended, why: w}]}]") == "1 turn of tracks."


def test_the_document_has_turns_and_couplings(opened: Opener) -> None:
    found = opened(BASE + TEXT).at().chronicle().document

    assert list(found["format_turns"]) == ["old", "older"]
    assert found["format_turns"]["old"][1] == {
        "is": "lost-place",
        "why": "nobody came",
        "for": "new",
        "costs": [{"actor": "coast", "what": "its say"}],
    }
    assert found["format_couplings"] == [{"formats": ["new", "older"], "text": "one feeds the other"}]


def test_an_earlier_day_is_told_only_turns_that_may_have_come(opened: Opener) -> None:
    found = opened(BASE + TEXT).at("2024-04-01").chronicle().document

    assert {name: [turn["is"] for turn in turns] for name, turns in found["format_turns"].items()} == {"old": ["began"]}
    assert found["format_couplings"] == []
    assert absent(opened, "turns", "formats: [{id: a, turns: [{is: ended, why: w}]}]", "2024")
