"""SVG: the few elements that drawings are made of, and the frame that shows a narrow or a wide drawing.

A drawing fills its column: it is laid out at one of two widths, and a little enlarged or reduced from there. Where
there is little room the narrow one takes the place of the wide one. What is little is measured in rem, so that
letters follow the reader's font size; letters of 14 units are never less than 12 pixels high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from detente.report.drawing.lettering import LEADING

_NARROW = re.compile(r'<svg class="narrow".*?</svg>', re.DOTALL)
_SIZE = re.compile("--narrow:[^;]*;")
_HOVERED = re.compile("<title>[^<]*</title>")

NARROW, WIDE = 320.0, 720.0
"""Widths that drawings are laid out at [units]."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left upper corner and its size [units]."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: Box) -> bool:
        """Return whether two rectangles share more than an edge."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: Box) -> bool:
        """Return whether another lies in this one."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing: its size in units and its markup."""

    width: float
    height: float
    body: str


def frame(name: str, words: tuple[str, str, str], narrow: Sheet, wide: Sheet) -> str:
    """Return one image of two drawings, of which a style sheet shows the one there is room for.

    The narrow one says nothing when something hovers over it: it is for screens that are touched.

    Parameters
    ----------
    name
        Class of the kind of figure.
    words
        Its anchor, title and description.
    narrow, wide
        The two drawings.
    """
    anchor, title, description = words
    sizes = ";".join(f"--{key}:{sheet.width:g}/{sheet.height:g}" for key, sheet in (("narrow", narrow), ("wide", wide)))
    return (
        f'<svg class="drawing {name}" role="img" aria-labelledby="{anchor}-title" style="{sizes}">'
        f'<title id="{anchor}-title">{escape(title)}</title><desc>{escape(description)}</desc>'
        f"{_inner('narrow', replace(narrow, body=_HOVERED.sub('', narrow.body)))}{_inner('wide', wide)}</svg>"
    )


def broad(image: str) -> str:
    """Return an image of two drawings with the wide one only, which is moved sideways where there is little room."""
    return _SIZE.sub("", _NARROW.sub("", image), count=1).replace('class="drawing ', 'class="drawing broad ', 1)


def swatch(name: str, shape: str, width: float = 40) -> str:
    """Return a sample for a legend."""
    return f'<svg class="swatch {name}" aria-hidden="true" viewBox="0 0 {width:g} 20">{shape}</svg>'


def text(x: float, y: float, words: str, name: str = "", anchor: str = "") -> str:
    """Return a line of letters; ``anchor`` is ``middle`` or ``end`` where it does not begin at ``x``."""
    names = " ".join(filter(None, (name, {"middle": "mid"}.get(anchor, anchor))))
    kind = f' class="{names}"' if names else ""
    return f'<text{kind} x="{x:g}" y="{y:g}">{escape(words)}</text>'


def lines(at: tuple[float, float], words: tuple[str, ...], size: float, name: str = "", anchor: str = "") -> str:
    """Return lines of letters of some size; ``at`` is where the first one's base line begins."""
    x, y = at
    return "".join(
        text(x, round(y + row * size * LEADING, 1), each, name, anchor) for row, each in enumerate(words) if each
    )


def rectangle(name: str, box: Box) -> str:
    """Return a rectangle of a class."""
    x, y, wide, high = (round(each, 1) for each in (box.x, box.y, box.width, box.height))
    return f'<rect class="{name}" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}"/>'


def titled(title: str, body: str) -> str:
    """Return shapes with a title for readers who point at them."""
    if not title:
        return body
    said = f"<title>{escape(title)}</title>"
    if body.count("<") > 1:
        return f"<g>{said}{body}</g>"
    return f"{body.removesuffix('/>')}>{said}</{body[1:].split(maxsplit=1)[0]}>"


def _inner(name: str, sheet: Sheet) -> str:
    shown = f"0 0 {sheet.width:g} {sheet.height:g}"
    return f'<svg class="{name}" viewBox="{shown}">{sheet.body}</svg>'
