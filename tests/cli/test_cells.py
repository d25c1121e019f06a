"""Cells of tables against what rich's own padding shows of the same text."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.cli.cells import PaddedCell

_LETTERS = [st.sampled_from(letters) for letters in ("ab ", "a é漢-—", "a \t\n\u0301\u00a0\u200b🙂👩\u200d")]
_TEXTS = st.lists(st.one_of([st.text(each, max_size=16) for each in _LETTERS]), min_size=1, max_size=6)


def _shown(cells: list[RenderableType], width: int) -> str:
    page = io.StringIO()
    grid = Table(padding=0)
    grid.add_column("one", justify="left", overflow="fold")
    grid.add_column("two", justify="right", overflow="fold")
    for cell in cells:
        grid.add_row(cell, cell)
    Console(file=page, width=width, highlight=False, force_terminal=True).print(grid)
    return page.getvalue()


@given(_TEXTS, st.integers(8, 30))
def test_a_cell_shows_what_padding_shows(texts: list[str], width: int) -> None:
    padded = _shown([Padding(Text(text), (0, 1)) for text in texts], width)

    assert _shown([PaddedCell(Text(text)) for text in texts], width) == padded
