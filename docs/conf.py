"""Sphinx configuration: MyST pages, and parts of them read from the code (see ``docs/generate``)."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from docs.generate import fill, parts  # noqa: E402

project = "Detente"
author = "The Detente developers"
project_copyright = author
version = release = installed("detente")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
autodoc_member_order = "bysource"
napoleon_use_ivar = True
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Detente {release}"
html_show_sphinx = False
exclude_patterns = ["images/*.md"]


def setup(app: Any) -> None:
    """Fill generated parts in as pages are read, and read those pages anew in every build."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    app.connect("autodoc-process-docstring", _split, priority=400)  # before napoleon reads it


def _fill(_app: Any, _page: str, content: list[str]) -> None:
    content[0] = fill(content[0])


def _split(_app: Any, _what: str, _name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Give each of several attributes an entry of its own: napoleon knows only several parameters."""
    for place in reversed(range(lines.index("Attributes") if "Attributes" in lines else len(lines), len(lines))):
        names = lines[place].split(", ")
        if len(names) > 1 and all(map(str.isidentifier, names)):
            end = next((end for end in range(place + 1, len(lines)) if not lines[end].startswith(" ")), len(lines))
            lines[place:end] = [line for name in names for line in (name, *lines[place + 1 : end])]


def _outdated(_app: Any, env: Any, _added: set[str], _changed: set[str], _removed: set[str]) -> list[str]:
    pages = {page: Path(env.doc2path(page)) for page in env.found_docs}
    return [page for page, path in pages.items() if path.is_file() and parts(path.read_text(encoding="utf-8"))]
