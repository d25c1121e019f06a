"""BibTeX and BibLaTeX: entries such as ``@article{key, title = {…}}``, read by pybtex."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.casefile.bibliography.gathered import Entry, Names, gathered
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.diagnostics import Span, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.bibliography.work import Work
    from detente.casefile.files import CaseFile
    from detente.diagnostics import Diagnostic

_KINDS = MappingProxyType(
    {
        "article": "article",
        "conference": "conference-paper",
        "electronic": "webpage",
        "inbook": "book-chapter",
        "incollection": "book-chapter",
        "inproceedings": "conference-paper",
        "mastersthesis": "thesis",
        "misc": "",
        "online": "webpage",
        "phdthesis": "thesis",
        "techreport": "report",
        "unpublished": "manuscript",
        "www": "webpage",
    }
)
_ISSUERS = (
    "journal",
    "journaltitle",
    "booktitle",
    "publisher",
    "institution",
    "school",
    "organization",
    "howpublished",
)
_JOINED = "year and month"
_NAMES = Names(
    keys=MappingProxyType(
        {
            "title": "title",
            **dict.fromkeys(_ISSUERS, "publisher"),
            "langid": "language",
            "language": "language",
            "url": "url",
            "doi": "doi",
            "note": "note",
        }
    ),
    said=MappingProxyType({"volume": "volume {}", "number": "number {}", "edition": "edition {}", "pages": "pages {}"}),
    authors=("author",),
    editors=("editor",),
    dates=("date", _JOINED, "year"),
    accessed=("urldate",),
    silent=frozenset({"month", "day"}),
)
_LANGUAGES = MappingProxyType(
    {
        **dict.fromkeys(("english", "american", "british", "usenglish", "ukenglish"), "en"),
        **dict.fromkeys(("german", "ngerman"), "de"),
        "french": "fr",
        "russian": "ru",
        "armenian": "hy",
        "turkish": "tr",
        "spanish": "es",
        "italian": "it",
    }
)
"""Names of languages that LaTeX knows, and their tags."""

_VERBATIM = frozenset({"url", "doi", "file", "urldate", "date"})
_NAMED = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")
_STYLES = re.compile(r"\\(?:emph|text(?:it|bf|sc|rm|sf|tt|up|superscript|subscript)|mkbibquote|enquote)(?![A-Za-z])\s*")
_PERCENT = re.compile(r"(?<!\\)%")
_ESCAPED = re.compile(r"\\([_%&#~$])")


class MissingLibraryError(ImportError):
    """The library that reads a format is not installed; the message says how to install it."""


def read_bibtex(file: CaseFile) -> tuple[list[Work], list[Diagnostic]]:
    """Return the works of a file, and what is wrong with it.

    Raises
    ------
    MissingLibraryError
        If pybtex is not installed.
    """
    try:
        from pybtex.database.input.bibtex import LowLevelParser, month_names
        from pybtex.scanner import PybtexSyntaxError
    except ImportError as error:
        message = f"BibTeX needs the module {error.name}, which is not installed: pip install 'detente[bibtex]'"
        raise MissingLibraryError(message) from error
    problems: list[Diagnostic] = []

    text = file.text.removeprefix("\ufeff").replace("\r\n", "\n")

    def report(error: PybtexSyntaxError) -> None:
        message = clean(str(error).partition(": ")[2])
        problems.append(
            BAD_SHAPE.at(_span(file.path, text, error.error_context_info[2]), f"not valid BibTeX: {message}")
        )

    parser = LowLevelParser(text, macros=dict(month_names), handle_error=report)
    works: list[Work] = []
    for kind, body in parser:
        if not is_clean(problems):
            break
        if kind.lower() not in ("string", "preamble"):
            key, fields = body
            span = _span(file.path, text, parser.command_start)
            told = [(name.lower(), "".join(parts)) for name, parts in fields]
            entry = Entry(span, key, _KINDS.get(kind.lower(), kind.lower()), tuple(_read(told)))
            works.append(gathered(entry, _NAMES))
    return works, problems


def _span(path: str, text: str, offset: int) -> Span:
    return Span(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _read(fields: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the texts of an entry without what only LaTeX understands; each of several names by itself."""
    found = dict(fields)
    if "year" in found and "month" in found:
        yield _JOINED, _joined(found["year"], found["month"], found.get("day", ""))
    for name, text in fields:
        if name in (*_NAMES.authors, *_NAMES.editors):
            yield from ((name, person) for person in _people(text))
        elif name in _VERBATIM:
            yield name, _ESCAPED.sub(r"\1", text.strip("{} \n"))
        elif name in ("langid", "language"):
            yield name, _LANGUAGES.get(plain_text(text).lower(), plain_text(text))
        elif name == "howpublished" and (named := _NAMED.search(text)):
            yield "url", _ESCAPED.sub(r"\1", named[1])
        else:
            yield name, plain_text(text)


def _joined(year: str, month: str, day: str) -> str:
    """Return a date of its parts; a month is a number or a word, and may hold the day."""
    month, year = plain_text(month).replace("~", " "), plain_text(year)
    return f"{year}-{int(month):02d}" if month.isascii() and month.isdigit() else f"{day} {month} {year}".strip()


def _people(text: str) -> Iterator[str]:
    """Yield names as they are spoken."""
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import InvalidNameString, Person

    for name in split_name_list(text):
        if name.strip().lower() == "others":
            continue
        try:
            person = Person(name)
        except InvalidNameString:
            yield plain_text(name)
            continue
        parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names, person.lineage_names)
        yield plain_text(" ".join(word for part in parts for word in part))


def plain_text(latex: str) -> str:
    """Return a text without the commands of LaTeX, as far as they are known."""
    from pybtex.exceptions import PybtexError
    from pybtex.richtext import Text

    latex = _STYLES.sub("", _PERCENT.sub(r"\%", latex))  # a bare percent sign would begin a comment
    try:
        return clean(str(Text.from_latex(latex)))
    except (PybtexError, ValueError):
        return clean(latex.replace("{", "").replace("}", ""))
