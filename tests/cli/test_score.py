"""Scores: worked by hand from a small table, what is counted apart, who is ranked."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.test_commands import run
from tests.conftest import ROOT

from detente.session.foresight.scoring import FEWEST
from detente.session.schemas import schema_of

HEAD = """
case: {id: demo, as_of: 2025-07-10}
actors:
  - {id: osce, name: OSCE, kind: organisation}
  - {id: ann, name: Ann, kind: person}
  - {id: bob, name: Bob, kind: person}
forecasts:
"""
RUBRIC = "resolves: {by: osce, bands: [{id: a}, {id: b}, {id: c}]}"
TABLE: dict[str, tuple[str, str, dict[str, float], dict[str, float]]] = {
    # by, probabilities as they are written, and by band what they count as; what came
    "f1": ("ann", "{a: [0.1, 0.3], b: 0.5, c: [0.2, 0.4]}", {"a": 0.2, "b": 0.5, "c": 0.3}, {"c": 1}),
    "f2": ("ann", "{a: 0.7, b: 0.2, c: 0.1}", {"a": 0.7, "b": 0.2, "c": 0.1}, {"a": 1}),
    "f3": ("bob", "{a: {low: 0, mode: 0.2, high: 0.4}, b: 0.5, c: 0.3}", {"a": 0.2, "b": 0.5, "c": 0.3}, {"a": 1}),
    "f4": ("bob", "{a: 0.6, b: 0.4, c: 0}", {"a": 0.6, "b": 0.4, "c": 0}, {"a": 0.25, "b": 0.75}),
}


def brier(name: str) -> float:
    """Return the score of a row by its definition."""
    _, _, chances, came = TABLE[name]
    return sum((p - came.get(band, 0)) ** 2 for band, p in chances.items())


def log(name: str) -> float:
    _, _, chances, came = TABLE[name]
    return -sum(share * math.log(chances[band]) for band, share in came.items())


def lines() -> str:
    return "".join(
        f"  - {{id: {name}, by: {by}, question: q{name}, {RUBRIC}, probability: {written}, assumption: x}}\n"
        for name, (by, written, _, _) in TABLE.items()
    )


def outcome(name: str) -> dict[str, Any]:
    came = TABLE[name][3]
    return {"forecast": name, "date": "2026-06-30"} | ({"share": came} if len(came) > 1 else {"band": next(iter(came))})


def scored(folder: Path, forecasts: str, outcomes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the score of a case, which fits its schema."""
    case, file = folder / "case.yaml", folder / "outcomes.json"
    case.write_text(HEAD + forecasts, encoding="utf-8")
    file.write_text(json.dumps({"outcomes": outcomes}), encoding="utf-8")
    result = run("score", case, "--outcomes", file, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    document: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(document, schema_of("score"))
    assert set(schema_of("score")["properties"]) - {"without"} == set(document)
    assert run("score", case, "--outcomes", file).exit_code == 0
    return document


def test_a_small_table_is_scored_as_by_hand(tmp_path: Path) -> None:
    document = scored(tmp_path, lines(), [outcome(name) for name in TABLE])

    assert list(document.items())[:4] == [
        ("format", "detente.score/1"),
        ("case", "demo"),
        ("as_of", "2025-07-10"),
        ("scenario", None),
    ]
    assert document["n"] == len(TABLE)
    assert document["unresolved"] == []
    assert document["brier"] == pytest.approx(sum(map(brier, TABLE)) / len(TABLE))
    assert document["log"] == pytest.approx(sum(map(log, TABLE)) / len(TABLE))
    for author in ("ann", "bob"):
        own = [name for name, row in TABLE.items() if row[0] == author]
        mean = sum(map(brier, own)) / len(own)
        found = document["by"][author]
        assert found == {"n": len(own), "brier": pytest.approx(mean), "beside_others": None, "intervals": None}
    assert (document["intervals"], document["by_nobody"]) == (None, [])


def test_the_probabilities_of_all_bands_are_calibrated(tmp_path: Path) -> None:
    found = scored(tmp_path, lines(), [outcome(name) for name in TABLE])["calibration"]
    pairs = [(p, came.get(band, 0)) for _, _, chances, came in TABLE.values() for band, p in chances.items()]

    assert [(each["low"], each["high"]) for each in found] == [(k / 10, (k + 1) / 10) for k in range(10)]
    for k, each in enumerate(found):
        inside = [came for p, came in pairs if int(10 * p + 1e-9) == k]
        assert each["n"] == len(inside)
        assert each["share"] == (pytest.approx(sum(inside) / len(inside)) if inside else None)
        assert not inside or 0 <= each["share_low"] <= each["share"] <= each["share_high"] <= 1


WORDS = """
  - {id: w1, then: one, resolves: {by: osce, bands: [{id: a}, {id: b}]}}
  - {id: w2, then: two, resolves: {by: osce, bands: [{id: a}, {id: b}]}}
  - {id: w3, then: three, resolves: {by: osce, bands: [{id: a}, {id: b}]}}
  - {id: w4, then: four}
  - {id: w5, then: five, probability: 0.5, assumption: x}
  - {id: w6, then: six}
"""


def test_words_are_counted_apart(tmp_path: Path) -> None:
    """In the first band of a rubric what is forecast has come about, unless a word says otherwise."""
    came: list[dict[str, Any]] = [
        {"forecast": "w1", "band": "a"},
        {"forecast": "w2", "band": "b"},
        {"forecast": "w3", "share": {"a": 0.5, "b": 0.5}},
        {"forecast": "w4", "verbal": "open"},
        {"forecast": "w5", "verbal": "right"},
    ]
    document = scored(tmp_path, WORDS, came)

    assert document["verbal"] == {"right": 2, "wrong": 1, "partly": 1, "open": 1}
    assert document["unresolved"] == ["w6"]
    assert (document["n"], document["brier"], document["log"], document["by"]) == (0, None, None, {})
    assert document["ranking"] is None
    assert document["why_no_ranking"].startswith("no questions with probabilities by named authors are resolved")
    judged = scored(tmp_path, WORDS, [{"forecast": "w2", "band": "b", "verbal": "partly"}])
    assert judged["verbal"] == {"right": 0, "wrong": 0, "partly": 1, "open": 0}


def test_what_has_no_outcome_is_listed(tmp_path: Path) -> None:
    document = scored(tmp_path, lines(), [outcome("f2"), {"forecast": "f3", "verbal": "open"}])

    assert (document["n"], document["unresolved"]) == (1, ["f1", "f3", "f4"])
    assert document["verbal"]["open"] == 0
    assert document["why_no_ranking"].startswith("1 question with probabilities by named authors is resolved")


def test_what_was_given_no_chance_has_no_logarithm(tmp_path: Path) -> None:
    document = scored(tmp_path, lines(), [outcome("f1"), {"forecast": "f4", "band": "c"}])

    assert (document["log"], document["ruled_out"]) == (None, ["f4"])
    assert document["brier"] == pytest.approx((brier("f1") + 0.6**2 + 0.4**2 + 1) / 2)


def many(questions: int, authors: str) -> str:
    return "".join(
        f"  - {{id: {by}-{k}, by: {by}, question: Question {k}?, resolves: {{by: osce, bands: [{{id: a}}, {{id: b}}]}},"
        f" probability: {0.9 if by == 'bob' else 0.6}, assumption: x}}\n"
        for k in range(questions)
        for by in authors.split()
    )


@pytest.mark.parametrize(
    ("questions", "authors", "ranked"),
    [
        (9, "ann", None),
        (10, "ann", ["ann"]),
        (5, "ann bob", None),
        (9, "ann bob", None),
        (10, "ann bob", ["bob", "ann"]),
    ],
)
def test_nobody_is_ranked_below_ten_questions(
    questions: int, authors: str, ranked: list[str] | None, tmp_path: Path
) -> None:
    """What several answer is one question."""
    came = [{"forecast": f"{by}-{k}", "band": "a"} for k in range(questions) for by in authors.split()]
    document = scored(tmp_path, many(questions, authors), came)
    scores = {"ann": 2 * 0.4**2, "bob": 2 * 0.1**2}

    assert FEWEST == 10
    assert (document["why_no_ranking"] is None) == (ranked is not None)
    if ranked is None:
        assert document["ranking"] is None
        assert document["why_no_ranking"].startswith(f"{questions} questions")
    else:
        assert [each["author"] for each in document["ranking"]] == ranked
        assert [each["brier"] for each in document["ranking"]] == pytest.approx([scores[author] for author in ranked])
    if " " in authors:
        half = (scores["ann"] - scores["bob"]) / 2
        assert document["by"]["ann"]["beside_others"] == pytest.approx(half)
        assert document["by"]["bob"]["beside_others"] == pytest.approx(-half)


TWO = "resolves: {by: osce, bands: [{id: a}, {id: b}]}, assumption: x"


def test_who_is_linked_by_others_stands_beside_them(tmp_path: Path) -> None:
    """Ann answers with Bob, and Bob with the commission; as hard as their questions are, they cost nobody."""
    chances = {"ann-q1": 0.9, "bob-q1": 0.7, "bob-q2": 0.5, "osce-q2": 0.8}
    written = "".join(
        f"  - {{id: {name}, by: {name[:-3]}, question: {name[-2:]}, probability: {chance}, {TWO}}}\n"
        for name, chance in chances.items()
    )
    document = scored(tmp_path, written, [{"forecast": name, "band": "a"} for name in chances])
    ann, bob = 0.0, 2 * (0.3**2 - 0.1**2)
    osce = bob + 2 * (0.2**2 - 0.5**2)
    mean = (ann + bob + osce) / 3

    found = {author: each["beside_others"] for author, each in document["by"].items()}
    assert found == pytest.approx({"ann": ann - mean, "bob": bob - mean, "osce": osce - mean})


def test_forecasts_of_nobody_are_no_author(tmp_path: Path) -> None:
    """They count in all, but nobody is ranked by them or compared with them, and they are none of the ten questions."""
    written = "".join(
        f"  - {{id: ann-{k}, by: ann, question: q{k}, probability: 0.6, {TWO}}}\n"
        f"  - {{id: bare-{k}, question: q{k}, probability: 0.9, {TWO}}}\n"
        for k in range(10)
    )
    names = [f"{who}-{k}" for k in range(10) for who in ("ann", "bare")]
    document = scored(tmp_path, written, [{"forecast": name, "band": "a"} for name in names])
    own = 2 * 0.4**2

    assert document["n"] == 20
    assert document["brier"] == pytest.approx((own + 2 * 0.1**2) / 2)
    assert document["by"] == {"ann": {"n": 10, "brier": pytest.approx(own), "beside_others": None, "intervals": None}}
    assert document["by_nobody"] == [f"bare-{k}" for k in range(10)]
    assert [each["author"] for each in document["ranking"]] == ["ann"]
    said = run("score", tmp_path / "case.yaml", "--outcomes", tmp_path / "outcomes.json").stdout
    assert "Without an author, so in no author's score: bare-0, bare-1," in said

    fewer = [name for name in names if name != "ann-9"]
    document = scored(tmp_path, written, [{"forecast": name, "band": "a"} for name in fewer])
    assert document["ranking"] is None
    assert document["why_no_ranking"].startswith("9 questions")


def test_people_read_the_same_numbers(tmp_path: Path) -> None:
    scored(tmp_path, lines() + WORDS, [outcome(name) for name in TABLE])
    said = run("score", tmp_path / "case.yaml", "--outcomes", tmp_path / "outcomes.json").stdout

    assert f"In probabilities, 4: Brier score {sum(map(brier, TABLE)) / 4:.3f}" in said
    assert "No ranking: 4 questions" in said
    assert "Nothing is known of w1, w2, w3, w4, w5, w6." in said


def test_the_outcomes_of_the_flagship_fit_it() -> None:
    folder = ROOT / "examples"
    outcomes = folder / "outcomes" / "south-caucasus.json"
    result = run("score", folder / "south-caucasus", "--outcomes", outcomes, "--json")
    document = json.loads(result.stdout)

    assert result.exit_code == 0
    told = json.loads(outcomes.read_text("utf-8"))["outcomes"]
    assert sum(document["verbal"].values()) == len(told)
    assert (document["n"], document["brier"], document["ranking"]) == (0, None, None)
    assert not {each["forecast"] for each in told} & set(document["unresolved"])
