"""A kind of figure that nobody foresaw: a folder with a drawing is all it takes to see it on a page."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from tests.report.drawn import classed
from tests.report.markup import read
from tests.report.sample import REFERENCES, STAMP
from tests.told import findings

from detente.findings import Column, Edition, Figure, Finding, Row, Spec, Table
from detente.report import figures, render
from detente.report.figures import registry

Dial = Callable[[float, str], Spec]

DRAWING = '''
    """Dials: a share of a circle."""

    from __future__ import annotations

    from dataclasses import dataclass
    from math import cos, pi, sin

    from detente.findings import Spec
    from detente.report.drawing.svg import Sheet, frame, swatch, text
    from detente.report.figures.drawer import Drawer, Legend


    @dataclass(frozen=True)
    class Dial(Spec):
        """A share, and what it is a share of."""

        share: float
        of: str


    def draw(spec: Dial, anchor: str, title: str, description: str) -> str:
        turn = 2 * pi * spec.share
        hand = f'<path class="dial-hand" d="M50 50L{50 + 40 * sin(turn):.5g} {50 - 40 * cos(turn):.5g}"/>'
        sheet = Sheet(100, 120, hand + text(50, 110, spec.of, "key", "middle"))
        return frame("dial", (anchor, title, description), sheet, sheet)


    def legend(spec: Dial, anchor: str) -> Legend:
        return (("the share", swatch("dial", '<path class="dial-hand" d="M0 10H40"/>')),)


    DRAWER = Drawer(Dial, draw, legend)
'''

STYLE = ".dial-hand { stroke: var(--band); }\n"


@pytest.fixture
def dial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dial]:
    """Plant a kind of figure and return the class of its specification."""
    folder = tmp_path / "dial"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Dials: a share of a circle."""\n', encoding="utf-8")
    (folder / "drawing.py").write_text(dedent(DRAWING), encoding="utf-8")
    (folder / "style.css").write_text(STYLE, encoding="utf-8")
    monkeypatch.setattr(figures, "__path__", [*figures.__path__, str(tmp_path)])
    registry.drawers.cache_clear()
    name = f"{figures.__name__}.dial"
    kind: Dial = importlib.import_module(f"{name}.drawing").Dial
    yield kind
    for module in (name, f"{name}.drawing"):
        sys.modules.pop(module, None)
    registry.drawers.cache_clear()


def test_a_stranger_is_drawn_on_the_page(dial: Dial) -> None:
    table = Table("share", "The share", (Column("share", "Share", "number"),), (Row((0.25,)),))
    figure = Figure("dial", "How much is done", "A quarter.", dial(0.25, "of the <border>"), table)
    finding = Finding("What is done", "A quarter is done.", figures=(figure,), lens="chronicle", id="done")
    page = read(render(Edition(STAMP, (findings("chronicle", "Where?", [finding], REFERENCES),))))

    assert ".dial-hand{stroke:var(--band)}" in page.all("style")[0].text
    hands = classed(page, "dial-hand")
    assert [hand.attributes["d"] for hand in hands] == ["M50 50L90 50", "M50 50L90 50", "M0 10H40"]
    assert [label.text for label in classed(page, "key") if label.tag == "text"] == ["of the <border>"] * 2
    assert "the share" in " ".join(item.text for item in page.all("li"))
