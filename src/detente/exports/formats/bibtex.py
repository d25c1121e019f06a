"""BibTeX: the sources, for LaTeX and for programs that manage references; keys are the ids of the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.exports.export import Export, ExportError
from detente.exports.sources import LEAVES_OUT, NOTHING, appraisal
from detente.exports.texts.inert import held
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings
    from detente.lenses.chronicle.records import SourceRecord

_ESCAPED = str.maketrans(
    {each: f"\\{each}" for each in "&%$#_"}
    | {"\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
    | {"~": r"{\textasciitilde}", "^": r"{\textasciicircum}"}
)
_ENCODED = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
"""What would end a field stands in an address as every browser writes it."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text.

    Raises
    ------
    ExportError
        If the case has no sources.

    References
    ----------
    Patashnik1988
    """
    sources = findings.result(Records).sources
    if not sources:
        raise ExportError(NOTHING)
    return ["\n".join(map(_entry, sources))]


def _entry(source: SourceRecord) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source))
    return f"@misc{{{source.id},\n{fields}}}\n"


def _fields(source: SourceRecord) -> Iterator[tuple[str, str]]:
    if source.authors:  # braces of their own, so that nobody takes a name apart
        yield "author", f"{{{' and '.join(f'{{{_text(author)}}}' for author in source.authors)}}}"
    yield "title", f"{{{{{_text(source.title or source.id)}}}}}"
    if source.publisher:
        yield "howpublished", f"{{{_text(source.publisher)}}}"
    if source.published:
        yield from _date(source.published)
    if source.url:
        yield "url", f"{{{held(source.url).translate(_ENCODED)}}}"
    if source.accessed:
        yield "urldate", f"{{{source.accessed}}}"
    if source.language:
        yield "language", f"{{{source.language}}}"
    if source.kind:
        yield "keywords", f"{{{source.kind}}}"
    if note := appraisal(source):
        yield "note", f"{{{_text(note)}}}"


def _date(text: str) -> Iterator[tuple[str, str]]:
    """Yield a date: its parts where it is exact to the month, else it in words as the year."""
    found = _MONTH.fullmatch(text)
    yield "year", f"{{{_text(found[1] if found else plain_date(text))}}}"
    if found:
        yield "month", _MONTHS[int(found[2]) - 1]
    if found or not text.isdigit():
        yield "date", f"{{{text}}}"


def _text(words: str) -> str:
    return held(words).translate(_ESCAPED)


EXPORT = Export("BibTeX", ".bib", LEAVES_OUT, write, "chronicle", ChronicleOptions(model=True))
