"""A chapter that fails by a fault of Detente's: one section says so, and all others are there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.test_commands import run

import detente
from detente.casefile import template
from detente.lenses import chapter, chronicle

Plant = Callable[..., None]

SAID = "This section could not be worked out: a fault in Detente, not in the case (ZeroDivisionError)."
TOLD = (
    "detente: the section 'bad-luck' of 'chronicle' could not be worked out: a fault in Detente, not in the case"
    " (ZeroDivisionError); please report it"
)
HEAD = """
    from detente.findings import Finding
    from detente.lenses.chapter import Chapter
    from detente.lenses.look import AskError, Look
"""
IN_FIND = """
    def find(look: Look) -> int:
        return 1 // 0

    CHAPTER = Chapter("bad-luck", 5, find, lambda found, look: None)
"""
IN_SHOW = """
    def find(look: Look) -> int:
        return 0

    CHAPTER = Chapter("bad-luck", 5, find, lambda found, look: Finding("X", f"{1 // found}"))
"""
SHARED = """
    def work(look: Look) -> int:
        return 1 // 0

    def find(look: Look) -> int:
        return look.once(work)

    CHAPTER = Chapter("bad-luck", 5, find, lambda found, look: None)
"""
RESULT = """
    from dataclasses import dataclass
    from detente.findings import Result

    @dataclass(frozen=True)
    class Luck(Result):
        luck: int

    def find(look: Look) -> Luck:
        return Luck(1 // 0)

    CHAPTER = Chapter("bad-luck", 5, find, lambda found, look: None)
"""
REFUSAL = """
    def find(look: Look) -> int:
        raise AskError("as-of", "nobody asks this")

    CHAPTER = Chapter("bad-luck", 5, find, lambda found, look: None)
"""


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plant]:
    """Return a function that adds a chapter to a lens: one file in its folder."""
    planted = tmp_path / "planted"
    planted.mkdir()

    def add(text: str, name: str = "bad_luck") -> None:
        (planted / f"{name}.py").write_text(dedent(HEAD) + dedent(text), encoding="utf-8")
        chapter._modules.cache_clear()

    monkeypatch.setattr(chronicle, "__path__", [*chronicle.__path__, str(planted)])
    yield add
    for path in planted.glob("*.py"):
        sys.modules.pop(f"{chronicle.__name__}.{path.stem}", None)
    chapter._modules.cache_clear()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(template("ferry"), encoding="utf-8")
    return path


@pytest.mark.usefixtures("forgiving")
@pytest.mark.parametrize("text", [IN_FIND, IN_SHOW])
def test_a_page_lacks_one_section_that_says_so(text: str, case: Path, plant: Plant) -> None:
    whole = [finding.headline for findings in detente.open(case).at().look_around() for finding in findings.findings]
    plant(text)
    result = run("report", case, "--out", "-")

    assert (result.exit_code, result.stderr.splitlines()) == (0, [TOLD])
    assert len(whole) > 3
    assert [headline for headline in whole if headline not in unescape(result.stdout)] == []
    assert SAID in result.stdout
    assert ">Bad luck</h3>" in result.stdout


@pytest.mark.usefixtures("forgiving")
def test_a_lens_in_a_terminal_says_the_rest(case: Path, plant: Plant) -> None:
    whole = run("show", case).stdout
    plant(IN_FIND)
    result = run("show", case)

    assert (result.exit_code, result.stderr.splitlines()) == (0, [TOLD])
    assert set(whole.splitlines()) < set(result.stdout.splitlines())
    assert SAID in result.stdout


@pytest.mark.usefixtures("forgiving")
def test_chapters_that_share_what_fails_fail_one_by_one(case: Path, plant: Plant) -> None:
    plant(SHARED)
    plant(SHARED.replace("bad-luck", "worse_luck"), "worse_luck")
    result = run("show", case)

    assert result.stderr.splitlines() == [TOLD, TOLD.replace("bad-luck", "worse_luck")]
    assert result.stdout.count(SAID) == 2
    assert "Worse luck" in result.stdout


@pytest.mark.usefixtures("forgiving")
def test_what_was_asked_in_vain_is_refused_all_the_same(case: Path, plant: Plant) -> None:
    plant(REFUSAL)
    result = run("show", case)

    assert result.exit_code == 2
    assert "nobody asks this" in result.stderr
    assert "fault" not in result.stderr


@pytest.mark.usefixtures("forgiving")
@pytest.mark.parametrize("text", [IN_FIND, IN_SHOW])
def test_from_python_it_raises(text: str, case: Path, plant: Plant) -> None:
    plant(text)
    sight = detente.open(case).at()

    with pytest.raises(ZeroDivisionError):
        sight.show().findings  # noqa: B018
    assert sight.conflict().findings


@pytest.mark.usefixtures("forgiving")
def test_a_document_with_a_fault_in_it_is_not_printed(case: Path, plant: Plant) -> None:
    plant(RESULT)
    result = run("show", case, "--json")

    assert isinstance(result.exception, ZeroDivisionError)
    assert result.stdout == ""


def test_in_tests_a_fault_is_a_failure(case: Path, plant: Plant) -> None:
    plant(IN_FIND)

    assert isinstance(run("show", case).exception, ZeroDivisionError)
