"""The notebook ``how-to/notebook.ipynb``: its text, its code, and what the code shows when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "how-to" / "notebook.ipynb"


def text() -> str:
    """Return the notebook as a page, without its heading."""
    return "\n".join(_cell(cell) for cell in executed().cells[1:])


def executed() -> Any:
    """Return the notebook as it is after a run from top to bottom.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    return NotebookClient(notebook, resources={"metadata": {"path": ROOT}}).execute()


def _cell(cell: Any) -> str:
    """Return a cell as Markdown; what it shows as HTML, or as text where it has none."""
    if cell.cell_type == "markdown":
        return f"{cell.source}\n"
    shown = [_shown(output.data) for output in cell.outputs if "data" in output]
    return "\n".join([f"```python\n{cell.source}\n```\n", *shown])


def _shown(data: Any) -> str:
    if "text/html" in data:
        return f"````{{raw}} html\n{data['text/html']}\n````\n"
    return f"```text\n{data['text/plain']}\n```\n"
