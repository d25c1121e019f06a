"""Figures as SVG files: the wide drawing with its title above, and below what its shapes mean and whence it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from detente.dates.words import plain_date
from detente.exports.pictures.styles import FONTS, LOOKS, length, styles
from detente.exports.texts.inert import held
from detente.report.drawing.lettering import LEADING, wrap
from detente.report.drawing.svg import WIDE
from detente.report.figures.registry import drawers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.findings import Figure, Stamp

_SVG = "http://www.w3.org/2000/svg"
_EDGE = 16.0
_INK, _QUIET, _PAPER = "#1d1e21", "#56575c", "#ffffff"
_LENGTHS = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"}
_SMALL = 13
_ROW = 24.0


def picture(figure: Figure, foot: str) -> str:
    """Return a figure as an SVG file.

    Parameters
    ----------
    figure
        What is drawn.
    foot
        Whence it is: the last line of the picture.
    """
    drawer = drawers()[type(figure.spec)]
    drawn, wide, high = _drawing(drawer.draw(figure.spec, "figure", figure.title, figure.description))
    page = Element("svg", {"xmlns": _SVG, "role": "img", "aria-labelledby": "title desc"})
    SubElement(page, "title", {"id": "title"}).text = held(figure.title)
    SubElement(page, "desc", {"id": "desc"}).text = held(figure.description)
    SubElement(page, "rect", {"width": "100%", "height": "100%", "fill": _PAPER})
    y = _lines(page, wrap(held(figure.title), wide, 17, 3), (_EDGE, _EDGE + 17), 17)
    drawn.attrib |= {"x": f"{_EDGE:g}", "y": f"{y:g}", "width": f"{wide:g}", "height": f"{high:g}"}
    page.append(drawn)
    y += high + _ROW
    for words, sample in drawer.legend(figure.spec, "figure"):
        mark = _read(sample)
        mark.attrib |= {"x": f"{_EDGE:g}", "y": f"{y - 15:g}"}
        page.append(mark)
        y = max(y + _ROW, _lines(page, wrap(held(words), wide - 56, 13, 3), (_EDGE + 56, y), 13))
    y = _lines(page, wrap(held(foot), wide, 12, 3), (_EDGE, y + 4), 12)
    size = f"{wide + 2 * _EDGE:g}", f"{y:g}"
    page.attrib |= {"width": size[0], "height": size[1], "viewBox": f"0 0 {' '.join(size)}"}
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(page, encoding="unicode")}\n'


def foot_of(stamp: Stamp) -> str:
    """Return whence a picture is: the case, its date, its scenario, and the program."""
    scenario = f" {stamp.scenario}." if stamp.scenario else ""
    return f"{stamp.title.rstrip('.')}. As of {plain_date(stamp.as_of)}.{scenario} {stamp.program}"


def _drawing(markup: str) -> tuple[Element, float, float]:
    """Return the wide drawing of a figure, or its only one, with its width and height."""
    whole = ElementTree.fromstring(held(markup))  # noqa: S314 - our own markup, in which all text is escaped
    sheet = next((each for each in whole.findall("svg") if each.get("class") == "wide"), whole)
    _dress(whole, [])
    for told in [*whole.findall("title"), *whole.findall("desc")]:
        whole.remove(told)
    shown = sheet.get("viewBox")
    width, height = map(float, shown.split()[2:]) if shown else (WIDE, float(sheet.get("height", "")))
    looks = {name: each.attrib[name] for each in (whole, sheet) for name in LOOKS & each.attrib.keys()}
    sheet.attrib = {**looks, **({"viewBox": shown} if shown else {"overflow": "hidden"})}
    return sheet, width, height


def _read(markup: str) -> Element:
    """Return drawn markup with every style worked out."""
    root = ElementTree.fromstring(held(markup))  # noqa: S314 - as above
    _dress(root, [])
    del root.attrib["class"]
    return root


def _dress(element: Element, around: Sequence[Element]) -> None:
    """Give an element, and all in it, the attributes that the style sheet says."""
    element.attrib |= styles().of(element, around)
    for name in _LENGTHS & element.attrib.keys():
        element.set(name, length(element.attrib[name]))
    within = [*around, element]
    for child in list(element):
        _dress(child, within)
    for child in element:
        child.attrib.pop("class", None)
    for name in ("style", "aria-hidden"):
        element.attrib.pop(name, None)


def _lines(page: Element, words: Sequence[str], at: tuple[float, float], size: int) -> float:
    """Add lines of letters to a picture, and return where the next ones can stand."""
    x, y = at
    looks = {"font-family": FONTS, "font-size": str(size), "fill": _INK if size > _SMALL else _QUIET}
    for line in words:
        SubElement(page, "text", {"x": f"{x:g}", "y": f"{y:g}", **looks}).text = line
        y += size * LEADING
    return y
