"""``detente new`` that asks, or is told, who, what and since when."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from detente.casefile import template
from detente.casefile.beginning import TEMPLATES, Beginning
from detente.cli.main import application
from detente.session import open_case
from detente.session.making.starting import draft_of


def new(*words: str | Path) -> Result:
    return CliRunner().invoke(application(), ["new", *map(str, words)])


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_passes_and_gives_a_page(name: str, tmp_path: Path) -> None:
    words = ("--who", "Upper Bank, Lower Bank, The Guild", "--what", "The ferry", "--since", "2024-11")
    result = new(tmp_path / "ferry", *words, "--template", name)
    opened = open_case(tmp_path / "ferry")
    page = tmp_path / "ferry.html"
    report = CliRunner().invoke(application(), ["report", str(tmp_path / "ferry"), "--out", str(page)])

    assert result.exit_code == 0
    assert opened.diagnostics == ()
    assert [each.name for each in opened.case.actors] == ["Upper Bank", "Lower Bank", "The Guild"]
    assert [str(each.date) for each in opened.case.events] == ["2024-11"]
    assert report.exit_code == 0
    assert "The ferry" in page.read_text("utf-8")
    wanted = {"conflict", "settlement", "corridor", "system", "roadmap"} if name == "full" else {name}
    assert {
        section
        for section in ("conflict", "settlement", "corridor", "system", "roadmap")
        if getattr(opened.case, section)
    } == wanted


def test_what_no_source_says_is_marked(tmp_path: Path) -> None:
    assert new(tmp_path / "ferry", "--template", "full").exit_code == 0
    text = (tmp_path / "ferry" / "case.yaml").read_text("utf-8")
    case = open_case(tmp_path / "ferry").case

    assert case.sources == ()
    assert all(each.assumption for each in (*case.actors, *case.events, *case.issues, *case.positions, *case.steps))
    assert text.count("assumption") > 30


def test_without_flags_and_without_a_terminal_it_is_the_small_case(tmp_path: Path) -> None:
    assert new(tmp_path / "ferry").exit_code == 0
    assert (tmp_path / "ferry" / "case.yaml").read_text("utf-8") == template("ferry")


def test_a_dash_prints_it() -> None:
    result = new("-", "--who", "A,B", "--template", "roadmap")

    assert result.exit_code == 0
    assert 'name: "A"' in result.stdout
    assert "roadmap: {goal: settled}" in result.stdout


TOMORROW = (date.today() + timedelta(days=1)).isoformat()
WRONG = {
    "a template that is none": (["--template", "roadmpa"], "did you mean 'roadmap'?"),
    "one party": (["--who", "North,"], "at least two parties"),
    "no date": (["--since", "soon"], "'soon' is not a date"),
    "two dates in one": (["--since", "3/4/2024"], "may be 2024-04-03 or 2024-03-04"),
    "tomorrow": (["--since", TOMORROW], "has not begun yet"),
    "an example as well": (["--from", "south-caucasus", "--who", "A,B"], "choose one"),
}


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_is_refused_and_nothing_is_made(words: list[str], expected: str, tmp_path: Path) -> None:
    result = new(tmp_path / "ferry", *words)

    assert result.exit_code == 2
    assert expected in " ".join(result.stderr.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def typed(words: list[str], answers: list[str], folder: Path) -> str:
    """Return what a terminal shows when somebody answers each question."""
    main, side = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "detente", *words], stdin=side, stdout=side, stderr=side, cwd=folder, close_fds=True
    )
    os.close(side)
    shown, waiting, end = "", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        if not select.select([main], [], [], 0.2)[0]:
            continue
        try:
            part = os.read(main, 4096)
        except OSError:  # the other side is closed
            break
        shown += part.decode(errors="replace")
        if not part:
            break
        if waiting and shown.rstrip(" ").endswith("]:"):
            os.write(main, f"{waiting.pop(0)}\n".encode())
            shown += "\n"
    os.close(main)
    assert program.wait(timeout=10) == 0, shown
    return shown


def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    shown = typed(["new", "ferry"], ["Upper Bank, Lower Bank", "The ferry", "13 March 2024", "settlement"], tmp_path)
    case = open_case(tmp_path / "ferry").case

    assert [shown.count(words) for words in ("Who?", "About what?", "Since when?", "What is looked at?")] == [1] * 4
    assert [each.name for each in case.actors] == ["Upper Bank", "Lower Bank"]
    assert (case.case.title, str(case.events[0].date)) == ("The ferry", "2024-03-13")
    assert case.settlement is not None


def test_at_a_terminal_no_answer_gives_the_small_case(tmp_path: Path) -> None:
    shown = typed(["new", "ferry"], [""], tmp_path)

    assert "About what?" not in shown
    assert (tmp_path / "ferry" / "case.yaml").read_text("utf-8") == template("ferry")


def test_at_a_terminal_it_asks_only_for_what_is_not_said(tmp_path: Path) -> None:
    words = ["new", "ferry", "--who", "A, B", "--since", "2024", "--template", "system"]
    shown = typed(words, [""], tmp_path)

    assert "Who?" not in shown
    assert open_case(tmp_path / "ferry").case.case.title == "A dispute"


NAMES = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["not", "offer", "beginning", "matter", "$a", '"', "\\", "# x"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES.filter(str.strip), min_size=2, max_size=4), NAMES, st.sampled_from(list(TEMPLATES)))
def test_whatever_the_names_it_passes(
    tmp_path_factory: pytest.TempPathFactory, who: list[str], what: str, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "case.yaml"
    path.write_text(draft_of(Beginning(tuple(who), what, "2020", name)), "utf-8")
    opened = open_case(path)

    assert opened.errors == ()
    assert len(opened.case.actors) == len(who)
