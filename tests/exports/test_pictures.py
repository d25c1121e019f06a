"""Figures as SVG files: they need nothing else, other programs draw them, and hostile text is text in them."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import resvg_py
from tests.conftest import Opener
from tests.exports.briefs.edition import edition
from tests.report.hostile import TEXTS, poison
from tests.settlement_cases import settlement_case

from detente.exports.export import ExportError
from detente.exports.formats import svg
from detente.exports.pictures.standalone import picture
from detente.findings import Edition, Figure

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = {
    figure.id: figure for findings in edition().findings for each in findings.findings for figure in each.figures
}
KNOWN = {"svg", "g", "title", "desc", "rect", "text", "path", "line", "circle", "defs", "pattern", "polygon", "tspan"}


def drawn(figure: Figure) -> str:
    return picture(figure, "The Ford. As of 10 July 2025. Detente 0.1.0")


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314


def painted(text: str) -> bytes:
    """Return a drawing as another program draws it."""
    return bytes(resvg_py.svg_to_bytes(svg_string=text))


@pytest.mark.parametrize("name", FIGURES)
def test_a_file_needs_no_style_sheet_and_no_other_file(name: str) -> None:
    text = drawn(FIGURES[name])
    root = parsed(text)

    assert not re.search(r"var\(|[\d.]rem|@|url\((?!#)|href|paint-order", text)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= KNOWN
    assert not [each for each in root.iter() if {"class", "style"} & each.attrib.keys()]
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]*)\)", text)) <= set(ids)
    for each in root.iter(f"{SVG}text"):
        assert {"fill", "font-size", "font-family"} <= each.attrib.keys()
        assert float(each.attrib["font-size"]) >= 12


@pytest.mark.parametrize("name", FIGURES)
def test_it_says_what_it_shows_what_its_shapes_mean_and_whence_it_is(name: str) -> None:
    from detente.report.figures.registry import drawers

    figure = FIGURES[name]
    root = parsed(drawn(figure))
    letters = [each.text for each in root.findall(f"{SVG}text")]

    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (figure.title, figure.description)
    legend: Any = drawers()[type(figure.spec)].legend(figure.spec, "x")
    assert letters == [figure.title, *(words for words, _ in legend), "The Ford. As of 10 July 2025. Detente 0.1.0"]
    assert len(root.findall(f"{SVG}svg")) == 1 + len(legend)


@pytest.mark.parametrize("name", FIGURES)
def test_another_program_draws_every_colour_and_its_letters(name: str) -> None:
    text = drawn(FIGURES[name])
    whole = painted(text)

    for colour in set(re.findall('(?:fill|stroke)="(#[0-9a-f]{3,6})"', text)):
        assert painted(text.replace(f'"{colour}"', '"#00ff00"')) != whole, colour
    root = parsed(text)
    letters = [each for each in root.iter(f"{SVG}text") if (each.text or "").strip()]
    for each in (letters[0], letters[len(letters) // 2], letters[-1]):
        said, each.text = each.text, ""
        assert painted(ElementTree.tostring(root, encoding="unicode")) != whole, said
        each.text = said


def test_every_figure_of_the_report_is_in_the_file(opened: Opener) -> None:
    case = opened(settlement_case(["0.3", "0.4"], 3))
    pictures = [figure for found in case.at().look_around() for each in found.findings for figure in each.figures]
    data = b"".join(piece for piece in case.at().pieces("svg") if isinstance(piece, bytes))
    with ZipFile(io.BytesIO(data)) as file:
        titles = [parsed(file.read(name).decode()).findtext(f"{SVG}title") for name in file.namelist()]
        assert all(re.fullmatch(r"[a-z0-9-]+\.svg", name) for name in file.namelist())

    assert pictures
    assert titles == [figure.title for figure in pictures]
    assert data == b"".join(piece for piece in case.at().pieces("svg") if isinstance(piece, bytes))


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_texts_are_text_in_pictures_and_in_names_of_files(kind: str) -> None:
    made = edition()
    said = tuple(poison(each, TEXTS[kind]) for each in made.findings)
    [data] = svg.write(Edition(poison(made.stamp, TEXTS[kind]), said))

    with ZipFile(io.BytesIO(data)) as file:
        names = file.namelist()
        assert len(names) == len(set(names)) == sum(len(f.figures) for each in said for f in each.findings)
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*\.svg", name) for name in names)
        for name in names:
            text = file.read(name).decode()
            assert {each.tag.removeprefix(SVG) for each in parsed(text).iter()} <= KNOWN
            assert not {"\x00", "\x1b", "\ud800", "\u202e"} & set(text)
            assert not re.search(r"<[^>]*\s(?:on\w+|href|src)=", text)


def test_a_case_without_figures_is_refused(opened: Opener) -> None:
    with pytest.raises(ExportError, match="has no figures"):
        opened("case: {id: bare, as_of: 2025}").at().save("svg", "never")
