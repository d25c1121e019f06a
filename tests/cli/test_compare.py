"""Comparing two texts on the command line: what is printed, and what happens to files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from detente.cli.main import application
from detente.session.schemas import schema_of

FIRST = "Both sides agreed to meet on 5 May.\n\nAda Lind left.\nThe road is open.\n"
SECOND = "The road is open. Both sides discussed\x1b how to meet on 6 May. Nobody asked.\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(application(), ["compare", *map(str, words)])


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, "utf-8")
    second.write_bytes(SECOND.encode("utf-16"))
    return first, second


def test_for_people(pair: tuple[Path, Path]) -> None:
    result = run(*pair)

    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert (
        "Of 3 sentences in A and 3 sentences in B, 1 is in both, 1 in other words, 1 in A only and 1 in B only."
        in lines
    )
    assert "1 A Both sides [agreed] to meet on [5] May." in lines
    assert "B Both sides [discussed\\u001b how] to meet on [6] May." in lines
    assert "softens: “agreed” → “discussed”" in lines
    assert "numbers: “5” → “6”" in lines
    assert lines[lines.index("In A only") + 1] == "• Ada Lind left."
    assert lines[lines.index("In B only") + 1] == "• Nobody asked."
    assert lines[lines.index("In both") + 1] == "• The road is open."
    assert "read in English only" in lines[-1]


def test_for_programs(pair: tuple[Path, Path]) -> None:
    result = run(*pair, "--json")
    document = json.loads(result.stdout)

    jsonschema.validate(document, schema_of("compare"))
    assert list(document) == [
        "format", "similarity", "hedges_read_in", "shared", "changed", "only_a", "only_b",
    ]  # fmt: skip
    assert document["format"] == "detente.compare/1"
    assert document["shared"] == [{"a": [52, 69], "b": [0, 17], "text": "The road is open."}]
    assert [FIRST[slice(*each["span"])] for each in document["only_a"]] == ["Ada Lind left."]
    assert document["changed"][0]["numbers"] == {"a": ["5"], "b": ["6"]}
    assert document["changed"][0]["hedges"] == {"a": ["agreed"], "b": ["discussed"], "effect": "softens"}
    assert run(*pair, "--json").stdout == result.stdout


def test_a_text_with_itself(pair: tuple[Path, Path]) -> None:
    document = json.loads(run(pair[0], pair[0], "--json").stdout)

    assert set(document["similarity"].values()) == {1.0}
    assert not document["changed"] + document["only_a"] + document["only_b"]
    assert "100 %" in run(pair[0], pair[0]).stdout


def test_every_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_bytes("Стороны".encode("cp1251"))

    result = run(tmp_path / "none.txt", other)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "DT001 there is no such file" in result.stderr
    assert "DT040 byte 0xd1 at 0 (counted from 0) is not UTF-8" in result.stderr
    assert "iconv" in result.stderr


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    for name, ends in (("a.txt", "now"), ("b.txt", "soon")):
        (tmp_path / name).write_text("".join(f"w{k} x{k} {ends}.\n" for k in range(120)), "utf-8")

    result = run(tmp_path / "a.txt", tmp_path / "b.txt")

    assert "100 A w99 x99 [now]." in [line.strip() for line in result.stdout.splitlines()]
    assert "… and 20 more; “--json” gives them all" in result.stdout
