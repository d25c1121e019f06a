"""A section that no lens reads is remarked on, and only such a one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import detente
from detente.case import Case
from detente.diagnostics import Diagnostic
from detente.lenses.registry import shipped
from detente.session import OpenCase, unread

TEXT = """
case: {id: demo, as_of: 2025-07-10}
corridor: {nodes: [{id: a, name: A}]}
actors: [{id: north, name: North, kind: state}]
"""


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], OpenCase]:
    def write(text: str) -> OpenCase:
        path = tmp_path / "case.yaml"
        path.write_text(text, "utf-8")
        return detente.open(path)

    return write


@pytest.fixture(autouse=True)
def nobody_reads_the_corridor(monkeypatch: pytest.MonkeyPatch) -> None:
    others = {key: lens for key, lens in shipped().items() if key != "corridor"}
    monkeypatch.setattr(unread, "shipped", lambda: MappingProxyType(others))


def remarks(case: OpenCase) -> list[Diagnostic]:
    """Return what is said of sections that nobody reads."""
    return [each for each in case.diagnostics if each.code == "DT230"]


def test_what_no_lens_reads_is_told_at_its_place(opened: Callable[[str], OpenCase]) -> None:
    (found,) = remarks(opened(TEXT))

    assert (found.code, str(found.severity), found.span.line) == ("DT230", "warning", 3)
    assert "'corridor'" in found.message


def test_an_empty_section_loses_nothing(opened: Callable[[str], OpenCase]) -> None:
    assert opened("case: {id: demo, as_of: 2025-07-10}\nevents: []\n").diagnostics == ()


@pytest.mark.parametrize("empty", ["", " {}", " {nodes: []}", " {nodes: [], parameters: {}}"])
def test_nor_does_an_empty_record(empty: str, opened: Callable[[str], OpenCase]) -> None:
    assert opened(f"case: {{id: demo, as_of: 2025-07-10}}\ncorridor:{empty}\n").diagnostics == ()


CHANGED = """
scenarios:
  - {id: one, assumption: x, changes: [{set: case.title, to: A}, {set: corridor.nodes, to: [{id: n, name: N}]}]}
  - {id: two, assumption: x, changes: [{set: corridor.nodes, to: [{id: m, name: M}]}]}
"""


def test_what_only_scenarios_write_there_is_told_once_where_it_is_written(opened: Callable[[str], OpenCase]) -> None:
    (found,) = remarks(opened(TEXT.replace("[{id: a, name: A}]", "[]") + CHANGED))

    assert (found.code, found.span.line, found.span.column) == ("DT230", 7, 66)
    assert found.message == "no lens reads 'corridor': nothing in it reaches the page"


def test_what_is_told_of_the_case_is_not_told_again_of_its_scenarios(opened: Callable[[str], OpenCase]) -> None:
    (found,) = remarks(opened(TEXT + CHANGED))

    assert (found.code, found.span.line) == ("DT230", 3)


def test_a_lens_that_reads_it_settles_it(opened: Callable[[str], OpenCase], monkeypatch: pytest.MonkeyPatch) -> None:
    lens = replace(shipped()["roadmap"], key="routes", sections=("corridor",))
    monkeypatch.setattr(unread, "shipped", lambda: MappingProxyType({**shipped(), "routes": lens}))

    assert remarks(opened(TEXT)) == []


def test_every_section_that_a_lens_names_is_one() -> None:
    named = {section for lens in shipped().values() for section in lens.sections}

    assert named <= set(Case.model_fields)
