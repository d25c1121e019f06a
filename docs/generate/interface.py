"""What Python programs may rely on, in a table that says where it stands."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_NAMED = re.compile(r"^\.\. auto(?:class|function|exception):: (?P<path>[\w.]+)$", re.MULTILINE)


def text() -> str:
    """Return a table with one row a name: what it is, and in which file."""
    page = (_ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    return "\n".join(["| name | what it is | where |", "| --- | --- | --- |", *map(_row, _NAMED.findall(page)), ""])


def _row(path: str) -> str:
    """Return the row of a name."""
    module, _, name = path.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    file = Path(inspect.getfile(found)).resolve().relative_to(_ROOT)
    first = " ".join((inspect.getdoc(found) or "").partition("\n\n")[0].split()).replace("``", "`")
    return f"| `{path}` | {first} | `{file.as_posix()}` |"
