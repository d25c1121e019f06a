"""What the page says about evidence: citations, certainty, hedges, assumptions, reasons, and the stamp."""

from __future__ import annotations

import pytest
from tests.report.markup import Element, everything, read
from tests.report.sample import STAMP, sample
from tests.told import findings

from detente.findings import Evidence, Finding, Statement
from detente.report import render


@pytest.fixture(scope="module")
def root(page: str) -> Element:
    """Return the sample page, read."""
    return read(page)


def _by_id(root: Element, anchor: str) -> Element:
    return next(element for element in everything(root) if element.attributes.get("id") == anchor)


def _texts(root: Element, name: str) -> list[str]:
    return [" ".join(e.text.split()) for e in everything(root) if name in e.classes]


def test_every_headline_stands_in_brief_and_links_to_its_finding(root: Element) -> None:
    brief = _by_id(root, "brief").within[-1]
    links = {link.text: _by_id(root, link.attributes["href"][1:]) for link in brief.all("a")}

    assert list(links) == [finding.headline for lens in sample() for finding in lens.findings]
    assert all(headline in target.text for headline, target in links.items())


def test_a_citation_shows_place_quote_hedge_and_grade(root: Element) -> None:
    cites = _texts(root, "cite")

    assert "[dossier ¶7]" in cites
    assert "[radio] ტექსტი პრაქტიკულად მზადაა, softened by პრაქტიკულად, judged possibly true" in cites


def test_quotes_carry_the_language_of_their_source(root: Element) -> None:
    quotes = {quote.text: quote.attributes.get("lang") for quote in root.all("q")}

    assert quotes["ტექსტი პრაქტიკულად მზადაა"] == "ka"
    assert quotes["practically"] is None


def test_cells_carry_their_language(root: Element) -> None:
    assert {cell.text: cell.attributes.get("lang") for cell in root.all("bdi")}["Պայմանագիր"] == "hy"


def test_sources_link_back_to_every_citation(root: Element) -> None:
    sources = _by_id(root, "sources").within[-1]
    back = {link.attributes["href"][1:] for link in sources.all("a")}
    cites = {e.children[0].attributes["id"] for e in everything(root) if "cite" in e.classes}

    assert cites <= back


def test_certainty_is_said_in_words(root: Element) -> None:
    reading = {"fact", "attributed", "inference", "forecast"}

    assert reading == set(_texts(root, "badge"))


def test_assumptions_stand_beside_the_result_and_are_gathered(root: Element) -> None:
    gathered = " ".join(_by_id(root, "assumptions").within[-1].text.split())

    assert "An issue that no readout mentions is not on the agenda." in gathered
    assert "Issues, and whether they are negotiated: Return of families" in gathered
    assert "South would refuse a treaty that leaves the law unamended." in gathered
    assert "An issue that no readout" in _by_id(root, "chronicle-issues").text


def test_a_state_is_read_out_letter_by_letter(root: Element) -> None:
    state = next(e for e in everything(root) if "options" in e.classes)

    assert (state.text, state.attributes["role"], state.attributes["aria-label"]) == ("NNY", "img", "N N Y")


def test_units_stand_in_the_header(root: Element) -> None:
    assert "Length (km)" in [header.text for header in root.all("th")]


def test_the_stamp_says_how_to_obtain_the_page_again(root: Element) -> None:
    stamp = " ".join(_by_id(root, "reproduce").within[-1].text.split())

    for part in (STAMP.command, STAMP.version, "10 July 2025", "31 July 2025", "the case as it is", STAMP.program):
        assert part in stamp


def test_a_source_that_the_case_does_not_describe_is_listed_all_the_same() -> None:
    said = Statement("It is so.", (Evidence("rumour", "p. 2"),))
    lens = findings("chronicle", "Where?", [Finding("X", "X is so.", (said,), lens="chronicle", id="x")])

    assert "not described in the case" in render((lens,), STAMP)
