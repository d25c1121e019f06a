"""Quotes stand where they are said to stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.case.citation import Citation
from detente.checks.quotation import Passage
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detente.case.source_text import SourceText
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic, Place, Span

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
    "The words between quotes must stand, in this order, in the cited paragraph, as whole words and numbers: neither "
    "'aggression' nor 'non' is a quote of 'non-aggression', nor '12' of '12.7'. Footnote marks, "
    "powers and fractions are signs of their own: 'km²' is not 'km2'. Spaces, letter case, the shape of "
    "quotation marks and dashes, and characters that cannot be seen do not matter. Mend the quote or its paragraph, or "
    "say it in words of your own.",
)


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
    passage = cache(Passage)  # of a text that many quotes are from, each paragraph is read once
    for path, record in context.own_records:
        if isinstance(record, Citation):
            text = context.texts.get(record.source)
            if text is not None and not text.problem:
                yield from _citation(context.spans.place(*path), record, text, passage)


def _citation(
    place: Place, cite: Citation, text: SourceText, passage: Callable[[str], Passage]
) -> Iterator[Diagnostic]:
    cited = cite.paragraphs()
    count = len(text.paragraphs)
    if cited is not None and not all(1 <= number <= count for number in cited):
        message = f"'{cite.source}' has {count} paragraph{'' if count == 1 else 's'}, no {cite.at}"
        yield NO_PARAGRAPH.at(_span(place, "at"), message)
        return
    if cite.quote is None:
        return
    quote = Passage(cite.quote)
    parts = [text.paragraphs[number - 1] for number in cited] if cited else text.paragraphs
    cited_text = passage(" ".join(parts))
    if cited_text.holds(quote):
        return
    where = f"{cite.at} of '{cite.source}'" if cited else f"'{cite.source}'"
    elsewhere = (number for number, each in enumerate(text.paragraphs, 1) if passage(each).holds(quote))
    hint = f"it stands in ¶{found}" if (found := next(elsewhere, None)) else ""
    if whole := cited_text.around(quote):
        message = f"the quote begins or ends inside a word or number of {where}"
        yield NOT_FOUND.at(_span(place, "quote"), message, hint or f"quote whole words, such as '{whole}'")
    else:
        yield NOT_FOUND.at(_span(place, "quote"), f"the quote is not in {where}", hint)


def _span(place: Place, key: str) -> Span:
    return place.inside[key].span if key in place.inside else place.span
