"""Seals: what stands in them, what breaks them, and what is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Self

import jsonschema
import pytest
from tests.cli.test_commands import run

from detente.session.schemas import schema_of

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: osce, name: OSCE, kind: organisation}, {id: ann, name: Ann, kind: person}]
steps: [{id: vote, name: Vote, status: scheduled, date: 2026-06}]
forecasts:
  - id: f1
    by: ann
    question: Is it signed?
    until: 2026-06
    resolves: {by: osce, bands: [{id: signed, text: Signed}, {id: unsigned, text: Not signed}]}
    probability: {signed: [0.2, 0.4], unsigned: [0.6, 0.8]}
    assumption: a
  - id: f2
    until: {after: vote, by: 6 months}
    resolves: {by: osce, bands: [{id: yes-it-is}, {id: no-it-is-not}]}
    probability: 0.3
    assumption: a
  - {id: words, then: It will rain, until: 2020, resolves: {by: osce, bands: [{id: rain}, {id: sun}]}}
  - {id: loose, then: It will snow, probability: 0.5, assumption: a}
  - {id: bare, then: It will hail}
"""

Edit = Callable[[dict[str, Any]], None]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def seal(case: Path) -> Path:
    path = case.parent / "seal.json"
    assert run("seal", case, "--out", path, "--on", "2025-07-31").exit_code == 0
    return path


