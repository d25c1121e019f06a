"""Pictures in a Word document: drawn by resvg with the fonts of the machine, each with an alternative text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from detente.exports.pictures.standalone import picture
from detente.exports.texts.inert import held

if TYPE_CHECKING:
    from docx.document import Document

    from detente.findings import Figure

_SHEET = (17.0, 22.0)
"""Centimetres that a picture may be wide and high, so that its heading stands on the same page."""

_FINE = 2
"""Dots of the picture to a unit of the drawing."""

_LETTERS = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="1" y="16" font-size="16" font-family="{fonts}">{letter}</text></svg>'
)


def add_picture(document: Document, figure: Figure, foot: str) -> None:
    """Add a figure to the end of a document.

    Parameters
    ----------
    document
        Where it goes.
    figure
        What is drawn.
    foot
        Whence it is: the last line of the picture.
    """
    from docx.shared import Cm

    data = io.BytesIO(_painted(picture(figure, foot), _FINE))
    made = document.add_picture(data)
    small = min(Cm(_SHEET[0]) / made.width, Cm(_SHEET[1]) / made.height)
    made.width, made.height = int(made.width * small), int(made.height * small)
    told = made._inline.docPr  # noqa: SLF001 - python-docx has no name for an alternative text
    told.set("title", held(figure.title))
    told.set("descr", held(figure.description))


def can_draw() -> bool:
    """Return whether letters are drawn here: a machine without any font would leave them out in silence."""
    from detente.exports.pictures.styles import FONTS

    blank, drawn = (_painted(_LETTERS.format(fonts=FONTS, letter=letter), 1) for letter in (" ", "x"))
    return blank != drawn


def _painted(svg: str, fine: int) -> bytes:
    """Return a drawing as PNG."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=fine))
