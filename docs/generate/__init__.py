"""The parts of the documentation that are read from the code when the pages are built.

A line ``<!-- generated: codes -->`` in a page stands for the text of the module ``codes`` in this folder. Nothing
here knows Sphinx: each module has one function ``text() -> str`` that returns Markdown, so that tests can read what
a reader will. Adding a module adds a word that pages may use; nobody edits a list.
"""

from __future__ import annotations

import importlib
import re

_MARK = re.compile(r"^<!-- generated: (?P<name>[a-z]+) -->$", re.MULTILINE)


def fill(page: str) -> str:
    """Return the Markdown of a page with its generated parts in place."""
    return _MARK.sub(lambda match: _text(match["name"]), page)


def parts(page: str) -> list[str]:
    """Return the names of the generated parts that a page asks for."""
    return _MARK.findall(page)


def _text(name: str) -> str:
    written: str = importlib.import_module(f"{__name__}.{name}").text()
    return written
