"""What an analyst writes of a record is printed with it, and of an earlier day only what that day can have known."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, tables, texts

TEXT = """
case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
sources:
  - {id: s, title: A source, via: w, accessed: 2025-07-12, language: hy, note: it was translated}
  - {id: w, title: A wire}
actors:
  - {id: north, name: North, kind: state, iso: NN, role: party}
  - id: chair
    name: The chair
    kind: person
    offices:
      - {title: Minister, of: north, from: 2020-03, to: 2024-06}
      - {title: Chair, of: north, from: 2024-07}
      - {title: Envoy}
capabilities: [{actor: north, issue: route, value: {low: 0.2, mode: 0.3, high: 0.6}, basis: troops, hedge: roughly}]
formats:
  - {id: talks, name: Talks, level: leaders, from: 2023, to: 2024-11, note: it ended without a text, cites: [s ¶1]}
issues:
  - id: route
    name: The route
    on_agenda: {from: 2024-02, to: 2025-03}
    continuum: {low: 0, high: 100, unit: km, labels: {100: all of it}}
    outcomes: [{id: open, text: Open, hedge: perhaps, certainty: inference, available: {step: text}}]
    note: it was left
events:
  - {id: met, date: 2024-05-02, reported: 2024-06, what: They met, format: talks, issue: route, certainty: inference}
  - {id: before, date: {before: met, by: 2 days}, what: A demand, note: it came to nothing in 2025}
commitments:
  - id: owed
    text: Open it
    issue: route
    status: [{is: agreed, from: 2024-03, hedge: in principle, certainty: attributed}, {is: broken, from: 2025-02}]
relations: [{from: north, to: chair, date: 2024-05-02, event: met, what: A quarrel}]
measures:
  - {id: m, what: Length, issue: route, hedge: so they say, observations: [{value: 3, date: 2024, hedge: nearly}]}
steps: [{id: text, name: The text, status: met, date: 2025-03-13, issue: route, duration: [30, 90], note: at last}]
forecasts: [{id: f, then: it opens, probability: 0.2, outcome: "false", cites: [s ¶2]}]
tensions: [{id: t, what: They differ}]
"""


def row(opened: Opener, name: str, table: str, as_of: str | None = None, at: int = 0) -> dict[str, Any]:
    case = opened(TEXT)
    assert case.errors == ()
    return rows(chapter(case.at(as_of).chronicle(), name), table)[at]


PRINTED = [
    ("actors", "actors", 0, "kind", "state (NN)"),
    ("actors", "actors", 0, "capabilities", ("The route: 0.2–0.6, most likely 0.3 (troops; “roughly”)",)),
    (
        "actors",
        "actors",
        1,
        "offices",
        ("Minister, North (March 2020 – June 2024)", "Chair, North (since July 2024)", "Envoy"),
    ),
    ("formats", "formats", 0, "level", "leaders"),
    ("agenda", "issues", 0, "since", ("2024-02/2025-03",)),
    ("agenda", "issues", 0, "scale", ("0–100 km", "100: all of it")),
    ("agenda", "issues", 0, "outcomes", ("Open (once “The text” is met; inference; “perhaps”)",)),
    ("timeline", "events", 1, "date", "2024-05-02 (inferred; reported June 2024)"),
    ("timeline", "events", 1, "about", ("Talks", "The route")),
    ("timeline", "events", 0, "date", "2024-04-30 (2 days before “They met”; inferred)"),
    ("commitments", "commitments", 0, "issue", "The route"),
    ("commitments", "commitments", 0, "history", ("agreed 2024-03 (attributed; “in principle”)", "broken 2025-02")),
    ("relations", "relations", 0, "event", "They met"),
    ("measures", "measures", 0, "issue", "The route"),
    ("steps", "steps", 0, "issue", "The route"),
    ("steps", "steps", 0, "duration", "30–90 days"),
    ("steps", "steps", 0, "noted", "At last."),
    ("forecasts", "forecasts", 0, "outcome", "it did not come about"),
]


@pytest.mark.parametrize("printed", PRINTED, ids=lambda printed: f"{printed[0]} {printed[3]}")
def test_fields_are_printed_with_their_record(printed: tuple[str, str, int, str, Any], opened: Opener) -> None:
    name, table, at, key, expected = printed

    assert row(opened, name, table, at=at)[key] == expected


def test_a_measure_is_softened_as_its_observation_and_as_a_whole(opened: Opener) -> None:
    (table,) = tables(chapter(opened(TEXT).at().chronicle(), "measures"))

    assert table.rows[0].hedge == "nearly; so they say"


def test_sources_are_described(opened: Opener) -> None:
    reference, _ = opened(TEXT).at().chronicle().references

    assert reference.details == ("known through A wire", "language hy", "read 12 July 2025", "it was translated")


EARLIER = [
    # of a day: what is printed of what came later, or hangs on it
    ("2024-02-29", "timeline", None),
    ("2024-03-31", "commitments", [("agreed 2024-03 (attributed; “in principle”)",)]),
    ("2024-04-30", "timeline", ["2024-04-30 (counted from something later; inferred)"]),
    ("2024-05-15", "timeline", ["2024-04-30 (2 days before “They met”; inferred)"]),
    ("2024-02-29", "agenda", [("2024-02",)]),
    ("2024-02-29", "actors", [(), ("Minister, North (since March 2020)", "Envoy")]),
    ("2024-02-29", "steps", None),
    ("2024-02-29", "forecasts", None),
    ("2024-02-29", "tensions", None),
    ("2025-07-10", "tensions", ["They differ"]),
]
KEYS = {
    "timeline": ("events", "date"),
    "commitments": ("commitments", "history"),
    "agenda": ("issues", "since"),
    "actors": ("actors", "offices"),
    "steps": ("steps", "date"),
    "forecasts": ("forecasts", "then"),
    "tensions": ("tensions", "what"),
}


@pytest.mark.parametrize(("as_of", "name", "expected"), EARLIER)
def test_an_earlier_day_is_told_what_it_knew(as_of: str, name: str, expected: list[Any] | None, opened: Opener) -> None:
    found = opened(TEXT).at(as_of).chronicle()
    told = [finding for finding in found.findings if finding.id == name]
    table, key = KEYS[name]

    assert ([each[key] for each in rows(told[0], table)] if told else None) == expected


def test_an_earlier_day_is_told_no_notes(opened: Opener) -> None:
    """They know what the case knows at its own date."""
    for as_of, words in (("2025-07-10", True), ("2024-12-31", False)):
        said = set(texts(opened(TEXT).at(as_of).chronicle()))
        assert {"It came to nothing in 2025.", "it was left"} & said == (
            {"It came to nothing in 2025.", "it was left"} if words else set()
        )


def test_the_end_of_a_track_is_not_told_before_it_came(opened: Opener) -> None:
    now, earlier = (row(opened, "formats", "formats", day) for day in ("2025-07-10", "2024-06-30"))

    assert (now["when"][-1], now["noted"]) == ("to November 2024", "It ended without a text.")
    assert earlier["when"] == now["when"][:1]
    assert "noted" not in earlier


def test_the_latest_event_is_called_inferred_in_the_headline_and_in_the_picture(opened: Opener) -> None:
    finding = chapter(opened(TEXT).at().chronicle(), "timeline")

    assert "“They met” (2 May 2024; inferred)" in finding.headline
    assert "when='2 May 2024 (inferred)', name='They met'" in repr(finding.figures[0].spec)
    assert "when='30 April 2024 (inferred)', name='A demand'" in repr(finding.figures[0].spec)
