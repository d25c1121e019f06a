"""Rubrics and the probabilities of their bands: what is refused, where, and what is not."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = "case: {id: demo, as_of: 2025-07-10}\nactors: [{id: north, name: North, kind: state}]\n"


def forecast(bands: str, probability: str = "") -> str:
    given = f", probability: {probability}, assumption: a" if probability else ""
    return f"forecasts: [{{id: f, resolves: {{by: north, bands: {bands}}}{given}}}]"


def ranged(interval: str, resolves: str = "", more: str = "assumption: a") -> str:
    rubric = f"resolves: {resolves}, " if resolves else ""
    return f"forecasts: [{{id: f, {rubric}interval: {interval}, {more}}}]"


FIVE_TO_THIRTY = "{low: 5, high: 30, level: 0.9}"
TWO = "[{id: yes-it-is}, {id: no-it-is-not}]"
THREE = "[{id: a}, {id: b}, {id: c}]"

BROKEN = {
    "no bands": (forecast("»[]"), ["DT1200 'f' has no bands"]),
    "one band": (forecast("»[{id: a}]"), ["DT1200 'f' has one band"]),
    "a band twice": (forecast("[{id: a}, {id: »a}]"), ["DT200 the id 'a' is used twice"]),
    "nobody decides": (
        "forecasts: [{id: f, resolves: {by: »nroth, bands: [{id: a}, {id: b}]}}]",
        ["DT201 no actor or source has the id 'nroth'"],
    ),
    "a gap": (
        forecast("[{id: a, to: 10}, »{id: b, from: 20}]"),
        ["DT1201 no band holds what lies from 10 to 20"],
    ),
    "a gap in bands out of order": (
        forecast("[»{id: b, from: 20}, {id: a, to: 10}]"),
        ["DT1201 no band holds what lies from 10 to 20"],
    ),
    "an overlap": (
        forecast("[{id: a, to: 10}, »{id: b, from: 5, to: 8}, {id: c, from: 10}]"),
        ["DT1201 the bands 'a' and 'b' overlap from 5 to 8"],
    ),
    "an overlap beside a band without numbers": (
        forecast("[{id: a, to: 10}, »{id: b, from: 5}, {id: c}]"),
        ["DT1201 the bands 'a' and 'b' overlap from 5 to 10"],
    ),
    "a band that holds nothing": (
        forecast("[{id: a, to: 5}, »{id: b, from: 5, to: 5}, {id: c, from: 5}]"),
        ["DT1201 the band 'b' ends where it begins, or before"],
    ),
    "a probability for an unknown band": (
        forecast("[{id: signed}, {id: unsigned}]", "{signed: 0.3, unsigned: 0.7, »sigend: 0}"),
        ["DT1202 'f' has no band 'sigend'"],
    ),
    "a band without a probability": (
        forecast(THREE, "»{a: 0.3, b: 0.7}"),
        ["DT1202 no probability for the band 'c'"],
    ),
    "probabilities without bands": (
        "forecasts: [{id: f, probability: {»a: 0.5}, assumption: x}]",
        ["DT1202 'f' has no band 'a'"],
    ),
    "one probability for three bands": (forecast(THREE, "»[0.2, 0.4]"), ["DT1202 one probability for 3 bands"]),
    "too much": (
        forecast(THREE, "»{a: [0.5, 0.6], b: 0.4, c: [0.2, 0.3]}"),
        ["DT1203 the probabilities sum to 1.1 at least"],
    ),
    "too little": (
        forecast(THREE, "»{a: [0.1, 0.2], b: 0.4, c: [0.2, 0.3]}"),
        ["DT1203 the probabilities sum to 0.9 at most"],
    ),
    "middles that are not one": (
        forecast(THREE, "»{a: [0.1, 0.9], b: 0.4, c: 0.2}"),
        ["DT1204 the middles of the probabilities sum to 1.1"],
    ),
    "a probability above one": (
        forecast(THREE, "{a: »1.5, b: »[-1, 1], c: 0}"),
        [
            "DT600 a probability must be between 0 and 1, got 1.5",
            "DT600 a probability must be between 0 and 1, got [-1.0, 1.0]",
        ],
    ),
    "a probability that is none": (
        forecast(THREE, "{a: »often, b: 0.5, c: 0.5}"),
        [
            "DT103 forecasts 'f': probability.a: expected a number, [low, high] or {low: …, mode: …, high: …}, "
            "got 'often'"
        ],
    ),
    "an interval that falls": (
        ranged("»{low: 5, high: 3, level: 0.9}"),
        ["DT103 forecasts 'f': interval: an interval must rise: low must not be above high"],
    ),
    "a level that is none": (
        "forecasts:\n"
        "  - {id: f, interval: {low: 5, high: 30, level: »0}, assumption: a}\n"
        "  - {id: g, interval: {low: 5, high: 30, level: »1}, assumption: a}\n"
        "  - {id: h, interval: {low: 5, high: 30, level: »90}, assumption: a}",
        [
            "DT103 forecasts 'f': interval.level: input should be greater than 0, got '0'",
            "DT103 forecasts 'g': interval.level: input should be less than 1, got '1'",
            "DT103 forecasts 'h': interval.level: input should be less than 1, got '90'",
        ],
    ),
    "an interval without a level": (
        ranged("»{low: 5, high: 30}"),
        ["DT101 forecasts 'f': interval: missing key 'level'"],
    ),
    "an interval as short as a number": (
        ranged("»[5, 30]"),
        ["DT103 forecasts 'f': interval: expected a record: a mapping of keys to values, got a list"],
    ),
    "an interval beside bands in words": (
        ranged(f"»{FIVE_TO_THIRTY}", f"{{by: north, bands: {TWO}}}"),
        ["DT1205 'f' gives an interval, and its bands hold no numbers"],
    ),
    "an interval above the bands": (
        ranged(f"»{FIVE_TO_THIRTY}", "{by: north, bands: [{id: a, from: 0, to: 10}, {id: b, from: 10, to: 20}]}"),
        ["DT1205 no band holds what lies from 20 to 30"],
    ),
    "an interval below the bands": (
        ranged(f"»{FIVE_TO_THIRTY}", "{by: north, bands: [{id: b, from: 10}, {id: a, from: 6, to: 10}]}"),
        ["DT1205 no band holds what lies from 5 to 6"],
    ),
    "an interval beyond all bands": (
        ranged(f"»{FIVE_TO_THIRTY}", "{by: north, bands: [{id: a, from: 40, to: 50}, {id: b, from: 50}]}"),
        ["DT1205 no band holds what lies from 5 to 30"],
    ),
    "an interval beside one band": (
        ranged(FIVE_TO_THIRTY, "{by: north, bands: »[{id: a, from: 0}]}"),
        ["DT1200 'f' has one band"],
    ),
    "a probability without bands beside an interval": (
        ranged(FIVE_TO_THIRTY, "»{by: north}", "probability: 0.3, assumption: a"),
        ["DT1200 'f' has no bands"],
    ),
    "a rubric without bands or an interval": (
        "forecasts: [{id: f, resolves: »{by: north}}]",
        ["DT1200 'f' has no bands"],
    ),
    "an interval without evidence": (
        f"forecasts: [»{{id: f, interval: {FIVE_TO_THIRTY}}}]",
        ["DT410 a number with neither a citation nor an assumption"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_wrong_is_told_at_its_place(text: str, expected: list[str], opened: Opener) -> None:
    text, places = marked(HEAD + text)

    assert problems(opened(text)) == [f"{place} {words}" for place, words in zip(places, expected, strict=True)]


KEPT = {
    "one number alone": "forecasts: [{id: f, probability: [0.2, 0.4], assumption: a}]",
    "one number for the first of two": forecast(TWO, "[0.2, 0.4]"),
    "a number in full": forecast(TWO, "{low: 0.2, mode: 0.3, high: 0.4}"),
    "bands called like the keys of a number": forecast("[{id: low}, {id: high}]", "{low: 0.7, high: 0.3}"),
    "words only": forecast(TWO),
    "a question only": "forecasts: [{id: f, question: Will it?}]",
    "intervals that may sum to one": forecast(THREE, "{a: [0.1, 0.3], b: [0.4, 0.6], c: [0.2, 0.4]}"),
    "bands that touch, in any order": forecast("[{id: b, from: 5, to: 10}, {id: c, from: 10}, {id: a, to: 5}]"),
    "bands with ends of their own": forecast("[{id: a, from: 0, to: 50}, {id: b, from: 50, to: 100}]"),
    "a gap that another band holds": forecast("[{id: a, to: 5}, {id: b, from: 10}, {id: otherwise}]"),
    "an interval alone": ranged(FIVE_TO_THIRTY),
    "an interval of one number, with its unit": ranged("{low: 5, high: 5, level: 0.5, unit: km}"),
    "an interval that is decided, without bands": ranged(FIVE_TO_THIRTY, "{by: north}"),
    "an interval within bands": ranged(
        FIVE_TO_THIRTY,
        "{by: north, bands: [{id: a, from: 5, to: 10}, {id: b, from: 10, to: 30}]}",
        "probability: {a: 0.5, b: 0.5}, assumption: a",
    ),
    "an interval beyond bands that another band fills up": ranged(
        FIVE_TO_THIRTY, "{by: north, bands: [{id: a, from: 10, to: 20}, {id: otherwise}]}"
    ),
    "two rubrics with the same bands": (
        "forecasts:\n"
        "  - {id: f, then: x, resolves: {by: north, bands: [{id: a}, {id: b}]}}\n"
        "  - {id: g, then: y, resolves: {by: north, bands: [{id: a}, {id: b}]}}"
    ),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_what_is_right_is_let_be(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text)) == []


def test_a_mapping_is_one_number_unless_it_names_the_bands(opened: Opener) -> None:
    (named,) = opened(HEAD + forecast("[{id: low}, {id: high}]", "{low: 0.7, high: 0.3}")).case.forecasts
    (single,) = opened(HEAD + forecast(TWO, "{low: 0.2, high: 0.4}")).case.forecasts

    assert {band: value.plain() for band, value in named.by_band.items()} == {"low": 0.7, "high": 0.3}
    assert {band: value.plain() for band, value in single.by_band.items()} == {
        "yes-it-is": [0.2, 0.4],
        "no-it-is-not": [0.6, 0.8],
    }