def canonical(document: object) -> bytes:
    """Return canonical JSON as the reference describes it."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_a_seal_is_canonical_and_says_what_it_left_out(case: Path, seal: Path) -> None:
    document = json.loads(seal.read_bytes())
    checksum = document.pop("sha256")

    assert seal.read_bytes() == canonical({**document, "sha256": checksum})
    assert checksum == hashlib.sha256(canonical(document)).hexdigest()
    assert (document["format"], document["case"], document["sealed"]) == ("detente.seal/1", "demo", "2025-07-31")
    assert document["program"].startswith("detente ")
    assert [each["id"] for each in document["forecasts"]] == ["f1", "f2"]
    assert document["left_out"] == [
        {"id": "words", "why": "it has no probability or interval"},
        {"id": "loose", "why": "it has no rubric ('resolves')"},
        {"id": "bare", "why": "it has no rubric ('resolves') and no probability or interval"},
    ]
    name, data = case.name.encode(), case.read_bytes()
    assert document["case_sha256"] == hashlib.sha256(b"%s\0%d\0" % (name, len(data)) + data).hexdigest()


def test_the_checksum_is_that_of_the_forecast_and_its_days(seal: Path) -> None:
    """As the reference describes it: the record as it is written, and the days that 'until' comes to."""
    number = {"high": 0.3, "low": 0.3}
    rubric = {"by": "osce", "bands": [{"id": "yes-it-is"}, {"id": "no-it-is-not"}]}
    until = {"after": "vote", "by": "6 months"}
    forecast = {"id": "f2", "until": until, "resolves": rubric, "probability": number, "assumption": "a"}
    # six months after some day of June 2026
    sealed = {"forecast": forecast, "until": ["2026-12-01", "2026-12-30"]}

    found = json.loads(seal.read_bytes())["forecasts"][1]

    assert found["sha256"] == hashlib.sha256(canonical(sealed)).hexdigest()


def test_the_same_case_gives_the_same_bytes(case: Path, seal: Path) -> None:
    assert run("seal", case, "--out", "-", "--on", "2025-07-31").stdout_bytes == seal.read_bytes()


def test_the_day_is_today_unless_another_is_given(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Calendar(date):
        @classmethod
        def today(cls) -> Self:
            return cls(2025, 8, 1)

    monkeypatch.setattr("detente.cli.commands.seal.date", Calendar)
    assert json.loads(run("seal", case, "--out", "-").stdout)["sealed"] == "2025-08-01"
    result = run("seal", case, "--out", "-", "--on", "July")
    assert (result.exit_code, "is not a day" in result.stderr) == (2, True)


def test_a_seal_that_holds(case: Path, seal: Path) -> None:
    result = run("verify", seal, case)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["changed"] == []
    assert result.stderr == "all that was sealed on 2025-07-31 is as it was\n"
    assert run("verify", seal, case, "--json").stderr == ""


def test_what_says_the_same_holds(case: Path, seal: Path) -> None:
    """Comments, the order of keys, and what else stands in the case are no part of a forecast."""
    text = CASE.replace("    by: ann\n", "").replace(
        "    until: 2026-06\n", "    until: 2026-06  # soon\n    by: ann\n"
    )
    case.write_text(text.replace("name: OSCE", "name: The OSCE"), encoding="utf-8")
    result = run("verify", seal, case)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["case_changed"] is True
    assert "the case has changed since, but not these forecasts" in result.stderr


CHANGES = {
    "a probability": ("[0.2, 0.4]", "[0.2, 0.39]", ["f1"]),
    "a word of a band": ("text: Not signed", "text: Never signed", ["f1"]),
    "what its day is counted from": ("date: 2026-06}", "date: 2026-07}", ["f2"]),
    "what was left out": ("It will rain", "It will pour", []),
    "its id": ("id: f2\n", "id: f3\n", ["f2"]),
}


@pytest.mark.parametrize(("old", "new", "changed"), CHANGES.values(), ids=list(CHANGES))
def test_changed_forecasts_are_named(old: str, new: str, changed: list[str], case: Path, seal: Path) -> None:
    assert old in CASE
    case.write_text(CASE.replace(old, new), encoding="utf-8")
    result = run("verify", seal, case)
    document = json.loads(result.stdout)

    assert (result.exit_code, document["changed"]) == (1 if changed else 0, changed)
    assert document["gone"] == (["f2"] if new.startswith("id") else [])
    assert document["seal_edited"] is False
    assert all(f"'{name}'" in result.stderr for name in changed)


def first_checksum(document: dict[str, Any]) -> None:
    document["forecasts"][0]["sha256"] = "0" * 64


def one_less(document: dict[str, Any]) -> None:
    del document["forecasts"][0]


def an_earlier_day(document: dict[str, Any]) -> None:
    document["sealed"] = "2024-01-01"


def half_a_letter(document: dict[str, Any]) -> None:
    document["program"] = "detente \ud800"


@pytest.mark.parametrize("edit", [first_checksum, one_less, an_earlier_day, half_a_letter])
def test_an_edited_seal_proves_nothing(edit: Edit, case: Path, seal: Path) -> None:
    document = json.loads(seal.read_bytes())
    edit(document)
    seal.write_text(json.dumps(document), encoding="utf-8")
    result = run("verify", seal, case)

    assert result.exit_code == 1
    assert json.loads(result.stdout)["seal_edited"] is True
    assert json.loads(result.stdout)["changed"] == (["f1"] if edit is first_checksum else [])
    assert "the seal was edited" in result.stderr


def test_one_byte_more_is_an_edit(case: Path, seal: Path) -> None:
    seal.write_bytes(seal.read_bytes() + b"\n")

    assert run("verify", seal, case).exit_code == 1


BROKEN = {
    "no JSON": ("{", "DT030"),
    "no object": ("[]", "DT103"),
    "nothing": ("", "DT030"),
    "another document": ('{"format": "detente.check/1", "diagnostics": []}', "DT103"),
    "a key missing": ('{"format": "detente.seal/1", "case": "demo"}', "DT101"),
}


@pytest.mark.parametrize(("text", "code"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_seal_is_refused_in_words(text: str, code: str, case: Path) -> None:
    path = case.parent / "seal.json"
    path.write_text(text, encoding="utf-8")
    result = run("verify", path, case)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{path}:1:" in result.stderr
    assert code in result.stderr
    assert result.stderr.count(" error ") == 1 + 5 * text.count('"demo"')  # of another format, no keys are missed


FORGED: dict[str, tuple[tuple[str | int, ...], object, str]] = {
    # where in the seal, what is written there (nothing where it is None), and what is said of it
    "a later format": (("format",), "detente.seal/2", "DT103 format: this program reads seals of the format"),
    "another format": (("format",), "detente.score/1", "DT103 format: expected a seal"),
    "a format that is no text": (("format",), ["detente.seal/1"], "DT103 format: expected text, got a list"),
    "another case": (("case",), "other", "DT1211 the seal is of the case 'other', not of 'demo'"),
    "a case that is no id": (("case",), "The case", "DT102 case: 'The case' is not an id"),
    "no day": (("sealed",), "July", "DT103 sealed: expected a day such as 2025-07-31, got 'July'"),
    "a day that never was": (("sealed",), "2025-02-30", "DT103 sealed: expected a day such as"),
    "a month": (("sealed",), "2025-07", "DT103 sealed: expected a day such as"),
    "a day without hyphens": (("sealed",), 20250731, "DT103 sealed: expected a day such as"),
    "a checksum of another length": (("case_sha256",), "0" * 63, "DT103 case_sha256: expected a SHA-256"),
    "a checksum in capitals": (("forecasts", 1, "sha256"), "A" * 64, "DT103 forecasts.1.sha256: expected a SHA-256"),
    "a checksum that is no text": (("forecasts", 0, "sha256"), None, "DT101 forecasts.0: missing key 'sha256'"),
    "a forecast that has no id": (("forecasts", 0, "id"), {}, "DT103 forecasts.0.id: expected text, got a mapping"),
    "a forecast twice": (("forecasts", 1, "id"), "f1", "DT1212 the seal names 'f1' twice"),
    "one both sealed and left out": (("left_out", 0, "id"), "f2", "DT1212 the seal names 'f2' twice"),
    "no reason": (("left_out", 0, "why"), "", "DT103 left_out.0.why: expected some text"),
    "no list": (("forecasts",), {"f1": "0" * 64}, "DT103 forecasts: expected a list"),
    "no program": (("program",), None, "DT101 missing key 'program'"),
    "a program without a version": (("program",), "detente", "DT103 program: expected the name and the version"),
}


@pytest.mark.parametrize(("where", "written", "words"), FORGED.values(), ids=list(FORGED))
def test_a_forged_seal_is_refused_in_words(
    where: tuple[str | int, ...], written: object, words: str, case: Path, seal: Path
) -> None:
    """Its checksum of itself is made anew, so that nothing but the value can tell."""
    document = json.loads(seal.read_bytes())
    del document["sha256"]
    inside = document
    for key in where[:-1]:
        inside = inside[key]
    inside[where[-1]] = written
    if written is None:
        del inside[where[-1]]
    seal.write_bytes(canonical({**document, "sha256": hashlib.sha256(canonical(document)).hexdigest()}))
    result = run("verify", seal, case)

    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = [line for line in result.stderr.splitlines() if " error " in line]
    assert line.startswith(f"{seal}:1:")
    assert f"error {words}" in line


def test_a_seal_without_its_own_checksum_is_refused_in_words(case: Path, seal: Path) -> None:
    document = json.loads(seal.read_bytes())
    for checksum, words in (("none", "expected a SHA-256"), (None, "missing key 'sha256'")):
        document["sha256"] = checksum
        seal.write_bytes(canonical({key: value for key, value in document.items() if value is not None}))
        result = run("verify", seal, case)
        assert (result.exit_code, words in result.stderr) == (1, True)


NUMBER = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: osce, name: OSCE, kind: organisation}]
forecasts:
  - id: lorries
    until: 2026-06
    resolves: {by: osce}
    interval: {low: 200, high: 600, level: 0.9, unit: lorries}
    assumption: a
  - {id: loose, interval: {low: 1, high: 2, level: 0.5}, assumption: a}
"""


