"""Every kind of figure has a drawer, and every drawing is one named image that escapes its words."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from tests.report.drawn import inside
from tests.report.hostile import TEXTS, poison
from tests.report.markup import Element, everything, read
from tests.report.sample import sample

from detente.findings import Figure, Spec, figures
from detente.report.figures.registry import drawers

FIGURES = [figure for lens in sample() for finding in lens.findings for figure in finding.figures]


def drawn(figure: Figure) -> str:
    return drawers()[type(figure.spec)].draw(figure.spec, "f", figure.title, figure.description)


def test_every_specification_has_a_drawer_and_a_sample() -> None:
    names = (info.name for info in pkgutil.iter_modules(figures.__path__, f"{figures.__name__}."))
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    kinds = {kind for kind in values if isinstance(kind, type) and issubclass(kind, Spec)}

    assert set(drawers()) == kinds - {Spec}
    assert {type(figure.spec) for figure in FIGURES} == set(drawers())


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_a_drawing_is_one_named_image(figure: Figure) -> None:
    image = read(drawn(figure)).children[0]

    assert (image.tag, image.attributes["role"]) == ("svg", "img")
    assert [child.text for child in image.children[:2]] == [figure.title, figure.description]
    assert drawn(figure) == drawn(figure)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_words_stay_words_and_inside(figure: Figure, text: str) -> None:
    image = read(drawn(poison(figure, text))).children[0]
    shapes = {"svg", "g", "title", "desc", "text", "path", "rect", "circle", "line", "defs", "pattern"}

    assert {element.tag for element in everything(image)} <= shapes
    assert not any(name.startswith("on") for element in everything(image) for name in element.attributes)
    assert all(inside(sheet) for sheet in _sheets(image))


def _sheets(image: Element) -> list[Element]:
    return [element for element in image.children if element.tag == "svg" and "viewbox" in element.attributes]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_legends_have_words_and_samples(figure: Figure) -> None:
    legend = drawers()[type(figure.spec)].legend(figure.spec, "f")

    assert len({words for words, _ in legend}) == len(legend) > 0
    assert all(read(shape).children[0].attributes["aria-hidden"] == "true" for _, shape in legend)
