"""The page's structure, whatever stands in it: headings, ids, links, tables, landmarks, languages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.report.hostile import TEXTS, poison
from tests.report.markup import Element, everything, read
from tests.report.sample import STAMP, edition, sample
from tests.told import findings

from detente.findings import Depth, Edition
from detente.report import render


@pytest.fixture(scope="module", params=["sample", "nothing", *TEXTS])
def root(request: pytest.FixtureRequest) -> Element:
    """Return the sample page, an empty one, and those filled with hostile texts."""
    if request.param in TEXTS:
        return read(render(poison(edition(), TEXTS[request.param])))
    return read(render(edition() if request.param == "sample" else Edition(STAMP, ())))


def test_headings_start_at_one_and_skip_no_level(root: Element) -> None:
    levels = [int(e.tag[1]) for e in everything(root) if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_everything_that_points_at_one_finds_it(root: Element) -> None:
    ids = [e.attributes["id"] for e in everything(root) if "id" in e.attributes]
    wanted = [e.attributes["href"][1:] for e in root.all("a") if e.attributes["href"].startswith("#")]
    wanted += [e.attributes["popovertarget"] for e in root.all("button")]
    for name in ("aria-labelledby", "aria-describedby"):
        wanted += [word for e in everything(root) for word in e.attributes.get(name, "").split()]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_tables_have_captions_and_room_to_scroll(root: Element) -> None:
    for table in root.all("table"):
        caption = table.children[0]

        assert caption.tag == "caption"
        assert caption.text.strip()
        assert "scroll" in table.within[-1].classes


def test_landmarks_come_in_order_after_the_skip_link(root: Element) -> None:
    body = root.all("body")[0]

    assert [child.tag for child in body.children if "popover" not in child.attributes] == [
        *("a", "header", "main", "footer")
    ]
    assert body.children[0].attributes == {"class": "skip", "href": "#main"}
    assert [nav.within[-2].tag for nav in root.all("nav")] == ["main"]


def test_figures_are_images_with_a_name_a_description_and_a_table(root: Element) -> None:
    for figure in root.all("figure"):
        drawing = figure.all("svg")[0]
        name, description = drawing.children[:2]

        assert drawing.attributes["role"] == "img"
        assert (name.tag, description.tag) == ("title", "desc")
        assert drawing.attributes["aria-labelledby"] == name.attributes["id"]
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


def test_a_part_without_findings_is_left_out() -> None:
    assert "What would settle it" not in render(edition())


def test_lenses_that_fill_one_part_share_its_section() -> None:
    first, second, _ = sample()
    joined = findings(second.lens, second.question, second.findings, second.references)
    titles = [heading.text for heading in read(render(Edition(STAMP, (first, joined)))).all("h2")]

    assert titles.count("Where it stands") == 1


@pytest.mark.parametrize("depth", list(Depth))
def test_each_depth_has_its_place(depth: Depth) -> None:
    first = sample()[0]
    one = replace(first.findings[0], depth=depth)
    root = read(render(Edition(STAMP, (findings(first.lens, "", [one], first.references),))))
    found = next(e for e in everything(root) if e.attributes.get("id") == "chronicle-formats")
    within = {name for e in found.within for name in e.classes} | {e.attributes.get("id", "") for e in found.within}

    assert found.tag == {Depth.FRONT: "article", Depth.HEADLINE: "article"}.get(depth, "details")
    assert ("front" in within) == (depth is Depth.FRONT)
    assert ("appendix" in within) == (depth is Depth.APPENDIX)
    assert one.headline in found.text


def test_the_same_input_gives_the_same_page() -> None:
    assert render(edition()) == render(edition())
