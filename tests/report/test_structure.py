"""The page's structure, whatever stands in it: headings, ids, links, tables, landmarks, languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.report.hostile import TEXTS, poison
from tests.report.markup import Element, everything, read
from tests.report.sample import STAMP, sample
from tests.told import findings

from detente.report import render


@pytest.fixture(scope="module", params=["sample", "nothing", *TEXTS])
def root(request: pytest.FixtureRequest) -> Element:
    """Return the sample page, an empty one, and those filled with hostile texts."""
    if request.param in TEXTS:
        text = TEXTS[request.param]
        return read(render(poison(sample(), text), poison(STAMP, text)))
    return read(render(sample() if request.param == "sample" else (), STAMP))


def test_headings_start_at_one_and_skip_no_level(root: Element) -> None:
    levels = [int(e.tag[1]) for e in everything(root) if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_everything_that_points_at_one_finds_it(root: Element) -> None:
    ids = [e.attributes["id"] for e in everything(root) if "id" in e.attributes]
    wanted = [e.attributes["href"][1:] for e in root.all("a") if e.attributes["href"].startswith("#")]
    for name in ("aria-labelledby", "aria-describedby"):
        wanted += [word for e in everything(root) for word in e.attributes.get(name, "").split()]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_tables_have_captions_scopes_and_a_region_of_their_own(root: Element) -> None:
    for table in root.all("table"):
        region = table.within[-1]
        caption = table.children[0]

        assert caption.tag == "caption"
        assert caption.text.strip()
        assert {header.attributes["scope"] for header in table.all("th")} == {"col", "row"}
        assert (region.attributes["role"], region.attributes["tabindex"]) == ("region", "0")
        assert region.attributes["aria-labelledby"] == caption.children[0].attributes["id"]


def test_landmarks_come_in_order_after_the_skip_link(root: Element) -> None:
    body = root.all("body")[0]

    assert [child.tag for child in body.children] == ["a", "header", "main", "footer"]
    assert body.children[0].attributes == {"class": "skip", "href": "#main"}
    assert [nav.within[-2].tag for nav in root.all("nav")] == ["main"]


def test_figures_are_images_with_a_name_a_description_and_a_table(root: Element) -> None:
    for figure in root.all("figure"):
        drawing = figure.all("svg")[0]
        name, description = drawing.children[:2]

        assert drawing.attributes["role"] == "img"
        assert (name.tag, description.tag) == ("title", "desc")
        assert drawing.attributes["aria-labelledby"].split() == [
            name.attributes["id"],
            description.attributes["id"],
        ]
        assert len(figure.all("details")[0].all("table")) == 1


def test_no_text_becomes_markup(root: Element) -> None:
    tags = {element.tag for element in everything(root)}
    attributes = {name for element in everything(root) for name in element.attributes}

    assert len(root.all("script")) == 1
    assert not tags & {"img", "iframe", "object", "form", "base"}
    assert not {name for name in attributes if name.startswith("on")}
    assert len(root.all("style")) == 1


def test_only_web_addresses_are_links_away(root: Element) -> None:
    for link in root.all("a"):
        assert link.attributes["href"].startswith(("#", "https://example.org/"))


def test_a_lens_without_findings_is_left_out() -> None:
    assert "What would settle it" not in render(sample(), STAMP)


def test_lenses_that_answer_one_question_share_its_section() -> None:
    first, second, _ = sample()
    joined = findings(second.lens, first.question, second.findings, second.references)
    questions = [heading.text for heading in read(render((first, joined), STAMP)).all("h2")]

    assert questions.count(first.question) == 1


def test_the_same_input_gives_the_same_page() -> None:
    assert render(sample(), STAMP) == render(sample(), STAMP)
