"""``detente diff`` and ``detente report --since``: what is printed, for people and programs, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from tests.changes.test_verdicts import CASE
from tests.cli.test_commands import run
from tests.conformance.test_documents import validate

OLD, NEW = "date: 2025-09-01", "date: 2025-10-01"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write(tmp_path / "old.yaml", CASE)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return write(tmp_path / "new.yaml", CASE.replace(OLD, NEW).replace("when: not sail", "when: sail"))


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def document(*words: str | Path) -> Any:
    result = run("diff", *words, "--json")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_it_says_what_changed_and_what_that_did(old: Path, new: Path) -> None:
    result = run("diff", old, new)
    assert result.exit_code == 0
    lines = " ".join(result.stdout.split())
    assert "Since the older version: 2 records changed; " in lines
    assert "steps: The vote (vote)" in lines
    assert "2025-09-01 │ 2025-10-01" in lines
    assert "Why is it stuck?" in lines
    assert max(map(len, result.stdout.splitlines())) <= 120


def test_nothing_changed_is_said_in_one_line(old: Path, tmp_path: Path) -> None:
    result = run("diff", old, write(tmp_path / "copy.yaml", CASE))
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "Since the older version: nothing changed.")


def test_the_document_is_as_its_schema_and_the_contract_say(old: Path, new: Path) -> None:
    found = document(old, new)
    validate(found)
    assert list(found)[:4] == ["format", "case", "as_of", "scenario"]
    assert found["format"] == "detente.diff/1"
    path = "decision_makers.upper.preferences.statements.u"
    assert [{key: each[key] for key in ("id", "field", "old", "new")} for each in found["records"]["changed"]] == [
        {"id": "vote", "field": "date", "old": "2025-09-01", "new": "2025-10-01"},
        {"id": path, "field": "when", "old": "not sail", "new": "sail"},
    ]
    assert {"lens": "roadmap", "what": "earliest", "old": "2025-09-11", "new": "2025-10-11"}.items() <= next(
        each for each in found["verdicts"] if each["lens"] == "roadmap"
    ).items()
    assert run("diff", old, new, "--json").stdout == run("diff", old, new, "--json").stdout


def test_two_dates_of_one_case(old: Path) -> None:
    found = document(old, "--from", "2025-01-01", "--to", "2025-06-01")
    validate(found)
    assert (found["old"]["as_of"], found["new"]["as_of"]) == ("2025-01-01", "2025-06-01")
    told = {(each["lens"], each["what"]): (each["old"], each["new"]) for each in found["verdicts"]}
    assert told["chronicle", "events.flood"] == ("false", "true")


def test_a_feed_is_printed_whole(old: Path, new: Path) -> None:
    result = run("diff", old, new, "--atom")
    assert result.exit_code == 0
    assert not feedparser.parse(result.stdout).bozo


def test_an_older_version_with_errors_is_told_of_by_its_lines(old: Path, new: Path) -> None:
    write(old, CASE.replace("kind: state", "kind: planet", 1))
    result = run("diff", old, new)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{old}:3:" in result.stderr


def test_another_case_is_compared_and_said_to_be_one(old: Path, new: Path) -> None:
    write(new, CASE.replace("id: ferry", "id: bridge"))
    result = run("diff", old, new)
    assert result.exit_code == 0
    assert "these are two cases, 'ferry' and 'bridge'" in result.stderr


REFUSED = [
    ("old.yaml", "give a second case, or two dates"),
    ("old.yaml old.yaml", "is the same as the older version"),
    ("old.yaml ../{folder}/old.yaml", "is the same as the older version"),
    ("old.yaml --from 2025", "give a second case, or two dates"),
    ("old.yaml --to 2025", "give a second case, or two dates"),
    ("old.yaml --from 2025-06 --to 2025-05", "'2025-06' comes after '2025-05'"),
    ("old.yaml --from soon --to 2025-05", "'soon' is not a date"),
    ("old.yaml --from 2025 --to 25", "'25' is not a date; did you mean 2025?"),
    ("old.yaml new.yaml --from 2025", "two versions stand at their own dates"),
    ("old.yaml new.yaml --to 2025", "two versions stand at their own dates"),
    ("old.yaml nowhere", "path 'nowhere' does not exist"),
    ("old.yaml new.yaml --json --atom", "choose one"),
]


@pytest.mark.usefixtures("old", "new")
@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[words for words, _ in REFUSED])
def test_what_makes_no_sense_is_refused(tmp_path: Path, monkeypatch: Any, words: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("diff", *words.format(folder=tmp_path.name).split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def page(*words: str | Path) -> str:
    result = run("report", *words, "--out", "-")
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_report_given_an_older_version_opens_with_what_changed(old: Path, new: Path) -> None:
    text = page(new, "--since", old)
    opening, brief = text.index("What changed</h2>"), text.index('id="brief"' if 'id="brief"' in text else "id=brief")
    assert opening < brief
    assert "Since the older version: 2 records changed; " in text
    assert "--since" in text[text.index("reproduce") :]
    assert "feed</a>" not in text


def test_it_links_to_the_feed_where_the_case_names_one(old: Path, new: Path) -> None:
    write(new, new.read_text(encoding="utf-8").replace("id: ferry", "id: ferry, feed: https://example.org/f.xml"))
    assert "https://example.org/f.xml" in page(new, "--since", old)


def test_an_ordinary_page_has_nothing_of_it(new: Path) -> None:
    write(new, new.read_text(encoding="utf-8").replace("id: ferry", "id: ferry, feed: https://example.org/f.xml"))
    text = page(new)
    assert "What changed" not in text
    assert "https://example.org/f.xml" not in text


def test_a_report_since_itself_or_of_several_scenarios_is_refused(old: Path, new: Path) -> None:
    assert run("report", new, "--since", new, "--out", "-").exit_code == 2
    result = run("report", new, "--since", old, "--scenario", "a", "--scenario", "b", "--out", "-")
    assert result.exit_code == 2
    assert "--since" in result.stderr
