"""What is expected."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_a_forecast_says_by_when_and_what_would_show_it(opened: Opener) -> None:
    forecast = "{id: f, by: s, if: a, then: b, until: 2026-06, hedge: may, observable: o, probability: [0.2, 0.4]}"
    (found,) = rows(read(opened, "forecasts", f"forecasts: [{forecast}]"), "forecasts")

    assert [found[key] for key in ("then", "if", "until", "by", "probability", "observable")] == [
        "b",
        "a",
        "2026-06",
        "A source",
        "0.2–0.4",
        "o",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forecasts: [{id: f}]", "1 forecast on record, and it is not conditional."),
        ("forecasts: [{id: f, if: a}]", "1 forecast on record, and it is conditional."),
        ("forecasts: [{id: f}, {id: g}]", "2 forecasts on record, none of them conditional."),
        ("forecasts: [{id: f, if: a}, {id: g}]", "2 forecasts on record, 1 of them conditional."),
        ("forecasts: [{id: f, if: a}, {id: g, if: b}]", "2 forecasts on record, all of them conditional."),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "forecasts", text) == expected


ACTORS = "actors: [{id: north, name: North, kind: state}]\n"


def test_the_probability_of_each_band_is_printed_with_who_decides(opened: Opener) -> None:
    bands = "[{id: few, text: Few, to: 5}, {id: more, from: 5, to: 9}, {id: many, from: 9}]"
    resolves = f"resolves: {{by: s, bands: {bands}, observable: a count, partial: halves}}"
    likely = "probability: {few: [0.1, 0.3], more: 0.5, many: {low: 0.2, mode: 0.3, high: 0.4}}"
    words = "{id: g, then: it rains, resolves: {by: s, bands: [{id: rain}, {id: sun}]}}"
    text = f"forecasts: [{{id: f, question: How many?, {resolves}, {likely}}}, {words}]"

    (found,) = rows(read(opened, "forecasts", text), "rubrics")

    assert [found[key] for key in ("question", "by", "observable", "partial")] == [
        "How many?",
        "A source",
        "a count",
        "halves",
    ]
    assert found["bands"] == (
        "Few (below 5; probability 0.1–0.3)",
        "more (from 5; below 9; probability 0.5)",
        "many (from 9; probability 0.2–0.4, most likely 0.3)",
    )


def test_an_interval_is_printed_with_its_unit_and_its_chance(opened: Opener) -> None:
    written = "{low: 200, high: 1600, level: 0.95, unit: lorries}"
    text = f"forecasts: [{{id: f, question: How many?, interval: {written}}}, {{id: g, then: b}}]"

    found = rows(read(opened, "forecasts", text), "forecasts")
    assert [each["interval"] for each in found] == ["200–1,600 lorries, with probability 0.95", None]
    assert "interval" not in rows(read(opened, "forecasts", "forecasts: [{id: g, then: b}]"), "forecasts")[0]
    document = opened(text).at().chronicle().document["forecasts"]
    assert document["f"]["interval"] == {"low": 200, "high": 1600, "level": 0.95, "unit": "lorries"}
    assert document["g"]["interval"] is None


def test_programs_read_every_rubric(opened: Opener) -> None:
    text = "forecasts: [{id: f, question: Is it?, probability: 0.3, resolves: {by: north, bands: [{id: a}, {id: b}]}}]"
    found = opened(ACTORS + text).at().chronicle().document["forecasts"]["f"]

    assert (found["by"], found["question"], found["resolves"]["by"]) == (None, "Is it?", "north")
    likely = [(each["id"], each["probability"]) for each in found["resolves"]["bands"]]
    assert likely == [("a", {"low": 0.3, "high": 0.3}), ("b", {"low": 0.7, "high": 0.7})]


@pytest.mark.parametrize(
    ("until", "as_of", "expected"),
    [
        ("until: 2026-06-30", "2025-07-10", "quiet"),
        ("until: 2026-06-30", "2026-04-01", "approaching"),
        ("until: 2026-06-30", "2026-03-31", "quiet"),  # 91 days before
        ("until: 2026-06-30", "2026-06-30", "approaching"),
        ("until: 2026-06-30", "2026-07-01", "breached"),
        ("until: 2026-06", "2026-06-15", "approaching"),
        ("until: 2026-06-30", "2026", "approaching"),  # it may be over, or not
        ("until: 2026-06-30, outcome: 'true'", "2026-07-01", None),
        ("until: {after: vote}", "2026-07-01", None),
        ("then: x", "2026-07-01", None),
    ],
)
def test_a_tripwire_tells_how_near_the_day_is(until: str, as_of: str, expected: str | None, opened: Opener) -> None:
    text = f"steps: [{{id: vote, name: Vote, date: 2026-06}}]\nforecasts: [{{id: f, {until}}}]"

    assert opened(text).at(as_of).chronicle().document["forecasts"]["f"]["tripwire"] == expected
