"""RIS: a tag of two letters, two spaces, a hyphen and a text on each line; ``TY`` begins a work and ``ER`` ends it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.casefile.bibliography.gathered import Entry, Names, gathered
from detente.casefile.import_rules import BAD_SHAPE
from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.casefile.bibliography.work import Work
    from detente.casefile.files import CaseFile
    from detente.diagnostics import Diagnostic

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<text>.*)|\s*)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_KINDS = MappingProxyType(
    {
        "ABST": "abstract",
        "BILL": "bill",
        "BLOG": "blog",
        "BOOK": "book",
        "CASE": "court-case",
        "CHAP": "book-chapter",
        "CONF": "conference",
        "CPAPER": "conference-paper",
        "DATA": "dataset",
        "DICT": "dictionary",
        "EJOUR": "journal-article",
        "ELEC": "webpage",
        "ENCYC": "encyclopedia",
        "GEN": "document",
        "GOVDOC": "government-document",
        "HEAR": "hearing",
        "ICOMM": "message",
        "INTV": "interview",
        "JFULL": "journal",
        "JOUR": "journal-article",
        "LEGAL": "legal-text",
        "MAP": "map",
        "MGZN": "magazine",
        "MULTI": "broadcast",
        "NEWS": "newspaper",
        "PCOMM": "message",
        "RPRT": "report",
        "SOUND": "recording",
        "STAND": "standard",
        "STAT": "statute",
        "THES": "thesis",
        "UNPB": "manuscript",
        "UNPD": "manuscript",
        "VIDEO": "video",
    }
)
_NAMES = Names(
    keys=MappingProxyType(
        {
            **dict.fromkeys(("TI", "T1", "CT", "BT"), "title"),
            **dict.fromkeys(("T2", "JO", "JF", "JA", "J2", "J1", "PB"), "publisher"),
            "LA": "language",
            "UR": "url",
            "DO": "doi",
            "N1": "note",
        }
    ),
    said=MappingProxyType(
        {"VL": "volume {}", "IS": "number {}", "ET": "edition {}", "SP": "from page {}", "EP": "to page {}"}
    ),
    authors=("AU", "A1"),
    editors=("ED", "A2", "A3"),
    dates=("DA", "PY", "Y1"),
    accessed=("Y2",),
    silent=frozenset({"TY", "ID", "ER"}),
)
_DATES = frozenset({*_NAMES.dates, *_NAMES.accessed})
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


def read_ris(file: CaseFile) -> tuple[list[Work], list[Diagnostic]]:
    """Return the works of a file, and what is wrong with it."""
    works: list[Work] = []
    problems: list[Diagnostic] = []
    fields: list[tuple[str, str]] = []
    begun = Span(file.path)
    for number, line in enumerate(_LINE_END.split(file.text.removeprefix("\ufeff")), 1):
        span = Span(file.path, number)
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip() and not fields:
                problems.append(BAD_SHAPE.at(span, "expected a line such as 'TY  - JOUR'", "is this a file in RIS?"))
                return works, problems
            if line.strip():  # a long text goes on
                tag, text = fields[-1]
                fields[-1] = (tag, f"{text} {line.strip()}")
            continue
        tag, text = match["tag"], (match["text"] or "").strip()
        if (tag == "TY") == bool(fields):
            problems.append(_out_of_place(tag, span, begun))
            return works, problems
        if tag == "ER":
            works.append(_work(begun, fields))
            fields = []
            continue
        begun = span if tag == "TY" else begun
        fields.append((tag, text))
    if fields:
        problems.append(BAD_SHAPE.at(begun, "the entry that begins here has no end", "is the file cut short?"))
    return works, problems


def _out_of_place(tag: str, span: Span, begun: Span) -> Diagnostic:
    if tag == "TY":
        hint = f"the entry that begins in line {begun.line} has no line 'ER  - '"
        return BAD_SHAPE.at(span, "an entry begins before the last one ends", hint)
    return BAD_SHAPE.at(span, f"'{tag}' stands outside an entry", "an entry begins with a line such as 'TY  - JOUR'")


def _work(begun: Span, fields: list[tuple[str, str]]) -> Work:
    told = [(tag, _name(text) if tag in (*_NAMES.authors, *_NAMES.editors) else text) for tag, text in fields]
    told = [(tag, _date(text) if tag in _DATES else text) for tag, text in told]
    key = next((text for tag, text in fields if tag == "ID"), "")
    kind = fields[0][1].upper()
    return gathered(Entry(begun, key, _KINDS.get(kind, kind), tuple(told)), _NAMES)


def _name(text: str) -> str:
    """Return a name as it is spoken: given names stand behind a comma."""
    last, _, rest = text.partition(",")
    given, _, suffix = rest.partition(",")
    return " ".join(part for part in (given.strip(), last.strip(), suffix.strip()) if part)


def _date(text: str) -> str:
    """Return a date without the parts that are empty: ``2025/03//`` is March 2025."""
    if text.count("/") < 3 and not text.endswith("/"):
        return text
    year, month, day, *more = (*text.split("/"), "", "", "")
    if month or not any(more):
        return "-".join(part for part in (year, month, day) if part)
    return f"{more[0]} {year}" if not _TIME.fullmatch(more[0]) else year
