"""Files of outcomes: what is refused in words, and where they may stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.case_text import marked
from tests.cli.test_commands import run
from tests.cli.test_score import HEAD, lines, outcome
from tests.cli.test_score_intervals import INTERVALS, interval

ODD = (
    "  - {id: w, then: x}\n"
    + interval(
        "n",
        "ann",
        "low: 1, high: 9, level: 0.5",
        "resolves: {by: osce, bands: [{id: low, from: 0, to: 5}, {id: high, from: 5, to: 20}]}",
    )
    + "  - {id: m, then: x, resolves: {by: osce, bands: [{id: soon, to: 5}, {id: late}, {id: never}]}}\n"
)
BROKEN = {
    "outside the bands": ('{"outcomes": [{"forecast": "f1", "band": »"d"}]}', "DT1221", "its bands are a, b, c"),
    "a share outside the bands": ('{"outcomes": [{"forecast": "f1", "share": {"a": 0.5, »"d": 0.5}}]}', "DT1221", ""),
    "shares that are no whole": ('{"outcomes": [{"forecast": "f1", "share": »{"a": 0.5}}]}', "DT1221", "sum to 0.5"),
    "a band without bands": ('{"outcomes": [{"forecast": "w", "band": »"a"}]}', "DT1221", "it says no bands"),
    "no such forecast": ('{"outcomes": [{"forecast": »"f9", "band": "a"}]}', "DT1220", "no forecast 'f9'"),
    "two outcomes": (
        '{"outcomes": [{"forecast": "f1", "band": "a"},\n {"forecast": »"f1", "band": "b"}]}',
        "DT1220",
        "two outcomes",
    ),
    "a word for numbers": ('{"outcomes": [{"forecast": "f1", "verbal": »"right"}]}', "DT1222", "which 'band' came"),
    "a band and shares": ('{"outcomes": [»{"forecast": "f1", "band": "a", "share": {"a": 1}}]}', "DT105", "both"),
    "a number and shares": (
        '{"outcomes": [»{"forecast": "f1", "value": 1, "share": {"a": 1}}]}',
        "DT105",
        "a number lies in one",
    ),
    "nothing said": ('{"outcomes": [»{"forecast": "f1"}]}', "DT105", "'band', 'share', 'value' or 'verbal'"),
    "an unknown word": ('{"outcomes": [{"forecast": "f1", "verbal": »"rihgt"}]}', "DT103", "did you mean 'right'?"),
    "a misspelt key": ('{"outcomes": [{"forecast": "f1", »"bnad": "a"}]}', "DT100", "did you mean 'band'?"),
    "no list": ('{"outcomes": »{}}', "DT103", "expected a list"),
    "no outcomes": ('»{"note": "none"}', "DT101", "missing key 'outcomes'"),
    "another key": ('{"outcomes": [], »"gatherd": "2026"}', "DT100", "did you mean 'gathered'?"),
    "a day that is none": ('{"outcomes": [], "gathered": »"soon"}', "DT104", "'soon'"),
    "a number for words": ('{"outcomes": [{"forecast": "f1", "value": »3}]}', "DT1224", "which 'band' came: a, b, c"),
    "a number without bands": ('{"outcomes": [{"forecast": "w", "value": »3}]}', "DT1224", "say 'verbal: right'"),
    "a number in another band": (
        '{"outcomes": [{"forecast": "i2", "value": »450, "band": "many"}]}',
        "DT1223",
        "450 lies in the band 'some' of 'i2', not in 'many'",
    ),
    "a number outside the bands": (
        '{"outcomes": [{"forecast": "n", "value": »20}]}',
        "DT1221",
        "no band of 'n' holds 20",
    ),
    "a number in a band that is not there": (
        '{"outcomes": [{"forecast": "i2", "value": 450, "band": »"somme"}]}',
        "DT1221",
        "did you mean 'some'?",
    ),
    "a number that several bands may hold": (
        '{"outcomes": [{"forecast": "m", "value": »7}]}',
        "DT1221",
        "say which 'band' came: late, never",
    ),
    "a band for an interval": (
        '{"outcomes": [{"forecast": "i1", "band": »"few"}]}',
        "DT1221",
        "say the number that came, as 'value'",
    ),
    "a band for an interval beside bands": (
        '{"outcomes": [{"forecast": "n", "band": »"low"}]}',
        "DT1222",
        "'n' gives an interval, and its outcome is 'low'",
    ),
    "shares for an interval": (
        '{"outcomes": [{"forecast": "n", "share": »{"low": 0.5, "high": 0.5}}]}',
        "DT1222",
        "its outcome is 'shares of bands'",
    ),
    "a word for an interval": ('{"outcomes": [{"forecast": "i1", "verbal": »"right"}]}', "DT1222", "as 'value'"),
    "a number that is none": ('{"outcomes": [{"forecast": "i1", "value": »"450"}]}', "DT103", "expected a number"),
    "a number beyond all": ('{"outcomes": [{"forecast": "i1", "value": »1e300}]}', "DT103", "less than or equal to"),
    "broken": ('{"outcomes": [»', "DT030", "not valid JSON"),
}


@pytest.mark.parametrize(("text", "code", "words"), BROKEN.values(), ids=list(BROKEN))
def test_what_does_not_fit_is_refused_in_words(text: str, code: str, words: str, tmp_path: Path) -> None:
    text, (place,) = marked(text)
    case, file = tmp_path / "case.yaml", tmp_path / "outcomes.json"
    case.write_text(f"{HEAD}{lines()}{INTERVALS}{ODD}", encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    result = run("score", case, "--outcomes", file, "--json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{file}:{place}: error {code} " in result.stderr
    assert words in result.stderr
    assert result.stderr.count(" error ") == 1


def test_outcomes_under_a_misspelt_key_are_not_passed_over(tmp_path: Path) -> None:
    case, file = tmp_path / "case.yaml", tmp_path / "outcomes.json"
    case.write_text(HEAD + lines(), encoding="utf-8")
    file.write_text(json.dumps({"outcome": [outcome("f1")]}), encoding="utf-8")
    result = run("score", case, "--outcomes", file)

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{file}:1:1: error DT101 missing key 'outcomes'",
        "    hint: add 'outcomes: …'",
        f"{file}:1:2: error DT100 unknown key 'outcome'",
        "    hint: did you mean 'outcomes'?",
    ]


def test_bytes_that_are_no_text_are_refused_in_words(tmp_path: Path) -> None:
    case, file = tmp_path / "case.yaml", tmp_path / "outcomes.json"
    case.write_text(HEAD + lines(), encoding="utf-8")
    file.write_bytes(b'{"outcomes": [{"forecast": "\xff"}]}')
    result = run("score", case, "--outcomes", file)

    assert (result.exit_code, "DT002" in result.stderr) == (1, True)


def test_a_file_may_say_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(HEAD + lines(), encoding="utf-8")
    about = {"title": "What came", "note": "From the press.", "gathered": "2026-11"}
    (tmp_path / "outcomes.json").write_text(json.dumps({**about, "outcomes": [outcome("f1")]}), encoding="utf-8")

    assert run("score", tmp_path / "case.yaml", "--outcomes", tmp_path / "outcomes.json").exit_code == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a case, beside which there are outcomes and another folder."""
    case = tmp_path / "case"
    (case / "deep").mkdir(parents=True)
    (tmp_path / "case-two").mkdir()
    (case / "case.yaml").write_text(HEAD + lines(), encoding="utf-8")
    (tmp_path / "outcomes.json").write_text(json.dumps({"outcomes": [outcome("f1")]}), encoding="utf-8")
    return case


