"""The brief as Markdown: sources are footnotes, which most programs that read Markdown number and link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.brief_files import Writer
from detente.exports.outline import outline
from detente.exports.texts.markdown_text import link, markdown
from detente.report.tree.wording import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Edition


def write(edition: Edition) -> Iterator[str]:
    """Yield the file; the same edition gives the same text.

    Raises
    ------
    ExportError
        If there is no brief.
    """
    found = outline(edition)
    yield f"# {markdown(found.title)}\n\n{markdown(found.rests_on)}\n"
    for each in found.paragraphs:
        marks = "".join(f"[^{found.number(source)}]" for source in each.sources)
        yield f"\n## {markdown(each.heading)}\n\n{markdown(each.text)}{marks}\n"
    yield "\n---\n\n"
    yield "".join(f"- {markdown(name)}: {markdown(value)}\n" for name, value in found.stamp)
    for number, source in enumerate(found.sources, 1):
        yield f"\n[^{number}]: {' '.join(filter(None, (markdown(source.text), link(safe_url(source.url)))))}\n"


WRITER = Writer("Markdown", write)
