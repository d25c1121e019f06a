"""The notebook of the documentation runs, shows what it says, and is kept without what it showed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from docs.generate import notebook

STORED = json.loads(notebook.NOTEBOOK.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """Return the HTML that each cell shows when the notebook runs from top to bottom."""
    cells: list[Any] = notebook.executed().cells
    outputs = {cell.id: cell.outputs for cell in cells if cell.cell_type == "code"}
    assert all(len(found) == 1 for found in outputs.values()), "a cell shows nothing, or prints"
    return {key: found[0].data["text/html"] for key, found in outputs.items()}


def test_it_is_stored_without_outputs() -> None:
    for cell in STORED["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_cells_show_what_they_are_there_for(shown: dict[str, str]) -> None:
    assert list(shown) == [cell["id"] for cell in STORED["cells"] if cell["cell_type"] == "code"]
    assert "<code>.conflict()</code>" in shown["sight"]
    assert "Why is it stuck?" in shown["findings"]
    assert "<svg" in shown["figure"]
    assert "Azerbaijan" in shown["table"]
    assert 'class="dataframe"' in shown["frame"]


def test_the_two_dates_differ_in_the_treaty_agreed_between_them(shown: dict[str, str]) -> None:
    """Its text was agreed on 13 March 2025, as the case cites."""
    rows = dict(re.findall(r"<th>(Peace treaty)</th>\s*(<td>.*?)</tr>", shown["compare"], re.DOTALL))
    assert re.findall(r"<td>(.*?)</td>", rows["Peace treaty"]) == ["not yet made", "agreed"]
