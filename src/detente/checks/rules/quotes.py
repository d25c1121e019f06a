"""Quotes stand where they are said to stand."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from detente.case.citation import Citation
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.case.source_text import SourceText
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_TEXT = Rule(
    "DT400",
    "the text of a source cannot be read",
    "The source names a file with its text. It must be a UTF-8 text file inside the folder of the case.",
)
CHANGED_TEXT = Rule(
    "DT401",
    "the text of a source has changed",
    "The checksum in the case is not that of the text at hand, so paragraphs may have moved. Compare the two texts, "
    "check the citations, and then write down the new sha256.",
)
NO_PARAGRAPH = Rule(
    "DT402",
    "a paragraph that the source does not have",
    "Paragraphs are the non-empty lines of the text, counted from 1.",
)
NOT_FOUND = Rule(
    "DT403",
    "a quote that is not in its source",
    "The words between quotes must stand, in this order, in the cited paragraph; spaces, letter case and the shape of "
    "quotation marks and dashes do not matter. Mend the quote or its paragraph, or say it in words of your own.",
)

_PLAIN = str.maketrans({**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("‐‑‒–—―", "-")})


def check(context: Context) -> Iterator[Diagnostic]:
    """Report texts that cannot be read or have changed, and citations that do not hold in them."""
    for index, source in enumerate(context.case.sources):
        text = context.texts.get(source.id)
        if text is None:
            continue
        if text.problem:
            yield NO_TEXT.at(context.spans.span("sources", index, "file"), f"{text.path}: {text.problem}")
        elif source.sha256 is not None and source.sha256.lower() != text.sha256:
            span = context.spans.span("sources", index, "sha256")
            yield CHANGED_TEXT.at(span, f"the text in {text.path} has another checksum", f"it is {text.sha256}")
    for path, record in context.own_records:
        if isinstance(record, Citation):
            text = context.texts.get(record.source)
            if text is not None and not text.problem:
                yield from _citation(context, path, record, text)


def _citation(context: Context, path: Path, cite: Citation, text: SourceText) -> Iterator[Diagnostic]:
    cited = cite.paragraphs()
    count = len(text.paragraphs)
    if cited is not None and not all(1 <= number <= count for number in cited):
        message = f"'{cite.source}' has {count} paragraph{'' if count == 1 else 's'}, no {cite.at}"
        yield NO_PARAGRAPH.at(context.spans.span(*path, "at"), message)
        return
    if cite.quote is None:
        return
    quote = _plain(cite.quote)
    if quote in _plain(
        " ".join(text.paragraphs[number - 1] for number in cited) if cited else " ".join(text.paragraphs)
    ):
        return
    place = f"{cite.at} of " if cited else ""
    elsewhere = [number for number, paragraph in enumerate(text.paragraphs, 1) if quote in _plain(paragraph)]
    hint = f"it stands in ¶{elsewhere[0]}" if elsewhere else ""
    yield NOT_FOUND.at(context.spans.span(*path, "quote"), f"the quote is not in {place}'{cite.source}'", hint)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().split())