@pytest.mark.parametrize("edit", [("low: 200", "low: 201"), ("level: 0.9", "level: 0.8"), ("lorries}", "cars}")])
def test_an_interval_is_sealed_as_a_probability_is(edit: tuple[str, str], case: Path) -> None:
    case.write_text(NUMBER, encoding="utf-8")
    seal = case.parent / "seal.json"
    assert run("seal", case, "--out", seal, "--on", "2025-07-31").exit_code == 0
    document = json.loads(seal.read_bytes())

    bounds = {"low": 200.0, "high": 600.0, "level": 0.9, "unit": "lorries"}
    forecast = {"id": "lorries", "until": "2026-06", "resolves": {"by": "osce"}, "interval": bounds, "assumption": "a"}
    sealed = {"forecast": forecast, "until": ["2026-06-01", "2026-06-30"]}
    assert document["forecasts"] == [{"id": "lorries", "sha256": hashlib.sha256(canonical(sealed)).hexdigest()}]
    assert document["left_out"] == [{"id": "loose", "why": "it has no rubric ('resolves')"}]
    assert run("verify", seal, case).exit_code == 0
    assert edit[0] in NUMBER
    case.write_text(NUMBER.replace(*edit), encoding="utf-8")
    changed = run("verify", seal, case)
    assert (changed.exit_code, json.loads(changed.stdout)["changed"]) == (1, ["lorries"])
    late = run("seal", case, "--out", seal, "--on", "2026-07-01")
    assert (late.exit_code, "DT1210 'lorries'" in late.stderr) == (1, True)


def test_a_forecast_past_its_lock_is_refused(case: Path) -> None:
    out = case.parent / "late.json"
    result = run("seal", case, "--out", out, "--on", "2026-07-01")

    assert result.exit_code == 1
    assert "case.yaml:9:12: error DT1210 'f1' was to show by 2026-06-30" in result.stderr
    assert "'words'" not in result.stderr  # it is left out anyway
    assert not out.exists()
    assert run("seal", case, "--out", out, "--on", "2026-06-30").exit_code == 0


def test_a_case_with_errors_is_not_sealed(case: Path) -> None:
    case.write_text(CASE.replace("by: ann", "by: anne"), encoding="utf-8")
    result = run("seal", case, "--out", case.parent / "seal.json")

    assert (result.exit_code, "DT201" in result.stderr) == (1, True)
    assert not (case.parent / "seal.json").exists()


def test_nothing_is_left_behind_where_a_seal_cannot_be_written(case: Path) -> None:
    result = run("seal", case, "--out", case.parent / "no" / "seal.json", "--on", "2025-07-31")

    assert result.exit_code == 2
    assert sorted(path.name for path in case.parent.iterdir()) == ["case.yaml"]


def test_the_documents_fit_their_schemas(case: Path, seal: Path) -> None:
    verified = json.loads(run("verify", seal, case).stdout)
    for word, document in (("seal", json.loads(seal.read_bytes())), ("verify", verified)):
        schema = schema_of(word)
        jsonschema.Draft7Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        assert json.loads(run("schema", "--of", word).stdout) == schema
        assert set(schema["properties"]) == set(document)
