"""Why it is stuck in plain words: what is open on the page, on every case there is and on generated ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.catalog.test_catalog import CONFLICTS as PUBLISHED
from tests.conftest import ROOT
from tests.lenses.conflict.matrix.test_matrix import CONFLICTS, opened_at
from tests.lenses.reading import tables

from detente.findings import Depth, Finding, Findings
from detente.session import open_case

CASES = [ROOT / "examples" / "south-caucasus", *PUBLISHED]
MACHINE = re.compile(
    r"\b(Nash|C?GMR|C?SMR|S?SEQ|CNash|operator only|draws?|drawn|utilit(y|ies)|ZOPA|Pareto|payoffs?|equilibri(um|a))\b"
    r"|possible states|readings of what they want|asked about",
)
CODE = re.compile(r"\b[YN]{2,}\b|\{[YN-]+\}")
OPEN = (Depth.FRONT, Depth.HEADLINE)


def texts(finding: Finding, *, rows: int | None = None) -> Iterator[str]:
    """Yield what a reader meets before opening 'Why?': all rows of tables, or the first ones."""
    yield from (finding.headline, *(said.text for said in finding.statements))
    for figure in finding.figures:
        yield from (figure.title, *_drawn(figure.spec))
    for table in finding.tables:
        yield from (column.title for column in table.columns)
        yield from (str(cell) for row in table.rows[:rows] for cell in row.cells if cell is not None)


def _drawn(value: Any) -> Iterator[str]:
    """Yield every text in a specification, but keys, and what only a pointer brings up."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _drawn(item))
    elif is_dataclass(value):
        kept = (field.name for field in fields(value) if field.name not in ("to", "title"))
        yield from (text for name in kept for text in _drawn(getattr(value, name)))


def check(findings: Findings) -> None:
    """Hold the laws of plain words against what the lens says of one case."""
    opened = [found for found in findings.findings if found.depth in OPEN]
    assert 1 <= len(opened) <= 3
    for found in opened:
        assert [text for text in texts(found) if MACHINE.search(text)] == [], found.id
        assert found.because, found.id
        assert found.method is not None, found.id
        assert found.method.formula, found.id
    for found in findings.findings:
        assert len(found.headline.split()) <= 25, found.headline
        if found.depth is not Depth.APPENDIX:
            shown = [*texts(found), *(str(cell) for table in tables(found) for row in table.rows for cell in row.cells)]
            assert [text for text in shown if CODE.search(text)] == [], found.id
            assert not [column for table in tables(found) for column in table.columns if column.kind == "state"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_speaks_plainly(path: Path) -> None:
    case = open_case(path)
    check(case.at().conflict())
    for scenario in case.case.scenarios:
        found = case.at(scenario=scenario.id).conflict()
        if found.document["determined"]:
            check(found)


@settings(max_examples=25)
@given(CONFLICTS)
def test_any_conflict_speaks_plainly(tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Any]) -> None:
    sight = opened_at(tmp_path_factory.mktemp("plain"), drawn)
    if sight is not None:
        check(sight.conflict())


def test_the_flagship_has_few_words_and_short_sentences() -> None:
    """Of 550 words in the part, the sentences, the matrix and the rows of the drawing take less."""
    opened = [found for found in open_case(CASES[0]).at().conflict().findings if found.depth in OPEN]
    sentences = [text for found in opened for text in (found.headline, *(said.text for said in found.statements))]
    words = sum(len(text.split()) for found in opened for text in texts(found, rows=5))
    single = [each for text in sentences for each in re.split(r"(?<=[.;:]) ", text)]

    assert [found.id for found in opened] == ["impasse", "ways", "matrix"]
    assert words <= 500
    assert sum(len(each.split()) for each in single) / len(single) <= 18
