"""Watching: a page on each save, the last good one on a bad save, and an end in good order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.main import application
from detente.workbench.watching import stamps, watch

CASE = """case: {id: ferry, title: The ferry, as_of: 2025-06-01}
actors: [{id: upper, name: Upper Bank, kind: state}]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    return folder


def test_each_save_gives_a_look_and_a_bad_one_no_page(case: Path) -> None:
    looks = watch(case, "detente report ferry")
    first = next(looks)
    assert ("Upper Bank" in first.page, first.case, first.problems) == (True, "ferry", ())
    (case / "case.yaml").write_text(CASE.replace("kind: state", "kind: stat"), encoding="utf-8")
    bad = next(looks)
    assert bad.page == ""
    assert "did you mean 'state'?" in bad.problems[0]
    (case / "case.yaml").write_text(CASE.replace("Upper Bank", "Lower Bank"), encoding="utf-8")
    assert "Lower Bank" in next(looks).page
    (case / "more.yaml").write_text("actors: [{id: far, name: Far Bank, kind: state}]\n", encoding="utf-8")
    assert "Far Bank" in next(looks).page


def test_what_is_beside_the_case_is_none_of_it(case: Path) -> None:
    looks = watch(case, "detente report ferry")
    files = next(looks).files
    before = dict(stamps(files))
    assert set(before) == {(case / "case.yaml").resolve()}
    (case / "ferry.html").write_text("a page", encoding="utf-8")
    (case / "notes.txt").write_text("what nobody cites", encoding="utf-8")
    assert dict(stamps(files)) == before
    assert list(stamps([case / "gone.yaml"])) == []


def test_the_text_of_a_source_is_part_of_the_case(tmp_path: Path) -> None:
    path, note = tmp_path / "one.yaml", tmp_path / "note.html"
    sources = "sources: [{id: note, title: A note, file: note.html}]"
    event = "{id: e, date: 2025-05, what: It is noted, cites: [{source: note, at: ¶1, quote: The first}]}"
    path.write_text(f"{CASE}{sources}\nevents: [{event}]\n", encoding="utf-8")
    note.write_text("The first paragraph\n", encoding="utf-8")
    looks = watch(path, "detente report one.yaml")
    assert next(looks).problems == ()
    note.write_text("Another paragraph\n", encoding="utf-8")
    assert "the quote is not in ¶1" in next(looks).problems[0]
    found = CliRunner().invoke(application(), ["watch", str(path), "--out", str(note)])
    assert found.exit_code == 2
    assert "would overwrite" in " ".join(found.output.split())
    assert note.read_text("utf-8") == "Another paragraph\n"


@pytest.fixture
def watching(case: Path) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "detente", "watch", str(case), "--out", str(case / "page.html")]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_the_command_writes_the_page_and_ends_in_good_order(case: Path, watching: subprocess.Popen[str]) -> None:
    page = case / "page.html"
    assert watching.stdout is not None
    assert watching.stdout.readline().strip() == str(page)
    good = page.read_text("utf-8")
    (case / "case.yaml").write_text(CASE.replace("kind: state", "kind: stat"), encoding="utf-8")
    assert watching.stderr is not None
    told = [watching.stderr.readline() for _ in range(3)]
    assert "did you mean 'state'?" in "".join(told)
    assert told[-1] == "no new page: the case has errors\n"
    assert page.read_text("utf-8") == good
    time.sleep(0.6)
    assert not [path for path in case.iterdir() if path.suffix == ".part"]
    os.kill(watching.pid, signal.SIGINT)
    assert watching.wait(20) == 0
    assert watching.stderr.read() == "stopped watching\n"


@pytest.mark.parametrize("out", ["other.yaml", "case.yaml", "nowhere/page.html"])
def test_what_is_no_name_of_a_page_is_refused(case: Path, out: str) -> None:
    found = CliRunner().invoke(application(), ["watch", str(case), "--out", str(case / out)])
    assert found.exit_code == 2
    assert "--out" in found.output
