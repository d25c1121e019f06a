"""Reading drawings back: the narrow and the wide one, and where their parts stand."""

from __future__ import annotations

import re

from tests.report.markup import Element, everything, read

from detente.report.drawing.svg import Box


def sheets(drawing: str) -> dict[str, Element]:
    """Return the drawings of one image, ``narrow`` and ``wide``."""
    found = {element.classes[0]: element for element in read(drawing).all("svg")[0].children if element.tag == "svg"}
    assert list(found) == ["narrow", "wide"]
    return found


def ground(sheet: Element) -> Box:
    """Return what a sheet shows [units]."""
    x, y, wide, high = map(float, sheet.attributes["viewbox"].split())
    return Box(x, y, wide, high)


def classed(sheet: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [element for element in everything(sheet) if name in element.classes]


def rectangle(element: Element) -> Box:
    """Return the rectangle that a ``rect`` fills [units]."""
    return Box(*(float(element.attributes[key]) for key in ("x", "y", "width", "height")))


def points(sheet: Element) -> list[tuple[float, float]]:
    """Return the absolute points of a sheet: of letters, circles, rectangles, and of paths in capitals."""
    found = []
    for element in everything(sheet):
        given = element.attributes
        if element.tag in ("text", "rect"):
            found.append((float(given["x"]), float(given["y"])))
        if element.tag == "rect":
            found.append((rectangle(element).right, rectangle(element).bottom))
        if element.tag == "circle":
            x, y, far = (float(given[key]) for key in ("cx", "cy", "r"))
            found += [(x - far, y - far), (x + far, y + far)]
        if element.tag == "path":
            pairs = re.findall(r"[ML](-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)", given["d"])
            found += [(float(x), float(y)) for x, y in pairs]
    return found


def inside(sheet: Element) -> bool:
    """Return whether everything of a sheet stands in what it shows."""
    shown = ground(sheet)
    return all(-0.01 <= x <= shown.right + 0.01 and -0.01 <= y <= shown.bottom + 0.01 for x, y in points(sheet))
