"""A section that no lens reads is remarked on, and only such a one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import detente
from detente.case import Case
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


def test_what_no_lens_reads_is_told_at_its_place(opened: Callable[[str], OpenCase]) -> None:
    (found,) = opened(TEXT).diagnostics

    assert (found.code, str(found.severity), found.span.line) == ("DT230", "warning", 3)
    assert "'corridor'" in found.message


def test_an_empty_section_loses_nothing(opened: Callable[[str], OpenCase]) -> None:
    assert opened("case: {id: demo, as_of: 2025-07-10}\nevents: []\n").diagnostics == ()


def test_a_lens_that_reads_it_settles_it(opened: Callable[[str], OpenCase], monkeypatch: pytest.MonkeyPatch) -> None:
    lens = replace(shipped()["roadmap"], key="routes", sections=("corridor",))
    monkeypatch.setattr(unread, "shipped", lambda: MappingProxyType({**shipped(), "routes": lens}))

    assert opened(TEXT).diagnostics == ()


def test_every_section_that_a_lens_names_is_one() -> None:
    named = {section for lens in shipped().values() for section in lens.sections}

    assert named <= set(Case.model_fields)
