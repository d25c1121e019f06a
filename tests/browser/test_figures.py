"""Every figure as a person sees it: letters large enough, nothing across words, nothing outside, marks that stand out.

Figures find themselves: those of the flagship, the template and every case of the catalogue, the sample of each kind,
that sample with long words and other scripts in it, and the extremes in :mod:`tests.report.extremes`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.gallery import complaints, gallery
from tests.browser.page_checks import axe_violations, overflow
from tests.conftest import ROOT
from tests.report.extremes import extremes
from tests.report.hostile import poison
from tests.report.sample import sample

from detente.findings import Figure
from detente.session import open_case

Open = Callable[..., Page]
Named = list[tuple[str, Figure]]

COLUMNS = (320, 672, 880)
PAPER = 657
"""What an A4 page leaves between its margins [px]."""

WORDS = {
    "long": "The joint commission of both sides on the delimitation and security of the common border and its posts",
    "word": "x" * 5000,
    "armenian": "Հայաստանի և Ադրբեջանի միջև խաղաղության պայմանագրի տեքստը համաձայնեցված է",
    "georgian": "სომხეთსა და აზერბაიჯანს შორის სამშვიდობო ხელშეკრულების ტექსტი შეთანხმებულია",
    "chinese": "亚美尼亚与阿塞拜疆之间的和平条约文本已经商定但尚未签署",
    "arabic": "تم الاتفاق على نص معاهدة السلام بين أرمينيا وأذربيجان",
    "hindi": "आर्मेनिया और अज़रबैजान के बीच शांति संधि का पाठ सहमत है",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 40,
    "capitals": "WARM WATER MAMMALS SWAM WHILE WE WAITED",
    "empty": "",
}
CASES = ("examples/south-caucasus", "src/detente/casefile/template.yaml", "catalog")


def of_cases(place: str) -> Named:
    """Return every figure of every case in a place."""
    root = ROOT / place
    paths = sorted(root.rglob("*.yaml")) if place == "catalog" else [root]
    return [
        (f"{path.stem}-{found.lens}-{figure.id}", figure)
        for path in paths
        for found in open_case(path).at().look_around()
        for finding in found.findings
        for figure in finding.figures
    ]


def of_sample() -> Named:
    """Return a figure of each kind."""
    return [(figure.id, figure) for lens in sample() for finding in lens.findings for figure in finding.figures]


def worded() -> Named:
    """Return the figure of each kind with other words in it."""
    return [
        (f"{name}-{key}", replace(figure, spec=poison(figure.spec, text)))
        for name, figure in of_sample()
        for key, text in WORDS.items()
    ]


GALLERIES: dict[str, Callable[[], Named]] = {
    **{Path(place).stem: partial(of_cases, place) for place in CASES},
    "sample": of_sample,
    "words": worded,
    "extremes": extremes,
}


@pytest.fixture(scope="session", params=GALLERIES)
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page with figures."""
    path = tmp_path_factory.mktemp("gallery") / f"{request.param}.html"
    path.write_text(gallery(GALLERIES[request.param]()), "utf-8")
    return path


def test_words_are_large_enough_and_nothing_crosses_them(visit: Open, shown: Path) -> None:
    page = visit(shown)

    assert [(column, found) for column in COLUMNS for found in complaints(page, column)] == []


def test_words_on_paper_are_large_enough_and_nothing_crosses_them(visit: Open, shown: Path) -> None:
    page = visit(shown)
    page.emulate_media(media="print")

    assert complaints(page, PAPER, contrast=True) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_words_stand_out(visit: Open, shown: Path, scheme: str) -> None:
    page = visit(shown, scheme=scheme)
    plain = complaints(page, COLUMNS[-1], letters=False, contrast=True)
    page.emulate_media(forced_colors="active")

    assert plain + complaints(page, COLUMNS[-1], letters=False, contrast=True) == []


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page with a figure of each kind."""
    path = tmp_path_factory.mktemp("samples") / "sample.html"
    path.write_text(gallery(of_sample()), "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, samples: Path, scheme: str) -> None:
    page = visit(samples, scheme=scheme, width=320)

    assert axe_violations(page) == []
    assert overflow(page) == []


def test_a_screen_reader_hears_a_description_once(visit: Open, samples: Path) -> None:
    page = visit(samples)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["name"]["value"], node["description"]["value"])
        for node in nodes
        if node["role"]["value"] == "image" and not node["ignored"]
    ]

    assert told == [(figure.title, figure.description) for _, figure in of_sample()]


def test_words_grow_with_those_of_the_reader(visit: Open, samples: Path) -> None:
    """Letters of one and a half times the size: the least of them, and all of them in a column as much wider."""
    page = visit(samples, width=880)
    least = (
        "() => Math.min(...[...document.querySelectorAll('.drawing text')].map(each => "
        "each.getBoundingClientRect().height).filter(Boolean))"
    )
    before = page.evaluate(least)
    page.evaluate("document.documentElement.style.fontSize = '24px'")

    assert page.evaluate(least) >= 1.4 * before
    assert overflow(page) == []


def test_large_words_on_a_small_screen_do_not_push_the_page_aside(visit: Open, samples: Path) -> None:
    page = visit(samples, width=390)
    page.evaluate("document.documentElement.style.fontSize = '28px'")

    assert overflow(page) == []
