"""Works as sources: what a case has no place for is told of, and what it has already is left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from detente.case.source import Source
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import Ids, clean, slug
from detente.casefile.rows.adding import ids_of
from detente.casefile.rows.identity import Identity
from detente.casefile.rows.known import Known, lock_of, plain
from detente.casefile.rows.listed import section_with
from detente.casefile.yaml_text.builder import Tree
from detente.dates.edtf import DateError, parse_edtf
from detente.dates.given import given_date
from detente.diagnostics import Place, Span, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.casefile.bibliography.work import Work
    from detente.casefile.files import CaseFile
    from detente.casefile.rows.known import Sameness
    from detente.diagnostics import Diagnostic

_URL = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*|\bDOI\s+)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ADDRESS_OF_DOI = "https://doi.org/"
_SAYING = frozenset({"title", "authors", "publisher", "url", "note"})
"""Keys of which a source needs one, or nobody could tell what is meant."""

_CITED = re.compile(r"[A-Za-z][\w:.+-]*", re.ASCII)
"""Names that people gave; others, such as addresses and numbers, are the program's own."""


def read_sources(
    works: list[Work], file: CaseFile, case: Case | None, problems: list[Diagnostic]
) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sources that a bibliography adds to a case, and all there is to say about it.

    Parameters
    ----------
    problems
        What there is to say already; no source is returned where an error is among it.
    """
    if not works and is_clean(problems):
        problems.append(BAD_SHAPE.at(Span(file.path), "the file holds no entries"))
    if not is_clean(problems):
        return None, problems
    identity = Identity(Ids(ids_of(case)), problems)
    known = Known(Source, "a source", _same, problems, lock_of(case))
    known.learn(case.sources if case else ())
    kept: list[Tree] = []
    for work in works:
        record = Tree(dict(_source(work, case, problems)), Place(work.span))
        name = slug(work.key) if _CITED.fullmatch(work.key) else ""
        if not record.value.keys() & _SAYING:
            problems.append(LEFT_OUT.at(work.span, "an entry that says nothing of its source is left out"))
        elif known.is_new(record, name) and identity.give(record, name or _suggested(record.value), "source"):
            kept.append(record)
    problems += _rest(works)
    return section_with("sources", kept, Span(file.path)) if kept else None, problems


def _source(work: Work, case: Case | None, problems: list[Diagnostic]) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a source, and what they hold."""
    if title := _first(work, "title"):
        yield "title", title
    issuers = [clean(text) for text in work.all("publisher") if clean(text)]
    if issuers:
        yield "publisher", issuers[0]
    if authors := [name for author in work.authors if (name := clean(author))]:
        yield "authors", authors
    if kind := slug(work.kind):
        yield "kind", kind
    if published := _date(work, problems):
        yield "published", published
    if accessed := _accessed(work, case, problems):
        yield "accessed", accessed
    if language := _language(work, problems):
        yield "language", language
    url, doi = _address(work, problems)
    if url:
        yield "url", url
    said = [f"DOI {doi}"] if doi and _doi(url) != doi else []
    said += [f"in: {issuer}" if number == 0 else issuer for number, issuer in enumerate(issuers[1:])]
    said += [clean(text) for text in work.all("note") if clean(text)]
    if said:
        yield "note", "; ".join(dict.fromkeys(said))


def _first(work: Work, key: str) -> str:
    return next((text for each in work.all(key) if (text := clean(each))), "")


def _date(work: Work, problems: list[Diagnostic]) -> str:
    """Return when a work appeared, as exactly as it is said; what is no date is told of."""
    wrong: list[str] = []
    for text in filter(None, map(clean, work.dates)):
        try:
            given = given_date(text)
        except DateError as error:
            wrong.append(str(error))
            continue
        if given.how:
            problems.append(READ_AS.at(work.span, f"{_shown(work)}{given.how}"))
        return given.text
    problems += [LEFT_OUT.at(work.span, f"{_shown(work)}the date is left out: {why}") for why in wrong[:1]]
    return ""


def _accessed(work: Work, case: Case | None, problems: list[Diagnostic]) -> str:
    """Return when a work was read, where that is a date within what the case knows."""
    lock = lock_of(case)
    text = clean(work.accessed)
    if not text:
        return ""
    try:
        found = given_date(text).text
    except DateError as error:
        problems.append(LEFT_OUT.at(work.span, f"{_shown(work)}the day of access is left out: {error}"))
        return ""
    first, end = parse_edtf(found).interval.earliest, lock.interval.latest if lock else None
    if first and end and first > end:
        message = f"{_shown(work)}the day of access is left out: {found} lies after the information lock ({lock})"
        problems.append(LEFT_OUT.at(work.span, message))
        return ""
    return found


def _language(work: Work, problems: list[Diagnostic]) -> str:
    text = _first(work, "language")
    if not text:
        return ""
    tag, *parts = text.replace("_", "-").split("-")
    if not _LANGUAGE.fullmatch(text):
        message = f"{_shown(work)}the language '{text}' is left out: a case writes en, hy or ru"
        problems.append(LEFT_OUT.at(work.span, message))
        return ""
    return "-".join((tag.lower(), *parts))


def _address(work: Work, problems: list[Diagnostic]) -> tuple[str, str]:
    """Return where a work can be read, and its DOI."""
    doi = next(filter(None, map(_doi, work.all("doi"))), "")
    urls = [clean(text) for text in work.all("url")]
    good = [url for url in urls if _URL.fullmatch(url)]
    wrong = [text for each in work.all("doi") if (text := clean(each)) and not _doi(text)]
    problems += [LEFT_OUT.at(work.span, f"{_shown(work)}'{text}' is no DOI, and is left out") for text in wrong]
    left = [url for url in urls if url and url not in good[:1]]
    problems += [LEFT_OUT.at(work.span, f"{_shown(work)}the address '{url}' is left out") for url in left]
    return (good[0] if good else f"{_ADDRESS_OF_DOI}{quote(doi, safe='/;:().,_-')}" if doi else ""), doi


def _doi(text: str) -> str:
    """Return the DOI that a text names, in small letters, which is the same."""
    match = _DOI.search(text)
    return match[1].rstrip(".,;").lower() if match else ""


def _shown(work: Work) -> str:
    return f"'{clean(work.key)}': " if work.key else ""


def _suggested(value: dict[str, Any]) -> str:
    """Return what a source may be called: who wrote it, and in which year."""
    who = value["authors"][0].split()[-1] if "authors" in value else ""
    year = str(value.get("published", ""))[:4]
    return f"{who} {year}" if slug(who) and year else str(value.get("title", who or value.get("publisher", "")))


def _same(source: Source) -> Iterator[Sameness]:
    for doi in filter(None, (_doi(source.url or ""), _doi(source.note or ""))):
        yield "DOI", doi
    if source.url:
        yield "address", source.url.rstrip("/")
    if source.title or source.authors:
        authors = tuple(map(plain, source.authors))
        said = (plain(source.title), authors, source.published.text if source.published else "")
        yield "title, authors and date", (*said, plain(source.publisher))
    elif not source.url:
        yield "words", (plain(source.publisher), source.published.text if source.published else "", plain(source.note))


def _rest(works: list[Work]) -> Iterator[Diagnostic]:
    """Yield what a source has no place for, each of it once, at the first entry that says it."""
    counts = Counter(name for work in works for name in dict.fromkeys(work.rest))
    for work in works:
        for name in dict.fromkeys(work.rest):
            if count := counts.pop(name, 0):
                where = "" if count == 1 else f" of {count:,} entries"
                yield LEFT_OUT.at(work.span, f"'{clean(name)}'{where} is left out")
