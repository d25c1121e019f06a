"""What is concluded, from what, and what would overturn it."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, absent, headline, read
from tests.lenses.reading import rows

TEXT = """
events: [{id: met, date: 2025-07-02, what: They met, cites: [s ¶1]}]
conclusions:
  - id: first
    text: Both want it.
    by: s
    hedge: presumably
    rests_on: [met, conflict-impasse]
    warrant: Who meets wants.
    rivals: [{text: One is pressed, why: it came late, hedge: perhaps, cites: [s ¶3]}]
    overturned_by: One stays away.
    cites: [s ¶2]
  - {id: second, text: It lasts, by: minister, rests_on: [first]}
"""


def test_a_conclusion_is_an_argument_that_a_reader_can_attack(opened: Opener) -> None:
    first, second = rows(read(opened, "conclusions-arguments", TEXT), "conclusions")

    assert (first["by"], first["warrant"], first["overturned_by"]) == (
        "A source",
        "Who meets wants.",
        "One stays away.",
    )
    assert first["rests_on"] == ("They met", "what is worked out under “conflict impasse”")
    assert first["rivals"] == ("One is pressed (it came late; “perhaps”)",)
    assert first["cites"] == ["s ¶2", "s ¶3"]
    assert (second["rests_on"], second["origins"]) == (("Both want it.",), "only 1 source")


def test_the_headline_says_what_would_overturn_the_first(opened: Opener) -> None:
    assert read(opened, "conclusions", TEXT).headline == (
        "2 conclusions, 2 of them from one origin. "
        "The first: “Both want it” (“presumably”). What would overturn it: One stays away."
    )


def test_one_of_which_nothing_would_is_passed_over(opened: Opener) -> None:
    text = """
conclusions:
  - {id: a, text: A}
  - {id: b, text: B, overturned_by: b}
"""
    assert headline(opened, "conclusions", text) == "2 conclusions. One: “B”. What would overturn it: b."


def test_the_document_has_the_whole_argument(opened: Opener) -> None:
    found = opened(BASE + TEXT).at().chronicle().document["conclusions"]

    assert list(found) == ["first", "second"]
    assert found["first"]["rests_on"] == [
        {"id": "met", "kind": "record", "text": "They met"},
        {"id": "conflict-impasse", "kind": "finding", "text": "what is worked out under “conflict impasse”"},
    ]
    assert (found["first"]["hedge"], found["first"]["origins"]) == ("presumably", ["s"])
    assert found["first"]["rivals"] == [{"text": "One is pressed", "why": "it came late"}]


def test_what_others_tell_of_an_event_bears_out_no_conclusion(opened: Opener) -> None:
    text = """
sources: [{id: s, title: A source}, {id: wire, title: A wire}]
events: [{id: met, date: 2025-07-02, what: They met, cites: [s ¶1, wire]}]
conclusions:
  - {id: a, text: A, by: s, rests_on: [met], cites: [s ¶2]}
  - {id: b, text: B, by: s, rests_on: [s], cites: [s ¶2], overturned_by: C}
"""
    assert headline(opened, "conclusions", text).startswith("2 conclusions, all drawn by one source. ")


def test_an_earlier_day_is_told_none(opened: Opener) -> None:
    assert absent(opened, "conclusions", "conclusions: [{id: a, text: A}]", as_of="2024")
