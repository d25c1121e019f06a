"""Scores of intervals: worked by hand, by unit and level; and the band that follows from a number."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.cli.test_score import scored


def interval(name: str, by: str | None, written: str, more: str = "resolves: {by: osce}") -> str:
    author = f"by: {by}, " if by else ""
    return f"  - {{id: {name}, {author}interval: {{{written}}}, {more}, assumption: x}}\n"


BANDS = "resolves: {by: osce, bands: [{id: few, to: 100}, {id: some, from: 100, to: 500}, {id: many, from: 500}]}"
CHANCES = "probability: {few: 0.2, some: 0.5, many: 0.3}"
INTERVALS = (
    interval("i1", "ann", "low: 200, high: 600, level: 0.9, unit: lorries")
    + interval("i2", "ann", "low: 100, high: 300, level: 0.9, unit: lorries", f"{BANDS}, {CHANCES}")
    + interval("i3", "bob", "low: 0, high: 40, level: 0.9, unit: lorries")
    + interval("i4", "bob", "low: 2, high: 3, level: 0.5, unit: km")
    + interval("i5", "bob", "low: 1, high: 9, level: 0.9, unit: km")
    + interval("i6", None, "low: 0, high: 1, level: 0.5, unit: km")
    + interval("i7", "osce", "low: -2, high: -1, level: 0.5")
    + interval("i8", "ann", "low: 1, high: 2, level: 0.5")
)
CAME = {"i1": 450, "i2": 310, "i3": 50.5, "i4": 5, "i5": 9, "i6": 0.5, "i7": -2}


def by_hand(unit: str | None, level: float, *scores: float, held: int) -> dict[str, Any]:
    mean = pytest.approx(sum(scores) / len(scores))
    return {"unit": unit, "level": level, "n": len(scores), "held": held, "score": mean}


def test_intervals_are_scored_by_unit_and_level(tmp_path: Path) -> None:
    """Kilometres are no lorries, and a wide interval at 90% is no worse than a narrow one at 50%."""
    document = scored(tmp_path, INTERVALS, [{"forecast": name, "value": number} for name, number in CAME.items()])
    first, second, third = 400.0, 200 + 20 * 10, 40 + 20 * 10.5

    assert document["intervals"] == [
        by_hand(None, 0.5, 1, held=1),
        by_hand("km", 0.5, 1 + 4 * 2, 1, held=1),
        by_hand("km", 0.9, 8, held=1),
        by_hand("lorries", 0.9, first, second, third, held=1),
    ]
    assert {author: each["intervals"] for author, each in document["by"].items()} == {
        "ann": [by_hand("lorries", 0.9, first, second, held=1)],
        "bob": [
            by_hand("km", 0.5, 9, held=0),
            by_hand("km", 0.9, 8, held=1),
            by_hand("lorries", 0.9, third, held=0),
        ],
        "osce": [by_hand(None, 0.5, 1, held=1)],
    }
    assert document["by_nobody"] == ["i6"]
    assert document["unresolved"] == ["i8"]
    assert document["verbal"] == {"right": 0, "wrong": 0, "partly": 0, "open": 0}


def test_people_read_the_scores_with_their_units(tmp_path: Path) -> None:
    scored(tmp_path, INTERVALS, [{"forecast": name, "value": number} for name, number in CAME.items()])
    said = run("score", tmp_path / "case.yaml", "--outcomes", tmp_path / "outcomes.json").stdout
    assert "In intervals, 7; less is better.\n" in said
    assert "\n  interval score 350 lorries on 3 at 90%; 1 held what came\n" in said
    assert "\n  bob: interval score 8 km on 1 at 90%; 1 held what came\n" in said
    assert "bob: Brier" not in said


def test_the_band_follows_from_the_number(tmp_path: Path) -> None:
    """Only where there are probabilities does it count; without them there is nothing to rank."""
    document = scored(tmp_path, INTERVALS, [{"forecast": name, "value": number} for name, number in CAME.items()])

    assert document["n"] == 1
    assert document["brier"] == pytest.approx(0.2**2 + 0.5**2 + 0.3**2)
    assert document["log"] == pytest.approx(-math.log(0.5))
    assert (document["by"]["bob"]["n"], document["by"]["bob"]["brier"]) == (0, None)
    assert document["why_no_ranking"].startswith("1 question with")


@pytest.mark.parametrize(
    ("number", "band"), [(-5, "few"), (99.9, "few"), (100, "some"), (499, "some"), (500, "many"), (1e9, "many")]
)
def test_a_band_begins_at_its_lower_end(number: float, band: str, tmp_path: Path) -> None:
    for named in ({}, {"band": band}):
        document = scored(tmp_path, INTERVALS, [{"forecast": "i2", "value": number, **named}])
        chances = {"few": 0.2, "some": 0.5, "many": 0.3}
        assert document["log"] == pytest.approx(-math.log(chances[band]))
        assert document["intervals"][0]["n"] == 1


MIXED = "resolves: {by: osce, bands: [{id: few, to: 10}, {id: some, from: 20, to: 30}, {id: else}]}"


@pytest.mark.parametrize(("number", "verdict"), [(5, "right"), (25, "wrong"), (15, "wrong"), (30, "wrong")])
def test_a_number_decides_what_was_said_in_words(number: float, verdict: str, tmp_path: Path) -> None:
    document = scored(tmp_path, f"  - {{id: f, then: few, {MIXED}}}\n", [{"forecast": "f", "value": number}])

    assert document["verbal"][verdict] == 1
    assert (document["n"], document["intervals"]) == (0, None)


def test_a_number_between_the_bands_lies_in_the_one_without_numbers(tmp_path: Path) -> None:
    chances = f"  - {{id: f, {MIXED}, probability: {{few: 0.2, some: 0.7, else: 0.1}}, assumption: x}}\n"
    for said in ({"value": 15}, {"value": 15, "band": "else"}, {"band": "else"}):
        assert scored(tmp_path, chances, [{"forecast": "f", **said}])["log"] == pytest.approx(-math.log(0.1))


def test_who_names_one_of_several_bands_without_numbers_is_heard(tmp_path: Path) -> None:
    bands = "resolves: {by: osce, bands: [{id: never}, {id: late}, {id: soon, to: 5}]}"
    for band, verdict in (("never", "right"), ("late", "wrong")):
        document = scored(tmp_path, f"  - {{id: f, {bands}}}\n", [{"forecast": "f", "value": 7, "band": band}])
        assert document["verbal"][verdict] == 1


def test_a_band_alone_counts_where_there_are_probabilities(tmp_path: Path) -> None:
    document = scored(tmp_path, INTERVALS, [{"forecast": "i2", "band": "many"}, {"forecast": "i1", "verbal": "open"}])

    assert (document["n"], document["intervals"]) == (1, None)
    assert document["unresolved"] == ["i1", "i3", "i4", "i5", "i6", "i7", "i8"]
    assert document["verbal"]["open"] == 0
