"""A page with nothing but drawings in a column of some width, and what geometry says is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from playwright.sync_api import Page

from detente.findings import Figure
from detente.report.figures.registry import drawers
from detente.report.page import CONTROLS, environment

GEOMETRY = (Path(__file__).parent / "geometry.js").read_text("utf-8")
_SHEETS = "".join(f'{{% include "{name}.css" %}}' for name in ("page", "tables", "figures", "media"))


def gallery(figures: Iterable[tuple[str, Figure]]) -> str:
    """Return a page of drawings with their legends, each under a name of its own, in the styles of the report."""
    style = environment().from_string(_SHEETS).render()
    shown = "".join(_framed(name, figure) for name, figure in figures)
    head = f'<meta charset="utf-8"><title>Pictures</title><style>{style}</style>'
    body = f'<header><h1 class="unseen">Pictures</h1></header><main>{shown}</main>'
    return CONTROLS.sub("\ufffd", f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>')


def complaints(page: Page, column: int, *, letters: bool = True, contrast: bool = False) -> list[str]:
    """Return what is wrong with the drawings of a gallery in a column of some width [px].

    Parameters
    ----------
    page
        The gallery, open in a browser.
    column
        How wide the column is [px].
    letters
        Whether sizes, edges and crossings are looked at.
    contrast
        Whether colours are.
    """
    page.evaluate("wide => { document.querySelector('main').style.width = `${wide}px`; }", column)
    found: list[str] = page.evaluate(GEOMETRY, {"letters": letters, "contrast": contrast})
    return found


def _framed(name: str, figure: Figure) -> str:
    drawer = drawers()[type(figure.spec)]
    anchor = "".join(letter if letter.isalnum() else "-" for letter in name)
    legend = "".join(f"<li>{sample} {escape(words)}</li>" for words, sample in drawer.legend(figure.spec, anchor))
    drawing = drawer.draw(figure.spec, anchor, figure.title, figure.description)
    return f'<figure id="{escape(name)}"><div class="drawn">{drawing}</div><ul class="legend">{legend}</ul></figure>'
