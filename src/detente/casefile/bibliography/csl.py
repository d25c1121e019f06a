"""CSL-JSON: a list of items, whose dates and names stand in parts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.casefile.bibliography.work import Work
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.json_tree import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.files import CaseFile
    from detente.diagnostics import Diagnostic, Span

_KINDS = MappingProxyType(
    {
        "article-journal": "journal-article",
        "article-magazine": "magazine",
        "article-newspaper": "newspaper",
        "chapter": "book-chapter",
        "entry-encyclopedia": "encyclopedia",
        "legal_case": "court-case",
        "legislation": "statute",
        "paper-conference": "conference-paper",
        "personal_communication": "message",
        "post-weblog": "blog",
        "treaty": "treaty-text",
    }
)
_TEXTS = MappingProxyType(
    {
        "title": "title",
        "container-title": "publisher",
        "publisher": "publisher",
        "authority": "publisher",
        "language": "language",
        "URL": "url",
        "DOI": "doi",
        "note": "note",
    }
)
_SAID = MappingProxyType({"volume": "volume {}", "issue": "number {}", "edition": "edition {}", "page": "pages {}"})
_SILENT = frozenset({"id", "type", "citation-key", "author", "editor", "issued", "accessed"})
_NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


def read_csl(file: CaseFile) -> tuple[list[Work], list[Diagnostic]]:
    """Return the works of a file, and what is wrong with it."""
    tree, problems = read_json(file.text, file.path)
    if tree is None or problems:
        return [], problems
    value, place = tree.value, tree.place
    if isinstance(value, dict) and "items" in value:  # as the programming interface of Zotero answers
        value, place = value["items"], place.inside["items"]
    if not isinstance(value, list):
        return [], [BAD_SHAPE.at(place.span, "expected a list of items", "export the library as 'CSL JSON'")]
    works = []
    for number, item in enumerate(value):
        span = place.inside[number].span
        if isinstance(item, dict):
            works.append(_work(item, span))
        else:
            problems.append(BAD_SHAPE.at(span, "expected an item: keys with values"))
    return works, problems


def _work(item: dict[str, Any], span: Span) -> Work:
    kind = _plain(item.get("type"))
    texts = [(key, text) for name, key in _TEXTS.items() if (text := _plain(item.get(name)))]
    texts += [("note", words.format(text)) for name, words in _SAID.items() if (text := _plain(item.get(name)))]
    return Work(
        span,
        _plain(item.get("citation-key")) or _plain(item.get("id")),
        _KINDS.get(kind, kind.replace("_", "-")),
        tuple(_names(item.get("author"))) or tuple(_names(item.get("editor"))),
        tuple(_dates(item.get("issued"))),
        next(_dates(item.get("accessed")), ""),
        tuple(texts),
        tuple(name for name, held in item.items() if held and name not in {*_TEXTS, *_SAID, *_SILENT}),
    )


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _names(value: Any) -> Iterator[str]:
    """Yield names as they are spoken."""
    for name in value if isinstance(value, list) else ():
        if isinstance(name, dict):
            spoken = " ".join(filter(None, (_plain(name.get(part)) for part in _NAME)))
            if said := _plain(name.get("literal")) or spoken:
                yield said


def _dates(value: Any) -> Iterator[str]:
    """Yield the ways in which a date is said, the most exact first."""
    if not isinstance(value, dict):
        return
    points = value.get("date-parts")
    written = [_point(point, value) for point in points if isinstance(point, list)] if isinstance(points, list) else []
    if any(written):
        yield "/".join(written[:2])
    yield from filter(None, (_plain(value.get(key)) for key in ("raw", "literal")))


def _point(parts: list[Any], date: dict[str, Any]) -> str:
    """Return one point of a date as EDTF, with its season or "about" where it has them."""
    numbers = [text for part in parts[:3] if (text := _plain(part)).isdigit()]
    if not numbers:
        return ""
    year, *rest = numbers
    season = _plain(date.get("season"))
    if not rest and season in ("1", "2", "3", "4"):
        rest = [f"2{season}"]
    mark = "~" if _plain(date.get("circa")).lower() in ("1", "true") else ""
    return "-".join((f"{int(year):04d}", *(f"{int(part):02d}" for part in rest))) + mark
