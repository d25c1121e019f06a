"""The brief as plain text: lines of at most 78 letters, sources by their numbers."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from detente.exports.brief_files import Writer
from detente.exports.outline import outline
from detente.exports.texts.inert import held
from detente.report.tree.wording import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Edition

_WIDTH = 78


def write(edition: Edition) -> Iterator[str]:
    """Yield the file; the same edition gives the same text.

    Raises
    ------
    ExportError
        If there is no brief.
    """
    found = outline(edition)
    yield f"{_filled(found.title)}\n{_filled(found.rests_on)}"
    for each in found.paragraphs:
        marks = "".join(f" [{found.number(source)}]" for source in each.sources)
        yield f"\n{held(each.heading).upper()}\n{_filled(each.text + marks)}"
    if found.sources:
        yield "\nSOURCES\n"
    for number, source in enumerate(found.sources, 1):
        yield _filled(f"[{number}] {source.text} {safe_url(source.url)}", "    ")
    yield "\n"
    yield "".join(_filled(f"{name}: {value}", "    ") for name, value in found.stamp)


def _filled(text: str, indent: str = "") -> str:
    """Return a text as lines; a word that is longer than a line, such as an address, stays whole."""
    lines = textwrap.wrap(held(text), _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{line}\n" for line in lines)


WRITER = Writer("plain text", write)
