"""The parts of the documentation that are read from the code when the pages are built.

A line ``<!-- generated: codes -->`` in a page stands for the text of the module ``codes`` in this folder. Nothing
here knows Sphinx: each module has one function ``text() -> str`` that returns Markdown, so that tests can read what
a reader will. Adding a module adds a word that pages may use; nobody edits a list.

A page that has to be readable without being built holds a copy as well, up to a line ``<!-- end of codes -->``: what is
built never uses it, ``python -m docs.generate`` writes it, and a test says when it is old.
"""

from __future__ import annotations

import importlib
import re

_MARK = re.compile(
    r"^(?P<mark><!-- generated: (?P<name>[a-z]+) -->)$(?P<copy>\n(?s:.*?)^(?P<end><!-- end of (?P=name) -->)$)?",
    re.MULTILINE,
)
_LABEL = re.compile(r"^\((?P<name>[\w-]+)\)=\n", re.MULTILINE)
_TERM = re.compile(r"^(?P<term>(?!:)\S.*)\n: (?P<meaning>.*(?:\n {2}\S.*)*)\n(?:\n(?=\S.*\n: ))?", re.MULTILINE)


def fill(page: str) -> str:
    """Return the Markdown of a page with its generated parts in place."""
    return _MARK.sub(lambda match: _text(match["name"]), page)


def parts(page: str) -> list[str]:
    """Return the names of the generated parts that a page asks for."""
    return [match["name"] for match in _MARK.finditer(page)]


def renewed(page: str) -> str:
    """Return a page with new copies of its generated parts, where it holds copies."""
    return _MARK.sub(_copied, page)


def written_by_hand(page: str) -> str:
    """Return a page without the copies that it holds."""
    return _MARK.sub(lambda match: match["mark"], page)


def plain(markdown: str) -> str:
    """Return Markdown in which labels are anchors and terms are lists, as every reader of Markdown shows them."""
    anchored = _LABEL.sub(lambda match: f'<a id="{match["name"]}"></a>\n\n', markdown)
    return _TERM.sub(lambda match: f"- {match['term']}: {match['meaning']}\n", anchored + "\n").rstrip() + "\n"


def _copied(match: re.Match[str]) -> str:
    return f"{match['mark']}\n\n{plain(_text(match['name']))}\n{match['end']}" if match["copy"] else match["mark"]


def _text(name: str) -> str:
    written: str = importlib.import_module(f"{__name__}.{name}").text()
    return written