@pytest.mark.parametrize("place", ["case/outcomes.json", "case/deep/outcomes.json", "case-two/../case/outcomes.json"])
def test_outcomes_in_the_folder_of_the_case_are_refused(place: str, folder: Path) -> None:
    outcomes = folder.parent / place
    outcomes.write_text("no JSON: it is not read", encoding="utf-8")
    for case in (folder, folder.parent / "case-two" / ".." / "case"):
        result = run("score", case, "--outcomes", outcomes, "--json")
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"{outcomes}:1:1: error DT1225 the outcomes stand in the folder of the case" in result.stderr


def test_links_to_and_from_the_folder_of_the_case_are_seen(folder: Path) -> None:
    """Neither a link from outside, nor one from inside, nor a link to the folder hides where the outcomes stand."""
    here, inside, outside = folder.parent, folder / "outcomes.json", folder.parent / "outcomes.json"
    inside.symlink_to(outside)
    assert "DT1225" in run("score", folder, "--outcomes", inside).stderr
    inside.unlink()
    inside.write_bytes(outside.read_bytes())
    (here / "link.json").symlink_to(inside)
    assert "DT1225" in run("score", folder, "--outcomes", here / "link.json").stderr
    (here / "linked").symlink_to(folder, target_is_directory=True)
    assert "DT1225" in run("score", here / "linked", "--outcomes", inside).stderr
    assert "DT1225" in run("score", folder, "--outcomes", here / "linked" / "outcomes.json").stderr


def test_outcomes_beside_the_folder_of_the_case_are_read(folder: Path) -> None:
    """A folder of which the name begins alike is another; so is the folder that a case of one file lies in."""
    twin = folder.parent / "case-two" / "outcomes.json"
    twin.write_bytes((folder.parent / "outcomes.json").read_bytes())
    for outcomes in (folder.parent / "outcomes.json", twin):
        assert run("score", folder, "--outcomes", outcomes).exit_code == 0
    beside = folder / "outcomes.json"
    beside.write_bytes(twin.read_bytes())
    assert run("score", folder / "case.yaml", "--outcomes", beside).exit_code == 0
