"""The page keeps within what a reader can read: measured on the flagship, the template and a textbook conflict."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest
from playwright.sync_api import Page
from tests.browser.reading import SCREEN, Reading, reading
from tests.conftest import ROOT

from detente.casefile.template import template
from detente.report import write_report
from detente.session import open_case

Open = Callable[..., Page]

FLAGSHIP = "flagship"
CASES = (FLAGSHIP, "template", "elmira")
WORDS = 3800
SCREENS = 16
STOPS = 150
NODES = 8000
BYTES = 700_000
SENTENCE = 18
"""Words that a sentence has on average, at most."""

MACHINE = (
    r"\b[YN]{2,}\b",
    r"\bdraws?\b",
    r"\b(GMR|SMR|SEQ|SSEQ|Nash|Pareto|ZOPA|BATNA)\b",
    r"\butilit(y|ies)\b",
    r"\bnot computed\b",
    r"\bNone\b(?= *$)|\bnull\b|\bnan\b|\binf\b",
    r"\d\.\d{3,}",
    r"\boperator only\b",
    r"\b(possible|feasible) states\b",
    r"\bworth no less than no deal to everybody\b",
    r"\bthe readings of what they want\b",
    r"\bundefined\b|\[object",
)
"""What machines say, and readers do not."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the page of each case once."""
    folder = tmp_path_factory.mktemp("budget")
    (folder / "template.yaml").write_text(template("mine"), "utf-8")
    places = {
        FLAGSHIP: ROOT / "examples" / "south-caucasus",
        "template": folder / "template.yaml",
        "elmira": next(ROOT.glob("catalog/**/elmira.yaml")),
    }
    for name, place in places.items():
        write_report(open_case(place).at().edition("detente report"), folder / f"{name}.html")
    return {name: folder / f"{name}.html" for name in CASES}


@pytest.fixture(params=CASES)
def read(request: pytest.FixtureRequest, visit: Open, pages: dict[str, Path]) -> Reading:
    """Return what a reader of a case has before them."""
    page = visit(pages[request.param])
    page.set_viewport_size({"width": 1280, "height": SCREEN})
    return reading(page)


def test_words_and_screens(read: Reading) -> None:
    assert read.words <= WORDS
    assert read.screens <= SCREENS


def test_stops_of_the_keyboard_before_the_appendix(read: Reading) -> None:
    assert read.stops <= STOPS


def test_elements_outside_closed_disclosures(read: Reading) -> None:
    assert read.nodes <= NODES


def test_sentences_are_short(read: Reading) -> None:
    lengths = [len(sentence.split()) for sentence in read.sentences]

    assert lengths
    assert mean(lengths) <= SENTENCE
    assert [sentence for sentence in read.sentences if len(sentence.split()) > 45] == []


def test_no_machine_speaks(read: Reading) -> None:
    spoken = [found.group() for phrase in MACHINE for found in re.finditer(phrase, read.text, re.MULTILINE)]

    assert spoken == []


def test_no_column_says_the_same_in_every_row(read: Reading) -> None:
    assert read.constant == ()


@pytest.mark.parametrize("name", CASES)
def test_the_file_is_small(name: str, pages: dict[str, Path]) -> None:
    assert pages[name].stat().st_size <= BYTES
